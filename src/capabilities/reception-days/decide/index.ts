import { refuse } from '../../../kernel/refusals.ts';
import type { DayCommand } from '../command.ts';
import { isThinkable } from '../lifecycle.ts';
import type { ReceptionDay } from '../reception-day.ts';
import {
  closeTaskForce,
  draftMinutes,
  formTaskForce,
  issueMinutes,
  noteTaskForce,
  recordRendering,
} from './afterwards.ts';
import type { Context, Decision } from './context.ts';
import { publishNotice, recordChannel } from './notice.ts';
import { changeDay } from './plan.ts';
import { cancelDay, closeDay, openDay } from './running.ts';
import {
  answerInvitation,
  bookSlot,
  cancelBooking,
  inviteVisitor,
  writePreparation,
} from './visitors.ts';

/** Judges a command on a day that exists. */
export function decideDay(day: ReceptionDay, command: DayCommand, context: Context): Decision {
  if (!isThinkable(command.type, day.state)) return refuse('reception-not-in-state');
  switch (command.type) {
    case 'changeDay':
      return changeDay(day, command, context);
    case 'publishNotice':
      return publishNotice(day, context);
    case 'recordChannel':
      return recordChannel(day, command, context);
    case 'bookSlot':
      return bookSlot(day, command, context);
    case 'cancelBooking':
      return cancelBooking(day, command);
    case 'inviteVisitor':
      return inviteVisitor(day, command);
    case 'answerInvitation':
      return answerInvitation(day, command);
    case 'writePreparation':
      return writePreparation(day, command);
    case 'draftMinutes':
      return draftMinutes(day, command);
    case 'issueMinutes':
      return issueMinutes(day, command, context);
    case 'recordRendering':
      return recordRendering(day, command);
    case 'formTaskForce':
      return formTaskForce(day, command);
    case 'noteTaskForce':
      return noteTaskForce(day, command);
    case 'closeTaskForce':
      return closeTaskForce(day, command);
    case 'openDay':
      return openDay(day, context);
    case 'closeDay':
      return closeDay(day, command);
    case 'cancelDay':
      return cancelDay(day, command);
  }
}
