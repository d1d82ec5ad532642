import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shell/api.ts';
import { newKey } from '../../shell/use-submission.ts';
import { hallKey } from './use-hall.ts';

interface Step {
  readonly type: string;
  readonly input: object;
}

/** Sends a step of the hall itself, and looks again. */
export function useHallStep(dayId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (step: Step) =>
      api.post<{ madeId: string | null }>(
        `/reception-days/${dayId}/hall/steps`,
        { step },
        { key: newKey() },
      ),
    onSettled: () => client.invalidateQueries({ queryKey: hallKey(dayId) }),
  });
}

/** Sends a step of one ticket, and looks again. */
export function useTicketStep(dayId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ ticketId, ...step }: Step & { readonly ticketId: string }) =>
      api.post(`/reception-days/${dayId}/tickets/${ticketId}/steps`, { step }, { key: newKey() }),
    onSettled: () => client.invalidateQueries({ queryKey: hallKey(dayId) }),
  });
}

export const groupKey = (dayId: string, groupId: string) => ['hall-group', dayId, groupId] as const;

/** Sends something about one table and looks again. */
export function useGroupWork(dayId: string, groupId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body }: { readonly path: string; readonly body: object }) =>
      api.post(`/reception-days/${dayId}${path}`, body, { key: newKey() }),
    onSettled: () => client.invalidateQueries({ queryKey: groupKey(dayId, groupId) }),
  });
}
