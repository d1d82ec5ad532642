import { named } from '../../../../platform/http/index.ts';

/** The running day of the demo county. */
export const runningDay = { id: named('reception-day', 'running') } as const;

export const groupOf = (of: string): string => named('reception-group', of);
export const ticketOf = (of: string): string => named('reception-ticket', of);

/** A step in the hall: one more table. */
export const hallStepExample = {
  step: {
    type: 'formGroup',
    input: { label: '第9接谈组', place: '9号桌', units: ['housing'], topics: [] },
  },
} as const;
