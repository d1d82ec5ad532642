import type { RefusalEntry } from './entry.ts';

/** Refusals of reception days: plan and notice, running, afterwards. */
export const receptionRefusals = {
  'reception-not-in-state': {
    status: 409,
    zh: '接访日当前状态不能做这一步，请刷新后查看。',
    en: 'This step is not open in the present state of the reception day; reload the page.',
  },
  'reception-changed': {
    status: 409,
    zh: '刚才已有人改动了这个接访日。请查看新的内容，再决定是否继续；您填写的内容已保留。',
    en: 'Somebody changed this reception day a moment ago. Look at what is new, then go on; what you typed is kept.',
  },
  'reception-day-past': {
    status: 422,
    zh: '接访日期不能早于今天。',
    en: 'The reception day cannot lie before today.',
  },
  'reception-day-far': {
    status: 422,
    zh: '接访日期最晚可以排到 {until}，请核对年份。',
    en: 'Days can be planned until {until}; check the year.',
  },
  'reception-hours': {
    status: 422,
    zh: '结束时间应当晚于开始时间。',
    en: 'It must end later than it begins.',
  },
  'reception-leader-missing': {
    status: 422,
    zh: '请选择接访领导。',
    en: 'Choose the leader who receives.',
  },
  'reception-leader-unknown': {
    status: 422,
    zh: '所选领导不在接访领导名单中，或者当日已不在任。',
    en: 'This leader is not on the list, or no longer in office on that day.',
  },
  'reception-user-unknown': {
    status: 422,
    zh: '没有这个帐号，请从列表中选择。',
    en: 'There is no such account; choose one from the list.',
  },
  'reception-theme-missing': {
    status: 422,
    zh: '专题接访请写明主题。',
    en: 'Say what the themed reception is about.',
  },
  'reception-way': {
    status: 422,
    zh: '上线接访请选择视频或者电话；其他接访是当面接访。',
    en: 'An on-line reception is held by video or telephone; all others are held in person.',
  },
  'reception-notice-late': {
    status: 422,
    zh: '公开接访须提前 7 日公示。今天公示的，最早可以安排在 {first}。请改到这一天或者以后，或者改为其他接访方式。',
    en: 'An open reception is announced seven days ahead. Announced today, it can be held on {first} at the earliest: move it to that day or later, or choose another kind.',
  },
  'reception-proof-missing': {
    status: 422,
    zh: '请附上公示的凭据：可以打开的链接，或者截图、照片。',
    en: 'Add what proves the notice: a link that can be opened, or a picture of it.',
  },
  'reception-slots-on-line': {
    status: 422,
    zh: '只有视频、电话接访可以预约时段；当面接访直接取号。',
    en: 'Slots are booked for video and telephone only; who comes in person takes a ticket.',
  },
  'reception-slot-unknown': {
    status: 422,
    zh: '没有这个时段，请从列出的时段中选择。',
    en: 'There is no such slot; choose one of those listed.',
  },
  'reception-slot-past': {
    status: 409,
    zh: '这个时段已经过了，请另选一个。您填的内容都在。',
    en: 'This slot has begun already. Choose another; what you typed is kept.',
  },
  'reception-slot-taken': {
    status: 409,
    zh: '{slot} 刚刚被别人约走了，请另选一个时段。您填的内容都在。',
    en: 'Somebody has just taken {slot}. Choose another slot; what you typed is kept.',
  },
  'reception-slots-too-few': {
    status: 409,
    zh: '已有 {count} 人预约，这样改动就有人没有时段了。请留够时段；确实办不了的，取消接访日并写明原因。',
    en: '{count} people have booked, and with this change some would have no slot. Leave enough slots, or cancel the day and say why.',
  },
  'reception-booking-cancelled': {
    status: 409,
    zh: '这个预约已经取消。',
    en: 'This booking has been cancelled already.',
  },
  'reception-preparation-missing': {
    status: 409,
    zh: '带案下访须先写好预案，才能开始。',
    en: 'Write the preparation sheet first: a visit with a case begins with one.',
  },
  'reception-petition-unknown': {
    status: 422,
    zh: '没有这个信访事项，或者它不在您的职责范围内。请核对编号。',
    en: 'There is no such petition, or it is outside your jurisdiction. Check the number.',
  },
  'reception-petition-accusation': {
    status: 422,
    zh: '检举控告由指定人员单独办理，不能关联到接访日。',
    en: 'Accusations are handled by named people alone and are not tied to a reception day.',
  },
  'reception-minutes-missing': {
    status: 409,
    zh: '还没有起草接访纪要。',
    en: 'The minutes have not been drafted yet.',
  },
  'reception-minutes-issued': {
    status: 409,
    zh: '接访纪要已经签发，不能再改。',
    en: 'The minutes are issued and stay as they are.',
  },
  'reception-minutes-drafter': {
    status: 409,
    zh: '起草人不能签发自己起草的纪要，请由他人签发。',
    en: 'Whoever drafted the minutes does not issue them; somebody else does.',
  },
  'reception-task-force-closed': {
    status: 409,
    zh: '没有这个专班，或者专班已经销号。',
    en: 'There is no such task force, or it is closed.',
  },
  'reception-not-noticed': {
    status: 409,
    zh: '这次公开接访没有提前公示，不能作为公开接访开始。请改为其他接访方式，或者另定日期并公示。',
    en: 'This reception was not announced and cannot begin as an open one. Choose another kind, or another day and announce it.',
  },
  'reception-not-today': {
    status: 409,
    zh: '接访日期是 {on}，当天才能开始。',
    en: 'The reception is on {on}; it begins on that day.',
  },
  'reception-tickets-open': {
    status: 409,
    zh: '还有 {count} 个号没有接谈完，不能结束接访日。没有轮到的转到次日优先接谈。',
    en: '{count} tickets have not been heard. Those who were not called are heard first on the next morning; the day cannot end before.',
  },
  'reception-cancel-tickets': {
    status: 409,
    zh: '已经有 {count} 张号取走了，不能让人白等。请选一个接收这些号的接访日，再取消；号按原来的次序转过去，并通知本人。',
    en: '{count} tickets have been taken, and nobody may be left waiting for nothing. Choose the reception day that takes them over; they keep their order, and their holders are told.',
  },
  'reception-carry-to': {
    status: 422,
    zh: '请选择本单位已经公示、还没有结束的另一个接访日。',
    en: 'Choose another reception day of your unit that is announced and not over.',
  },
  'reception-reason-missing': {
    status: 422,
    zh: '公示已经发出，请写明变更或者取消的原因，群众会看到。',
    en: 'The notice is out: give the reason for the change, which people will read.',
  },
} as const satisfies Record<string, RefusalEntry>;
