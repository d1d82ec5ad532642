import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { HallView } from '../../../src/capabilities/reception-days/hall/view.ts';
import { api } from '../../shell/api.ts';
import { useLive } from './use-live.ts';

export const hallKey = (dayId: string) => ['hall', dayId] as const;

/**
 * The hall of a day, live.
 * @param shown how many of those who wait are listed
 */
export function useHall(dayId: string, shown = 1) {
  const query = useQuery({
    queryKey: [...hallKey(dayId), shown],
    queryFn: ({ signal }) =>
      api.get<HallView>(`/reception-days/${dayId}/hall?shown=${shown}`, { signal }),
    placeholderData: keepPreviousData,
  });
  const standing = useLive(`/reception-days/${dayId}/live`, hallKey(dayId));
  return { query, standing };
}
