import type { RefusalEntry } from './entry.ts';

/**
 * Refusals in the hall of a reception day. Each is told to staff about a step of theirs; none of them
 * keeps anybody from a ticket.
 */
export const hallRefusals = {
  'ticket-not-in-stage': {
    status: 409,
    zh: '这张号现在的状态不能这样操作（{stage}）。',
    en: 'This cannot be done with the ticket as it stands now ({stage}).',
  },
  'ticket-called-just-now': {
    status: 409,
    zh: '刚刚叫过这个号，请过 {seconds} 秒再叫，让来访人有时间走过来。',
    en: 'This ticket was called just now; call again in {seconds} seconds, so that people have time to come.',
  },
  'ticket-no-telephone': {
    status: 422,
    zh: '来访人没有留电话。在大厅叫满三次即可。',
    en: 'No telephone was left with this ticket; three calls in the hall are enough.',
  },
  'ticket-talk-without-matter': {
    status: 422,
    zh: '这次接谈还没有登记成信访事项，也没有并入已有事项。请先登记或关联，再结束接谈。',
    en: 'This conversation has no petition yet. Register one or join an open one, then end it.',
  },
  'ticket-carried-back': {
    status: 422,
    zh: '顺延的日子应在原来的日子之后。',
    en: 'A ticket can only be carried over to a later day.',
  },
  'ticket-evening-not-yet': {
    status: 409,
    zh: '还没有到当天接谈结束的时间，不能让等候的人改到第二天。',
    en: 'The evening of this day has not come yet; nobody who waits is asked to come another day.',
  },
  'ticket-not-called-enough': {
    status: 422,
    zh: '要叫满 {calls} 次并打过电话，没有应答才能顺延；现在叫了 {called} 次。',
    en: 'A ticket is carried over after {calls} calls and one telephone call without an answer; it was called {called} times.',
  },
  'ticket-not-telephoned': {
    status: 422,
    zh: '来访人留了电话，请先打一次电话；没有应答再顺延。',
    en: 'A telephone was left: call it once; without an answer the ticket is carried over.',
  },
  'group-busy': {
    status: 409,
    zh: '这个接谈组还有一个号没有办完，请先办完再叫下一个。',
    en: 'This group still has a ticket; finish with it before you call the next.',
  },
  'group-not-open': {
    status: 409,
    zh: '这个接谈组现在没有开始接谈。',
    en: 'This group does not receive people now.',
  },
  'group-unknown': {
    status: 422,
    zh: '没有这个接谈组。',
    en: 'There is no such group.',
  },
  'hall-has-no-wait': {
    status: 409,
    zh: '现在没有适合这个接谈组的号在等候。',
    en: 'Nobody waits for this group now.',
  },
  'desk-unknown': {
    status: 422,
    zh: '没有这个取号台，请重新打开取号页面。',
    en: 'There is no such desk; open its page again.',
  },
} as const satisfies Record<string, RefusalEntry>;
