import type { Actor } from '../../../kernel/actor.ts';
import { refuse, type Refusal, type Refused } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { SealedText } from '../../../kernel/sealed.ts';
import type { UnitDirectory } from '../../../kernel/units.ts';
import type { Dispute } from '../case.ts';
import type { DisputeCommandOf, DisputeCommandType } from '../command.ts';
import type { DisputeEvent, DisputeEventOf, DisputeEventType } from '../events.ts';
import type { DisputeSettings } from '../settings.ts';

/** What the rules are told besides the dispute. */
export interface DisputeContext {
  readonly actor: Actor;
  /** Epoch ms. */
  readonly now: number;
  readonly units: UnitDirectory;
  /** Of the office of the place, as they are now. */
  readonly settings: DisputeSettings;
}

export type Decision = Result<readonly DisputeEvent[], Refusal>;

export type Rule<T extends DisputeCommandType> = (
  dispute: Dispute,
  command: DisputeCommandOf<T>,
  context: DisputeContext,
) => Decision;

export const event = <T extends DisputeEventType>(
  type: T,
  data: DisputeEventOf<T>['data'],
): DisputeEvent => ({ type, data }) as DisputeEvent;

export const decided = (...events: DisputeEvent[]): Decision => ok(events);

/** Reasons shorter than this tell nobody anything. */
export const shortestExplanation = 5;

export const findWordsFault = (text: SealedText, field: string): Refused | null =>
  text.length >= shortestExplanation
    ? null
    : refuse('explanation-required', { limit: shortestExplanation }, field);

/** Whether a place lies in another by its code; upper codes may be filled up with zeros. */
export const liesWithin = (code: string, outer: string): boolean =>
  code.startsWith(outer.replace(/(?:000)+$/, ''));
