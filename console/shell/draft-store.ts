/** Drafts on this machine, by person and form; they outlive a crash of the browser. */
const prefix = 'huiyin:draft:';

/** After this time a forgotten draft is taken off the machine, in milliseconds. */
const keptMs = 3 * 24 * 3600_000;

interface Kept<T> {
  readonly at: number;
  readonly value: T;
}

const keyOf = (userId: string, form: string): string => `${prefix}${userId}:${form}`;

export function readDraft<T>(userId: string, form: string, now: number): T | null {
  const text = localStorage.getItem(keyOf(userId, form));
  if (text === null) return null;
  try {
    const kept = JSON.parse(text) as Kept<T>;
    if (now - kept.at <= keptMs) return kept.value;
  } catch {
    // Written by an older page: as good as none.
  }
  localStorage.removeItem(keyOf(userId, form));
  return null;
}

export function writeDraft(userId: string, form: string, value: unknown, now: number): void {
  try {
    localStorage.setItem(keyOf(userId, form), JSON.stringify({ at: now, value }));
  } catch {
    // A full store must not stop the typing; the form itself still holds everything.
  }
}

export function dropDraft(userId: string, form: string): void {
  localStorage.removeItem(keyOf(userId, form));
}

const keysOfPerson = (userId: string): string[] =>
  Object.keys(localStorage).filter((key) => key.startsWith(`${prefix}${userId}:`));

export const countDrafts = (userId: string): number => keysOfPerson(userId).length;

export function clearDrafts(userId: string): void {
  for (const key of keysOfPerson(userId)) localStorage.removeItem(key);
}
