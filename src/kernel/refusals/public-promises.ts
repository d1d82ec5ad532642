import type { RefusalEntry } from './entry.ts';

/** Refusals of public promises to many households (S-4). */
export const promiseRefusals = {
  'promise-accusation': {
    status: 422,
    zh: '检举控告只由指定人员办理，不作公开承诺。',
    en: 'An accusation is seen by its named handlers alone; nothing is promised in public about it.',
  },
  'promise-words': {
    status: 422,
    zh: '请写全：承诺什么（至少 2 字）、公开的内容（至少 5 字）、负责领导和每一步的名称。',
    en: 'Give all of it: what is promised (2 characters or more), the public text (5 or more), the leader, and a name for each step.',
  },
  'promise-meeting': {
    status: 422,
    zh: '这次三方见面还没有开，或者没有议定要办的事，不能据此作出公开承诺。',
    en: 'That meeting was not held, or nothing was agreed at it; no promise can be made from it.',
  },
  'promise-closed': {
    status: 409,
    zh: '这项公开承诺已报告办完或已结束，不能再改各户的进展。',
    en: 'This promise was reported as kept or has ended; households are not changed any more.',
  },
  'household-reference': {
    status: 422,
    zh: '请写明户号（如 3-2-1201），最多 {limit} 个字。',
    en: 'Give the household’s reference (such as 3-2-1201), at most {limit} characters.',
  },
  'household-step': {
    status: 422,
    zh: '没有“{step}”这一步，请写成：{steps}。',
    en: 'There is no step “{step}”; write one of: {steps}.',
  },
  'household-twice': {
    status: 422,
    zh: '表里有两行是这一户，请留下一行。',
    en: 'This household stands in the list twice; keep one row.',
  },
  'household-too-many': {
    status: 422,
    zh: '一项公开承诺最多 {limit} 户。',
    en: 'A promise takes at most {limit} households.',
  },
  'household-moved': {
    status: 409,
    zh: '有一户的进展刚刚被别人改过，请刷新后再看。',
    en: 'Somebody else has just moved one of these households. Reload and look again.',
  },
} as const satisfies Record<string, RefusalEntry>;
