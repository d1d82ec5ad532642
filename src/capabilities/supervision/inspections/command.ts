import type { PaperCommand } from '../../../kernel/paper-flow.ts';
import type { SealedText } from '../../../kernel/sealed.ts';
import type {
  InspectionEventOf,
  InspectionEventType,
  ProgrammeEventOf,
  ProgrammeEventType,
} from './events.ts';

type Planned<T extends ProgrammeEventType> = ProgrammeEventOf<T>['data'];
type Done<T extends InspectionEventType> = InspectionEventOf<T>['data'];

/** What most commands say is what their event keeps. */
interface ProgrammeCommands {
  planProgramme: Planned<'ProgrammePlanned'>;
  changeProgramme: Planned<'ProgrammeChanged'>;
  approveProgramme: Record<never, never>;
  changeTeams: Planned<'TeamsChanged'>;
  freezeList: Planned<'DrawListFrozen'>;
  /** `seed` and what follows from it; whether it may be drawn now is the rule's question. */
  drawFromList: Planned<'DrawMade'>;
  /** `open`: inspections that are not over, counted under the programme's lock. */
  closeProgramme: { readonly open: number };
  succeedUnit: { readonly from: string; readonly to: string };
}
export type ProgrammeCommandType = keyof ProgrammeCommands;
export type ProgrammeCommandOf<T extends ProgrammeCommandType> = {
  readonly type: T;
} & ProgrammeCommands[T];
export type ProgrammeCommand = {
  [T in ProgrammeCommandType]: ProgrammeCommandOf<T>;
}[ProgrammeCommandType];

interface InspectionCommands {
  planInspection: Done<'InspectionPlanned'>;
  carryOut: Done<'InspectionCarriedOut'>;
  recordFinding: Done<'FindingRecorded'>;
  answerFinding: Done<'CorrectionAnswered'>;
  verifyFinding: Done<'CorrectionVerified'>;
  reopenFinding: Done<'CorrectionReopened'>;
  superviseFinding: Done<'FindingSupervised'>;
  draftOrder: { readonly paperId: string; readonly text: SealedText };
  closeInspection: Record<never, never>;
  cancelInspection: Done<'InspectionCancelled'>;
  succeedUnit: { readonly from: string; readonly to: string };
}
export type OwnInspectionCommandType = keyof InspectionCommands;
export type InspectionCommandOf<T extends OwnInspectionCommandType> = {
  readonly type: T;
} & InspectionCommands[T];
export type InspectionCommand =
  | { [T in OwnInspectionCommandType]: InspectionCommandOf<T> }[OwnInspectionCommandType]
  | PaperCommand;
export type InspectionCommandType = InspectionCommand['type'];
