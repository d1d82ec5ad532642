import type { Actor } from '../../../../kernel/actor.ts';
import type { Refusal, Refused } from '../../../../kernel/refusals.ts';
import { refuse } from '../../../../kernel/refusals.ts';
import type { Result } from '../../../../kernel/result.ts';
import type { SealedText } from '../../../../kernel/sealed.ts';
import type { VisitEvent } from '../events.ts';

/** What the rules are told besides the visit. */
export interface VisitContext {
  readonly actor: Actor;
  /** Epoch ms. */
  readonly now: number;
  readonly holdsPost: (userId: string, unitId: string) => boolean;
  readonly petition: {
    readonly accusation: boolean;
    /** Who alone handles an accusation (L-5). */
    readonly named: readonly string[];
    /** Units that read the petition. */
    readonly readers: readonly string[];
    readonly accusedUnits: readonly string[];
  };
}

export type Decision = Result<readonly VisitEvent[], Refusal>;

/** Words shorter than this tell nobody anything. */
const shortestWords = 5;

export const findWordsFault = (text: SealedText | null, field: string): Refused | null =>
  text !== null && text.length >= shortestWords
    ? null
    : refuse('explanation-required', { limit: shortestWords }, field);

/** Who does something here does it in person. */
export const userOf = ({ actor }: VisitContext): string =>
  actor.kind === 'staff' ? actor.userId : '';
