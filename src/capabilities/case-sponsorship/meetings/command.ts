import type { PaperCommandData } from '../../../kernel/paper-flow.ts';
import type { SealedItem, SealedText } from '../../../kernel/sealed.ts';
import type { AgreedAction, MeetingPlan, OpenPoint, Participant, Position } from './case.ts';

interface Commands {
  planMeeting: {
    readonly petitionId: string;
    readonly office: string;
    readonly unit: string;
    readonly plan: MeetingPlan;
    readonly agenda: readonly SealedText[];
    readonly participants: readonly Participant[];
  };
  postponeMeeting: {
    readonly plan: MeetingPlan;
    readonly reason: SealedText;
    readonly told: SealedText | null;
  };
  cancelMeeting: { readonly reason: SealedText; readonly told: SealedText | null };
  recordMeeting: {
    readonly came: readonly string[];
    readonly positions: readonly Position[];
    readonly actions: readonly AgreedAction[];
    readonly openPoints: readonly OpenPoint[];
  };
  issueMinutes: {
    readonly paperId: string;
    readonly number: string;
    readonly verifyCode: string;
    readonly document: SealedItem;
  };
  answerMinutes: { readonly agrees: boolean; readonly words: SealedText | null };
  recordRendering: PaperCommandData['recordRendering'];
  succeedUnit: { readonly from: string; readonly to: string };
}

export type MeetingCommandType = keyof Commands;
export type MeetingCommandOf<T extends MeetingCommandType> = { readonly type: T } & Commands[T];
export type MeetingCommand = { [T in MeetingCommandType]: MeetingCommandOf<T> }[MeetingCommandType];
