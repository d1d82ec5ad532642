import type { Channel, Purpose } from './petition.ts';

interface Name {
  readonly zh: string;
  readonly en: string;
}

/** What channels are called on screens, in sheets and in figures; papers have words of their own. */
export const channelNames: Readonly<Record<Channel, Name>> = {
  visit: { zh: '来访', en: 'Visit' },
  letter: { zh: '来信', en: 'Letter' },
  telephone: { zh: '来电', en: 'Telephone' },
  web: { zh: '网上', en: 'Web' },
  'hotline-12345': { zh: '12345 热线', en: '12345 hotline' },
  'leader-mailbox': { zh: '领导信箱', en: "Leader's mailbox" },
  fax: { zh: '传真', en: 'Fax' },
  'reception-day': { zh: '接访日', en: 'Reception day' },
  'home-visit': { zh: '家访下访', en: 'Home visit' },
  superior: { zh: '上级交办', en: 'From a superior' },
  'field-investigation': { zh: '实地走访', en: 'Field investigation' },
};

/** What purposes are called. */
export const purposeNames: Readonly<Record<Purpose, Name>> = {
  appeal: { zh: '申诉求决', en: 'Appeal' },
  accusation: { zh: '检举控告', en: 'Accusation' },
  suggestion: { zh: '意见建议', en: 'Suggestion' },
  enquiry: { zh: '咨询', en: 'Enquiry' },
  thanks: { zh: '感谢', en: 'Thanks' },
  other: { zh: '其他', en: 'Other' },
};

/** The words of one language, by code. */
export const namesIn = <Code extends string>(
  names: Readonly<Record<Code, Name>>,
  language: keyof Name,
): Readonly<Record<Code, string>> =>
  Object.fromEntries(
    Object.entries<Name>(names).map(([code, name]) => [code, name[language]]),
  ) as Record<Code, string>;
