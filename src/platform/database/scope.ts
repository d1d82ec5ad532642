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
 * The statement that makes a transaction an actor's, for its length alone. Its row tells the
 * database's time. Parameters, not text, so that PostgreSQL parses it once per connection.
 */
export const openingStatement = (scope: DatabaseScope, role: DatabaseRole) => ({
  name: 'open',
  text:
    "SELECT set_config('role',$1,true),set_config('app.actor',$2,true)," +
    "set_config('app.units',$3,true),set_config('app.roles',$4,true)," +
    "set_config('app.stream',$5,true),clock_timestamp() AS now",
  values: [
    `huiyin_${role}`,
    settingValue(scope.actor),
    list(scope.units),
    list(scope.roles),
    list(scope.streams),
  ],
});
