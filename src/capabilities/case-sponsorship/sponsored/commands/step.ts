import { actorId } from '../../../../kernel/actor.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import type { Result } from '../../../../kernel/result.ts';
import { scopeOf } from '../../../../platform/database/index.ts';
import { runCase, type CommandAnswer, type CommandOptions } from '../../../petitions/index.ts';
import type { SponsoredStep, StepInput } from '../contract.ts';
import { sponsoredKind } from '../queries/kind.ts';
import { findOwnOnlyCases } from '../task-store.ts';
import { admitLeaders } from './admit.ts';
import { composeStep } from './compose.ts';
import type { SponsoredDeps } from './deps.ts';

/** Steps after which somebody else answers for the case, or is asked to. */
const naming = new Set<SponsoredStep>(['takeUpAgain', 'handOver']);

/**
 * Takes one step with a case under a leader, in one transaction (S-1).
 * @param input of the contract's shape
 * @returns the new version; refusals `not-found`, `not-permitted`, `version-conflict`,
 * `idempotency-key-reused`, `sponsored-not-in-status` and those of the rule
 */
export async function stepSponsored<T extends SponsoredStep>(
  deps: SponsoredDeps,
  id: string,
  type: T,
  input: StepInput<T>,
  options: CommandOptions,
): Promise<Result<CommandAnswer, Refusal>> {
  const { actor } = options;
  const shut = await deps.db.withActor(scopeOf(actor), 'read', (tx) =>
    findOwnOnlyCases(tx, actorId(actor)),
  );
  // S-2: whoever sees the own task alone finds no case here.
  if (shut.has(id)) return refuse('not-found');
  const done = await runCase(
    deps,
    sponsoredKind,
    id,
    { type, input, compose: (with_) => composeStep(type, input, with_) },
    options,
  );
  if (!done.ok || !naming.has(type)) return done;
  const admitted = await admitLeaders(deps, id, options.at);
  return admitted.ok ? done : admitted;
}
