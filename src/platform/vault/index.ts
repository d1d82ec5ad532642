export {
  blindIndex,
  blindIndexesForLookup,
  normaliseForIndex,
  type BlindIndex,
  type BlindIndexKind,
} from './blind-index.ts';
export { bodyHashOf } from './body-hash.ts';
export { deriveId, newId } from './derive-id.ts';
export {
  isLookupCode,
  isOneTimeWord,
  lookupCode,
  oneTimeWord,
  parseLookupCode,
  wordWindow,
} from './lookup-code.ts';
export { MasterKeyFault, type MasterKeyFaultCode } from './master-key-fault.ts';
export {
  addMasterKeyVersion,
  createMasterKeyFile,
  loadMasterKeys,
  MasterKeys,
} from './master-key.ts';
export { caseKeyOf, openItems, unwrapCaseKey, type HasVault } from './open-case.ts';
export { Sealer } from './sealer.ts';
export type { SuiteName } from './suite.ts';
export {
  commitment,
  SealBroken,
  Vault,
  type CaseKey,
  type NewCaseKey,
  type SealedItem,
} from './vault.ts';
export { WordIndex, type QueryWords } from './words.ts';
export { rewrapTable, type WrappedTable } from './rewrap.ts';
export { rotateMasterKey, type IndexedValue, type RotationOptions } from './rotate.ts';
export {
  deleteBlindIndexes,
  findStreamsByBlindIndex,
  insertBlindIndexes,
  insertCase,
  insertSealed,
  loadBlindIndexes,
  loadCaseKeys,
  loadSealed,
  loadSealedOfCases,
  type SealedOfCase,
  type SealedRow,
  type WrappedCaseKey,
} from './store.ts';
