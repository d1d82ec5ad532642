import { petitionWords } from '../../capabilities/petitions/index.ts';
import { sentenceOf, type Refusal } from '../../kernel/refusals.ts';
import { inWords, type WordedRefusal, type Words } from '../../platform/http/index.ts';
import { columnWords } from './columns.ts';

/** What is wrong with a row, in both languages; it repeats nothing of the petition. */
export class Fault {
  /** As the row names it; empty when the whole row is at fault. */
  readonly field: string;
  readonly zh: string;
  readonly en: string;

  constructor(field: string, zh: string, en: string) {
    this.field = field;
    this.zh = zh;
    this.en = en;
  }
}

/** A row as it was read: where it stands, and its value or why there is none. */
export type ReadRow =
  | { readonly line: number; readonly value: Readonly<Record<string, unknown>> }
  | { readonly line: number; readonly fault: Fault };

export const fault = (field: string, zh: string, en: string): Fault => new Fault(field, zh, en);

const words: Words = { ...petitionWords, ...columnWords };

/** A refusal of the rules as a fault of the row. */
export function faultOf(refusal: Refusal | WordedRefusal): Fault {
  const inEnglish =
    'paramsEn' in refusal
      ? { ...refusal, params: { ...refusal.params, ...refusal.paramsEn } }
      : refusal;
  return new Fault(
    refusal.field ?? '',
    sentenceOf(inWords(words, refusal, 'zh-CN'), 'zh-CN'),
    sentenceOf(inWords(words, inEnglish, 'en'), 'en'),
  );
}
