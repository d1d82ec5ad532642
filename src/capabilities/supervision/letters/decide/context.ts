import type { Actor } from '../../../../kernel/actor.ts';
import type { Calendar } from '../../../../kernel/calendar.ts';
import { refuse, type Refusal, type Refused } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import type { SealedText } from '../../../../kernel/sealed.ts';
import type { UnitDirectory } from '../../../../kernel/units.ts';
import type { Ladder } from '../case.ts';
import type { LettersCommandOf, LettersCommandType } from '../command.ts';
import type { LettersEvent, LettersEventOf, LettersEventType } from '../events.ts';
import { limits } from '../limits.ts';

/** What the rules are told besides the ladder. */
export interface LettersContext {
  readonly actor: Actor;
  /** Epoch ms. */
  readonly now: number;
  readonly calendar: Calendar;
  readonly units: UnitDirectory;
  /** Of the petition only what a letter has to respect. */
  readonly petition: { readonly accusation: boolean; readonly readers: readonly string[] };
}

export type Decision = Result<readonly LettersEvent[], Refusal>;

export type Rule<T extends LettersCommandType> = (
  ladder: Ladder,
  command: LettersCommandOf<T>,
  context: LettersContext,
) => Decision;

export const event = <T extends LettersEventType>(
  type: T,
  data: LettersEventOf<T>['data'],
): LettersEvent => ({ type, data }) as LettersEvent;

export const decided = (...events: LettersEvent[]): Decision => ok(events);

/** Who judges or withdraws does so in person. */
export const userOf = ({ actor }: LettersContext): string =>
  actor.kind === 'staff' ? actor.userId : '';

export const findWordsFault = (text: SealedText | null, field: string): Refused | null =>
  text !== null && text.length >= limits.shortest
    ? null
    : refuse('explanation-required', { limit: limits.shortest }, field);
