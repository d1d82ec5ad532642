import type { Catalogue } from '../../../../portal/words/index.ts';
import { reviewEn } from './en.ts';
import { reviewZh, type ReviewKey } from './zh.ts';

export type { ReviewKey } from './zh.ts';

/** The sentences of the review pages. */
export const reviewPageWords: Catalogue<ReviewKey> = { 'zh-CN': reviewZh, en: reviewEn };
