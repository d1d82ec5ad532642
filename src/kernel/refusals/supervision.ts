import type { RefusalEntry } from './entry.ts';

/** Refusals of supervision (U-1 to U-7). */
export const supervisionRefusals = {
  'supervision-accusation': {
    status: 422,
    zh: '检举控告只由指定人员办理，不列入督办件。',
    en: 'An accusation is seen by its named handlers alone; it stands among no supervision items.',
  },
  'supervision-not-in-status': {
    status: 409,
    zh: '这件督办件已到另一步，现在不能这样做，请刷新后再看。',
    en: 'The supervision item has moved on; this step is not possible now. Reload and look again.',
  },
  'supervision-verifier-inside': {
    status: 403,
    zh: '督办件要由被督办单位以外的人核查。',
    en: 'A supervision item is verified by somebody outside the unit that answers.',
  },
  'supervision-own-unit': {
    status: 422,
    zh: '不能督办本单位，请由上一级信访部门督办。',
    en: 'An office cannot supervise itself; the office above does.',
  },
  'supervision-unit-outside': {
    status: 422,
    zh: '这个单位没有办理过该信访事项，请选择经办单位。',
    en: 'This unit has no part in the petition; choose one that has.',
  },
  'supervision-date-past': {
    status: 422,
    zh: '答复期限不能早于今天。',
    en: 'The day for the answer cannot be before today.',
  },
  'supervision-about': {
    status: 422,
    zh: '请写明信访编号，或者选择被督办的单位。',
    en: 'Name the petition, or choose the unit.',
  },
} as const satisfies Record<string, RefusalEntry>;
