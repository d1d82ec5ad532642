import type { PaperCommand } from '../../../kernel/paper-flow.ts';
import type { SealedText } from '../../../kernel/sealed.ts';
import type {
  GapEventOf,
  GapEventType,
  RecommendationEventOf,
  RecommendationEventType,
  RepairEventOf,
  RepairEventType,
} from './events.ts';

type Said<T extends RecommendationEventType> = RecommendationEventOf<T>['data'];
type OfGap<T extends GapEventType> = GapEventOf<T>['data'];
type OfRepair<T extends RepairEventType> = RepairEventOf<T>['data'];
type CommandsOf<M> = { [T in keyof M]: { readonly type: T } & M[T] }[keyof M];

interface RecommendationCommands {
  draftRecommendation: Said<'RecommendationDrafted'> & { readonly paperId: string };
  /** A paper that was returned is written anew. */
  redraft: Said<'RecommendationReworded'> & { readonly paperId: string };
  dropDraft: { readonly reason: SealedText };
  withdrawDraft: Record<never, never>;
  withholdBasis: Said<'RecommendationBasisWithheld'>;
  restoreBasis: Said<'RecommendationBasisRestored'>;
  remind: Record<never, never>;
  answerRecommendation: Said<'RecommendationAnswered'>;
  reportAdoption: Said<'AdoptionReported'>;
  verifyAdoption: Said<'AdoptionVerified'>;
  sendBackAdoption: Said<'AdoptionSentBack'>;
  succeedUnit: { readonly from: string; readonly to: string };
}
export type OwnRecommendationCommand = CommandsOf<RecommendationCommands>;
export type RecommendationCommand = OwnRecommendationCommand | PaperCommand;
export type RecommendationCommandType = RecommendationCommand['type'];

interface GapCommands {
  noteGap: OfGap<'PolicyGapNoted'>;
  groupGap: OfGap<'PolicyGapGrouped'>;
  repairGap: OfGap<'PolicyGapRepaired'>;
  releaseGap: Record<never, never>;
  dropGap: { readonly reason: SealedText };
  withdrawGap: Record<never, never>;
  succeedUnit: { readonly from: string; readonly to: string };
}
export type GapCommand = CommandsOf<GapCommands>;
export type GapCommandType = GapCommand['type'];

interface RepairCommands {
  beginRepair: OfRepair<'PolicyRepairBegun'>;
  changeRepair: OfRepair<'PolicyRepairChanged'>;
  addGaps: OfRepair<'GapsAdded'>;
  addStep: OfRepair<'RepairStepAdded'>;
  recordResult: OfRepair<'PolicyRepaired'>;
  dropRepair: { readonly reason: SealedText };
  tellPetitioners: Record<never, never>;
  succeedUnit: { readonly from: string; readonly to: string };
}
export type RepairCommand = CommandsOf<RepairCommands>;
export type RepairCommandType = RepairCommand['type'];
