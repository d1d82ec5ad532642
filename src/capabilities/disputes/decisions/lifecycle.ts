import { assessmentStatuses, type AssessmentStatus } from './case.ts';
import type { AssessmentCommandType } from './command.ts';

type Cell = 'yes' | 'no';
/** One cell per status: a new status does not compile until every command has thought of it. */
type RowOver<S extends readonly AssessmentStatus[]> = { readonly [K in keyof S]: Cell };
type Row = RowOver<typeof assessmentStatuses>;

const y = 'yes';
const n = 'no';

/** The life of an assessment: which command is thinkable in which status. */
export const assessmentLifecycle = {
  // columns:
  //                    preparing, concluded, withdrawn
  recordDecision: /*    */ [n, n, n],
  answerCheck: /*       */ [y, n, n],
  recordConsultation: /**/ [y, n, n],
  addMeasure: /*        */ [y, n, n],
  nameReviewer: /*      */ [y, n, n],
  reviewLegality: /*    */ [y, n, n],
  conclude: /*          */ [y, n, n],
  reopen: /*            */ [n, y, n],
  withdraw: /*          */ [y, y, n],
  // Petitions come whatever became of the assessment.
  linkPetition: /*      */ [y, y, y],
  unlinkPetition: /*    */ [y, y, y],
  succeedUnit: /*       */ [y, y, y],
} as const satisfies Record<AssessmentCommandType, Row>;

/** Whether the table lets a command come before the rules in this status. */
export const isThinkable = (command: AssessmentCommandType, status: AssessmentStatus): boolean =>
  assessmentLifecycle[command][assessmentStatuses.indexOf(status)] === 'yes';
