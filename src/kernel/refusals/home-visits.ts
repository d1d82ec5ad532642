import type { RefusalEntry } from './entry.ts';

/** Refusals of home visits (S-3). */
export const visitRefusals = {
  'visit-not-in-status': {
    status: 409,
    zh: '这次家访已到另一步，现在不能这样做，请刷新后再看。',
    en: 'The visit has moved on; this step is not possible now. Reload and look again.',
  },
  'visit-day': {
    status: 422,
    zh: '家访日期要从今天起、一年以内。',
    en: 'The day of a visit is today or later, within a year.',
  },
  'visit-visitors': {
    status: 422,
    zh: '请写明谁去家访。',
    en: 'Say who goes on the visit.',
  },
  'visit-visitor-unit': {
    status: 422,
    zh: '去家访的人要在本单位，或在能看到这件信访事项的单位任职；其他同行的人请写在“同行”一栏。',
    en: 'Whoever goes holds a post in your unit or in one that reads the petition. Write others who come along in words.',
  },
  'visit-accusation': {
    status: 422,
    zh: '检举控告只能由指定的办理人员走访，不能有其他人同行。',
    en: 'An accusation is visited by its named handlers alone; nobody else comes along.',
  },
  'visit-neighbours-accusation': {
    status: 422,
    zh: '检举控告不得向邻居了解情况。',
    en: 'In an accusation neighbours are never asked.',
  },
  'visit-neighbours-consent': {
    status: 422,
    zh: '信访人没有同意向邻居了解情况。请先记下信访人的同意，或去掉邻居。',
    en: 'The petitioner has not agreed that neighbours are asked. Note the consent first, or leave neighbours out.',
  },
  'visit-talks': {
    status: 422,
    zh: '请写明和谁谈了话。',
    en: 'Say who was talked to.',
  },
  'visit-not-made': {
    status: 422,
    zh: '信访人谢绝或家中无人时，没有谈话、照片和承诺可记；谢绝的不记原因。',
    en: 'Where the visit was declined or nobody was at home there are no talks, photographs or promises; a decline has no reason.',
  },
  'visit-promise-date': {
    status: 422,
    zh: '答应的日期不能早于家访那天。',
    en: 'What is promised cannot be due before the day of the visit.',
  },
} as const satisfies Record<string, RefusalEntry>;
