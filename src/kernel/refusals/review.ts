import type { RefusalEntry } from './entry.ts';

/** Refusals of review and re-examination (Reg. 35, 36). */
export const reviewRefusals = {
  'review-nothing': {
    status: 422,
    zh: '还没有送达的处理意见书，不能申请复查。',
    en: 'No handling opinion has been served yet; there is nothing to review.',
  },
  'review-pending': {
    status: 409,
    zh: '对这份意见的复查（复核）申请已在办理中。',
    en: 'A review of this opinion is already under way.',
  },
  'review-done': {
    status: 422,
    zh: '这份意见已经复查（复核）过，同一意见不再重复审查。',
    en: 'This opinion has been reviewed; the same opinion is not reviewed twice.',
  },
  'procedure-ended': {
    status: 422,
    zh: '复核已经结束，同一事实和理由不再受理（条例第三十六条）。有新的事实和理由，请提出新的信访事项；生活困难的救助帮扶照常进行。',
    en: 'The re-examination is over: the same facts and reasons are not accepted again (Reg. art. 36). New facts start a new petition; help in hardship goes on.',
  },
  'procedure-not-ended': {
    status: 422,
    zh: '所引的事项尚未三级终结，不能据此不再受理。',
    en: 'The procedure of the petition named has not ended; it is no ground for refusing this one.',
  },
  'ended-procedure-named': {
    status: 422,
    zh: '请选择已经三级终结的信访事项；本系统没有的，请写全复核机关、文号和日期。',
    en: 'Choose the petition whose procedure has ended; where it is not in this system, give body, number and date of the decision.',
  },
  'review-before-service': {
    status: 422,
    zh: '申请日期早于意见书送达日期，请核对。',
    en: 'The request is dated before the opinion was served; please check.',
  },
  'review-body-unknown': {
    status: 422,
    zh: '没有找到依法负责复查（复核）的机关，请联系管理员按文件登记。',
    en: 'No body is known that may lawfully decide; ask the administrator to enter it with its source.',
  },
  'review-body-not-lawful': {
    status: 422,
    zh: '请在依法负责的机关中选择。',
    en: 'Choose one of the bodies that may lawfully decide.',
  },
  'review-body-conflict': {
    status: 422,
    zh: '作出原意见的单位、审查过它的机关不能再审查自己的决定。',
    en: 'A body that made or reviewed what is contested cannot decide on it again.',
  },
  'review-person-conflict': {
    status: 403,
    zh: '参与过原意见办理、审核或签发的人员不能参加复查（复核）。',
    en: 'Whoever handled, checked or signed what is contested takes no part in its review.',
  },
  'review-not-in-status': {
    status: 409,
    zh: '复查（复核）已到另一步，现在不能这样做，请刷新后再看。',
    en: 'The review has moved on; this step is not possible now. Reload and look again.',
  },
  'decision-pending': {
    status: 409,
    zh: '已有一份决定正在审核、签发或用印，请先办完或退回。',
    en: 'A decision already waits for check, signature or seal; finish or return it first.',
  },
  'review-no-hearing': {
    status: 422,
    zh: '条例只规定复核可以听证，复查不举行听证。',
    en: 'The Regulation knows a hearing in re-examination only, not in review.',
  },
  'review-hearing-ordered': {
    status: 409,
    zh: '已经决定举行听证。',
    en: 'A hearing has been ordered already.',
  },
  'review-hearing-none': {
    status: 422,
    zh: '尚未决定举行听证。',
    en: 'No hearing has been ordered.',
  },
  'review-hearing-days': {
    status: 422,
    zh: '请核对听证日期：不早于决定听证之日，结束不早于开始。',
    en: 'Check the days of the hearing: not before it was ordered, and ending not before it began.',
  },
  'review-hearing-open': {
    status: 422,
    zh: '已决定举行听证，请先登记听证情况，再拟决定。',
    en: 'A hearing was ordered; record it before you draft the decision.',
  },
  'review-points-incomplete': {
    status: 422,
    zh: '请对每一项诉求写明审查意见，不漏项、不重复。',
    en: 'Give a finding on each demand, each once.',
  },
  'review-outcome-differs': {
    status: 422,
    zh: '总的结论与逐项意见不一致：有一项要求重新办理即为重新办理，有一项变更即为变更。',
    en: 'The outcome does not follow from the findings: one “handle again” makes it so, else one “changed”.',
  },
  'opinion-unchanged': {
    status: 422,
    zh: '上级已要求重新办理。没有新的事实或依据，不能作出与原意见相同的答复（{source}）；确需维持的，请逐项写明这次查清了什么。',
    en: 'The matter was sent back. Without new facts or grounds the same answer may not be given again ({source}); where it must stand, say for each demand what was found this time.',
  },
  'review-running': {
    status: 409,
    zh: '复查（复核）正在进行，原单位现在不能重新办理。',
    en: 'A review is under way; the unit cannot handle the matter again meanwhile.',
  },
  'review-body-dates': {
    status: 422,
    zh: '结束日期不能早于开始日期。',
    en: 'The last day cannot be before the first.',
  },
} as const satisfies Record<string, RefusalEntry>;
