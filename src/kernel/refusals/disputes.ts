import type { RefusalEntry } from './entry.ts';

/** Refusals of disputes, matches and assessments of decisions (D-1 to D-3). */
export const disputeRefusals = {
  'dispute-not-in-status': {
    status: 409,
    zh: '这件纠纷已到另一步，现在不能这样做，请刷新后再看。',
    en: 'The dispute has moved on; this step is not possible now. Reload and look again.',
  },
  'dispute-kind-unknown': {
    status: 422,
    zh: '没有这个纠纷类别，请重新选择。',
    en: 'There is no such kind of dispute; choose again.',
  },
  'dispute-elsewhere': {
    status: 422,
    zh: '这个地方不在本单位辖区内，请选择本辖区的地方。',
    en: 'This place lies outside the area of your unit; choose one inside.',
  },
  'dispute-no-line': {
    status: 422,
    zh: '本单位不在村、乡镇、县信访局的排查线上，不能登记纠纷。',
    en: 'Your unit is not on the line of village, township and county office; it records no disputes.',
  },
  'dispute-no-level-above': {
    status: 422,
    zh: '已经到县一级，不能再往上报；当事人本人愿意的，可以转为信访事项。',
    en: 'It is at the county already. The person concerned may make a petition of it.',
  },
  'dispute-not-below': {
    status: 422,
    zh: '只能交回纠纷所在地的乡镇或者村（社区）。',
    en: 'It can go back only to the township or village of its place.',
  },
  'match-is-origin': {
    status: 409,
    zh: '这件信访事项就是由该纠纷转来的，不需要再判断。',
    en: 'The petition grew out of this dispute; there is nothing to judge.',
  },
  'assessment-not-in-status': {
    status: 409,
    zh: '这项评估已到另一步，现在不能这样做，请刷新后再看。',
    en: 'The assessment has moved on; this step is not possible now. Reload and look again.',
  },
  'assessor-is-decider': {
    status: 422,
    zh: '评估单位不能是决策单位自己，也不能是它的下级。',
    en: 'The assessing body can be neither the deciding unit nor one below it.',
  },
  'reviewer-is-decider': {
    status: 422,
    zh: '合法性审查人不能是决策单位的人。',
    en: 'The legal reviewer cannot be one of the deciding unit.',
  },
  'not-the-reviewer': {
    status: 403,
    zh: '只有指定的合法性审查人可以填写审查意见。',
    en: 'Only the legal reviewer who was named can give this opinion.',
  },
  'check-unknown': {
    status: 422,
    zh: '评估清单里没有这一项。',
    en: 'The checklist has no such question.',
  },
  'checks-open': {
    status: 422,
    zh: '评估清单还有没有回答的项目：{check}。',
    en: 'A question of the checklist is still open: {check}.',
  },
  'consultation-missing': {
    status: 422,
    zh: '还没有征求意见的记录，不能作出评估结论。',
    en: 'Nobody was consulted yet; the assessment cannot be concluded.',
  },
  'legality-open': {
    status: 422,
    zh: '还没有合法性审查意见，不能作出评估结论。',
    en: 'The legality review is still open; the assessment cannot be concluded.',
  },
  'result-unlawful': {
    status: 422,
    zh: '合法性审查没有通过或者已经过期，不能作出实施的结论。',
    en: 'The legality review was negative or has expired; it cannot be carried out.',
  },
  'result-needs-measures': {
    status: 422,
    zh: '评估清单或者合法性审查有保留意见，只能“采取措施后实施”、暂缓或者不予实施。',
    en: 'The checklist or the legality review has doubts: carry out with measures, put off or drop.',
  },
  'measures-missing': {
    status: 422,
    zh: '请先写明防范和化解的措施。',
    en: 'Write down the measures first.',
  },
  'validity-past': {
    status: 422,
    zh: '有效期不能早于今天。',
    en: 'The validity cannot end before today.',
  },
} as const satisfies Record<string, RefusalEntry>;
