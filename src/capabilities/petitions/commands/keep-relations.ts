import type { Tx } from '../../../platform/database/index.ts';
import { dropRelations, noteMember, writeRelation } from '../../relations/index.ts';
import { findPaper, isAccusation, type Petition } from '../petition.ts';
import type { Relation } from '../related.ts';

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
  const known = before === null || isAccusation(before) ? [] : before.relations;
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
