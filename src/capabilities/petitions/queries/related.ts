import type { Tx } from '../../../platform/database/index.ts';
import type { OrganisationSnapshot } from '../commands/deps.ts';
import type { Petition } from '../petition.ts';
import type { Relation } from '../related.ts';
import { findNumbers, findSharedNumbers } from '../store.ts';
import type { PetitionView, RelationView } from '../view.ts';
import type { SealedWords } from './folder.ts';

/** What a relation is called from either side. */
const namesOfSides: Readonly<
  Record<Relation['kind'], Readonly<Record<Relation['side'], RelationView['kind']>>>
> = {
  'repeat-of': { from: 'repeat-of', to: 'repeated-by' },
  'same-matter': { from: 'same-matter', to: 'same-matter' },
  'merged-into': { from: 'merged-into', to: 'absorbed' },
  'split-from': { from: 'split-from', to: 'split-into' },
  'member-of': { from: 'member-of', to: 'member-of' },
};

const actorName = (actor: string, organisation: OrganisationSnapshot): string => {
  const [kind = '', id = ''] = actor.split(':');
  return kind === 'staff' ? organisation.userName(id) : kind;
};

/** An accusation may be a part of a letter that was split, and is nothing else to anything (L-5). */
const isPart = ({ kind }: Relation): boolean => kind === 'split-from';

/** Numbers of related petitions, without those that the reader may not see: not even that they exist. */
export const numbersOfRelated = async (
  tx: Tx,
  { relations }: Petition,
): Promise<ReadonlyMap<string, string>> => {
  const idsOf = (some: readonly Relation[]) => [...new Set(some.map(({ other }) => other))];
  const parts = idsOf(relations.filter(isPart));
  const others = idsOf(relations.filter((relation) => !isPart(relation)));
  return new Map([
    ...(parts.length === 0 ? [] : await findNumbers(tx, parts)),
    ...(others.length === 0 ? [] : await findSharedNumbers(tx, others)),
  ]);
};

/** Relations with who made or undid them, when and why; the undone ones last. */
export function viewRelations(
  petition: Petition,
  numbers: ReadonlyMap<string, string>,
  words: SealedWords,
  organisation: OrganisationSnapshot,
): PetitionView['relations'] {
  return petition.relations
    .flatMap((relation): RelationView[] => {
      const number = numbers.get(relation.other);
      if (number === undefined) return [];
      const { undone } = relation;
      return [
        {
          relationId: relation.id,
          kind: namesOfSides[relation.kind][relation.side],
          id: relation.other,
          number,
          at: relation.at,
          by: actorName(relation.actor, organisation),
          reason: words.text(relation.reason),
          suggested: relation.suggested,
          undone:
            undone === null
              ? null
              : {
                  at: undone.at,
                  by: actorName(undone.actor, organisation),
                  reason: words.text(undone.reason),
                },
        },
      ];
    })
    .toSorted((left, right) => Number(left.undone !== null) - Number(right.undone !== null));
}
