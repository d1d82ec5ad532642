import { cleanText } from '../../../kernel/clean-text.ts';
import {
  deriveId,
  lookupCode,
  parseLookupCode,
  type MasterKeys,
} from '../../../platform/vault/index.ts';
import type { Household } from './case.ts';

interface HasKeys {
  readonly keys: MasterKeys;
}

/** However people write it: full-width digits, spaces, any dash, capitals or not. */
export const normalReference = (typed: string): string =>
  cleanText(typed)
    .text.normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}_]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');

/**
 * The id of a household: a keyed hash of promise and reference, so that the same reference is the
 * same household, however often and by whomever a list is sent, and only the program finds it.
 */
export const householdIdOf = ({ keys }: HasKeys, promiseId: string, reference: string): string =>
  deriveId(keys, 'system:public-promises', promiseId, normalReference(reference));

/** A household's code: derived as the petitioners' look-up codes are, stored nowhere. */
export const codeOf = (
  { keys }: HasKeys,
  { id, codeVersion }: Pick<Household, 'id' | 'codeVersion'>,
): string => lookupCode(keys, id, codeVersion);

/**
 * The keyed hash by which a code is found; the same work for what cannot be a code.
 * @param typed as people type it
 */
export const codeKeyOf = ({ keys }: HasKeys, promiseId: string, typed: string): string =>
  deriveId(keys, 'system:public-promises', `code ${promiseId}`, parseLookupCode(typed) ?? '');
