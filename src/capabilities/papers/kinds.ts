import { z } from 'zod';

/**
 * The kinds of paper of a petition office. `number` is the word between the unit's short name and
 * the year in a document number (临 + 信转字 + 〔2026〕3号); a kind without one bears no document number.
 * `form`: 'letter' is the letter form of GB/T 9704-2012 (red head), 'plain' a form without a head.
 */
export type PaperKindEntry = {
  readonly title: { readonly zh: string; readonly en: string };
  readonly number: string | null;
  readonly form: 'letter' | 'plain';
  readonly addressedTo: 'petitioner' | 'unit';
};

const kind = (
  zh: string,
  en: string,
  number: string | null,
  form: 'letter' | 'plain',
  addressedTo: 'petitioner' | 'unit',
): PaperKindEntry => ({ title: { zh, en }, number, form, addressedTo });

/** Kinds that have a template today. */
export const templatedKinds = {
  receipt: kind('信访事项登记回执', 'Receipt', null, 'plain', 'petitioner'),
  referral: kind('转送函', 'Referral', '信转字', 'letter', 'unit'),
  assignment: kind('交办函', 'Assignment', '信交字', 'letter', 'unit'),
  handover: kind('移送函', 'Handover', '信移字', 'letter', 'unit'),
  'acceptance-notice': kind('受理告知书', 'Acceptance notice', '信受告字', 'letter', 'petitioner'),
  refusal: kind('不予受理告知书', 'Refusal', '信不受告字', 'letter', 'petitioner'),
  'no-longer-accepted': kind(
    '不再受理告知书',
    'No longer accepted',
    '信不再告字',
    'letter',
    'petitioner',
  ),
  redirection: kind('导入法定途径告知书', 'Redirection', '信导告字', 'letter', 'petitioner'),
  extension: kind('延期办理告知书', 'Extension', '信延告字', 'letter', 'petitioner'),
  opinion: kind('处理意见书', 'Handling opinion', '信处字', 'letter', 'petitioner'),
  'one-time-notice': kind(
    '一次性告知单',
    'One-time notice of required materials',
    null,
    'plain',
    'petitioner',
  ),
  'supplement-request': kind(
    '补充材料通知书',
    'Supplement request',
    '信补字',
    'letter',
    'petitioner',
  ),
  'merge-notice': kind('并案办理告知书', 'Merge notice', '信并告字', 'letter', 'petitioner'),
  'split-notice': kind('分案办理告知书', 'Split notice', '信分告字', 'letter', 'petitioner'),
  'withdrawal-confirmation': kind(
    '撤回信访事项确认书',
    'Withdrawal confirmation',
    '信撤确字',
    'letter',
    'petitioner',
  ),
  'conclusion-report': kind('办结报告', 'Conclusion report', '信结字', 'letter', 'unit'),
  'objection-decision': kind('异议核查意见', 'Objection decision', '信异字', 'letter', 'unit'),
  adjudication: kind('责任单位确定意见', 'Adjudication of competence', '信裁字', 'letter', 'unit'),
  'proof-of-service': kind('送达回证', 'Proof of service', null, 'plain', 'petitioner'),
  'contest-decision': kind('异议核查答复', 'Contest decision', '信核字', 'letter', 'petitioner'),
  'file-only-note': kind('信访事项存查单', 'File-only note', null, 'plain', 'unit'),
  'suggestion-answer': kind(
    '意见建议答复书',
    'Answer to a suggestion',
    '信复建字',
    'letter',
    'petitioner',
  ),
  'urgent-report': kind(
    '重大紧急信访事项报告',
    'Report of an urgent matter',
    '信急字',
    'letter',
    'unit',
  ),
  'enquiry-answer': kind('咨询答复书', 'Answer to an enquiry', '信复询字', 'letter', 'petitioner'),
  'hearing-notice': kind('听证通知书', 'Hearing notice', '信听字', 'letter', 'petitioner'),
  'hearing-conclusion': kind(
    '听证意见书',
    'Hearing conclusion',
    '信听意字',
    'letter',
    'petitioner',
  ),
  'mediation-agreement': kind('调解协议书', 'Mediation agreement', '信调字', 'plain', 'petitioner'),
  settlement: kind('和解协议书', 'Settlement', '信和字', 'plain', 'petitioner'),
  'review-acceptance': kind(
    '复查复核受理告知书',
    'Acceptance of a review',
    '信复受字',
    'letter',
    'petitioner',
  ),
  'review-refusal': kind(
    '复查复核不予受理告知书',
    'Refusal of a review',
    '信复不受字',
    'letter',
    'petitioner',
  ),
  'review-opinion': kind('复查意见书', 'Review opinion', '信复查字', 'letter', 'petitioner'),
  'home-visit-record': kind('走访记录', 'Record of a home visit', null, 'plain', 'petitioner'),
  'reception-minutes': kind('接访纪要', 'Reception minutes', '信纪字', 'letter', 'unit'),
  'correction-order': kind('督查整改通知书', 'Correction order', '信督改字', 'letter', 'unit'),
  recommendation: kind('三项建议书', 'Recommendation', '信建字', 'letter', 'unit'),
  'meeting-minutes': kind(
    '三头对面会议纪要',
    'Minutes of a three-party meeting',
    '信会纪字',
    'letter',
    'petitioner',
  ),
  'aid-approval': kind('信访救助审批表', 'Aid approval sheet', '信助字', 'letter', 'unit'),
  'joint-meeting-minutes': kind(
    '联席会议纪要',
    'Minutes of a joint meeting',
    '信联纪字',
    'letter',
    'unit',
  ),
  're-examination-opinion': kind(
    '复核意见书',
    'Re-examination opinion',
    '信复核字',
    'letter',
    'petitioner',
  ),
  reminder: kind('提醒函', 'Reminder', '信提字', 'letter', 'unit'),
  'supervision-letter': kind('督办函', 'Supervision letter', '信督字', 'letter', 'unit'),
  'accountability-recommendation': kind(
    '问责建议函',
    'Accountability recommendation',
    '信责字',
    'letter',
    'unit',
  ),
  'interview-notice': kind(
    '约谈通知书',
    'Notice of an admonitory interview',
    '信约字',
    'letter',
    'unit',
  ),
  'circulated-notice': kind('通报', 'Circulated notice', '信通字', 'letter', 'unit'),
  'supervision-warning': kind('警示函', 'Warning', '信警字', 'letter', 'unit'),
  'listing-notice': kind(
    '挂牌督办通知书',
    'Notice of listed supervision',
    '信挂字',
    'letter',
    'unit',
  ),
} as const satisfies Record<string, PaperKindEntry>;

/** Kinds that a capability composes by itself, block by block: there is no passage to be changed. */
export const composedKinds = {
  'case-plan': kind('领导包案化解方案', 'Plan of a case under a leader', null, 'plain', 'unit'),
  'trace-back': kind('责任倒查表', 'Trace-back of responsibility', null, 'plain', 'unit'),
  'work-report': kind('信访工作情况报告', 'Report on petition work', null, 'plain', 'unit'),
  'risk-assessment-report': kind(
    '社会稳定风险评估报告',
    'Risk assessment report',
    null,
    'plain',
    'unit',
  ),
} as const satisfies Record<string, PaperKindEntry>;

export const paperKinds = { ...templatedKinds, ...composedKinds };

export type TemplatedKind = keyof typeof templatedKinds;
export type PaperKind = keyof typeof paperKinds;

export const paperKindSchema = z.enum(Object.keys(paperKinds) as [PaperKind, ...PaperKind[]]);

/** The steps of a paper on its way out of the office (P-4a). */
export const paperStages = ['draft', 'checked', 'signed', 'sealed', 'served', 'void'] as const;
export type PaperStage = (typeof paperStages)[number];
