import type { StaffActor } from '../../../../kernel/actor.ts';
import { refuse } from '../../../../kernel/refusals.ts';
import { CommandRefused, type Tx } from '../../../../platform/database/index.ts';
import { openVisible } from '../../../petitions/index.ts';
import type { SupervisionDeps } from '../../commands/deps.ts';
import { refuseAccusations } from '../../inspections/commands/petitions.ts';
import { inspectionKind } from '../../inspections/queries/kind.ts';
import { openItemIn } from '../../must-checks/queries/index.ts';
import { openOwn } from '../../queries/own-pages.ts';

/**
 * The petitions on which a recommendation stands: those listed and that of the supervision item, all of
 * which the drafter reads; never an accusation (L-5). Another stream is open afterwards.
 * @throws CommandRefused `not-found`, `inspection-accusation`
 */
export async function basisOf(
  tx: Tx,
  deps: SupervisionDeps,
  actor: StaffActor,
  listed: readonly string[],
  {
    item,
    inspection,
  }: { readonly item?: string | undefined; readonly inspection?: string | undefined },
): Promise<readonly string[]> {
  const opened = item === undefined ? null : await openItemIn(tx, deps, actor, item);
  if (item !== undefined && opened === null) {
    throw new CommandRefused(refuse('not-found', {}, 'item'));
  }
  if (
    inspection !== undefined &&
    (await openOwn(tx, deps, inspectionKind, actor, inspection)) === null
  ) {
    throw new CommandRefused(refuse('not-found', {}, 'inspection'));
  }
  const petitions = [
    ...new Set([...listed, ...(opened?.petition == null ? [] : [opened.petition.id])]),
  ];
  await refuseAccusations(tx, deps, actor, petitions);
  return petitions;
}

/**
 * A recommendation goes to the body that is recommended to: it names nobody who petitioned. What was
 * typed is looked through for the names of the people of its petitions. Another stream is open
 * afterwards.
 * @throws CommandRefused `recommendation-names`
 */
export async function refuseNames(
  tx: Tx,
  deps: SupervisionDeps,
  actor: StaffActor,
  petitionIds: readonly string[],
  typed: { readonly subject: string; readonly reasons: string; readonly proposal: string },
): Promise<void> {
  for (const petitionId of petitionIds) {
    const folder = await openVisible(tx, deps, actor, petitionId);
    const names = (folder?.petition.people ?? []).flatMap(({ sealed }) => {
      const name = folder?.words.open<{ readonly name?: string }>(sealed)?.name?.trim() ?? '';
      // A single character stands in ordinary words too.
      return [...name].length > 1 ? [name] : [];
    });
    for (const field of ['subject', 'reasons', 'proposal'] as const) {
      if (names.some((name) => typed[field].includes(name))) {
        throw new CommandRefused(refuse('recommendation-names', {}, field));
      }
    }
  }
}
