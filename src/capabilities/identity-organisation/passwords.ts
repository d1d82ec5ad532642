import { hash, verify } from '@node-rs/argon2';
import { dictionary } from '@zxcvbn-ts/language-common';
import { refuse, type Refusal } from '../../kernel/refusals.ts';
import { ok, type Result } from '../../kernel/result.ts';

/** OWASP's first choice for argon2id; 2 is the library's number for that variant. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** What people put for letters, so that `P@ssw0rd` is recognised. */
const lookalikes: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
};
const unmasked = (text: string): string =>
  text.replaceAll(/[@431!0$5]/g, (sign) => lookalikes[sign] ?? sign);

const common = new Set(
  [...dictionary['passwords-common'], 'huiyin', 'xinfang', 'xinfangju'].map(plain),
);

/** The word inside a password: without the digits and signs that people add before and after. */
const core = (text: string): string => text.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

const isCommon = (password: string): boolean => {
  const forms = [password, unmasked(password), core(password), core(unmasked(password))];
  // A short remainder says nothing: “correct horse …” must not fail for one common word in it.
  return forms.some((form) => form.length >= 4 && common.has(form));
};

/** A run (abcdef, 123456, 一) or a short piece said again and again. */
const isPattern = (text: string): boolean => {
  const codes = Array.from(text, (sign) => sign.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, at) => code - (codes[at] ?? 0));
  const runs = steps.filter((step) => Math.abs(step) <= 1).length;
  return new Set(codes).size < 5 || runs >= steps.length * 0.7 || /^(.{1,5})\1+.?.?$/u.test(text);
};

/** Dates and telephone numbers are all digits and few enough to try. */
const isNumberOnly = (text: string): boolean => /^\d+$/.test(text) && text.length < 16;

/**
 * Refuses what is guessed first, without asking anybody over the network.
 * @param password as typed
 * @param userName of its owner
 * @returns refusal `password-weak`
 */
export const checkPassword = (password: string, userName: string): Result<undefined, Refusal> => {
  const text = plain(password);
  const weak =
    Array.from(password).length < 10 ||
    isCommon(text) ||
    isPattern(text) ||
    isNumberOnly(text) ||
    (userName.length >= 3 && text.includes(plain(userName)));
  return weak ? refuse('password-weak', {}, 'password') : ok(undefined);
};

/** argon2id in PHC form. */
export const hashPassword = (password: string): Promise<string> =>
  hash(password.normalize('NFKC'), cost);

let decoy: Promise<string> | undefined;

/** A hash of the same cost as everybody's, against which passwords of unknown people are tried. */
export const decoyHash = (): Promise<string> =>
  (decoy ??= hashPassword('nobody has this password'));

/**
 * Compares a password; without a stored one it works as long and says no, so that the answer's
 * time does not tell whether a person exists.
 */
export const verifyPassword = async (
  stored: string | null | undefined,
  password: string,
): Promise<boolean> => {
  const against = stored ?? (await decoyHash());
  const matches = await verify(against, password.normalize('NFKC'));
  return matches && stored !== null && stored !== undefined;
};
