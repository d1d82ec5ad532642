import type { Actor } from '../../../kernel/actor.ts';
import type { Calendar } from '../../../kernel/calendar.ts';
import { localDateOf, type LocalDate } from '../../../kernel/local-date.ts';
import { refuse, type Refusal, type Refused } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { SealedText } from '../../../kernel/sealed.ts';
import type { UnitDirectory } from '../../../kernel/units.ts';

/** What the rules are told besides the proceeding. */
export interface Context {
  readonly actor: Actor;
  /** Epoch ms. */
  readonly now: number;
  readonly calendar: Calendar;
  readonly units: UnitDirectory;
}

export type Decision<Event> = Result<Event[], Refusal>;

export const decided = <Event>(...events: Event[]): Decision<Event> => ok(events);

export const today = ({ now }: Context): LocalDate => localDateOf(now);

/** Reasons shorter than this tell nobody anything. */
const shortestReason = 5;

export const findReasonFault = (text: SealedText, field: string): Refused | null =>
  text.length >= shortestReason
    ? null
    : refuse('explanation-required', { limit: shortestReason }, field);

/** What was done was not done tomorrow. */
export const findFutureFault = (
  day: LocalDate,
  context: Context,
  what: string,
  field: string,
): Refused | null =>
  day > today(context) ? refuse('date-in-future', { field: what }, field) : null;
