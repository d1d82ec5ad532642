import type { GapCommandType, RecommendationCommandType, RepairCommandType } from './command.ts';
import { gapStatuses, type GapStatus } from './policy-gap.ts';
import { repairStatuses, type RepairStatus } from './policy-repair.ts';
import { recommendationStatuses, type RecommendationStatus } from './recommendation.ts';

type Cell = 'yes' | 'no';
/** One cell per status: a new one does not compile until every command has thought of it. */
type RowOver<S extends readonly string[]> = { readonly [K in keyof S]: Cell };

const y = 'yes';
const n = 'no';

/** The life of a recommendation. */
export const recommendationLifecycle = {
  // columns:               drafted, sealed, served, answered, reported, carried-out, declined, dropped
  draftRecommendation: /**/ [n, n, n, n, n, n, n, n],
  redraft: /*            */ [y, n, n, n, n, n, n, n],
  dropDraft: /*          */ [y, n, n, n, n, n, n, n],
  withdrawDraft: /*      */ [y, n, n, n, n, n, n, y],
  withholdBasis: /*      */ [n, y, y, y, y, y, y, n],
  restoreBasis: /*       */ [n, y, y, y, y, y, y, n],
  remind: /*             */ [n, n, y, y, n, n, n, n],
  checkPaper: /*         */ [y, n, n, n, n, n, n, n],
  signPaper: /*          */ [y, n, n, n, n, n, n, n],
  sealPaper: /*          */ [y, n, n, n, n, n, n, n],
  issuePaper: /*         */ [y, n, n, n, n, n, n, n],
  returnPaper: /*        */ [y, n, n, n, n, n, n, n],
  recordRendering: /*    */ [n, y, y, y, y, y, y, n],
  servePaper: /*         */ [n, y, n, n, n, n, n, n],
  answerRecommendation: /**/ [n, y, y, n, n, n, n, n],
  reportAdoption: /*     */ [n, n, n, y, n, n, n, n],
  verifyAdoption: /*     */ [n, n, n, n, y, n, n, n],
  sendBackAdoption: /*   */ [n, n, n, n, y, n, n, n],
  succeedUnit: /*        */ [y, y, y, y, y, y, y, y],
} as const satisfies Record<RecommendationCommandType, RowOver<typeof recommendationStatuses>>;

/** The life of a policy gap. */
export const gapLifecycle = {
  // columns:       noted, grouped, repaired, dropped
  noteGap: /*    */ [n, n, n, n],
  groupGap: /*   */ [y, n, n, n],
  repairGap: /*  */ [n, y, n, n],
  releaseGap: /* */ [n, y, n, n],
  dropGap: /*    */ [y, n, n, n],
  withdrawGap: /**/ [y, y, y, y],
  succeedUnit: /**/ [y, y, y, y],
} as const satisfies Record<GapCommandType, RowOver<typeof gapStatuses>>;

/** The life of a policy repair. */
export const repairLifecycle = {
  // columns:           open, done, dropped
  beginRepair: /*    */ [n, n, n],
  changeRepair: /*   */ [y, n, n],
  addGaps: /*        */ [y, n, n],
  addStep: /*        */ [y, n, n],
  recordResult: /*   */ [y, n, n],
  dropRepair: /*     */ [y, n, n],
  tellPetitioners: /**/ [n, y, n],
  succeedUnit: /*    */ [y, y, y],
} as const satisfies Record<RepairCommandType, RowOver<typeof repairStatuses>>;

/** Whether the table lets a command come before the rules of a recommendation. */
export const isRecommendationThinkable = (
  command: RecommendationCommandType,
  status: RecommendationStatus,
): boolean => recommendationLifecycle[command][recommendationStatuses.indexOf(status)] === 'yes';

/** The same for a gap. */
export const isGapThinkable = (command: GapCommandType, status: GapStatus): boolean =>
  gapLifecycle[command][gapStatuses.indexOf(status)] === 'yes';

/** The same for a repair. */
export const isRepairThinkable = (command: RepairCommandType, status: RepairStatus): boolean =>
  repairLifecycle[command][repairStatuses.indexOf(status)] === 'yes';
