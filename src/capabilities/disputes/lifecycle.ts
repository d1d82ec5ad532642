import { disputeStatuses, type DisputeStatus } from './case.ts';
import type { DisputeCommandType } from './command.ts';

type Cell = 'yes' | 'no';
/** One cell per status: a new status does not compile until every command has thought of it. */
type RowOver<S extends readonly DisputeStatus[]> = { readonly [K in keyof S]: Cell };
type Row = RowOver<typeof disputeStatuses>;

const y = 'yes';
const n = 'no';

/** The life of a dispute: which command is thinkable in which status. */
export const disputeLifecycle = {
  // columns:
  //                 open, passed, settled, kept, promoted, ended
  recordDispute: /**/ [n, n, n, n, n, n],
  noteAttempt: /*  */ [y, y, n, n, n, n],
  passUp: /*       */ [y, n, n, n, n, n],
  passDown: /*     */ [y, n, n, n, n, n],
  acknowledge: /*  */ [n, y, n, n, n, n],
  takeBack: /*     */ [n, y, n, n, n, n],
  settle: /*       */ [y, n, n, n, n, n],
  followUp: /*     */ [n, n, y, n, n, n],
  // Petitioning is a right: whoever is not content may go on at any time, also after a settlement.
  promote: /*      */ [y, y, y, y, n, y],
  endDispute: /*   */ [y, n, n, n, n, n],
  succeedUnit: /*  */ [y, y, y, y, y, y],
} as const satisfies Record<DisputeCommandType, Row>;

/** Whether the table lets a command come before the rules in this status. */
export const isThinkable = (command: DisputeCommandType, status: DisputeStatus): boolean =>
  disputeLifecycle[command][disputeStatuses.indexOf(status)] === 'yes';
