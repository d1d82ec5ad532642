import type { Catalogue } from '../../../../portal/words/index.ts';

const zh = {
  'own.title': '领导包案',
  'own.led': '{unit}{name}包下了您这件事，一直负责到底。',
  'own.since': '{day}起由这位领导负责',
  'own.next': '下一步：{what}（最晚 {day}）',
  'own.late': '原定 {day}：{what}。日子已经过了，还没有做到。',
  'own.none': '下一步做什么、哪天做，定下来会写在这里。',
  'own.ended': '包案办结了。同样的问题又出现，可以再告诉我们，会重新包起来。',
} as const;

export type SponsoredPageKey = keyof typeof zh;

const en: Readonly<Record<SponsoredPageKey, string>> = {
  'own.title': 'A leader in charge',
  'own.led': '{name} of {unit} has taken charge of your matter and answers for it to the end.',
  'own.since': 'In charge since {day}',
  'own.next': 'Next: {what} (by {day} at the latest)',
  'own.late': 'Was to be done by {day}: {what}. The day is over and it is not done yet.',
  'own.none': 'What comes next, and when, will stand here as soon as it is settled.',
  'own.ended':
    'The leader’s work on it has ended. Should the same come up again, tell us, and it is taken up again.',
};

/** What petitioners read of a case under a leader. */
export const sponsoredPageWords: Catalogue<SponsoredPageKey> = { 'zh-CN': zh, en };
