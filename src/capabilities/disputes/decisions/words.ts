import type { Named } from '../../../kernel/facts.ts';
import type {
  AssessmentResult,
  CheckAnswer,
  ConsultationKind,
  DecisionKind,
  Legality,
} from './case.ts';

/** Kinds of decisions by name. */
export const kindNames: Readonly<Record<DecisionKind, Named>> = {
  project: { zh: '重大工程项目', en: 'Major project' },
  land: { zh: '征地拆迁补偿', en: 'Land taking and compensation' },
  environment: { zh: '涉及生态环境', en: 'Environment' },
  policy: { zh: '民生政策调整', en: 'Policy on people’s livelihood' },
  price: { zh: '公共服务价格', en: 'Price of a public service' },
  reform: { zh: '改革改制', en: 'Reform or restructuring' },
  other: { zh: '其他', en: 'Other' },
};

const answers: Readonly<Record<CheckAnswer, string>> = { yes: '是', partly: '部分', no: '否' };
const consultations: Readonly<Record<ConsultationKind, string>> = {
  'public-notice': '公示',
  hearing: '听证会',
  'expert-opinion': '专家论证',
  meeting: '座谈',
};
const legalities: Readonly<Record<Legality, string>> = {
  lawful: '合法',
  'lawful-after-changes': '修改后合法',
  unlawful: '不合法',
};
const results: Readonly<Record<AssessmentResult, string>> = {
  'carry-out': '可以实施',
  'carry-out-with-measures': '采取措施后实施',
  'put-off': '暂缓实施',
  'do-not-carry-out': '不予实施',
};

/** What the assessment report says around what was recorded. */
export const paperWords = {
  title: '社会稳定风险评估报告',
  decider: '决策单位',
  assessor: '评估单位',
  place: '涉及区域',
  kind: '决策类别',
  people: '预计涉及人数',
  checklist: '评估清单',
  question: '评估内容',
  answer: '结论',
  reasons: '理由',
  source: '依据',
  open: '尚未评估',
  opinions: '主要意见',
  answered: '采纳情况',
  by: '责任单位：',
  reviewer: '合法性审查人',
  validUntil: '有效期至',
  result: '评估结论',
  afterValidity: '逾期未实施或者情况有重大变化的，应当重新评估。',
  notConcluded: '尚未作出评估结论。',
  none: '无。',
  headings: {
    content: '决策内容',
    checks: '风险评估',
    consultations: '征求意见',
    measures: '防范和化解措施',
    legality: '合法性审查',
    conclusion: '评估结论',
  },
  answers,
  consultations,
  legalities,
  results,
} as const;
