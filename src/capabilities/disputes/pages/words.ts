import type { Catalogue } from '../../../portal/words/index.ts';

const zh = {
  'origin.title': '这件事的由来',
  'origin.recorded': '{day}，{unit}排查登记过这件事（{kind}）。当时怎么调解的，记录都还在。',
  'origin.way.spoken': '{day}，按您本人当面说的意思，转成了信访件。',
  'origin.way.phone-form': '{day}，按您本人在手机上的选择，转成了信访件。',
  'origin.way.written': '{day}，按您本人写下的意思，转成了信访件。',
} as const;

export type OriginKey = keyof typeof zh;

const en: Record<OriginKey, string> = {
  'origin.title': 'Where this matter comes from',
  'origin.recorded':
    'On {day}, {unit} recorded this matter ({kind}). What was tried then is still on record.',
  'origin.way.spoken': 'On {day} it became a petition, as you yourself asked by word of mouth.',
  'origin.way.phone-form': 'On {day} it became a petition, as you yourself chose on the phone.',
  'origin.way.written': 'On {day} it became a petition, as you yourself wrote.',
};

/** What the progress page says of the dispute that a petition grew out of. */
export const originWords: Catalogue<OriginKey> = { 'zh-CN': zh, en };
