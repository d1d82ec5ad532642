import { useQuery } from '@tanstack/react-query';
import type {
  MeetingLine,
  SeatChoice,
  SuggestionView,
} from '../../src/capabilities/joint-meeting/view.ts';
import { api } from '../shell/api.ts';

interface Items<T> {
  readonly items: readonly T[];
}

/** A person at a unit as one value of a list. */
export const seatKey = ({ unit, userId }: { readonly unit: string; readonly userId: string }) =>
  `${unit}/${userId}`;

/** Meetings that this reader prepares, chairs or sits in. */
export const useMeetings = () =>
  useQuery({
    queryKey: ['joint-meeting', 'list'],
    queryFn: ({ signal }) => api.get<Items<MeetingLine>>('/joint-meetings', { signal }),
  });

/** What waits for an agenda at the reader's office. */
export function useSuggestions(enabled: boolean): readonly SuggestionView[] {
  const { data } = useQuery({
    queryKey: ['joint-meeting', 'suggestions'],
    queryFn: ({ signal }) =>
      api.get<Items<SuggestionView>>('/joint-meetings/suggestions', { signal }),
    enabled,
  });
  return data?.items ?? [];
}

/** Who may sit at a table, and who of them may take the chair. */
export function useSeats(enabled: boolean) {
  const { data } = useQuery({
    queryKey: ['joint-meeting', 'seats'],
    queryFn: ({ signal }) => api.get<Items<SeatChoice>>('/joint-meetings/seats', { signal }),
    enabled,
    staleTime: 300_000,
  });
  const optionOf = ({ unit, userId, name }: SeatChoice) => ({
    value: seatKey({ unit: unit.id, userId }),
    label: `${name} · ${unit.name}`,
  });
  const all = data?.items ?? [];
  return {
    seats: all.map(optionOf),
    chairs: all.filter(({ maySign }) => maySign).map(optionOf),
  };
}
