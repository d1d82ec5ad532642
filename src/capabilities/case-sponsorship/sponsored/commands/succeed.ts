import type { Refusal } from '../../../../kernel/refusals.ts';
import type { Result } from '../../../../kernel/result.ts';
import { scopeOf } from '../../../../platform/database/index.ts';
import { deriveId } from '../../../../platform/vault/index.ts';
import {
  findOpenCasesOf,
  runAll,
  runCase,
  StepRefused,
  succeedEach,
  systemActor,
  type CommandOptions,
  type Succession,
} from '../../../petitions/index.ts';
import type { SponsoredCommand } from '../command.ts';
import { sponsoredKind } from '../queries/kind.ts';
import type { SponsoredDeps } from './deps.ts';

const runSystem = (
  deps: SponsoredDeps,
  id: string,
  command: SponsoredCommand,
  options: CommandOptions,
): Promise<Result<unknown, Refusal>> =>
  runCase(
    deps,
    sponsoredKind,
    id,
    { type: command.type, input: command, compose: () => command },
    options,
  );

/**
 * Gives every open case of a merged or abolished unit to its successor (O-1), one by one; a second
 * run changes nothing.
 * @param units the unit that ended, and who takes over
 */
export const succeedSponsored = (
  deps: SponsoredDeps,
  units: Succession,
  signal: AbortSignal,
): Promise<void> =>
  succeedEach(
    deps,
    units,
    signal,
    (tx, unitId, after) => findOpenCasesOf(tx, sponsoredKind.kind, unitId, after),
    (id, { from, to }, options) => runSystem(deps, id, { type: 'succeedUnit', from, to }, options),
  );

/**
 * A leader who holds no post at a unit any more is marked in the cases there: the office is asked to
 * hand them over, and the leader stays named until another one acknowledges (S-1).
 * @param left who, and where the post was
 * @param cause the event of it, so that a second run changes nothing
 */
export async function noteLeaderLeft(
  deps: SponsoredDeps,
  left: { readonly userId: string; readonly unit: string; readonly cause: string },
  signal: AbortSignal,
): Promise<void> {
  const { userId, unit, cause } = left;
  const actor = systemActor('case-sponsorship');
  await runAll<string>(
    (after) =>
      deps.db.withActor(scopeOf(actor), 'read', (tx) =>
        findOpenCasesOf(tx, sponsoredKind.kind, unit, after),
      ),
    async (id) => {
      const commandId = deriveId(deps.keys, 'system:case-sponsorship', `left-${cause}`, id);
      const command = { type: 'noteLeaderLeft', userId } as const;
      const done = await runSystem(deps, id, command, { actor, commandId });
      if (!done.ok && done.refusal.code !== 'sponsored-not-in-status') {
        throw new StepRefused(done.refusal);
      }
    },
    signal,
  );
}
