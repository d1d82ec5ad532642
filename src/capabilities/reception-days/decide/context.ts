import type { Calendar } from '../../../kernel/calendar.ts';
import { localDateOf, type LocalDate } from '../../../kernel/local-date.ts';
import type { Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { DayEvent } from '../events.ts';

/** What the rules are told besides the day. */
export interface Context {
  /** Epoch ms. */
  readonly now: number;
  readonly calendar: Calendar;
  /** The id under which the actor stands in the record. */
  readonly actor: string;
}

export type Decision = Result<readonly DayEvent[], Refusal>;

export const decided = (...events: readonly DayEvent[]): Decision => ok(events);

export const today = ({ now }: Context): LocalDate => localDateOf(now);
