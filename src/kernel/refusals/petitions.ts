import type { RefusalEntry } from './entry.ts';

/** Refusals of the petition's own rules. */
export const petitionRefusals = {
  'petition-not-in-status': {
    status: 409,
    zh: '这件事项现在是“{status}”，不能进行“{command}”。',
    en: 'The petition is “{status}” now; “{command}” is not possible.',
  },
  'petition-concluded': {
    status: 409,
    zh: '这件事项已办结，不能再进行“{command}”。',
    en: 'The petition is concluded; “{command}” is no longer possible.',
  },
  'petition-exists': {
    status: 409,
    zh: '这件事项已登记。',
    en: 'This petition is registered already.',
  },
  'not-classified': {
    status: 422,
    zh: '请先确定信访目的和内容分类。',
    en: 'Classify purpose and category first.',
  },
  'mixed-purpose': {
    status: 422,
    zh: '这件事项既有申诉又有检举，请先分案再转送。',
    en: 'The petition mixes an appeal with an accusation; split it first.',
  },
  'accusation-only-handover': {
    status: 422,
    zh: '检举控告只能移送纪检监察机关或有权处理的机关（条例第三十条）。',
    en: 'An accusation may only be handed to the discipline body or the body with power (Reg. art. 30).',
  },
  'accused-unit': {
    status: 422,
    zh: '不能将检举控告交给被检举的单位或其下属（条例第三十条）。',
    en: 'An accusation cannot go to the accused unit or one below it (Reg. art. 30).',
  },
  'handover-target': {
    status: 422,
    zh: '请选择同级的{kind}。',
    en: 'Choose the {kind} of the same level.',
  },
  'target-is-holder': {
    status: 422,
    zh: '事项已在“{unit}”，请选择其他单位。',
    en: 'The petition is already with “{unit}”; choose another unit.',
  },
  'target-already-returned': {
    status: 422,
    zh: '“{unit}”已提出异议并获同意退回，不能再转给它；有争议请由共同上级裁定（条例第二十四条）。',
    en: '“{unit}” has returned it with consent; it cannot be sent there again. Let the common superior decide (Reg. art. 24).',
  },
  'assignment-period': {
    status: 422,
    zh: '交办期限应在 1 至 {limit} 天之间，不得超过法定办理期限。',
    en: 'The period must be 1 to {limit} days, never longer than the statutory one.',
  },
  'explanation-required': {
    status: 422,
    zh: '请写明理由（至少 {limit} 字），信访人会看到。',
    en: 'Give the reason (at least {limit} characters); the petitioner will read it.',
  },
  'route-not-startable': {
    status: 422,
    zh: '只有第三十一条第三至五项的程序可由有权单位自行启动；第一、二项须告知信访人向有关机关提出。',
    en: 'Only ways 3 to 5 of art. 31 can be started by the competent unit; for 1 and 2 direct the petitioner to that body.',
  },
  'merge-self': {
    status: 422,
    zh: '不能与自身并案。',
    en: 'A petition cannot be merged with itself.',
  },
  'merge-target-not-open': {
    status: 422,
    zh: '只能并入尚未办结的事项。已办结的请按复查、复核或不再受理处理。',
    en: 'Merge only into an open petition. For a concluded one use review, re-examination or “no longer accepted”.',
  },
  'merge-across-purpose': {
    status: 422,
    zh: '检举控告不能与其他事项并案。',
    en: 'An accusation is never merged with another matter.',
  },
  'split-part-empty': {
    status: 422,
    zh: '第 {n} 件还没有诉求。来信只登记了一项诉求、却说了两件事的，请在这一件里补写它的诉求，再分案。',
    en: 'Part {n} has no demand yet. Where one registered demand speaks of two matters, write down what this part asks for, then split.',
  },
  'split-parts': {
    status: 422,
    zh: '请至少分成两件，每件至少一项诉求，每项诉求和附件都要分到其中一件。',
    en: 'Split into at least two parts with at least one demand each; every demand and attachment goes to one part.',
  },
  'objection-late': {
    status: 422,
    zh: '提出异议的期限（收到后 5 个工作日）已于 {due} 届满（条例第二十三条）。',
    en: 'The period to object (5 working days from receipt) ended on {due} (Reg. art. 23).',
  },
  'objection-after-decision': {
    status: 422,
    zh: '办理单位已由共同上级裁定，不能再提异议（条例第二十四条）。',
    en: 'The common superior has decided the unit; no further objection is possible (Reg. art. 24).',
  },
  'adjudicator-not-superior': {
    status: 422,
    zh: '裁定须由有关单位的共同上级作出（条例第二十四条）。',
    en: 'The decision belongs to the common superior of the units (Reg. art. 24).',
  },
  'objection-none': {
    status: 422,
    zh: '没有待决定的异议。',
    en: 'There is no objection to decide.',
  },
  'extension-used': {
    status: 409,
    zh: '已经延期过一次，不能再次延期（条例第三十四条）。',
    en: 'It was extended once already (Reg. art. 34).',
  },
  'extension-days': {
    status: 422,
    zh: '延长期限应为 1 至 30 天（条例第三十四条）。',
    en: 'The extension is 1 to 30 days (Reg. art. 34).',
  },
  'extension-late': {
    status: 422,
    zh: '办理期限已届满，不能再延期。',
    en: 'The period has ended; it can no longer be extended.',
  },
  'extension-none': {
    status: 409,
    zh: '没有待审批的延期申请。',
    en: 'There is no extension to approve.',
  },
  'same-person': {
    status: 403,
    zh: '起草人不能审核、签发或用印自己起草的文书，请由另一位办理。',
    en: 'Whoever drafted a paper cannot check, sign or seal it; another person must.',
  },
  'paper-unknown': { status: 404, zh: '没有这份文书。', en: 'There is no such paper.' },
  'paper-stage': {
    status: 409,
    zh: '文书现在是“{stage}”，不能进行这一步。',
    en: 'The paper is “{stage}” now; this step is not possible.',
  },
  'service-consent': {
    status: 422,
    zh: '信访人没有同意电子送达，请改用其他送达方式。',
    en: 'The petitioner has not agreed to electronic service; serve it another way.',
  },
  'service-before-seal': {
    status: 422,
    zh: '送达日期不能早于用印日期。',
    en: 'It cannot have been served before it was sealed.',
  },
  'service-witness': {
    status: 422,
    zh: '拒绝签收的，请写明见证人，或者附现场照片（留置送达）。',
    en: 'Where the addressee refused to sign, name the witness or attach a photograph.',
  },
  'service-mail-number': {
    status: 422,
    zh: '请填写邮件号；送达日期以回执上注明的收件日期为准。',
    en: 'Give the postal number; it is served on the day that the return slip bears.',
  },
  'service-place': {
    status: 422,
    zh: '请写明公告刊登在哪里。',
    en: 'Say where the announcement was published.',
  },
  'service-announced': {
    status: 409,
    zh: '公告期到 {until} 届满，届满即视为送达；在此之前本人来取的，请记为直接送达。',
    en: 'The announcement runs until {until} and is deemed service then; if the petitioner comes before, serve it by hand.',
  },
  'service-unservable': {
    status: 422,
    zh: '请选择无法送达的原因。',
    en: 'Choose why it cannot be served.',
  },
  'service-proof': {
    status: 422,
    zh: '请填写送达凭证：{detail}',
    en: 'Give the proof of service: {detail}',
  },
  'opinion-demands': {
    status: 422,
    zh: '请对每一项诉求分别写明事实、依据和意见；还缺第 {missing} 项。',
    en: 'Answer every demand with facts, basis and opinion; number {missing} is missing.',
  },
  'opinion-basis': {
    status: 422,
    zh: '第 {demand} 项诉求须写明法律政策依据（条例第三十二条）。',
    en: 'Demand {demand} needs its legal basis (Reg. art. 32).',
  },
  'opinion-execution': {
    status: 422,
    zh: '支持第 {demand} 项诉求，须写明责任人和完成日期。',
    en: 'Demand {demand} is supported: name who carries it out and by which date.',
  },
  'opinion-open': {
    status: 409,
    zh: '已有处理意见正在审签，请先退回或完成。',
    en: 'An opinion is being approved; return or finish it first.',
  },
  'tasks-open': {
    status: 409,
    zh: '协办单位还有未完成的任务：{units}。',
    en: 'Co-handlers have unfinished tasks: {units}.',
  },
  'task-unknown': { status: 404, zh: '没有这项任务。', en: 'There is no such task.' },
  'task-done': { status: 409, zh: '这项任务已完成。', en: 'This task is done already.' },
  'task-due': {
    status: 422,
    zh: '完成日期须在今天之后、办理期限之前。',
    en: 'The due date must lie after today and before the end of the handling period.',
  },
  'co-handler-is-holder': {
    status: 422,
    zh: '主办单位不能同时是协办单位。',
    en: 'The main handler cannot be a co-handler too.',
  },
  'official-withdrawn': {
    status: 403,
    zh: '您已回避这件事项，不能办理（条例第二十八条）。',
    en: 'You have withdrawn from this petition and cannot handle it (Reg. art. 28).',
  },
  'official-last': {
    status: 422,
    zh: '回避后须有其他人员承办，请先指定。',
    en: 'Somebody else must take it before this official withdraws; name them first.',
  },
  'withdrawal-open': { status: 409, zh: '已申请撤回。', en: 'A withdrawal was requested already.' },
  'withdrawal-none': {
    status: 409,
    zh: '没有可以恢复的撤回申请，或十天已过。',
    en: 'There is no withdrawal to revoke, or the ten days are over.',
  },
  'withdrawal-own': {
    status: 403,
    zh: '只有信访人本人凭查询码或签名才能撤回。',
    en: 'Only the petitioner can withdraw, with the code or a signature.',
  },
  'report-none': {
    status: 409,
    zh: '没有待审核的办结报告。',
    en: 'There is no report to decide on.',
  },
  'report-not-assigned': {
    status: 409,
    zh: '转送事项不需要报送办结报告。',
    en: 'A referred petition needs no conclusion report.',
  },
  'pass-down-target': {
    status: 422,
    zh: '只能在本系统内向下级单位转办。',
    en: 'It can be passed down only to a unit below within the same system.',
  },
  'target-outside-system': {
    status: 422,
    zh: '“{unit}”按自己的法定程序办理，不能作为承办单位；请用“导入法定途径”告知信访人。',
    en: '“{unit}” has a legal procedure of its own and cannot hold a petition; direct the petitioner there.',
  },
  'pass-on-target': {
    status: 422,
    zh: '本单位直接收到的事项不归本单位管的，请转给本地信访部门。',
    en: 'What your unit took in directly and is not its own is passed on to the petition office of the place.',
  },
  'clarify-once': {
    status: 422,
    zh: '以“无明确诉求”不予受理前，须先请信访人补充说明一次。',
    en: 'Ask the petitioner once before refusing because no request can be made out.',
  },
  'outside-jurisdiction-pass-on': {
    status: 422,
    zh: '不属于本级管辖的事项须转送有权机关，不能只作不予受理。',
    en: 'A matter outside jurisdiction is passed on to the competent body, never simply refused.',
  },
  'receipt-not-awaited': {
    status: 409,
    zh: '不需要接收确认。',
    en: 'No confirmation of receipt is awaited.',
  },
  'handler-outside-unit': {
    status: 422,
    zh: '承办人必须是本单位在岗人员。',
    en: 'The officer must hold a post in this unit.',
  },
  'reclassify-late': {
    status: 409,
    zh: '事项已转出，改变信访目的请先分案或退回。',
    en: 'The petition has left the office; split or recall it before changing its purpose.',
  },
} as const satisfies Record<string, RefusalEntry>;
