import type {
  AssessmentStepInput,
  NewDecisionInput,
} from '../../../capabilities/disputes/index.ts';
import { countyCode, townshipCode } from '../county/regions.ts';

/** What a step of an assessment says; days count from now, people by their user name. */
export type DecisionStep =
  | {
      readonly who: string;
      readonly type: 'answerCheck' | 'addMeasure' | 'withdraw' | 'reopen';
      readonly input: AssessmentStepInput<'answerCheck' | 'addMeasure' | 'withdraw' | 'reopen'>;
    }
  | {
      readonly who: string;
      readonly type: 'recordConsultation';
      readonly heldAgo: number;
      readonly input: Omit<AssessmentStepInput<'recordConsultation'>, 'heldOn'>;
    }
  | {
      readonly who: string;
      readonly type: 'nameReviewer';
      readonly reviewer: string;
    }
  | {
      readonly who: string;
      readonly type: 'reviewLegality' | 'conclude';
      readonly validFor: number;
      readonly input:
        | Omit<AssessmentStepInput<'reviewLegality'>, 'validUntil'>
        | Omit<AssessmentStepInput<'conclude'>, 'validUntil'>;
    };

export interface DecisionScene {
  readonly key: string;
  readonly who: string;
  readonly ago: number;
  readonly input: NewDecisionInput;
  readonly steps: readonly DecisionStep[];
}

const codes = ['lawful', 'reasonable', 'feasible', 'controllable'] as const;
const reasons = {
  lawful: '已列入年度计划，审批手续齐全。',
  reasonable: '补偿标准与周边项目一致，已公示。',
  feasible: '资金已落实，施工避开高考和汛期。',
  controllable: '已与社区建立联络，有专人接待来访。',
} as const;

const checks = (who: string, partly: readonly string[] = []): DecisionStep[] =>
  codes.map((code) => ({
    who,
    type: 'answerCheck',
    input: { code, answer: partly.includes(code) ? 'partly' : 'yes', words: reasons[code] },
  }));

const hearing = (who: string, heldAgo: number): DecisionStep => ({
  who,
  type: 'recordConsultation',
  heldAgo,
  input: {
    kind: 'hearing',
    people: 42,
    opinions: '居民担心施工期间出行不便，希望保留一条便道。',
    answer: '采纳，施工方案增加临时便道并公布绕行路线。',
  },
});

const review = (opinion: AssessmentStepInput<'reviewLegality'>['opinion']): DecisionStep[] => [
  { who: 'political-legal-head', type: 'nameReviewer', reviewer: 'legal-worker' },
  {
    who: 'legal-worker',
    type: 'reviewLegality',
    validFor: 300,
    input: { opinion, words: '主体、权限、程序和内容已逐项审查。' },
  },
];

const conclude = (
  result: AssessmentStepInput<'conclude'>['result'],
  words: string,
): DecisionStep => ({
  who: 'political-legal-head',
  type: 'conclude',
  validFor: 300,
  input: { result, words },
});

const decision = (
  key: string,
  ago: number,
  [title, content]: readonly [string, string],
  more: Pick<NewDecisionInput, 'kind' | 'peopleConcerned'> & Partial<NewDecisionInput>,
  steps: readonly DecisionStep[],
  who = 'housing',
): DecisionScene => ({
  key,
  who,
  ago,
  input: { title, content, regionCode: countyCode, assessor: 'political-legal', ...more },
  steps,
});

const measure: DecisionStep = {
  who: 'housing',
  type: 'addMeasure',
  input: { words: '设立现场接待点，每天有专人答复居民的问题。', unit: 'housing' },
};

/** In each stage and with each result. */
export const decisionScenes: readonly DecisionScene[] = [
  decision(
    'step',
    6,
    ['人民路片区老旧小区改造', '对人民路片区十二栋住宅楼进行外墙、管网和电梯改造。'],
    { kind: 'project', peopleConcerned: 2_600 },
    [hearing('housing', 2)],
  ),
  decision(
    'reviewed',
    20,
    ['城关镇集中供水价格调整', '居民生活用水价格由每立方米一元八角调整为二元一角。'],
    { kind: 'price', peopleConcerned: 58_000 },
    [...checks('water', ['reasonable']), hearing('water', 10), ...review('lawful-after-changes')],
    'water',
  ),
  decision(
    'read',
    50,
    ['滨河路排涝泵站建设', '在滨河路新建排涝泵站一座，施工期约八个月。'],
    { kind: 'project', peopleConcerned: 4_300 },
    [
      ...checks('housing', ['feasible']),
      hearing('housing', 40),
      measure,
      ...review('lawful'),
      conclude('carry-out-with-measures', '采取便道和现场接待措施后实施，施工期间每月回看一次。'),
    ],
  ),
  decision(
    'linked',
    120,
    ['清溪镇畜禽养殖禁养区划定', '将清溪村水源地周边一公里划为禁养区，补偿搬迁。'],
    { kind: 'environment', peopleConcerned: 340, regionCode: townshipCode('101') },
    [
      ...checks('ecology'),
      hearing('ecology', 110),
      ...review('lawful'),
      conclude('carry-out', '风险较低，可以实施。'),
    ],
    'ecology',
  ),
  decision(
    'put-off',
    80,
    ['东河街道农贸市场搬迁', '将东河农贸市场整体搬迁到新城街道。'],
    { kind: 'reform', peopleConcerned: 900 },
    [
      ...checks('market', ['reasonable', 'feasible']),
      hearing('market', 70),
      ...review('lawful-after-changes'),
      conclude('put-off', '经营户安置方案没有谈妥，暂缓实施。'),
    ],
    'market',
  ),
  decision(
    'dropped',
    95,
    ['白石镇小学合并', '将三所村小合并到镇中心小学。'],
    { kind: 'policy', peopleConcerned: 620 },
    [
      ...checks('education', ['reasonable', 'controllable']),
      hearing('education', 90),
      ...review('unlawful'),
      conclude('do-not-carry-out', '没有履行征求意见的法定程序，多数家长反对，不予实施。'),
    ],
    'education',
  ),
  decision(
    'withdrawn',
    33,
    ['县城停车收费调整', '调整县城道路停车收费时段和标准。'],
    { kind: 'price', peopleConcerned: 12_000 },
    [
      {
        who: 'urban',
        type: 'withdraw',
        input: { reason: '方案需要重新测算，本次决策撤回。' },
      },
    ],
    'urban',
  ),
];
