import type { RefusalEntry } from './entry.ts';

/** Refusals of hearings, mediation, re-evaluation, deliberation and the roster. */
export const hearingRefusals = {
  'proceeding-not-in-stage': {
    status: 409,
    zh: '当前阶段不能做这一步，请刷新后查看。',
    en: 'This step is not open at the present stage; reload the page.',
  },
  'proceeding-not-for-accusation': {
    status: 409,
    zh: '检举控告不适用听证、调解、复评和评议。',
    en: 'Accusations have no hearing, mediation, re-evaluation or deliberation.',
  },
  'hearing-closed-reason': {
    status: 422,
    zh: '听证原则上公开；不公开的，请写明理由。',
    en: 'A hearing is public; say why this one is not.',
  },
  'hearing-date-past': {
    status: 422,
    zh: '听证日期不能早于今天。',
    en: 'The hearing cannot be on a day that is over.',
  },
  'hearing-not-scheduled': {
    status: 409,
    zh: '请先确定听证的日期、时间和地点。',
    en: 'Set day, time and place of the hearing first.',
  },
  'hearing-notice-late': {
    status: 409,
    zh: '听证通知须提前 7 日送达，最早可在 {first} 举行；各方书面同意缩短的，请先记录。',
    en: 'The notice must be there 7 days ahead: {first} at the earliest, unless all parties agreed in writing and it is recorded.',
  },
  'hearing-not-noticed': {
    status: 409,
    zh: '听证通知书还没有送达信访人。',
    en: 'The notice has not reached the petitioner yet.',
  },
  'hearing-early': {
    status: 409,
    zh: '听证定于 {date} 举行，还没有到日子。',
    en: 'The hearing is set for {date}; that day has not come.',
  },
  'hearing-days': {
    status: 422,
    zh: '举行日期须从开始当日（{from}）起，且不晚于 {to}。',
    en: 'The days begin with the day of its opening ({from}) and end no later than {to}.',
  },
  'panel-even': {
    status: 422,
    zh: '听证员人数须为单数。',
    en: 'The panel must have an odd number of members.',
  },
  'panel-too-few': {
    status: 409,
    zh: '名册中符合条件的人员不足：需要 {seats} 名，只找到 {found} 名。请放宽条件或者补充名册。',
    en: 'Too few members fit: {seats} are needed, {found} found. Widen the conditions or add to the roster.',
  },
  'panel-drawn': {
    status: 409,
    zh: '听证员已经抽取，不能重抽；有人不能参加的，请逐一更换。',
    en: 'The panel is drawn and is not drawn again; replace whoever cannot come.',
  },
  'panel-missing': {
    status: 409,
    zh: '请先抽取听证员。',
    en: 'Draw the panel first.',
  },
  'panel-member-unknown': {
    status: 422,
    zh: '这名人员不在本次听证的听证员之列。',
    en: 'This person does not sit on the panel.',
  },
  'panel-objection-made': {
    status: 409,
    zh: '对这名听证员已经提出过回避申请。',
    en: 'An objection against this member was made already.',
  },
  'panel-objection-none': {
    status: 409,
    zh: '对这名听证员没有待决定的回避申请。',
    en: 'There is no objection against this member to decide.',
  },
  'panel-objection-open': {
    status: 409,
    zh: '还有回避申请没有决定，请先决定。',
    en: 'An objection against a member is still open; decide it first.',
  },
  'votes-missing': {
    status: 409,
    zh: '还有 {count} 名听证员没有表决。',
    en: '{count} members have not voted yet.',
  },
  'party-without-name': {
    status: 422,
    zh: '请填写参加人的姓名或者选择单位。',
    en: 'Give the name of the party or choose its unit.',
  },
  'party-unknown': {
    status: 422,
    zh: '参加人中没有这一方。',
    en: 'There is no such party.',
  },
  'exhibits-too-many': {
    status: 422,
    zh: '一次听证最多登记 {limit} 份证据。',
    en: 'A hearing takes at most {limit} exhibits.',
  },
  'exhibit-unknown': {
    status: 422,
    zh: '信访事项中没有这份附件，请先补充材料。',
    en: 'The petition has no such file; add it as material first.',
  },
  'mediation-one-side': {
    status: 422,
    zh: '调解需要双方当事人。',
    en: 'A mediation needs two sides.',
  },
  'consent-given': {
    status: 409,
    zh: '这一方已经表过态。',
    en: 'This side has answered already.',
  },
  'consent-proof': {
    status: 422,
    zh: '请写明同意或者不同意的凭据，如签字的书面材料。',
    en: 'Say what proves the answer, such as a signed paper.',
  },
  'mediator-missing': {
    status: 422,
    zh: '请先确定调解员。',
    en: 'Name the mediator first.',
  },
  'session-before-consent': {
    status: 422,
    zh: '不能早于各方同意的日期。',
    en: 'It cannot lie before the day on which everybody consented.',
  },
  'session-missing': {
    status: 409,
    zh: '还没有调解记录，不能形成协议。',
    en: 'No session is recorded; there can be no agreement yet.',
  },
  'confirmation-settlement': {
    status: 422,
    zh: '和解协议由双方自行达成，不申请司法确认；经调解达成的协议才可以。',
    en: 'A settlement is the parties’ own; only an agreement reached by mediation goes to the court.',
  },
  'confirmation-applied': {
    status: 409,
    zh: '司法确认已经申请或者已有结果。',
    en: 'The court was asked already or has decided.',
  },
  'confirmation-both': {
    status: 422,
    zh: '司法确认须由双方当事人共同申请。',
    en: 'Both parties must ask the court together.',
  },
  'confirmation-court': {
    status: 422,
    zh: '请选择有管辖权的人民法院。',
    en: 'Choose the competent court.',
  },
  'confirmation-late': {
    status: 409,
    zh: '申请司法确认的期限已于 {until} 届满。',
    en: 'The time to ask the court ended on {until}.',
  },
  'confirmation-none': {
    status: 409,
    zh: '还没有申请司法确认。',
    en: 'The court has not been asked yet.',
  },
  'confirmation-before-application': {
    status: 422,
    zh: '裁定日期不能早于申请日期。',
    en: 'The court cannot have decided before it was asked.',
  },
  'reviewer-unfit': {
    status: 422,
    zh: '{name} 不符合“专业符合、地域回避”的要求。',
    en: '{name} does not fit: reviewers must have the profession, come from another region and have no part in the case.',
  },
  'expert-not-legal': {
    status: 422,
    zh: '说明结果时须有律师或者法律专家在场，请从名册中选择律师。',
    en: 'A lawyer or legal expert must be there when the result is explained; choose one from the roster.',
  },
  'explained-before-answer': {
    status: 422,
    zh: '说明日期不能早于作出结果的日期。',
    en: 'It cannot be explained before there is a result.',
  },
  'member-unknown': {
    status: 422,
    zh: '名册中没有这名人员，或者已经不在任。',
    en: 'The roster has no such member, or no longer.',
  },
  'member-dates': {
    status: 422,
    zh: '任期结束不能早于开始。',
    en: 'The end of the term cannot lie before its beginning.',
  },
  'shift-role': {
    status: 422,
    zh: '这名人员不是所选的值班身份。',
    en: 'This member is not of that profession.',
  },
  'shift-taken': {
    status: 409,
    zh: '这名人员当日该时段已有值班。',
    en: 'This member has a shift at that time already.',
  },
} as const satisfies Record<string, RefusalEntry>;
