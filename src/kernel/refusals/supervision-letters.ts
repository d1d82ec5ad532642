import type { RefusalEntry } from './entry.ts';

/** Refusals of the three letters (U-4). */
export const supervisionLetterRefusals = {
  'letters-accusation': {
    status: 422,
    zh: '检举控告只由指定人员办理，不向任何单位发提醒函、督办函或者问责建议函。',
    en: 'An accusation is seen by its named handlers alone; no letter of supervision is sent about it.',
  },
  'letters-own-office': {
    status: 422,
    zh: '本单位不能督办自己，请由上一级信访工作机构督办。',
    en: 'An office does not supervise itself; the petition office above it does.',
  },
  'letters-unit-stranger': {
    status: 422,
    zh: '该单位没有承办过这件信访事项，不能向它发函或者抄送。',
    en: 'This unit has no part in the petition; no letter or copy goes to it.',
  },
  'letters-open': {
    status: 409,
    zh: '就这件信访事项向该单位发的函还没有办完，请在原来的函上继续。',
    en: 'Letters to this unit about this petition are still under way; go on there.',
  },
  'letters-step': {
    status: 422,
    zh: '只能发下一步或者更高一步的函。',
    en: 'Only a higher letter can follow.',
  },
  'letters-addressee': {
    status: 422,
    zh: '请选择有权处理的机关（纪检监察机关或者任免机关），不能是被督办单位自己。',
    en: 'Choose the body with power (discipline body or appointing authority), not the unit itself.',
  },
  'letters-draft-open': {
    status: 409,
    zh: '这份函是系统到期自动起草的，请先由督查人员确认或者改写。',
    en: 'The system drafted this letter when the period ran out; a supervisor takes it over first.',
  },
  'letters-not-due': {
    status: 409,
    zh: '回复期限还没有届满，不会自动升级。',
    en: 'The period to answer is not over; nothing rises by itself.',
  },
  'letters-top': {
    status: 409,
    zh: '已经是最后一步，没有更高的函。',
    en: 'This is the last letter; there is none above.',
  },
  'letters-before-service': {
    status: 422,
    zh: '收到回复的日期不能早于送达日期。',
    en: 'The answer cannot have come before the letter was served.',
  },
  'letters-not-in-status': {
    status: 409,
    zh: '这组函已到另一步，现在不能这样做，请刷新后再看。',
    en: 'The letters have moved on; this step is not possible now. Reload and look again.',
  },
  'letters-settings-changed': {
    status: 409,
    zh: '设置已被别人修改，请刷新后再改。',
    en: 'Somebody else has changed the settings; reload and change them again.',
  },
  'letters-settings-order': {
    status: 422,
    zh: '同一种函只能列一次，每一步都要有名称、天数和依据。',
    en: 'Each kind of letter stands once, each step with name, days and source.',
  },
} as const satisfies Record<string, RefusalEntry>;
