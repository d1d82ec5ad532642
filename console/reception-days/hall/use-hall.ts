import { useQuery } from '@tanstack/react-query';
import type { HallView } from '../../../src/capabilities/reception-days/hall/view.ts';
import { api } from '../../shell/api.ts';
import { useLive } from './use-live.ts';

export const hallKey = (dayId: string) => ['hall', dayId] as const;

/** The hall of a day, live. */
export function useHall(dayId: string) {
  const query = useQuery({
    queryKey: hallKey(dayId),
    queryFn: ({ signal }) => api.get<HallView>(`/reception-days/${dayId}/hall`, { signal }),
  });
  const standing = useLive(`/reception-days/${dayId}/live`, hallKey(dayId));
  return { query, standing };
}
