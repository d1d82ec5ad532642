import type { Actor } from '../../../kernel/actor.ts';
import { refuse, type Refusal, type Refused } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { SealedText } from '../../../kernel/sealed.ts';
import type { UnitDirectory } from '../../../kernel/units.ts';
import type { CommitmentCommandOf, CommitmentCommandType } from '../command.ts';
import type { Commitment } from '../commitment.ts';
import type { CommitmentEvent, CommitmentEventOf, CommitmentEventType } from '../events.ts';

/** Of the petition only what the rules ask; null where the promise hangs on none. */
export interface PetitionFacts {
  readonly id: string;
  readonly office: string;
  readonly accusation: boolean;
  readonly accusedUnits: readonly string[];
}

/** What the rules are told besides the promise. */
export interface CommitmentContext {
  readonly actor: Actor;
  /** Epoch ms. */
  readonly now: number;
  readonly units: UnitDirectory;
  readonly petition: PetitionFacts | null;
}

export type Decision = Result<readonly CommitmentEvent[], Refusal>;

export type Rule<T extends CommitmentCommandType> = (
  commitment: Commitment,
  command: CommitmentCommandOf<T>,
  context: CommitmentContext,
) => Decision;

export const event = <T extends CommitmentEventType>(
  type: T,
  data: CommitmentEventOf<T>['data'],
): CommitmentEvent => ({ type, data }) as CommitmentEvent;

export const decided = (...events: CommitmentEvent[]): Decision => ok(events);

/** Reasons shorter than this tell nobody anything. */
export const shortestExplanation = 5;

export const findWordsFault = (text: SealedText | null, field: string): Refused | null =>
  text !== null && text.length >= shortestExplanation
    ? null
    : refuse('explanation-required', { limit: shortestExplanation }, field);
