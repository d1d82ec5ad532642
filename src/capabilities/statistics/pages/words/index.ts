import type { Catalogue } from '../../../../portal/words/index.ts';
import { openFiguresEn } from './en.ts';
import { openFiguresZh, type OpenFiguresKey } from './zh.ts';

export type { OpenFiguresKey } from './zh.ts';

/** The sentences of the page of open figures. */
export const openFiguresWords: Catalogue<OpenFiguresKey> = {
  'zh-CN': openFiguresZh,
  en: openFiguresEn,
};
