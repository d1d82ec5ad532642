import type { RefusalEntry } from './entry.ts';

/** Refusals about relations between petitions and about group matters (P-13). */
export const relationRefusals = {
  'relation-self': {
    status: 422,
    zh: '请选择另一件事项。',
    en: 'Choose another petition.',
  },
  'relation-exists': {
    status: 409,
    zh: '这两件事项已有这种关联。',
    en: 'The two petitions are related in this way already.',
  },
  'relation-unknown': { status: 404, zh: '没有这项关联。', en: 'There is no such relation.' },
  'relation-undone': {
    status: 409,
    zh: '这项关联已经解除。',
    en: 'This relation was undone already.',
  },
  'relation-otherwise': {
    status: 422,
    zh: '这项关联不能直接解除：并案请用“撤销并案”，群体事项请用“退出群体”，分案后可以再并案。',
    en: 'This relation is not undone here: use “undo the merge” or “leave the group”; split parts can be merged again.',
  },
  'relation-accusation': {
    status: 422,
    zh: '检举控告不与其他事项关联（条例第三十条）。',
    en: 'An accusation is related to no other petition (Reg. art. 30).',
  },
  'merge-none': {
    status: 409,
    zh: '没有可以撤销的并案。',
    en: 'There is no merge to undo.',
  },
  'group-member': {
    status: 409,
    zh: '这件事项与其他人的同一事项一起办理，这一步在牵头事项上进行；要单独办理，请先退出群体。',
    en: 'It is handled together with others; this step is taken at the head petition. To handle it alone, let it leave the group first.',
  },
  'group-not-member': {
    status: 409,
    zh: '这件事项不在群体事项中。',
    en: 'This petition is in no group matter.',
  },
  'group-exists': {
    status: 409,
    zh: '这件事项已是群体事项的牵头件。',
    en: 'This petition heads a group matter already.',
  },
  'group-none': {
    status: 422,
    zh: '请选择群体事项的牵头件。',
    en: 'Choose a petition that heads a group matter.',
  },
  'group-ended': {
    status: 422,
    zh: '这个群体事项已经办结，不能再加入。',
    en: 'This group matter is concluded; nobody can join any more.',
  },
  'group-other-office': {
    status: 422,
    zh: '由另一个信访部门负责的事项不能加入，请先转送。',
    en: 'Another petition office answers for it; pass it on first.',
  },
  'group-consent': {
    status: 422,
    zh: '须信访人本人同意一起办理。',
    en: 'The petitioner must agree to be handled together with others.',
  },
  'group-accusation': {
    status: 422,
    zh: '检举控告不能作为群体事项办理（条例第三十条）。',
    en: 'An accusation is never part of a group matter (Reg. art. 30).',
  },
} as const satisfies Record<string, RefusalEntry>;
