import type { StaffActor } from '../../../../kernel/actor.ts';
import { isGranted } from '../../../../kernel/permissions.ts';
import { nextPlace, placeBefore, scopeOf } from '../../../../platform/database/index.ts';
import { openVisible, systemActor } from '../../../petitions/index.ts';
import type { DisputeDeps } from '../../commands/deps.ts';
import { unitNamed } from '../../queries/lines.ts';
import { conclusionOf } from '../case.ts';
import type { ListQuery } from '../contract.ts';
import { isAssessmentVisible, mayAssess } from '../policy.ts';
import { findOfPetition, listAssessments } from '../store.ts';
import type { AssessmentPage, DecisionsOfPetition } from '../view.ts';
import { lineOf } from './lines.ts';
import { openAssessments } from './open.ts';

/**
 * Assessments of decisions that concern the reader's units, the newest first.
 * @param now epoch ms
 */
export function listDecisions(
  deps: DisputeDeps,
  actor: StaffActor,
  query: ListQuery,
  now: number,
): Promise<AssessmentPage> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const rows = await listAssessments(tx, {
      region: query.region ?? null,
      kind: query.kind ?? null,
      status: query.status ?? null,
      result: query.result ?? null,
      before: placeBefore(query.after),
      limit: query.limit,
    });
    const organisation = await deps.organisation(tx);
    const opened = await openAssessments(
      tx,
      deps,
      rows.map(({ id }) => id),
    );
    return {
      items: opened
        .filter(({ assessment }) => isAssessmentVisible(actor, assessment))
        .map((record) => lineOf(record, organisation, now)),
      next: nextPlace(rows, query.limit, ({ recordedAt }) => recordedAt),
      mayRecord: mayAssess(actor, 'recordDecision', null),
    };
  });
}

/**
 * Which decisions a petition names, for whoever may read the petition.
 * @returns null when there is no such petition for this reader
 */
export async function decisionsOfPetition(
  deps: DisputeDeps,
  actor: StaffActor,
  petitionId: string,
): Promise<DecisionsOfPetition | null> {
  const seen = await deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const folder = await openVisible(tx, deps, actor, petitionId);
    if (folder === null) return null;
    const { office, purpose } = folder.petition;
    const relations = new Set(office === actor.unitId ? (['office'] as const) : []);
    const mayLink = purpose !== 'accusation' && isGranted(actor.roles, 'decision.link', relations);
    // L-5: an accusation names no decision that anybody could see.
    return { ids: purpose === 'accusation' ? [] : await findOfPetition(tx, petitionId), mayLink };
  });
  if (seen === null) return null;
  const system = scopeOf(systemActor('disputes'));
  const items = await deps.db.withActor(system, 'read', async (tx) => {
    const organisation = await deps.organisation(tx);
    return (await openAssessments(tx, deps, seen.ids)).map(({ assessment, text }) => ({
      id: assessment.id,
      title: text(assessment.title),
      unit: unitNamed(organisation, assessment.unit).name,
      status: assessment.status,
      result: conclusionOf(assessment)?.result ?? null,
      mayOpen: isAssessmentVisible(actor, assessment),
    }));
  });
  return { items, mayLink: seen.mayLink };
}
