/** A place in a list: the moment it is sorted by and the record. Opaque to the reader. */
export interface Place {
  readonly at: Date;
  readonly id: string;
}

const form = /^(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Reads a place that was given back; one that we never gave means the beginning. */
export function parsePlace(after: string | undefined): Place | null {
  const [, at, id] = form.exec(after ?? '') ?? [];
  return at === undefined || id === undefined ? null : { at: new Date(Number(at)), id };
}

export const writePlace = (place: Place): string => `${place.at.getTime()}.${place.id}`;

/** Begins before everything, or after everything. */
export const start: Place = {
  at: new Date('0001-01-01T00:00:00Z'),
  id: '00000000-0000-0000-0000-000000000000',
};
export const end: Place = {
  at: new Date('9999-12-31T23:59:59Z'),
  id: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
};

/** Where a list goes on that shows the newest first. */
export const placeBefore = (after: string | undefined): Place => parsePlace(after) ?? end;

/**
 * What the reader gives back to read on.
 * @param rows a page as it was read
 * @param limit rows asked for; fewer than that are the last
 * @param at epoch ms by which the list is sorted
 * @returns null at the end
 */
export function nextPlace<Row extends { readonly id: string }>(
  rows: readonly Row[],
  limit: number,
  at: (row: Row) => number,
): string | null {
  const last = rows.at(-1);
  return last === undefined || rows.length < limit
    ? null
    : writePlace({ at: new Date(at(last)), id: last.id });
}
