import type { RefusalEntry } from './entry.ts';

/** Refusals of the three ways out of a case (Reg. 27, S-5). */
export const wayOutRefusals = {
  'way-out-accusation': {
    status: 422,
    zh: '检举控告只由指定人员办理，不在这里选择化解办法。',
    en: 'An accusation is seen by its named handlers alone; no way out is chosen for it here.',
  },
  'way-out-not-in-status': {
    status: 409,
    zh: '这项化解办法已到另一步，现在不能这样做，请刷新后再看。',
    en: 'This way out has moved on; the step is not possible now. Reload and look again.',
  },
  'way-out-demand': {
    status: 422,
    zh: '这件信访事项没有这项诉求。',
    en: 'The petition has no such demand.',
  },
  'way-out-steps': {
    status: 422,
    zh: '政策支持的，请写出至少一个步骤，每个步骤要有期限。',
    en: 'Where policy supports it, name at least one step, each with its day.',
  },
  'way-out-step-past': {
    status: 422,
    zh: '步骤的期限不能早于今天。',
    en: 'A step is not due before today.',
  },
  'way-out-step': {
    status: 422,
    zh: '没有这个步骤，或者它已经完成。',
    en: 'There is no such step, or it is done already.',
  },
  'way-out-unfinished': {
    status: 422,
    zh: '还有步骤没有完成，或者还没有向信访人当面解释，不能办结。',
    en: 'A step is not done yet, or the law was not explained yet: it cannot be finished.',
  },
  'way-out-date': {
    status: 422,
    zh: '已经做过的事，日期不能晚于今天。',
    en: 'What was done lies not after today.',
  },
  'aid-amount': {
    status: 422,
    zh: '金额请写成大于零的元数，最多两位小数，如 3000 或 3000.50。',
    en: 'Write the amount in yuan, above zero, with at most two decimals, such as 3000 or 3000.50.',
  },
  'aid-paid-early': {
    status: 422,
    zh: '发放日期不能早于批准的那天（{day}）。',
    en: 'Aid is not paid before the day of its approval ({day}).',
  },
  'aid-approver': {
    status: 403,
    zh: '申请人和前面审批过的人不能再审批这一步，请由本步骤的审批人办理。',
    en: 'Neither whoever proposed the aid nor whoever approved an earlier step approves this one.',
  },
  'festival-unknown': {
    status: 422,
    zh: '节假日安排里没有这个节日，请从列出的节日中选择。',
    en: 'The calendar has no such festival; choose one of those listed.',
  },
  'festival-aid': {
    status: 422,
    zh: '节日慰问名单由人从救助事项中挑选，这一件不是救助事项，或救助没有获批。',
    en: 'People are chosen for a festival visit from aid that was granted; this is none.',
  },
  'festival-not-in-status': {
    status: 409,
    zh: '这次慰问已经记录或取消，请刷新后再看。',
    en: 'The visit was recorded or called off already. Reload and look again.',
  },
} as const satisfies Record<string, RefusalEntry>;
