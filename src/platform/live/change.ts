/** That something changed, and nothing of what: whoever may see it asks for it. */
export interface Change {
  /** What screens listen to, such as `hall:<id>`; letters, digits and : _ . - */
  readonly topics: readonly string[];
  /** The record that changed. */
  readonly id: string;
  readonly version: number;
  /** Epoch ms by the database's clock; screens that were away ask from here on. */
  readonly at: number;
}

/** What a listener is told: a change, or that some may have been missed. */
export type Told = Change | 'gap';

const isText = (value: unknown): value is string => typeof value === 'string';

/**
 * Reads a change as the database hands it on.
 * @returns null for what is none
 */
export function parseChange(payload: string | undefined): Change | null {
  try {
    const { t, i, v, a } = JSON.parse(payload ?? '') as Record<string, unknown>;
    const whole = Array.isArray(t) && t.every(isText) && isText(i);
    return whole && typeof v === 'number' && typeof a === 'number'
      ? { topics: t, id: i, version: v, at: a }
      : null;
  } catch {
    return null;
  }
}

export const payloadOf = (change: Change): string =>
  JSON.stringify({ t: change.topics, i: change.id, v: change.version, a: change.at });
