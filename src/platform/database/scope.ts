/**
 * Who works in a transaction, as row-level security sees it. Empty means nobody.
 * All values are codes and ids: letters, digits and : _ . -
 */
export type DatabaseScope = {
  readonly actor: string;
  /** Units in whose name the actor may read and write. */
  readonly units: readonly string[];
  readonly roles: readonly string[];
  /** Streams opened from the start, for actors such as a petitioner with one petition. */
  readonly streams?: readonly string[];
};

/** Nobody: row-level security lets nothing through that names a person or a unit. */
export const nobody: DatabaseScope = { actor: '', units: [], roles: [] };

/** Which database role a transaction works as. */
export type DatabaseRole = 'write' | 'read' | 'statistics';

const code = /^[A-Za-z0-9:_.-]*$/;

/** A value that may stand between quotes in a SET; anything else is a bug or an attack. */
export const settingValue = (value: string): string => {
  if (!code.test(value)) throw new TypeError('a scope value holds a character that no code has');
  return value;
};

const list = (values: readonly string[] = []): string => values.map(settingValue).join(',');

/**
 * The statement that opens a transaction for an actor, in one round trip: literal settings, so
 * that it needs no parameters. Its last result is the database's time.
 */
export const openingStatement = (scope: DatabaseScope, role: DatabaseRole): string =>
  `BEGIN;SET LOCAL ROLE huiyin_${role};` +
  `SET LOCAL app.actor='${settingValue(scope.actor)}';` +
  `SET LOCAL app.units='${list(scope.units)}';` +
  `SET LOCAL app.roles='${list(scope.roles)}';` +
  `SET LOCAL app.stream='${list(scope.streams)}';` +
  `SELECT clock_timestamp() AS now`;
