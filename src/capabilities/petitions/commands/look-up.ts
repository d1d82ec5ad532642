import type { Tx } from '../../../platform/database/index.ts';
import { loadEvents } from '../../../platform/record/index.ts';
import {
  blindIndex,
  caseKeyOf,
  deleteBlindIndexes,
  insertBlindIndexes,
  loadSealed,
  type BlindIndex,
} from '../../../platform/vault/index.ts';
import type { RecordedPetitionEvent } from '../events.ts';
import { indexedValuesOfPerson } from '../indexed-values.ts';
import { isAccusation, type Petition } from '../petition.ts';
import { SealedWords } from '../queries/folder.ts';
import { addWords } from '../store.ts';
import { upcast } from '../upcast.ts';
import type { PetitionDeps } from './deps.ts';

interface Written {
  readonly title?: string;
  readonly text?: string;
  readonly place?: string;
}

/** By what a petition is found: words, and exact values of its people. */
export interface LookUp {
  readonly words: readonly bigint[];
  readonly people: readonly BlindIndex[];
}

const indexesOf = (deps: PetitionDeps, people: readonly unknown[]): readonly BlindIndex[] =>
  people
    .flatMap(indexedValuesOfPerson)
    .map(({ kind, value }) => blindIndex(deps.keys, kind, value));

/** Makes people findable by what was sealed of them. */
export async function indexPeople(
  tx: Tx,
  deps: PetitionDeps,
  streamId: string,
  people: readonly unknown[],
): Promise<void> {
  await insertBlindIndexes(tx, streamId, indexesOf(deps, people));
}

/**
 * By what a petition is to be found, as its record and its sealed texts say. An accusation is
 * found by nothing (L-5).
 * @param events of its stream
 * @throws SealBroken when a text is not the one that an event committed to
 */
export async function lookUpOf(
  tx: Tx,
  deps: PetitionDeps,
  petition: Petition,
  events: readonly RecordedPetitionEvent[],
): Promise<LookUp> {
  if (isAccusation(petition)) return { words: [], people: [] };
  const key = await caseKeyOf(tx, deps, petition.id);
  const items = await loadSealed(tx, petition.id);
  const sealed = new SealedWords(deps.vault, key, petition.id, items);
  const added = events.flatMap((event) =>
    event.type === 'MaterialAdded' && event.data.text !== null ? [event.data.text] : [],
  );
  const { title, text, place } = sealed.open<Written>(petition.content) ?? {};
  const texts = [...petition.demands.map((demand) => demand.text), ...added];
  const words = [title, text, place, ...texts.map((item) => sealed.text(item))];
  return {
    words: deps.words.wordsOf(words.filter(Boolean).join('\n')),
    people: indexesOf(
      deps,
      petition.people.map((person) => sealed.open(person.sealed)),
    ),
  };
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
  const events = (await loadEvents(tx, petition.id)).map(upcast);
  const found = await lookUpOf(tx, deps, petition, events);
  await addWords(tx, petition.id, found.words);
  await insertBlindIndexes(tx, petition.id, found.people);
}
