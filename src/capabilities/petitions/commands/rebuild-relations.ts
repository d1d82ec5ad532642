import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '../../../platform/database/index.ts';
import {
  dropRelation,
  dropRelations,
  findRelationsOf,
  noteMember,
  writeRelation,
  type StoredRelation,
} from '../../relations/index.ts';
import { isAccusation, type Petition } from '../petition.ts';
import { accusationsAmong } from '../rebuild-store.ts';
import type { PetitionDeps } from './deps.ts';
import { answersOf, relationRowOf } from './keep-relations.ts';

/** L-5: an accusation stands in no relation, and none leads to it. */
async function expectedOf(tx: Tx, petition: Petition) {
  if (isAccusation(petition)) return [];
  const own = petition.relations.filter(({ side }) => side === 'from');
  const hidden = await accusationsAmong(
    tx,
    own.map(({ other }) => other),
  );
  return own
    .filter(({ other }) => !hidden.has(other))
    .map((relation) => ({
      row: relationRowOf(petition, relation),
      // How a member stands is kept while it is one; what it left behind is nobody's progress.
      member: petition.group?.relationId === relation.id,
    }));
}

type Expected = Awaited<ReturnType<typeof expectedOf>>[number];

/** A list says nothing by its order. */
const sorted = (values: readonly string[]): readonly string[] => values.toSorted();

function isAsExpected(petition: Petition, found: StoredRelation, { row, member }: Expected) {
  const { status, received, served, ...own } = found;
  if (!isDeepStrictEqual(own, row)) return false;
  const answers = answersOf(petition);
  return (
    !member ||
    (status === petition.status &&
      isDeepStrictEqual(sorted(received), sorted(answers.received)) &&
      isDeepStrictEqual(sorted(served), sorted(answers.served)))
  );
}

/** Rows that the side that points wrote; of an accusation, every row that names it. */
const rowsOf = async (tx: Tx, petition: Petition): Promise<readonly StoredRelation[]> =>
  (await findRelationsOf(tx, petition.id)).filter(
    ({ from }) => isAccusation(petition) || from === petition.id,
  );

/** Compares the relations of a petition with its record; the first that differs is named. */
export async function compareRelations(tx: Tx, petition: Petition) {
  const found = await rowsOf(tx, petition);
  const expected = await expectedOf(tx, petition);
  const ids = [...new Set([...found.map(({ id }) => id), ...expected.map(({ row }) => row.id)])];
  const differing = ids.find((id) => {
    const one = found.find((row) => row.id === id);
    const other = expected.find(({ row }) => row.id === id);
    return one === undefined || other === undefined || !isAsExpected(petition, one, other);
  });
  return differing === undefined ? [] : [{ what: 'relations' as const, detail: differing }];
}

/**
 * Writes the relations of a petition again. What is right stays, for it also knows up to where a
 * member has followed its head; who lost that is led there again by the group's job.
 */
export async function writeRelationsAgain(
  tx: Tx,
  deps: PetitionDeps,
  petition: Petition,
): Promise<void> {
  if (isAccusation(petition)) return dropRelations(tx, petition.id);
  const expected = await expectedOf(tx, petition);
  const found = await rowsOf(tx, petition);
  const right = expected.filter((each) =>
    found.some((row) => row.id === each.row.id && isAsExpected(petition, row, each)),
  );
  for (const { to, id } of found) {
    if (!right.some(({ row }) => row.to === to && row.id === id)) await dropRelation(tx, to, id);
  }
  for (const each of expected) {
    if (right.includes(each)) continue;
    const { row, member } = each;
    await dropRelation(tx, row.to, row.id);
    await writeRelation(tx, row);
    if (!member) continue;
    const { status } = petition;
    await noteMember(tx, { head: row.to, relationId: row.id, status, ...answersOf(petition) });
    await deps.enqueueFollowing(tx, row.to);
  }
}
