export { readingUnitsOf, scopeOf, unitOf } from './actor-scope.ts';
export { CommandRefused, inTransaction, onceMore, withClock } from './command-transaction.ts';
export { clientConfig } from './connection.ts';
export { prepareDataDir } from './data-dir.ts';
export {
  end,
  nextPlace,
  parsePlace,
  placeBefore,
  start,
  writePlace,
  type Place,
} from './keyset.ts';
export { openDatabase, type OpenDatabase, type OpenOptions } from './open.ts';
export { createDatabase, type Database, type DatabaseOptions } from './pool.ts';
export { nobody, type DatabaseRole, type DatabaseScope } from './scope.ts';
export {
  databaseNow,
  run,
  send,
  setStream,
  setStreams,
  type CoreTables,
  type NamedStatement,
  type Tx,
} from './transaction.ts';
