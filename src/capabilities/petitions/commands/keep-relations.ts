import { setStream, type Tx } from '../../../platform/database/index.ts';
import { loadEvents } from '../../../platform/record/index.ts';
import { dropRelations, noteMember, writeRelation } from '../../relations/index.ts';
import { fold } from '../evolve.ts';
import { findPaper, isAccusation, type Petition } from '../petition.ts';
import type { Relation } from '../related.ts';
import { upcast } from '../upcast.ts';

/** Papers of the head that this member got, and those that reached the petitioner. */
export const answersOf = (petition: Petition) => {
  const received = petition.group?.received ?? [];
  const served = received.filter(({ paperId }) => findPaper(petition, paperId)?.stage === 'served');
  const idOf = ({ headPaperId }: { readonly headPaperId: string }): string => headPaperId;
  return { received: received.map(idOf), served: served.map(idOf) };
};

export const relationRowOf = (petition: Petition, relation: Relation) => ({
  to: relation.other,
  id: relation.id,
  kind: relation.kind,
  from: petition.id,
  madeAt: new Date(relation.at),
  undoneAt: relation.undone === null ? null : new Date(relation.undone.at),
});

/** A petition as its record tells it, whoever reads; its stream stays open. */
async function foldOf(tx: Tx, streamId: string): Promise<Petition | null> {
  await setStream(tx, streamId);
  return fold(streamId, (await loadEvents(tx, streamId)).map(upcast));
}

/**
 * What is no accusation any more stands in its relations again: in its own, and in those that others
 * wrote and that were taken away with them. The others' records say how those stand now.
 */
async function restoreRelations(tx: Tx, after: Petition): Promise<void> {
  for (const id of new Set(after.relations.map(({ other }) => other))) {
    const other = await foldOf(tx, id);
    // L-5: a relation to what is still an accusation stays away.
    if (other === null || isAccusation(other)) continue;
    const between = [
      [after, other],
      [other, after],
    ] as const;
    for (const [from, to] of between) {
      for (const relation of from.relations) {
        if (relation.side !== 'from' || relation.other !== to.id) continue;
        await writeRelation(tx, relationRowOf(from, relation));
      }
    }
  }
  await setStream(tx, after.id);
}

/**
 * Writes what a command changed of a petition's relations; the side that points writes the row.
 * @param before null writes all of them
 */
export async function keepRelations(
  tx: Tx,
  before: Petition | null,
  after: Petition,
): Promise<void> {
  if (isAccusation(after)) {
    if (before !== null && !isAccusation(before)) await dropRelations(tx, after.id);
    return;
  }
  if (before !== null && isAccusation(before)) await restoreRelations(tx, after);
  const known = before?.relations ?? [];
  for (const relation of after.relations) {
    if (relation.side !== 'from') continue;
    const was = known.find(({ id }) => id === relation.id);
    if (was === undefined || was.undone !== relation.undone) {
      await writeRelation(tx, relationRowOf(after, relation));
    }
  }
  const { group } = after;
  if (group === null || before === after) return;
  const { head, relationId } = group;
  await noteMember(tx, { head, relationId, status: after.status, ...answersOf(after) });
}
