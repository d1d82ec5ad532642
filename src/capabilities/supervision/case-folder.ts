import type { Actor } from '../../kernel/actor.ts';
import { setStreams, type Tx } from '../../platform/database/index.ts';
import { loadEvents, type RecordedEvent } from '../../platform/record/index.ts';
import { caseKeyOf, openItems, type CaseKey } from '../../platform/vault/index.ts';
import {
  isAccusation,
  isPetitionVisible,
  openCase,
  openFolder,
  type CaseState,
  type Folder,
  type PetitionDeps,
} from '../petitions/index.ts';

/** A kind of record of this capability, as what reads it needs it. */
export interface CaseReading<State extends CaseState> {
  readonly fold: (id: string, events: readonly RecordedEvent[]) => State | null;
  readonly isVisible: (actor: Actor, state: State) => boolean;
}

/** A record with its opened words and the petition beside which it stands. */
export interface CaseFolder<State extends CaseState> {
  readonly state: State;
  readonly events: readonly RecordedEvent[];
  readonly items: ReadonlyMap<string, unknown>;
  readonly key: CaseKey;
  readonly folder: Folder;
}

/**
 * Passes the record's row and its petition's through row-level security and reads both; the record's
 * stream stays open. Beside an accusation its named handlers alone (L-5).
 * @returns null when there is none for this reader (404, never 403)
 */
export async function openCaseFolder<State extends CaseState>(
  tx: Tx,
  deps: Pick<PetitionDeps, 'vault'>,
  actor: Actor,
  kind: CaseReading<State>,
  id: string,
): Promise<CaseFolder<State> | null> {
  const petitionId = await openCase(tx, id);
  if (petitionId === null) return null;
  const events = await loadEvents(tx, id);
  const state = kind.fold(id, events);
  if (state === null) return null;
  const key = await caseKeyOf(tx, deps, id);
  const items = await openItems(tx, deps, id, key);
  const folder = await openFolder(tx, deps.vault, petitionId);
  await setStreams(tx, [id]);
  if (folder === null || !isPetitionVisible(actor, folder.petition)) return null;
  const seen = isAccusation(folder.petition) || kind.isVisible(actor, state);
  return seen ? { state, events, items, key, folder } : null;
}

/** One word of an opened item; empty when there is none. */
export const fieldIn = (
  items: ReadonlyMap<string, unknown>,
  item: { readonly id: string } | null,
  field = 'text',
): string => {
  const opened = item === null ? null : items.get(item.id);
  const found: unknown =
    typeof opened === 'object' && opened !== null ? Reflect.get(opened, field) : null;
  return typeof found === 'string' ? found : '';
};
