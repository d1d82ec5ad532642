import { refuse } from '../../../kernel/refusals.ts';
import type { DayCommand } from '../command.ts';
import { isThinkable } from '../lifecycle.ts';
import type { ReceptionDay } from '../reception-day.ts';
import type { Context, Decision } from './context.ts';
import { publishNotice } from './notice.ts';
import { changeDay } from './plan.ts';
import { cancelDay, closeDay, openDay } from './running.ts';

/** Judges a command on a day that exists. */
export function decideDay(day: ReceptionDay, command: DayCommand, context: Context): Decision {
  if (!isThinkable(command.type, day.state)) return refuse('reception-not-in-state');
  switch (command.type) {
    case 'changeDay':
      return changeDay(day, command, context);
    case 'publishNotice':
      return publishNotice(day, context);
    case 'openDay':
      return openDay(day, context);
    case 'closeDay':
      return closeDay(day, command);
    case 'cancelDay':
      return cancelDay(day, command);
  }
}
