import type { z } from 'zod';
import { named } from '../../../platform/http/index.ts';
import type { reviewCommandSchemas, ReviewInputType } from '../contract.ts';

/** A review of the demo county for each example; reading shares one. */
export const reviewScenes = [
  'chooseBody',
  'decideLateness',
  'acceptReview',
  'chooseReviewOfficer',
  'refuseReview',
  'withdrawOfficial',
  'recordInquiry',
  'withdrawReview',
  'orderHearing',
  'recordHearing',
  'draftDecision',
  'checkPaper',
  'signPaper',
  'sealPaper',
  'issuePaper',
  'returnPaper',
  'servePaper',
  'requestReview',
  'getReview',
  'handleAgain',
  'procedureEnded',
] as const;
export type ReviewScene = (typeof reviewScenes)[number];

interface Example<T extends ReviewInputType> {
  /** The user name of whoever may do it in the demo county. */
  readonly as: string;
  readonly input: z.input<(typeof reviewCommandSchemas)[T]>;
}

const body = 'review';
const head = 'review-head';
const paperOf = (of: ReviewScene) => ({ paperId: named('review-paper', of) });

/** An example of each command, as the demo county's review body would send it. */
export const reviewExamples: { readonly [T in ReviewInputType]: Example<T> } = {
  chooseBody: { as: 'clerk', input: { body } },
  decideLateness: {
    as: head,
    input: { admitted: true, reason: '住院证明属实，属于正当理由，予以受理。' },
  },
  acceptReview: { as: body, input: {} },
  chooseReviewOfficer: { as: head, input: { userId: named('user', body) } },
  refuseReview: {
    as: body,
    input: { reason: 'not-reviewable', explanation: '申请的事项不在原处理意见之内。' },
  },
  withdrawOfficial: {
    as: head,
    input: { userId: named('user', body), reason: '与申请人有近亲属关系，主动回避。' },
  },
  recordInquiry: {
    as: body,
    input: { record: '调阅原卷宗，到现场查看屋顶维修情况。', heldOn: named('day', '0') },
  },
  withdrawReview: { as: 'clerk', input: { reason: '申请人到窗口签字撤回。', signed: true } },
  orderHearing: { as: 'city-review', input: { reason: '事实争议较大，决定举行听证。' } },
  recordHearing: {
    as: 'city-review',
    input: { from: named('day', '0'), to: named('day', '0') },
  },
  draftDecision: {
    as: body,
    input: {
      outcome: 'upheld',
      points: [
        {
          demandId: named('review-demand', 'draftDecision'),
          finding: 'upheld',
          facts: '原意见认定的事实有现场勘验记录证明。',
          basis: '《住宅专项维修资金管理办法》第二十四条',
          answer: '原意见事实清楚、依据正确，予以维持。',
        },
      ],
      conclusion: '原处理意见事实清楚、依据正确、程序合法。',
    },
  },
  checkPaper: { as: head, input: paperOf('checkPaper') },
  signPaper: { as: head, input: paperOf('signPaper') },
  sealPaper: { as: head, input: paperOf('sealPaper') },
  issuePaper: { as: head, input: paperOf('issuePaper') },
  returnPaper: {
    as: head,
    input: { ...paperOf('returnPaper'), reason: '请补充法律依据后重新拟稿。' },
  },
  servePaper: {
    as: body,
    input: {
      ...paperOf('servePaper'),
      way: 'hand',
      servedOn: named('day', '0'),
      proof: '本人签收，送达回证已归档。',
    },
  },
};
