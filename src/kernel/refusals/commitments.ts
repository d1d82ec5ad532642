import type { RefusalEntry } from './entry.ts';

/** Refusals of promises with a date (C-1). */
export const commitmentRefusals = {
  'commitment-not-in-status': {
    status: 409,
    zh: '这项承诺已到另一步，现在不能这样做，请刷新后再看。',
    en: 'The commitment has moved on; this step is not possible now. Reload and look again.',
  },
  'commitment-no-petitioner': {
    status: 422,
    zh: '这项承诺不属于任何信访事项，不能写成对信访人的承诺。',
    en: 'This commitment belongs to no petition; it cannot be promised to a petitioner.',
  },
  'person-unknown': {
    status: 422,
    zh: '没有找到这位负责人，请重新选择。',
    en: 'This person is not known; choose again.',
  },
  'commitment-public-text': {
    status: 422,
    zh: '向社会公开的承诺要另写一段不涉及个人的公开文字。',
    en: 'A commitment to the public needs words of its own that name nobody.',
  },
  'commitment-not-public': {
    status: 422,
    zh: '检举控告的承诺不能公开。',
    en: 'A commitment about an accusation cannot be made public.',
  },
  'commitment-date-past': {
    status: 422,
    zh: '承诺的日期不能早于今天。',
    en: 'The date promised cannot be before today.',
  },
  'commitment-date-same': {
    status: 422,
    zh: '新的日期与原来的日期相同。',
    en: 'The new date is the old one.',
  },
  'commitment-evidence': {
    status: 422,
    zh: '对社会公开的承诺，完成时要附上证明材料（文件或照片）。',
    en: 'Fulfilment of a public commitment is shown by at least one file.',
  },
  'commitment-awaits-petitioner': {
    status: 422,
    zh: '这是对信访人的承诺：请信访人本人确认；确实无法取得确认的，由责任单位写明原因后再核实。',
    en: 'This was promised to the petitioner, who is asked first. Where their word cannot be had, the unit says why before somebody verifies it.',
  },
  'commitment-verifier-inside': {
    status: 403,
    zh: '完成情况要由责任单位以外的人核实。',
    en: 'Fulfilment is verified by somebody outside the responsible unit.',
  },
  'commitment-confirmed': {
    status: 422,
    zh: '您已确认这项承诺办到了。如又出现新的问题，请补充材料或提出新的事项。',
    en: 'You have confirmed that this was done. If something new has come up, add it or start a new petition.',
  },
  'letter-accusation': {
    status: 422,
    zh: '检举控告只由指定人员查看，不能呈阅。',
    en: 'An accusation is seen by its named handlers alone; it is laid before nobody.',
  },
  'commitment-of-opinion': {
    status: 422,
    zh: '处理意见书里支持的事项必须落实，不能撤回；可以说明理由后调整日期。',
    en: 'What an opinion supports is carried out and cannot be withdrawn; its date can be changed with a reason.',
  },
} as const satisfies Record<string, RefusalEntry>;
