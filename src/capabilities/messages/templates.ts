import { messageParamsSchema, type MessageParams, type TemplateName } from './contract.ts';

export type MessageLanguage = 'zh-CN' | 'en';

type Wording = Readonly<Record<MessageLanguage, string>>;

/**
 * What is sent. `{name}` is filled from the parameters; what stands in square brackets is left out
 * when a parameter in it is missing. None of these texts says what a petition is about (P-3); where
 * the name of the holder alone would tell, as in an accusation, the caller leaves it out.
 */
export const templates: Readonly<Record<TemplateName, Wording>> = {
  registered: {
    'zh-CN':
      '【{office}】您的信访事项已登记，编号 {number}[，最晚 {due} 告知处理去向]。凭编号和查询码查看：{url}',
    en: '[{office}] Your petition is registered under {number}[; you will hear by {due} who handles it]. Look it up with number and code: {url}',
  },
  triaged: {
    'zh-CN':
      '【{office}】您的信访事项 {number} 已确定去向[，现由{holder}负责][，最晚 {due} 告知是否受理]。凭编号和查询码查看：{url}',
    en: '[{office}] Your petition {number} is on its way[; {holder} now has it][; you will hear by {due} whether it is accepted]. Look it up with number and code: {url}',
  },
  accepted: {
    'zh-CN':
      '【{office}】您的信访事项 {number} 已[由{holder}]受理[，最晚 {due} 答复]。凭编号和查询码查看：{url}',
    en: '[{office}] Your petition {number} is accepted[ by {holder}][; you will have an answer by {due}]. Look it up with number and code: {url}',
  },
  redirected: {
    'zh-CN':
      '【{office}】您的信访事项 {number} 已有告知书，说明应通过何种途径办理。如有异议可以提出。凭编号和查询码查看：{url}',
    en: '[{office}] A notice says which route is right for your petition {number}. You may contest it. Look it up with number and code: {url}',
  },
  'not-accepted': {
    'zh-CN':
      '【{office}】您的信访事项 {number} 已有告知书，说明是否受理及理由。如有异议可以提出。凭编号和查询码查看：{url}',
    en: '[{office}] A notice tells whether your petition {number} is accepted, and why. You may contest it. Look it up with number and code: {url}',
  },
  extended: {
    'zh-CN':
      '【{office}】您的信访事项 {number} 办理期限已延长[，最晚 {due} 答复]，理由见告知书。凭编号和查询码查看：{url}',
    en: '[{office}] The period for your petition {number} was extended[; you will have an answer by {due}]. The notice gives the reason. Look it up with number and code: {url}',
  },
  'opinion-issued': {
    'zh-CN':
      '【{office}】您的信访事项 {number} 已有书面答复[，如不服可在 {until} 前申请下一步审查]。凭编号和查询码查看：{url}',
    en: '[{office}] Your petition {number} has a written answer[; if you disagree, you may ask for a review by {until}]. Look it up with number and code: {url}',
  },
  'supplement-asked': {
    'zh-CN':
      '【{office}】您的信访事项 {number} 需要补充材料[，请于 {due} 前提交]；办理期限不因此停止。凭编号和查询码查看：{url}',
    en: '[{office}] Your petition {number} needs more material[; please send it by {due}]. Periods do not stop for this. Look it up with number and code: {url}',
  },
  'paper-ready': {
    'zh-CN':
      '【{office}】您的信访事项 {number} 有新的文书可以查看和下载。凭编号和查询码查看：{url}',
    en: '[{office}] A new paper of your petition {number} can be read and downloaded. Look it up with number and code: {url}',
  },
  withdrawn: {
    'zh-CN':
      '【{office}】已收到撤回信访事项 {number} 的申请[，{until} 前可以反悔]。若非您本人申请，请立即联系我们。查看：{url}',
    en: '[{office}] The withdrawal of petition {number} was received[; you may revoke it until {until}]. If this was not you, tell us at once. Look it up: {url}',
  },
  'code-word': {
    'zh-CN':
      '【{office}】补办信访事项 {number} 查询码的验证数字[：{word}，二十分钟内有效]。不要告诉任何人，工作人员也不会向您索要。若非您本人操作，不必理会。',
    en: '[{office}] The digits to replace the look-up code of petition {number}[: {word}, good for twenty minutes]. Tell them to nobody; staff never ask for them. If this was not you, do nothing.',
  },
  'code-replaced': {
    'zh-CN':
      '【{office}】信访事项 {number} 的查询码已更换，旧查询码作废。若非您本人办理，请立即联系我们。查看：{url}',
    en: '[{office}] The look-up code of petition {number} was replaced; the old one is void. If this was not you, tell us at once. Look it up: {url}',
  },
  'clocks-recounted': {
    'zh-CN': '新的放假安排已导入，信访事项 {number} 的期限已重新计算[，最晚 {due}]。[查看：{url}]',
    en: 'A new holiday calendar was imported; the period of petition {number} was counted again[ and now ends on {due}]. [See {url}]',
  },
  answered: {
    'zh-CN': '【{office}】您的信访事项 {number} 已有答复。凭编号和查询码查看：{url}',
    en: '[{office}] Your petition {number} is answered. Look it up with number and code: {url}',
  },
  'simple-started': {
    'zh-CN':
      '【{office}】您的信访事项 {number} 按简易程序办理[，最晚 {due} 有下一步]；需要纸质文书可以随时提出。凭编号和查询码查看：{url}',
    en: '[{office}] Your petition {number} goes the simple and quicker way[; the next step comes by {due}]. Ask for papers at any time. Look it up with number and code: {url}',
  },
  'simple-ended': {
    'zh-CN':
      '【{office}】您的信访事项 {number} 转为普通程序办理[，最晚 {due} 有下一步]，期限仍从最初算起。凭编号和查询码查看：{url}',
    en: '[{office}] Your petition {number} is now handled in the ordinary procedure[; the next step comes by {due}]. Its periods still count from the beginning. Look it up with number and code: {url}',
  },
  honoured: {
    'zh-CN':
      '【{office}】您在信访事项 {number} 中提出的建议受到表扬，谢谢您。凭编号和查询码查看：{url}',
    en: '[{office}] Your suggestion in petition {number} was honoured. Thank you. Look it up with number and code: {url}',
  },
  'rating-open': {
    'zh-CN':
      '【{office}】您的信访事项 {number} 已办结[，{until} 前可以评价]，是否评价由您决定。凭编号和查询码查看：{url}',
    en: '[{office}] Your petition {number} is concluded[; you may rate it until {until}]. Whether you do is up to you. Look it up with number and code: {url}',
  },
  'rating-reminder': {
    'zh-CN':
      '【{office}】您还可以评价信访事项 {number} 的办理情况[，{until} 止]；不评价不算满意。凭编号和查询码查看：{url}',
    en: '[{office}] You can still rate how petition {number} was handled[, until {until}]; silence does not count as satisfied. Look it up with number and code: {url}',
  },
  'contest-received': {
    'zh-CN':
      '【{office}】已收到您对信访事项 {number} 提出的异议[，最晚 {until} 由没有参加过的人员核查并答复]。凭编号和查询码查看：{url}',
    en: '[{office}] What you contest in petition {number} was received[; somebody who was not involved answers by {until}]. Look it up with number and code: {url}',
  },
  'contest-decided': {
    'zh-CN': '【{office}】您对信访事项 {number} 提出的异议已有答复。凭编号和查询码查看：{url}',
    en: '[{office}] What you contested in petition {number} is answered. Look it up with number and code: {url}',
  },
  'round-opened': {
    'zh-CN':
      '【{office}】您的信访事项 {number} 重新办理[，最晚 {due} 有下一步]。凭编号和查询码查看：{url}',
    en: '[{office}] Your petition {number} is handled again[; the next step comes by {due}]. Look it up with number and code: {url}',
  },
  'meeting-called': {
    'zh-CN': '【{office}】请您参加联席会议（会商）[，时间 {due}]。[查看：{url}]',
    en: '[{office}] You are called to a joint meeting[ on {due}]. [See {url}]',
  },
  'meeting-changed': {
    'zh-CN': '【{office}】联席会议（会商）有变动，请查看。[查看：{url}]',
    en: '[{office}] A joint meeting was moved or cancelled. [See {url}]',
  },
  'meeting-minutes': {
    'zh-CN': '【{office}】联席会议（会商）纪要请您签阅。[查看：{url}]',
    en: '[{office}] The minutes of a joint meeting wait for you. [See {url}]',
  },
  raised: {
    'zh-CN':
      '【{office}】您的信访事项 {number} 已提级办理，由我局牵头；期限照常计算，不用重新提交。凭编号和查询码查看：{url}',
    en: '[{office}] Your petition {number} was raised to our level and we lead it now; the days run on as before, nothing need be sent again. Look it up with number and code: {url}',
  },
  lowered: {
    'zh-CN':
      '【{office}】您的信访事项 {number} 已转回由我局牵头办理；期限照常计算。凭编号和查询码查看：{url}',
    en: '[{office}] We lead your petition {number} again; the days run on as before. Look it up with number and code: {url}',
  },
  returned: {
    'zh-CN':
      '【{office}】您的信访事项 {number} 正在重新确定由谁办理[，最晚 {due} 确定]。凭编号和查询码查看：{url}',
    en: '[{office}] It is being decided anew who handles your petition {number}[, by {due}]. Look it up with number and code: {url}',
  },
  'proceeding-news': {
    'zh-CN':
      '【{office}】您的信访事项 {number} 有听证、调解或评议方面的安排，请查看并答复。凭编号和查询码查看：{url}',
    en: '[{office}] A hearing, mediation or deliberation concerns your petition {number}; please read and answer. Look it up with number and code: {url}',
  },
  'meeting-news': {
    'zh-CN':
      '【{office}】您的信访事项 {number} 有当面会议方面的新情况，请查看。凭编号和查询码查看：{url}',
    en: '[{office}] There is news of a meeting about your petition {number}; please read it. Look it up with number and code: {url}',
  },
  'way-out-news': {
    'zh-CN': '【{office}】您的信访事项 {number} 有新的进展，请查看。凭编号和查询码查看：{url}',
    en: '[{office}] There is progress on your petition {number}; please read it. Look it up with number and code: {url}',
  },
  'urgent-reported': {
    'zh-CN':
      '信访事项 {number} 已作为重大紧急事项报告你单位，请立即查看、确认收到并回复。[查看：{url}]',
    en: 'Petition {number} is reported to your unit as a major or urgent matter. Look at it now, confirm and answer. [See {url}]',
  },
  'task-for-staff': {
    'zh-CN': '信访事项 {number} 有一项待办[，最晚 {due}]。[查看：{url}]',
    en: 'Petition {number} waits for you[, until {due} at the latest]. [See {url}]',
  },
  'accusation-post-given': {
    'zh-CN': '{person}从现在起可以看到{holder}新的检举控告。如果您不知情，请立即核实。',
    en: '{person} now sees new accusations at {holder}. If you did not know, please find out why.',
  },
  'accusation-account-opened': {
    'zh-CN':
      '{person}可以看到{holder}的检举控告，其密码或动态码刚由管理员重设。如果您不知情，请立即核实。',
    en: 'An administrator has just set a new password for {person}, or removed their second factor; this person sees accusations at {holder}. If you did not know, please find out why.',
  },
  'commitment-made': {
    'zh-CN':
      '【{office}】信访事项 {number} 有一项对您的承诺[，最晚 {due} 办到]。凭编号和查询码查看：{url}',
    en: '[{office}] Something was promised to you in petition {number}[, to be done by {due}]. Look it up with number and code: {url}',
  },
  'commitment-reported': {
    'zh-CN':
      '【{office}】信访事项 {number} 里对您的承诺，单位说已经办到。是不是真的办到了，请您凭编号和查询码来说：{url}',
    en: '[{office}] The unit says that what was promised to you in petition {number} is done. Tell us with number and code whether it is so: {url}',
  },
  'commitment-fulfilled': {
    'zh-CN':
      '【{office}】信访事项 {number} 里对您的承诺，经核实已经办到。如果不是这样，请凭编号和查询码告诉我们：{url}',
    en: '[{office}] It was verified that the promise in petition {number} was kept. If it is not so, tell us with number and code: {url}',
  },
  'commitment-changed': {
    'zh-CN':
      '【{office}】信访事项 {number} 里对您的承诺有变化，原因写在里面。凭编号和查询码查看：{url}',
    en: '[{office}] A promise in petition {number} has changed; the reason is given there. Look it up with number and code: {url}',
  },
  'commitment-due': {
    'zh-CN':
      '【{office}】信访事项 {number} 里对您的承诺快到日子了[（{due}）]。凭编号和查询码查看：{url}',
    en: '[{office}] A promise in petition {number} is due soon[ ({due})]. Look it up with number and code: {url}',
  },
  'commitment-overdue': {
    'zh-CN':
      '【{office}】信访事项 {number} 里对您的承诺[原定 {due} 办到，]现在过了日子，我们正在催办。凭编号和查询码查看：{url}',
    en: '[{office}] A promise in petition {number} [was due on {due} and ]is overdue; we are pressing for it. Look it up with number and code: {url}',
  },
  'commitment-for-staff': {
    'zh-CN': '有一项承诺等您处理[（信访事项 {number}）][，日期 {due}]。查看：{url}',
    en: 'A commitment waits for you[ (petition {number})][, due {due}]. See {url}',
  },
  'commitment-overdue-staff': {
    'zh-CN': '有一项承诺已过期[（信访事项 {number}）][，日期 {due}]。查看：{url}',
    en: 'A commitment is overdue[ (petition {number})][, due {due}]. See {url}',
  },
  'inspection-for-staff': {
    'zh-CN': '有一次督查等您处理[，日期 {due}]。查看：{url}',
    en: 'An inspection waits for you[, date {due}]. See {url}',
  },
  'milestone-for-staff': {
    'zh-CN': '包案的信访事项[ {number} ]有一步快到日子了[，日期 {due}]。查看：{url}',
    en: 'A step of a case under a leader is due soon[ (petition {number})][, on {due}]. See {url}',
  },
  'milestone-overdue-staff': {
    'zh-CN': '包案的信访事项[ {number} ]有一步过了日子还没有报告[，日期 {due}]。查看：{url}',
    en: 'A step of a case under a leader is overdue[ (petition {number})][, due {due}]. See {url}',
  },
  'recommendation-for-staff': {
    'zh-CN': '有一份建议书等您处理[，答复期限 {due}]。查看：{url}',
    en: 'A recommendation waits for you[, answer due {due}]. See {url}',
  },
  'policy-repaired': {
    'zh-CN': '【{office}】您反映的信访事项 {number} 涉及的政策已经完善。凭编号和查询码查看：{url}',
    en: '[{office}] The policy that your petition {number} is about has been changed. Look it up with number and code: {url}',
  },
  'reception-subscribe': {
    'zh-CN':
      '【{office}】有人用这个地址订阅领导接访日的通知。是您本人，请打开这里点“确认”：{url}。不是您，不用管，不会再发。',
    en: '[{office}] Somebody asked for news of reception days at this address. If it was you, open this and press “confirm”: {url}. If not, do nothing; you will hear no more.',
  },
  'reception-announced': {
    'zh-CN':
      '【{office}】新公布了 {due} 的领导接访。哪位领导、几点、在哪里：{url}[。不想再收：{stop}]',
    en: '[{office}] A reception day is announced for {due}. Which leader, when and where: {url}[. No more of these: {stop}]',
  },
  'reception-moved': {
    'zh-CN':
      '【{office}】领导接访的安排变了，现在是 {due}[（原定 {until}）]。时间、地点和原因：{url}[。不想再收：{stop}]',
    en: '[{office}] A reception day has changed; it is now on {due}[ (before: {until})]. Time, place and reason: {url}[. No more of these: {stop}]',
  },
  'reception-cancelled': {
    'zh-CN':
      '【{office}】{due} 的领导接访取消了，原因写在这里：{url}。您随时可以到接待大厅来[。不想再收：{stop}]',
    en: '[{office}] The reception day of {due} is cancelled; the reason is here: {url}. You may come to our hall at any time[. No more of these: {stop}]',
  },
  'ticket-moved': {
    'zh-CN':
      '【{office}】您的接访号 {number} 还有效，改到 {due}[（原定 {until}）]，排在前面先接谈。凭号码和查询码查看：{url}',
    en: '[{office}] Your ticket {number} stays valid and is now for {due}[ (before: {until})]; you are heard among the first. Look it up with number and code: {url}',
  },
};

const subjects: Wording = {
  'zh-CN': '[【{office}】]信访事项 {number} 有新进展',
  en: '[{office}: ]news of petition {number}',
};

const announcements: ReadonlySet<TemplateName> = new Set([
  'reception-subscribe',
  'reception-announced',
  'reception-moved',
  'reception-cancelled',
  'ticket-moved',
]);

const announcementSubjects: Wording = {
  'zh-CN': '[【{office}】]领导接访日通知',
  en: '[{office}: ]reception days',
};

const placeholder = /\{(\w+)\}/g;
const optional = /\[([^[\]]*\{(?!office)\w+\}[^[\]]*|【\{office\}】|\{office\}: )\]/g;

const fill = (pattern: string, params: MessageParams & AtSending): string => {
  const values = new Map(Object.entries(params));
  const has = (part: string): boolean =>
    [...part.matchAll(placeholder)].every(([, name = '']) => values.get(name) !== undefined);
  return pattern
    .replaceAll(optional, (_, part: string) => (has(part) ? part : ''))
    .replaceAll(placeholder, (_, name: string) => values.get(name) ?? '')
    .trim();
};

/** The names that must be given for a template. */
export const requiredParams = (template: TemplateName): readonly string[] => {
  const withoutOptional = templates[template]['zh-CN'].replaceAll(optional, '');
  return [...withoutOptional.matchAll(placeholder)].map(([, name = '']) => name);
};

/**
 * Checks what is to fill a template.
 * @returns the parameters; throws on a missing, unknown or talkative one, which is a bug
 */
export const checkParams = (template: TemplateName, params: MessageParams): MessageParams => {
  const checked = messageParamsSchema.parse(params);
  const given = new Map(Object.entries(checked));
  const missing = requiredParams(template).find((name) => given.get(name) === undefined);
  if (missing !== undefined) throw new TypeError(`message ${template} needs ${missing}`);
  return checked;
};

/** What stands in a text as it leaves and nowhere else: not in the outbox, not in the database. */
export type AtSending = { readonly word?: string };

/** The text of a message. */
export const textOf = (
  template: TemplateName,
  language: MessageLanguage,
  params: MessageParams & AtSending,
): string => fill(templates[template][language], params);

/**
 * The subject of an e-mail; one for everything about petitions and one for what an office announces
 * to everybody, so that a list of mails reveals nothing.
 */
export const subjectOf = (
  template: TemplateName,
  language: MessageLanguage,
  params: MessageParams,
): string =>
  fill((announcements.has(template) ? announcementSubjects : subjects)[language], params);
