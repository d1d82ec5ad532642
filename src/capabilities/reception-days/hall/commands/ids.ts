import { deriveId, type MasterKeys } from '../../../../platform/vault/index.ts';

/** The record of a day's hall; one per day, known before it begins. */
export const hallIdOf = (keys: MasterKeys, dayId: string): string =>
  deriveId(keys, 'hall', 'prepare', dayId);
