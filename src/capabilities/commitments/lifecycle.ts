import type { CommitmentCommandType } from './command.ts';
import { commitmentStatuses, type CommitmentStatus } from './commitment.ts';

type Cell = 'yes' | 'no';
/** One cell per status: a new status does not compile until every command has thought of it. */
type RowOver<S extends readonly CommitmentStatus[]> = { readonly [K in keyof S]: Cell };
type Row = RowOver<typeof commitmentStatuses>;

const y = 'yes';
const n = 'no';

/** The life of a promise: which command is thinkable in which status. */
export const commitmentLifecycle = {
  // columns:
  //                      open, reported, fulfilled, withdrawn
  makeCommitment: /*    */ [n, n, n, n],
  reportFulfilled: /*   */ [y, y, n, n],
  confirmFulfilled: /*  */ [n, y, n, n],
  // What others found good enough the petitioner may still call not so.
  denyFulfilled: /*     */ [n, y, y, n],
  verifyFulfilled: /*   */ [n, y, n, n],
  returnReport: /*      */ [n, y, n, n],
  changeDate: /*        */ [y, n, n, n],
  withdrawCommitment: /**/ [y, y, n, n],
  // What was verified the petitioner may still deny: somebody has to go on then.
  succeedUnit: /*       */ [y, y, y, n],
} as const satisfies Record<CommitmentCommandType, Row>;

/** Whether the table lets a command come before the rules in this status. */
export const isThinkable = (command: CommitmentCommandType, status: CommitmentStatus): boolean =>
  commitmentLifecycle[command][commitmentStatuses.indexOf(status)] === 'yes';
