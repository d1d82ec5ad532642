import type { Catalogue } from '../../../../portal/words/index.ts';
import { afterwardsEn } from './afterwards.en.ts';
import { afterwardsZh, type AfterwardsKey } from './afterwards.zh.ts';
import { progressEn } from './progress.en.ts';
import { progressZh, type ProgressKey } from './progress.zh.ts';
import { submitEn } from './submit.en.ts';
import { submitZh, type SubmitKey } from './submit.zh.ts';

export type PetitionKey = SubmitKey | ProgressKey | AfterwardsKey;

/** The sentences of the petition pages, which join the shell's in the citizens' catalogue. */
export const petitionPageWords: Catalogue<PetitionKey> = {
  'zh-CN': { ...submitZh, ...progressZh, ...afterwardsZh },
  en: { ...submitEn, ...progressEn, ...afterwardsEn },
};
