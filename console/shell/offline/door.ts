import { onShelves, readAll, readOne, writeOne } from './database.ts';
import {
  bytesOfKey,
  keyOfBytes,
  keyOfSession,
  keyOfWord,
  newKey,
  newSalt,
  openBytes,
  sealBytes,
  type SealedBytes,
} from './seal.ts';

/** A word of fewer characters is guessed by trying. */
export const shortestWord = 6;
/** Wrong words after which only signing in opens the store. */
export const mostTries = 10;
/** Days after the last sign-in for which the word opens the store without network. */
const wordDays = 7;

/**
 * How the store of one person opens (docs/adr/what-is-taken-along-lies-sealed.md): its key lies here
 * twice, sealed by what the server releases with a session and by a word that the person chose.
 * Both lie besides under a key of this browser that no script can read out.
 */
interface Door {
  readonly userId: string;
  /** Who it is, so that one telephone can serve two people. */
  readonly displayName: string;
  readonly browserKey: CryptoKey;
  readonly bySession: SealedBytes;
  readonly byWord: (SealedBytes & { readonly salt: Uint8Array<ArrayBuffer> }) | null;
  readonly wrongTries: number;
  /** Epoch ms of the last sign-in here. */
  readonly signedInAt: number;
}

/** Who has a store on this machine. */
export interface DoorPlate {
  readonly userId: string;
  readonly displayName: string;
  /** Whether the word still opens it. */
  readonly byWord: boolean;
}

export interface Holder {
  readonly userId: string;
  readonly displayName: string;
  readonly draftKey: string | null;
}

const placeOf = (userId: string, way: 'session' | 'word') => `door:${way}:${userId}`;

async function sealKey(
  raw: ArrayBuffer,
  by: CryptoKey,
  browserKey: CryptoKey,
  place: string,
): Promise<SealedBytes> {
  const inner = await sealBytes(by, raw, place);
  const both = new Uint8Array(12 + inner.sealed.byteLength);
  both.set(inner.iv);
  both.set(new Uint8Array(inner.sealed), 12);
  return sealBytes(browserKey, both, place);
}

async function openRaw(
  sealed: SealedBytes,
  by: CryptoKey,
  browserKey: CryptoKey,
  place: string,
): Promise<ArrayBuffer | null> {
  const both = await openBytes(browserKey, sealed, place);
  if (both === null) return null;
  const inner = { iv: new Uint8Array(both.slice(0, 12)), sealed: both.slice(12) };
  return openBytes(by, inner, place);
}

const wordHolds = ({ byWord, signedInAt }: Door, now: number): boolean =>
  byWord !== null && now - signedInAt < wordDays * 24 * 3_600_000;

/** @param now epoch ms */
export async function doorPlates(now: number): Promise<readonly DoorPlate[]> {
  const doors = await readAll<Door>('door');
  return doors.map((door) => ({
    userId: door.userId,
    displayName: door.displayName,
    byWord: wordHolds(door, now),
  }));
}

/**
 * Makes the store of a person on this machine, or gives the word anew.
 * @param word chosen by the person, at least `shortestWord` characters
 * @returns the key of the store; null where the session brings none, or not that of a store here
 */
export async function makeDoor(
  holder: Holder,
  word: string,
  now: number,
): Promise<CryptoKey | null> {
  const { userId, draftKey } = holder;
  if (draftKey === null) return null;
  const before = await readOne<Door>('door', userId);
  const bySession = await keyOfSession(draftKey);
  if (before === undefined) {
    const raw = await bytesOfKey(await newKey(true));
    return writeDoor(holder, raw, await newKey(false), bySession, word, now);
  }
  // What lies sealed goes on being read: the key stays, only the word is new.
  const { browserKey } = before;
  const raw = await openRaw(before.bySession, bySession, browserKey, placeOf(userId, 'session'));
  return raw === null ? null : writeDoor(holder, raw, browserKey, bySession, word, now);
}

async function writeDoor(
  { userId, displayName }: Holder,
  raw: ArrayBuffer,
  browserKey: CryptoKey,
  bySession: CryptoKey,
  word: string,
  now: number,
): Promise<CryptoKey> {
  const salt = newSalt();
  const byWord = await keyOfWord(word, salt);
  const door: Door = {
    userId,
    displayName,
    browserKey,
    bySession: await sealKey(raw, bySession, browserKey, placeOf(userId, 'session')),
    byWord: { ...(await sealKey(raw, byWord, browserKey, placeOf(userId, 'word'))), salt },
    wrongTries: 0,
    signedInAt: now,
  };
  await writeOne('door', door);
  return keyOfBytes(raw);
}

/** Opens a person's store with what came with their session; null when there is none. */
export async function openBySession(holder: Holder, now: number): Promise<CryptoKey | null> {
  const { userId, draftKey } = holder;
  const door = await readOne<Door>('door', userId);
  if (door === undefined || draftKey === null) return null;
  const by = await keyOfSession(draftKey);
  const raw = await openRaw(door.bySession, by, door.browserKey, placeOf(userId, 'session'));
  if (raw === null) return null;
  await writeOne('door', { ...door, wrongTries: 0, signedInAt: now });
  return keyOfBytes(raw);
}

/**
 * Opens a person's store with their word, without network.
 * @returns `closed` when only signing in opens it any more: nothing is ever lost by wrong words
 */
export async function openByWord(
  userId: string,
  word: string,
  now: number,
): Promise<CryptoKey | 'wrong' | 'closed'> {
  const door = await readOne<Door>('door', userId);
  if (door === undefined || door.byWord === null || !wordHolds(door, now)) return 'closed';
  // Counted before it is tried: a page that is killed in the middle has used its try.
  const wrongTries = door.wrongTries + 1;
  const spent = wrongTries >= mostTries;
  await writeOne('door', { ...door, wrongTries });
  const by = await keyOfWord(word, door.byWord.salt);
  const raw = await openRaw(door.byWord, by, door.browserKey, placeOf(userId, 'word'));
  if (raw !== null) {
    await writeOne('door', { ...door, wrongTries: 0 });
    return keyOfBytes(raw);
  }
  if (spent) await writeOne('door', { ...door, byWord: null, wrongTries });
  return spent ? 'closed' : 'wrong';
}

/** Takes a person's key and everything under it off this machine. */
export const destroyStore = (userId: string): Promise<void> =>
  onShelves(['door', 'taken', 'record', 'file'], 'readwrite', (at) => {
    at('door').delete(userId);
    for (const shelf of ['taken', 'record', 'file'] as const) {
      const cursor = at(shelf).openCursor();
      cursor.addEventListener('success', () => {
        const row = cursor.result;
        if (row === null) return;
        if ((row.value as { readonly userId: string }).userId === userId) row.delete();
        row.continue();
      });
    }
  });
