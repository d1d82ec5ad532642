import type { RefusalEntry } from './entry.ts';

/** Refusals of three-party meetings (S-4). */
export const meetingRefusals = {
  'meeting-accusation': {
    status: 422,
    zh: '检举控告只由指定人员办理，不召开三头对面会议。',
    en: 'An accusation is seen by its named handlers alone; no three-party meeting is held on it.',
  },
  'meeting-not-in-status': {
    status: 409,
    zh: '会议已到另一步，现在不能这样做，请刷新后再看。',
    en: 'The meeting has moved on; this step is not possible now. Reload and look again.',
  },
  'meeting-date-past': {
    status: 422,
    zh: '会议日期不能早于今天。',
    en: 'The day of a meeting is not before today.',
  },
  'meeting-sides': {
    status: 422,
    zh: '三头对面至少要有信访人一方，以及责任单位或包案领导。',
    en: 'At the table sit the petitioner’s side and a responsible unit or the leader in charge.',
  },
  'meeting-representatives': {
    status: 422,
    zh: '信访人一方推选的代表不超过 {limit} 人。',
    en: 'Not more than {limit} representatives speak for the petitioners.',
  },
  'meeting-outside-told': {
    status: 422,
    zh: '企业和专家收不到系统消息，请写明由谁、怎样告知了他们。',
    en: 'Enterprise and experts get no message from here: say who told them, and how.',
  },
  'meeting-not-yet': {
    status: 422,
    zh: '会议还没有到召开的日子，不能提前记录。',
    en: 'The day of the meeting has not come; it cannot be recorded before.',
  },
  'meeting-nobody-came': {
    status: 422,
    zh: '请选出到会的人；没有人到会的，请改期或者取消会议。',
    en: 'Choose who came; where nobody did, put the meeting off or call it off.',
  },
  'meeting-positions': {
    status: 422,
    zh: '请记下至少一方的意见。',
    en: 'Write down what at least one side said.',
  },
  'meeting-result': {
    status: 422,
    zh: '请写明议定的事项，或没有达成一致的事项及原因。',
    en: 'Say what was agreed, or what was not and why.',
  },
  'meeting-minutes-own': {
    status: 403,
    zh: '会议纪要由记录人以外的人签发。',
    en: 'Minutes are issued by somebody who did not write them.',
  },
} as const satisfies Record<string, RefusalEntry>;
