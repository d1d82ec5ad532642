import type { InspectionCommandType, ProgrammeCommandType } from './command.ts';
import { inspectionStatuses, type InspectionStatus } from './inspection.ts';
import { programmeStatuses, type ProgrammeStatus } from './programme.ts';

type Cell = 'yes' | 'no';
/** One cell per status: a new one does not compile until every command has thought of it. */
type RowOver<S extends readonly string[]> = { readonly [K in keyof S]: Cell };

const y = 'yes';
const n = 'no';

/** The life of a programme. */
export const programmeLifecycle = {
  // columns:            drafted, approved, closed
  planProgramme: /*   */ [n, n, n],
  changeProgramme: /* */ [y, n, n],
  approveProgramme: /**/ [y, n, n],
  changeTeams: /*     */ [n, y, n],
  freezeList: /*      */ [n, y, n],
  drawFromList: /*    */ [n, y, n],
  closeProgramme: /*  */ [n, y, n],
  succeedUnit: /*     */ [y, y, y],
} as const satisfies Record<ProgrammeCommandType, RowOver<typeof programmeStatuses>>;

/** The life of an inspection. */
export const inspectionLifecycle = {
  // columns:            planned, carried-out, closed, cancelled
  planInspection: /*  */ [n, n, n, n],
  carryOut: /*        */ [y, n, n, n],
  recordFinding: /*   */ [n, y, n, n],
  answerFinding: /*   */ [n, y, n, n],
  verifyFinding: /*   */ [n, y, n, n],
  reopenFinding: /*   */ [n, y, n, n],
  superviseFinding: /**/ [n, y, n, n],
  draftOrder: /*      */ [n, y, n, n],
  checkPaper: /*      */ [n, y, n, n],
  signPaper: /*       */ [n, y, n, n],
  sealPaper: /*       */ [n, y, n, n],
  issuePaper: /*      */ [n, y, n, n],
  returnPaper: /*     */ [n, y, n, n],
  recordRendering: /* */ [n, y, y, n],
  servePaper: /*      */ [n, y, y, n],
  closeInspection: /* */ [n, y, n, n],
  cancelInspection: /**/ [y, n, n, n],
  succeedUnit: /*     */ [y, y, y, y],
} as const satisfies Record<InspectionCommandType, RowOver<typeof inspectionStatuses>>;

/** Whether the table lets a command come before the rules of a programme. */
export const isProgrammeThinkable = (
  command: ProgrammeCommandType,
  status: ProgrammeStatus,
): boolean => programmeLifecycle[command][programmeStatuses.indexOf(status)] === 'yes';

/** The same for an inspection. */
export const isInspectionThinkable = (
  command: InspectionCommandType,
  status: InspectionStatus,
): boolean => inspectionLifecycle[command][inspectionStatuses.indexOf(status)] === 'yes';
