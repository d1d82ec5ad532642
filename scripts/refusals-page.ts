import { refusals } from '../src/kernel/refusals.ts';
import type { RefusalEntry } from '../src/kernel/refusals/entry.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** The documented list of everything that may be refused, from the catalogue. */
export const refusalsPage = (): string => {
  const entries: readonly (readonly [string, RefusalEntry])[] = Object.entries(refusals);
  const rows = entries
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, { status, zh, en }]) => `| \`${code}\` | ${status} | ${cell(zh)} | ${cell(en)} |`);
  return [
    '# What Huiyin may refuse',
    '',
    'Generated from `src/kernel/refusals.ts` by `npm run generate`; do not edit.',
    '',
    'A refusal leaves the house as a problem document (RFC 9457, `application/problem+json`) with',
    'the code below, its HTTP status and the sentence in both languages. Codes are stable: a client',
    'may rely on them. Words in braces are filled from the parameters of the refusal. Each code has',
    'a page of its own at `/problems/<code>`.',
    '',
    '| Code | Status | 中文 | English |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
};
