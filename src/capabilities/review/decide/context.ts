import { actorId, type Actor } from '../../../kernel/actor.ts';
import type { Calendar } from '../../../kernel/calendar.ts';
import { refuse, type Refusal, type Refused } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { SealedText } from '../../../kernel/sealed.ts';
import type { UnitDirectory } from '../../../kernel/units.ts';
import type { ReviewCommandOf, ReviewCommandType } from '../command.ts';
import { limits } from '../limits.ts';
import type { ReviewEvent, ReviewEventOf, ReviewEventType } from '../events.ts';
import type { Review } from '../review.ts';

/** What the rules are told besides the review. */
export interface ReviewContext {
  readonly actor: Actor;
  /** Epoch ms. */
  readonly now: number;
  readonly calendar: Calendar;
  readonly units: UnitDirectory;
  readonly holdsPost: (userId: string, unitId: string) => boolean;
  /** Of the petition only what a decision has to answer. */
  readonly petition: {
    readonly demands: readonly { readonly id: string }[];
    readonly electronicService: boolean;
  };
}

export type Decision = Result<readonly ReviewEvent[], Refusal>;

export type Rule<T extends ReviewCommandType> = (
  review: Review,
  command: ReviewCommandOf<T>,
  context: ReviewContext,
) => Decision;

export const event = <T extends ReviewEventType>(
  type: T,
  data: ReviewEventOf<T>['data'],
): ReviewEvent => ({ type, data }) as ReviewEvent;

export const decided = (...events: ReviewEvent[]): Decision => ok(events);

export const actorOf = ({ actor }: ReviewContext): string => actorId(actor);

export const findWordsFault = (text: SealedText | null, field: string): Refused | null =>
  text !== null && text.length >= limits.shortest
    ? null
    : refuse('explanation-required', { limit: limits.shortest }, field);
