import { loadEvents } from '../../../platform/record/index.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import type { OrganisationSnapshot, PetitionDeps } from './deps.ts';
import { runSystemCommand } from './run.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import { fold } from '../evolve.ts';
import type { Petition } from '../petition.ts';
import { openPetition } from '../store.ts';
import { upcast } from '../upcast.ts';
import { findAccusationsAtUnit, findAtUnit } from '../due-store.ts';
import { runAll, StepRefused, systemActor } from './run-all.ts';
import type { CommandOptions } from './locked.ts';
import type { Refusal } from '../../../kernel/refusals.ts';
import type { Result } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database/index.ts';

const actor = systemActor('succession');

export interface Succession {
  readonly from: string;
  readonly to: string;
}

/** Papers that the unit still has to finish. */
const unfinished = ['drafted', 'checked', 'signed', 'sealed'];

/** Whether a unit still has something to do in a petition, or answers for it. */
export const concerns = (petition: Petition, unit: string): boolean => {
  const link = petition.report === null ? undefined : petition.chain[petition.report.link];
  const reporting = petition.report?.stage !== 'accepted' && link !== undefined;
  return (
    petition.holder === unit ||
    petition.office === unit ||
    petition.superior === unit ||
    petition.tasks.some((task) => task.unit === unit && task.doneAt === null) ||
    petition.papers.some((paper) => paper.issuer === unit && unfinished.includes(paper.stage)) ||
    (reporting && (link.from === unit || link.to === unit))
  );
};

/**
 * Gives every petition that a merged or abolished unit held, answered for or worked on to its
 * successor, one by one, so that none is orphaned (O-1, Reg. 24).
 * @param units the unit that ended, and who takes over
 */
export async function succeedUnit(
  deps: PetitionDeps,
  { from, to }: Succession,
  signal: AbortSignal,
): Promise<void> {
  const scope = { ...scopeOf(actor), units: [from] };
  const heir = await deps.db.withActor(scope, 'read', async (tx) =>
    heirOf(await deps.organisation(tx), to),
  );
  const give = (streamId: string) => succeed(deps, streamId, { from, to: heir });
  for (const find of [findAtUnit, findAccusationsAtUnit]) {
    await runAll<string>(
      (after) => deps.db.withActor(scope, 'read', (tx) => find(tx, from, after)),
      give,
      signal,
    );
  }
}

/** Who takes over in the end: a successor may have ended itself before this ran. */
export function heirOf(organisation: OrganisationSnapshot, unitId: string): string {
  const seen = new Set<string>();
  let id = unitId;
  for (;;) {
    const unit = organisation.find(id);
    if (unit === undefined || unit.active || unit.successorId === null || seen.has(id)) return id;
    seen.add(id);
    id = unit.successorId;
  }
}

/**
 * Gives the records of another capability that a merged or abolished unit still has something to do
 * with to its successor (O-1, Reg. 24), one by one; a second run changes nothing.
 * @param units the unit that ended, and who takes over
 * @param find a page of its records behind one; those that were given on may stand there again
 * @param give gives one of them on, by the command id that it is told
 * @throws StepRefused when one is refused; the job runs again
 */
export async function succeedEach(
  deps: PetitionDeps,
  { from, to }: Succession,
  signal: AbortSignal,
  find: (tx: Tx, unitId: string, after: string | null) => Promise<readonly string[]>,
  give: (
    id: string,
    units: Succession,
    options: Pick<CommandOptions, 'actor' | 'commandId'>,
  ) => Promise<Result<unknown, Refusal>>,
): Promise<void> {
  const scope = scopeOf(actor);
  const heir = await deps.db.withActor(scope, 'read', async (tx) =>
    heirOf(await deps.organisation(tx), to),
  );
  await runAll<string>(
    (after) => deps.db.withActor(scope, 'read', (tx) => find(tx, from, after)),
    async (id) => {
      const commandId = deriveId(deps.keys, 'system:succession', `${from}>${heir}`, id);
      const done = await give(id, { from, to: heir }, { actor, commandId });
      if (!done.ok) throw new StepRefused(done.refusal);
    },
    signal,
  );
}

async function succeed(deps: PetitionDeps, streamId: string, units: Succession): Promise<void> {
  const concerned = await deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    if (!(await openPetition(tx, streamId))) return false;
    const petition = fold(streamId, (await loadEvents(tx, streamId)).map(upcast));
    return petition !== null && concerns(petition, units.from);
  });
  if (!concerned) return;
  const answer = await runSystemCommand(
    deps,
    streamId,
    { type: 'succeedHolder', ...units },
    {
      actor,
      commandId: deriveId(deps.keys, 'system:succession', `${units.from}>${units.to}`, streamId),
    },
  );
  if (!answer.ok) throw new StepRefused(answer.refusal);
}
