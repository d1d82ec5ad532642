import type { Tx } from '../../../platform/database/index.ts';
import { loadEvents } from '../../../platform/record/index.ts';
import {
  blindIndex,
  caseKeyOf,
  deleteBlindIndexes,
  insertBlindIndexes,
  openItems,
} from '../../../platform/vault/index.ts';
import { indexedValuesOfPerson } from '../indexed-values.ts';
import { isAccusation, type Petition } from '../petition.ts';
import { addWords } from '../store.ts';
import { upcast } from '../upcast.ts';
import type { PetitionDeps } from './deps.ts';

interface Written {
  readonly title?: string;
  readonly text?: string;
  readonly place?: string;
}

/** Makes people findable by what was sealed of them. */
export async function indexPeople(
  tx: Tx,
  deps: PetitionDeps,
  streamId: string,
  people: readonly unknown[],
): Promise<void> {
  const indexes = people
    .flatMap(indexedValuesOfPerson)
    .map(({ kind, value }) => blindIndex(deps.keys, kind, value));
  await insertBlindIndexes(tx, streamId, indexes);
}

/**
 * L-5: what turns out to be an accusation is found by no word and no person any more; what turns
 * out not to be one is found again, by what lies sealed in it.
 * @param petition as it is now
 */
export async function followPurpose(tx: Tx, deps: PetitionDeps, petition: Petition): Promise<void> {
  if (isAccusation(petition)) {
    await deleteBlindIndexes(tx, petition.id);
    return;
  }
  const key = await caseKeyOf(tx, deps, petition.id);
  const items = await openItems(tx, deps, petition.id, key);
  const written = (id: string): Written => items.get(id) ?? {};
  const added = (await loadEvents(tx, petition.id))
    .map(upcast)
    .flatMap((event) =>
      event.type === 'MaterialAdded' && event.data.text !== null ? [event.data.text] : [],
    );
  const content = written(petition.content.id);
  const texts = [...petition.demands.map((demand) => demand.text), ...added];
  const words = [
    content.title,
    content.text,
    content.place,
    ...texts.map(({ id }) => written(id).text),
  ];
  await addWords(tx, petition.id, deps.words.wordsOf(words.filter(Boolean).join('\n')));
  await indexPeople(
    tx,
    deps,
    petition.id,
    petition.people.map((person) => items.get(person.sealed.id)),
  );
}
