import type { Catalogue } from '../../../../portal/words/index.ts';
import { receptionEn } from './en.ts';
import { receptionZh, type ReceptionKey } from './zh.ts';

export type { ReceptionKey } from './zh.ts';

/** The sentences of the reception pages. */
export const receptionPageWords: Catalogue<ReceptionKey> = {
  'zh-CN': receptionZh,
  en: receptionEn,
};
