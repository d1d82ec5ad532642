import type { RefusalEntry } from './entry.ts';

/** Refusals of cases under a leader's responsibility (S-1 to S-7). */
export const sponsorshipRefusals = {
  'backlog-accusation': {
    status: 422,
    zh: '检举控告只由指定人员办理，不列入积案台账。',
    en: 'An accusation is seen by its named handlers alone; it stands in no backlog ledger.',
  },
  'backlog-not-in-status': {
    status: 409,
    zh: '这件积案已到另一步，现在不能这样做，请刷新后再看。',
    en: 'The backlog case has moved on; this step is not possible now. Reload and look again.',
  },
  'backlog-verifier-inside': {
    status: 403,
    zh: '积案要由责任单位以外、没有报告化解的人核查。',
    en: 'A backlog case is verified by somebody outside the responsible unit who did not report it.',
  },
  'backlog-date': {
    status: 422,
    zh: '化解期限请写成 2026-11-30 这样的日期。',
    en: 'Write the date like 2026-11-30.',
  },
  'backlog-leader': {
    status: 422,
    zh: '请写明包案领导。',
    en: 'Say which leader is responsible.',
  },
} as const satisfies Record<string, RefusalEntry>;
