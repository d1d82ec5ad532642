import type { Actor } from '../../../../kernel/actor.ts';
import type { Calendar } from '../../../../kernel/calendar.ts';
import { refuse, type Refusal, type Refused } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import type { SealedText } from '../../../../kernel/sealed.ts';
import type { UnitDirectory } from '../../../../kernel/units.ts';
import type { Consequence } from '../case.ts';
import type { ConsequenceCommandOf, ConsequenceCommandType } from '../command.ts';
import type { ConsequenceEvent, ConsequenceEventOf, ConsequenceEventType } from '../events.ts';
import { limits } from '../limits.ts';

/** What the rules are told besides the consequence. */
export interface ConsequenceContext {
  readonly actor: Actor;
  /** Epoch ms. */
  readonly now: number;
  readonly calendar: Calendar;
  readonly units: UnitDirectory;
  readonly petition: { readonly accusation: boolean; readonly readers: readonly string[] };
}

export type Decision = Result<readonly ConsequenceEvent[], Refusal>;

export type Rule<T extends ConsequenceCommandType> = (
  consequence: Consequence,
  command: ConsequenceCommandOf<T>,
  context: ConsequenceContext,
) => Decision;

export const event = <T extends ConsequenceEventType>(
  type: T,
  data: ConsequenceEventOf<T>['data'],
): ConsequenceEvent => ({ type, data }) as ConsequenceEvent;

export const decided = (...events: ConsequenceEvent[]): Decision => ok(events);

/** Who proposes, judges or drops does so in person. */
export const userOf = ({ actor }: Pick<ConsequenceContext, 'actor'>): string =>
  actor.kind === 'staff' ? actor.userId : '';

export const findWordsFault = (text: SealedText | null, field: string): Refused | null =>
  text !== null && text.length >= limits.shortest
    ? null
    : refuse('explanation-required', { limit: limits.shortest }, field);
