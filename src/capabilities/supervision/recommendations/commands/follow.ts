import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import { inTransaction, scopeOf } from '../../../../platform/database/index.ts';
import type { RecordedEvent } from '../../../../platform/record/index.ts';
import { deriveId } from '../../../../platform/vault/index.ts';
import {
  isAccusation,
  openFolder,
  succeedEach,
  systemActor,
  tellOfPetition,
  type Succession,
} from '../../../petitions/index.ts';
import type { SupervisionDeps } from '../../commands/deps.ts';
import { stepOwn } from '../../commands/own-records.ts';
import { findOwn, findOwnAbout, findOwnOfUnit, findOwnOn } from '../../own-store.ts';
import { findOfPetitions } from '../../must-checks/store.ts';
import type { GapCommand, RecommendationCommand } from '../command.ts';
import { gapStreamKind, recommendationStreamKind, repairStreamKind } from '../events.ts';
import type { PolicyGap } from '../policy-gap.ts';
import type { PolicyRepair } from '../policy-repair.ts';
import type { Recommendation } from '../recommendation.ts';
import { stepGapBySystem } from './gap.ts';
import { recommendationWork } from './recommendation.ts';
import { repairWork } from './repair.ts';

const actor = systemActor('recommendations');

/** What gaps answer to, of their projects and their petitions. */
export const recommendationsFollow = [
  'PolicyRepairBegun',
  'GapsAdded',
  'PolicyRepaired',
  'PolicyRepairDropped',
  'PetitionersTold',
  'PetitionClassified',
] as const;

const stateOf = <S>(deps: SupervisionDeps, id: string): Promise<S | null> =>
  deps.db.withActor(
    scopeOf(actor),
    'read',
    async (tx) => ((await findOwn(tx, id))?.state as S) ?? null,
  );

/** A step with each of some gaps; one that cannot take it any more stays as it is. */
async function each(
  deps: SupervisionDeps,
  ids: readonly string[],
  command: Exclude<GapCommand, { readonly type: 'noteGap' | 'dropGap' }>,
  cause: string,
): Promise<Result<undefined, Refusal>> {
  for (const id of ids) {
    const commandId = deriveId(deps.keys, 'system:recommendations', command.type, `${id} ${cause}`);
    const done = await stepGapBySystem(deps, id, command, { actor, commandId });
    // Somebody dropped it, or another project was quicker: it is not this project's then.
    if (!done.ok && done.refusal.code !== 'recommendation-not-in-status') return done;
  }
  return ok(undefined);
}

/** Gaps that stand under a project now. */
async function gapsOf(deps: SupervisionDeps, repair: PolicyRepair): Promise<readonly PolicyGap[]> {
  const found: PolicyGap[] = [];
  for (const id of repair.gaps) {
    const gap = await stateOf<PolicyGap>(deps, id);
    if (gap?.projectId === repair.id && !gap.withdrawn) found.push(gap);
  }
  return found;
}

/** Tells the petitioners in whose matters the gap was seen that the policy has been changed (U-6). */
async function tellPetitioners(
  deps: SupervisionDeps,
  repairId: string,
): Promise<Result<undefined, Refusal>> {
  const repair = await stateOf<PolicyRepair>(deps, repairId);
  if (repair === null) return refuse('not-found');
  for (const { petitionId } of await gapsOf(deps, repair)) {
    const messageId = deriveId(deps.keys, 'system:recommendations', repairId, petitionId);
    const told = await inTransaction(deps, actor, async (tx) => {
      const folder = await openFolder(tx, deps.vault, petitionId);
      if (folder !== null && !isAccusation(folder.petition)) {
        const to = { petitioner: true, template: 'policy-repaired' } as const;
        await tellOfPetition(tx, deps, folder.petition, to, messageId);
      }
      return ok(undefined);
    });
    if (!told.ok) return told;
  }
  return ok(undefined);
}

/** A step of the system with a recommendation; what the step does not fit stays as it is. */
async function stepBySystem(
  deps: SupervisionDeps,
  id: string,
  command: Extract<
    RecommendationCommand,
    { readonly type: 'withdrawDraft' | 'withholdBasis' | 'restoreBasis' }
  >,
  cause: string,
): Promise<Result<'done' | 'unfit', Refusal>> {
  const done = await stepOwn(
    deps,
    recommendationWork,
    id,
    { type: command.type, input: command, compose: () => command },
    {
      actor,
      commandId: deriveId(deps.keys, 'system:recommendations', command.type, `${id} ${cause}`),
    },
  );
  if (done.ok) return ok('done');
  return done.refusal.code === 'recommendation-not-in-status' ? ok('unfit') : done;
}

/**
 * L-5: when a petition becomes an accusation, what was noted in it, and what was drafted from it and is
 * not sealed yet, is seen by nobody any more. What is sealed has left the house: nothing of it leads to
 * the petition any more, and it is hidden where it stands on nothing else. An accusation by mistake
 * gives that back.
 */
async function followPetition(
  deps: SupervisionDeps,
  { streamId: petitionId, seq, data }: RecordedEvent,
): Promise<Result<undefined, Refusal>> {
  const accusation = (data as { readonly purpose?: string }).purpose === 'accusation';
  const standing = await deps.db.withActor(scopeOf(actor), 'read', async (tx) => ({
    gaps: accusation ? await findOwnAbout(tx, gapStreamKind, petitionId) : [],
    recommendations: await findOwnOn(tx, recommendationStreamKind, petitionId),
    items: accusation ? (await findOfPetitions(tx, [petitionId])).map(({ id }) => id) : [],
  }));
  for (const id of standing.recommendations) {
    if (!accusation) {
      const done = await stepBySystem(deps, id, { type: 'restoreBasis', petitionId }, String(seq));
      if (!done.ok) return done;
      continue;
    }
    const draft = await stepBySystem(deps, id, { type: 'withdrawDraft' }, String(seq));
    if (!draft.ok) return draft;
    if (draft.value === 'done') continue;
    const itemId = (await stateOf<Recommendation>(deps, id))?.itemId ?? null;
    const withItem = itemId !== null && standing.items.includes(itemId);
    const command = { type: 'withholdBasis', petitionId, withItem } as const;
    const done = await stepBySystem(deps, id, command, String(seq));
    if (!done.ok) return done;
  }
  return each(deps, standing.gaps, { type: 'withdrawGap' }, String(seq));
}

/**
 * Carries what happened to repairs and petitions to the gaps, once however often it comes.
 * @param event one of `recommendationsFollow`
 */
export async function followForRecommendations(
  deps: SupervisionDeps,
  event: RecordedEvent,
): Promise<Result<undefined, Refusal>> {
  if (event.type === 'PetitionClassified') return followPetition(deps, event);
  const projectId = event.streamId;
  const cause = String(event.seq);
  switch (event.type) {
    case 'PolicyRepairBegun':
    case 'GapsAdded': {
      const { gaps } = event.data as { readonly gaps: readonly string[] };
      return each(deps, gaps, { type: 'groupGap', projectId }, `${projectId} ${cause}`);
    }
    case 'PolicyRepaired':
    case 'PolicyRepairDropped': {
      const repair = await stateOf<PolicyRepair>(deps, projectId);
      const gaps = repair === null ? [] : await gapsOf(deps, repair);
      const command =
        event.type === 'PolicyRepaired'
          ? ({ type: 'repairGap', projectId } as const)
          : ({ type: 'releaseGap' } as const);
      return each(
        deps,
        gaps.map(({ id }) => id),
        command,
        `${projectId} ${cause}`,
      );
    }
    case 'PetitionersTold':
      return tellPetitioners(deps, projectId);
    default:
      return ok(undefined);
  }
}

/**
 * Gives recommendations, gaps and repairs in which a merged or abolished unit stands to its successor
 * (O-1), one by one; a second run changes nothing.
 * @param units the unit that ended, and who takes over
 */
export async function succeedRecommendations(
  deps: SupervisionDeps,
  units: Succession,
  signal: AbortSignal,
): Promise<void> {
  const find =
    (kind: string): Parameters<typeof succeedEach>[3] =>
    (tx, unit, after) =>
      findOwnOfUnit(tx, kind, unit, after);
  const command = (input: Succession) => ({ type: 'succeedUnit' as const, ...input });
  await succeedEach(deps, units, signal, find(recommendationStreamKind), (id, input, options) =>
    stepOwn(
      deps,
      recommendationWork,
      id,
      { type: 'succeedUnit', input, compose: () => command(input) },
      options,
    ),
  );
  await succeedEach(deps, units, signal, find(gapStreamKind), (id, input, options) =>
    stepGapBySystem(deps, id, command(input), options),
  );
  await succeedEach(deps, units, signal, find(repairStreamKind), (id, input, options) =>
    stepOwn(
      deps,
      repairWork,
      id,
      { type: 'succeedUnit', input, compose: () => command(input) },
      options,
    ),
  );
}
