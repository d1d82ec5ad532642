import type { LocalDate } from '../../kernel/local-date.ts';
import type { PaperCommandData } from '../../kernel/paper-flow.ts';
import type { DayEventOf, DayEventType, IssuedPaper } from './events.ts';
import type { ChannelProof } from './reception-day.ts';

type DataOf<T extends DayEventType> = DayEventOf<T>['data'];

/** What most commands say is what their event keeps. */
interface Commands {
  changeDay: DataOf<'ReceptionDayChanged'>;
  publishNotice: Record<never, never>;
  recordChannel: Omit<ChannelProof, 'noticeVersion'>;
  bookSlot: DataOf<'ReceptionSlotBooked'>;
  cancelBooking: DataOf<'ReceptionBookingCancelled'>;
  inviteVisitor: DataOf<'VisitorInvited'>;
  answerInvitation: DataOf<'InvitationAnswered'>;
  writePreparation: DataOf<'PreparationWritten'>;
  draftMinutes: DataOf<'MinutesDrafted'>;
  /** Number and code are drawn last, at issue, and the document is fixed with them. */
  issueMinutes: { readonly number: string; readonly paper: IssuedPaper };
  /** By the system alone. */
  recordRendering: PaperCommandData['recordRendering'];
  formTaskForce: DataOf<'TaskForceFormed'>;
  noteTaskForce: DataOf<'TaskForceNoted'>;
  closeTaskForce: DataOf<'TaskForceClosed'>;
  openDay: Record<never, never>;
  /** `openTickets`: counted under the day's lock. */
  closeDay: { readonly openTickets: number };
  /** `carryTo`: the day that takes over its tickets; `openTickets` are counted under the day's lock. */
  cancelDay: {
    readonly reason: string;
    readonly carryTo: { readonly dayId: string; readonly on: LocalDate } | null;
    readonly openTickets: number;
  };
}

export type DayCommandType = keyof Commands;
export type DayCommandOf<T extends DayCommandType> = { readonly type: T } & Commands[T];
export type DayCommand = { [T in DayCommandType]: DayCommandOf<T> }[DayCommandType];
