import type { SealedItem, SealedText } from '../../kernel/sealed.ts';
import type { ChannelProof, DayPlan, InviteeAnswer } from './reception-day.ts';

interface Commands {
  changeDay: { readonly plan: DayPlan; readonly reason: string };
  publishNotice: Record<never, never>;
  recordChannel: Omit<ChannelProof, 'noticeVersion'>;
  bookSlot: { readonly id: string; readonly slot: string; readonly visitor: SealedItem };
  cancelBooking: { readonly id: string };
  inviteVisitor: {
    readonly id: string;
    readonly visitor: SealedItem;
    readonly petitionId: string | null;
  };
  answerInvitation: { readonly id: string; readonly answer: InviteeAnswer };
  writePreparation: {
    readonly id: string;
    readonly petitionId: string | null;
    readonly sheet: SealedItem;
  };
  draftMinutes: { readonly content: SealedItem };
  /** The number is drawn last, at issue. */
  issueMinutes: { readonly number: string };
  formTaskForce: {
    readonly id: string;
    readonly leaderId: string;
    readonly petitionId: string | null;
    readonly matter: SealedText;
    readonly units: readonly string[];
    readonly members: SealedText;
  };
  noteTaskForce: { readonly id: string; readonly entryId: string; readonly note: SealedText };
  closeTaskForce: { readonly id: string; readonly outcome: SealedText };
  openDay: Record<never, never>;
  /** `openTickets`: counted under the day's lock. */
  closeDay: { readonly openTickets: number };
  cancelDay: { readonly reason: string };
}

export type DayCommandType = keyof Commands;
export type DayCommandOf<T extends DayCommandType> = { readonly type: T } & Commands[T];
export type DayCommand = { [T in DayCommandType]: DayCommandOf<T> }[DayCommandType];
