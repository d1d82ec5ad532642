import type { MeetingEventOf } from './events.ts';
import type { AgendaItem, ItemDecision, MeetingPlan } from './meeting.ts';

interface Commands {
  planMeeting: { readonly unit: string; readonly plan: MeetingPlan };
  changeMeeting: { readonly plan: MeetingPlan };
  addItem: { readonly item: Omit<AgendaItem, 'addedAt' | 'decision'> };
  removeItem: { readonly itemId: string };
  orderAgenda: { readonly order: readonly string[] };
  callMeeting: Record<never, never>;
  moveMeeting: MeetingEventOf<'JointMeetingMoved'>['data'];
  cancelMeeting: MeetingEventOf<'JointMeetingCancelled'>['data'];
  openMeeting: { readonly came: readonly string[] };
  decideItem: { readonly itemId: string; readonly decision: Omit<ItemDecision, 'at'> };
  closeMeeting: Record<never, never>;
  draftMinutes: MeetingEventOf<'JointMeetingMinutesDrafted'>['data'];
  signMinutes: Record<never, never>;
  issueMinutes: MeetingEventOf<'JointMeetingMinutesIssued'>['data'];
  readMinutes: Record<never, never>;
  recordRendering: MeetingEventOf<'PaperRendered'>['data'];
  succeedUnit: { readonly from: string; readonly to: string };
}

export type MeetingCommandType = keyof Commands;
export type MeetingCommandOf<T extends MeetingCommandType> = { readonly type: T } & Commands[T];
export type MeetingCommand = {
  [T in MeetingCommandType]: MeetingCommandOf<T>;
}[MeetingCommandType];
