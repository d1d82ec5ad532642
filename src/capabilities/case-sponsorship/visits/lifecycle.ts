import type { Visit } from './case.ts';
import type { VisitStatus } from './code-names.ts';
import type { VisitCommandType } from './command.ts';

const ended = ['made', 'declined', 'not-home'] as const;

/** In which status each command may come. */
export const visitLifecycle: Readonly<Record<VisitCommandType, readonly VisitStatus[]>> = {
  planVisit: [],
  changeVisit: ['planned'],
  cancelVisit: ['planned'],
  noteConsent: ['planned'],
  withdrawConsent: ['planned'],
  recordVisit: ['planned'],
  declineVisit: ['planned'],
  // Whoever went without network and comes home to a cancelled or recorded visit loses nothing.
  addToVisit: [...ended, 'cancelled'],
  correctVisit: ended,
  succeedUnit: ['planned'],
};

export const isThinkable = (command: VisitCommandType, { status }: Pick<Visit, 'status'>) =>
  visitLifecycle[command].includes(status);
