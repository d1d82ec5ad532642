import { named } from '../../../platform/http/index.ts';

/** Who is on the demo county's roster under these keys; see the demo's roster. */
const member = (key: string): string => named('member', key);
const inDays = (days: number): string => named('day', String(days));

/** How each kind begins, on an example petition of the demo county. */
export const beginExamples = {
  hearing: {
    operationId: 'conveneHearing',
    summary: 'Convene a hearing on a petition',
    as: 'housing',
    body: {
      topic: '屋顶漏水的成因和维修责任由谁承担。',
      open: true,
      parties: [{ role: 'unit', unit: 'housing' }],
    },
  },
  mediation: {
    operationId: 'proposeMediation',
    summary: 'Propose a mediation to both sides',
    as: 'housing',
    body: {
      kind: 'people',
      topic: '漏水造成的家具损失如何赔偿。',
      parties: [{ role: 'third-party', name: '澄江物业服务公司' }],
      mediatorId: member('mediator-1'),
    },
  },
  're-evaluation': {
    operationId: 'requestReEvaluation',
    summary: 'Ask the competent court or body to evaluate again',
    as: 'housing',
    body: {
      body: 'court',
      question: '原鉴定意见认定漏水原因的方法是否可靠？',
      professions: ['建筑'],
      reviewers: [member('expert-away')],
    },
  },
  deliberation: {
    operationId: 'proposeDeliberation',
    summary: 'Propose an advisory community deliberation',
    as: 'housing',
    body: { topic: '请居民代表就维修分摊方案提出意见。' },
  },
} as const;

/** One step of each kind. */
export const stepExamples = {
  hearing: {
    operationId: 'stepHearing',
    summary: 'Take a step in a hearing',
    as: 'housing',
    step: {
      type: 'schedule',
      input: {
        date: inDays(20),
        time: '14:30',
        mode: 'room',
        place: '县住建局三楼听证室',
        bring: '身份证、购房合同。',
      },
    },
  },
  mediation: {
    operationId: 'stepMediation',
    summary: 'Take a step in a mediation or its judicial confirmation',
    as: 'housing',
    step: { type: 'nameMediator', input: { mediatorId: member('mediator-1') } },
  },
  're-evaluation': {
    operationId: 'stepReEvaluation',
    summary: 'Record the result of a re-evaluation, or how it was explained',
    as: 'housing',
    step: {
      type: 'recordAnswer',
      input: { on: inDays(0), outcome: 'upheld', result: '经复评，原鉴定方法可靠，结论成立。' },
    },
  },
  deliberation: {
    operationId: 'stepDeliberation',
    summary: 'Record consent to a deliberation, or how it was held',
    as: 'housing',
    step: {
      type: 'recordConsent',
      input: { given: true, on: inDays(0), proof: '信访人签字的同意书，存卷。' },
    },
  },
} as const;

export const memberExample = {
  name: '顾和生',
  telephone: '0690-8200123',
  kinds: ['mediator', 'five-elders'],
  profession: '退休教师',
  regionCode: '690121100',
  from: inDays(0),
};

export const memberChangeExample = {
  kinds: ['mediator'],
  profession: '人民调解员',
  regionCode: '690121100',
  affiliation: null,
  from: inDays(-400),
  to: inDays(700),
};

export const shiftExample = {
  on: inDays(3),
  part: 'morning',
  role: 'mediator',
  memberId: member('mediator-1'),
};
