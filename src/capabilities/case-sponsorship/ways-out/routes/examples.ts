import { named } from '../../../../platform/http/index.ts';
import type { VisitStep, WayStep } from '../contract.ts';

const day = '2026-01-05';

/** What the description of the API shows and the demo county answers. */
export const wayExamples: Readonly<
  Record<WayStep, { readonly as: string; readonly input: Readonly<Record<string, unknown>> }>
> = {
  recordStep: {
    as: 'housing',
    input: { stepId: named('way-out', 'path-step'), on: day, note: '材料已收齐。' },
  },
  explainLaw: {
    as: 'housing',
    input: {
      on: day,
      how: 'talk',
      byName: '陆明',
      byPost: '公职律师',
      provisions: ['《不动产登记暂行条例》第十四条'],
      words: '说明了共同申请登记的要求。',
      answer: '表示理解，希望协助联系开发企业。',
    },
  },
  approveAid: { as: 'housing-head', input: { words: '情况属实，同意。' } },
  refuseAid: { as: 'housing-head', input: { words: '收入超过当地规定的救助标准。' } },
  payAid: { as: 'housing', input: { on: named('day', '0'), proof: '银行转账回单。' } },
  finishWay: { as: 'housing', input: { words: '各步骤均已完成。' } },
  changeWay: { as: 'housing', input: { reason: '核实后另有政策依据，改走政策支持。' } },
};

export const waySummaries: Readonly<Record<WayStep, string>> = {
  recordStep: 'Record that a step of the path is done',
  explainLaw: 'Record how the law was explained, and what the petitioner answered',
  approveAid: 'Approve aid; by the head of the next place, who did not propose it',
  refuseAid: 'Refuse aid, with the reason, which the petitioner reads',
  payAid: 'Record that aid was paid, with its proof',
  finishWay: 'Finish a path or an explanation',
  changeWay: 'Leave a way for another one, with the reason',
};

export const wayAddresses: Readonly<Record<WayStep, string>> = {
  recordStep: 'steps-done',
  explainLaw: 'explanations',
  approveAid: 'approvals',
  refuseAid: 'refusal',
  payAid: 'payment',
  finishWay: 'end',
  changeWay: 'change',
};

export const visitExamples: Readonly<Record<VisitStep, Readonly<Record<string, unknown>>>> = {
  recordVisit: { on: day, brought: '米、油和慰问金 500 元', words: '老人身体尚好。' },
  cancelVisit: { reason: '当事人表示不需要走访。' },
};
