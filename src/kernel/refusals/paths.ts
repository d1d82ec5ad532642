import type { RefusalEntry } from './entry.ts';

/** Refusals of the short paths: suggestions, enquiries, thanks, urgent matters, the simple procedure. */
export const pathRefusals = {
  'suggestion-only': {
    status: 422,
    zh: '只有意见建议按采纳情况答复（条例第二十九条）；其他事项请出具处理意见或直接答复。',
    en: 'Only a suggestion is answered by whether it is adopted (Reg. art. 29); answer other matters by an opinion or directly.',
  },
  'brief-answer-only': {
    status: 422,
    zh: '只有咨询、感谢，以及简易办理中全部得到支持的事项可以直接答复；其他事项请出具处理意见书，复查期限从送达起算（条例第三十五条）。',
    en: 'Only enquiries, thanks, and matters supported in full in the simple procedure are answered directly; others get a written opinion, from whose service the right to review is counted (Reg. art. 35).',
  },
  'honour-adopted-only': {
    status: 422,
    zh: '只有全部或者部分采纳的建议可以记录表扬奖励（条例第二十九条）。',
    en: 'Only a suggestion adopted wholly or partly is honoured (Reg. art. 29).',
  },
  'same-matter-review': {
    status: 422,
    zh: '同一事项（{number}）已有处理意见，{until} 前可以申请复查。请告知信访人并协助其提出复查；有新的事实和理由的，作为新的事项办理。',
    en: 'The same matter ({number}) has its opinion, and review may be asked for until {until}. Tell the petitioner and help to ask for it; new facts and reasons are a new petition.',
  },
  'same-matter-in-review': {
    status: 422,
    zh: '同一事项（{number}）正在复查或者复核。请把新的材料补充到该事项，并告知信访人。',
    en: 'The same matter ({number}) is under review or re-examination. Add what is new to it and tell the petitioner.',
  },
  'same-matter-lapsed': {
    status: 422,
    zh: '同一事项（{number}）的复查申请期已于 {until} 届满，不能并案。请写明理由决定：受理逾期复查申请、作为新的事项办理，或者不予受理。',
    en: 'The time to ask for review of the same matter ({number}) ended on {until}; it cannot be merged. Decide with a reason: a late review, a new petition, or not accepted.',
  },
  'same-matter-ended': {
    status: 422,
    zh: '同一事项（{number}）的信访程序已经终结（条例第三十六条），没有新的事实和理由的请办理“不再受理”；有的作为新的事项办理。',
    en: 'The procedure of the same matter ({number}) has ended (Reg. art. 36). Without new facts and reasons it is no longer accepted; with them it is a new petition.',
  },
  'work-order-none': {
    status: 422,
    zh: '只有 12345 热线转来的工单需要回传；检举控告不向热线回传。',
    en: 'Only work orders from the 12345 hotline are sent back; an accusation is told to no hotline.',
  },
  'work-order-waiting': {
    status: 409,
    zh: '上一次回传 12345 还没有答复。请先登记“已接收”或“退回重办”。',
    en: 'The hotline has not answered the last report. Record first that it was taken or returned.',
  },
  'work-order-open': {
    status: 422,
    zh: '事项还没有办结，请先回传“办理进度”。',
    en: 'The matter is not concluded yet; send back how it stands.',
  },
  'work-order-answered': {
    status: 409,
    zh: '办理结果已经回传过。被 12345 退回的，退回后可以再次回传。',
    en: 'The result was sent back already. It can be sent again once the hotline returns it.',
  },
  'work-order-nothing-sent': {
    status: 409,
    zh: '没有等待 12345 答复的回传。',
    en: 'No report waits for an answer of the hotline.',
  },
  'urgent-accusation': {
    status: 422,
    zh: '检举控告只由指定人员知悉，不能群发报告；情况紧急的，请直接移送纪检监察机关（条例第三十条）。',
    en: 'An accusation is known to named people alone and is not reported to whole units; if it is urgent, hand it to the discipline body at once (Reg. art. 30).',
  },
  'urgent-reported': {
    status: 422,
    zh: '这件事项已作为重大紧急事项上报，有新情况请用“续报”。',
    en: 'This matter has been reported as urgent; report again with what is new.',
  },
  'urgent-none': {
    status: 422,
    zh: '这件事项还没有上报，请先用“重大紧急上报”。',
    en: 'This matter has not been reported as urgent yet; report it first.',
  },
  'urgent-nobody': {
    status: 422,
    zh: '没有找到应当报告的单位，请先在“单位与人员”中登记本级党委政府、联席办和上级信访部门，或者选择有关部门。',
    en: 'Nobody to report to was found; enter the local leadership, the joint-meeting office and the superior petition office, or choose departments.',
  },
  'urgent-own-unit': {
    status: 422,
    zh: '不必通报本单位，请选择其他有关部门。',
    en: 'Your own unit need not be told; choose other departments.',
  },
  'urgent-not-awaited': {
    status: 422,
    zh: '没有等您单位确认或者回复的紧急报告。',
    en: 'No urgent report awaits your unit.',
  },
  'simple-running': {
    status: 422,
    zh: '这件事项正按简易程序办理，不能进行“{command}”。请先转为普通程序。',
    en: 'This petition is in the simple procedure; “{command}” is not possible. Switch to the ordinary procedure first.',
  },
  'simple-none': {
    status: 422,
    zh: '这件事项没有按简易程序办理。',
    en: 'This petition is not in the simple procedure.',
  },
  'simple-assigned': {
    status: 422,
    zh: '上级交办的事项不适用简易程序，请按普通程序办理并按期报告。',
    en: 'What a superior assigned does not go the simple way; handle it in the ordinary procedure and report in time.',
  },
  'simple-complex': {
    status: 422,
    zh: '事项较为复杂，不适用简易程序：信访人超过 {persons} 人、诉求超过 {demands} 项、已有协办单位或者属于重大事项。',
    en: 'The matter is complex and does not go the simple way: more than {persons} petitioners, more than {demands} demands, a co-handler, or a major matter.',
  },
  'simple-legal-route': {
    status: 422,
    zh: '请确认事项不属于条例第三十一条第一至五项；属于的应导入法定途径，不适用简易程序。',
    en: 'Confirm that none of the ways 1 to 5 of Reg. art. 31 is open; such matters are redirected and do not go the simple way.',
  },
  'simple-ground': {
    status: 422,
    zh: '所选理由与这件事项的目的、紧急程度或者首次提出的情况不符，请重新选择。',
    en: 'The ground does not fit the purpose, the urgency or whether the matter is brought for the first time; choose another.',
  },
  'simple-late': {
    status: 422,
    zh: '自收到之日起的简易办理期限已过，请按普通程序办理。',
    en: 'The simple period, counted from receipt, is over; handle it in the ordinary procedure.',
  },
} as const satisfies Record<string, RefusalEntry>;
