import {
  everyDimension,
  type Measure,
  type MeasureSource,
  type Term,
} from '../../kernel/measures.ts';
import { localDate } from '../../kernel/local-date.ts';
import { defaultPractice, type RatingScale } from './afterwards/practice.ts';

/** Terms of practice that reports use and nobody has defined; so their formulas are ours. */
const practice: MeasureSource = {
  zh: '信访工作通行统计口径；未见权威计算公式，公式由本系统给出',
  en: 'common practice of petition offices; no authoritative formula was found, this one is ours',
  date: null,
  certainty: 'practice',
};

const regulation = (article: string): MeasureSource => ({
  zh: `信访工作条例第${article}条的期限；计算公式由本系统给出`,
  en: `period of art. ${article} of the Regulation on Petition Work; the formula is ours`,
  date: localDate('2022-05-01'),
  certainty: 'practice',
});

const ratingRule: MeasureSource = {
  zh: '国信发〔2022〕11号（见于关于该文的公开文本）；计算公式由本系统给出',
  en: 'Guoxinfa [2022] No. 11 (from a public text about it); the formula is ours',
  date: null,
  certainty: 'secondary',
};

/** Facts of a petition name no official: who took a matter on stands in letters and on reception days. */
const all = everyDimension('leader');

/** A period that must be over before it says anything: today's may still be kept. */
const due = (...details: readonly string[]): Term => ({
  fact: 'period',
  where: { detail: details },
  due: true,
});
const kept = (...details: readonly string[]): Term => ({ ...due(...details), of: 'sum' });

const counts: readonly Measure[] = [
  {
    id: 'batches',
    name: { zh: '信访批次', en: 'Batches' },
    formula: { zh: '登记的信访事项数（件、批）', en: 'matters registered in the period' },
    source: practice,
    numerator: [{ fact: 'registered' }],
    denominator: null,
    dimensions: all,
    unit: 'matters',
    better: null,
    displayOnly: true,
  },
  {
    id: 'persons',
    name: { zh: '信访人次', en: 'Persons' },
    formula: { zh: '登记的信访事项所载人数之和', en: 'persons named by the matters registered' },
    source: practice,
    numerator: [{ fact: 'registered', of: 'sum' }],
    denominator: null,
    dimensions: all,
    unit: 'persons',
    better: null,
    displayOnly: true,
  },
  {
    id: 'group-visits',
    name: { zh: '集体访批次', en: 'Group visits' },
    formula: { zh: '5 人及以上来访的批次', en: 'visits of five or more persons' },
    source: practice,
    numerator: [{ fact: 'registered', where: { visit: ['group'] } }],
    denominator: null,
    dimensions: all,
    unit: 'matters',
    better: null,
    displayOnly: true,
  },
  {
    id: 'group-visit-persons',
    name: { zh: '集体访人次', en: 'Persons in group visits' },
    formula: { zh: '5 人及以上来访的人数之和', en: 'persons in visits of five or more' },
    source: practice,
    numerator: [{ fact: 'registered', of: 'sum', where: { visit: ['group'] } }],
    denominator: null,
    dimensions: all,
    unit: 'persons',
    better: null,
    displayOnly: true,
  },
  {
    id: 'repeat-share',
    name: { zh: '重复信访占比', en: 'Share of repeats' },
    formula: {
      zh: '经人工认定为重复的信访事项数 ÷ 登记的信访事项数',
      en: 'matters that people found to repeat an earlier one ÷ matters registered',
    },
    source: practice,
    numerator: [{ fact: 'registered', where: { repeat: ['repeat'] } }],
    denominator: [{ fact: 'registered' }],
    dimensions: everyDimension('repeat', 'leader'),
    unit: 'share',
    better: null,
    displayOnly: true,
    guarded: true,
  },
  {
    id: 'referred',
    name: { zh: '转送件数', en: 'Referred' },
    formula: { zh: '转送次数', en: 'times that a matter was referred' },
    source: regulation('22'),
    numerator: [{ fact: 'handed', where: { detail: ['refer'] } }],
    denominator: null,
    dimensions: all,
    unit: 'matters',
    better: null,
  },
  {
    id: 'assigned',
    name: { zh: '交办件数', en: 'Assigned' },
    formula: { zh: '交办次数', en: 'times that a matter was assigned with a report back' },
    source: regulation('22'),
    numerator: [{ fact: 'handed', where: { detail: ['assign'] } }],
    denominator: null,
    dimensions: all,
    unit: 'matters',
    better: null,
  },
  {
    id: 'concluded',
    name: { zh: '办结件数', en: 'Concluded' },
    formula: { zh: '办结次数，重新办理的各轮分别计', en: 'conclusions, each round by itself' },
    source: practice,
    numerator: [{ fact: 'concluded' }],
    denominator: null,
    dimensions: all,
    unit: 'matters',
    better: null,
  },
  {
    id: 'open',
    name: { zh: '在办件数', en: 'Open' },
    formula: { zh: '期末尚未办结的信访事项数', en: 'matters open at the end of the period' },
    source: practice,
    numerator: [{ fact: 'open', stock: true }],
    denominator: null,
    dimensions: all,
    unit: 'matters',
    better: null,
  },
  {
    id: 'overdue',
    name: { zh: '超期未办件数', en: 'Open and overdue' },
    formula: {
      zh: '期末尚未办结、且有期限已过的信访事项数',
      en: 'matters open at the end of the period of which a period had passed',
    },
    source: practice,
    numerator: [{ fact: 'duty', stock: true, due: true }],
    denominator: null,
    dimensions: all,
    unit: 'matters',
    better: 'lower',
  },
];

const rate = (
  part: Pick<Measure, 'id' | 'name' | 'formula' | 'source' | 'beside'>,
  ...periods: readonly string[]
): Measure => ({
  ...part,
  numerator: [kept(...periods)],
  denominator: [due(...periods)],
  dimensions: all,
  unit: 'share',
  better: 'higher',
});

const inTime: readonly Measure[] = [
  rate(
    {
      id: 'timely-triage',
      name: { zh: '及时转办率', en: 'Passed on in time' },
      formula: {
        zh: '期限内转送、交办或作出处理的 ÷ 期内十五日期限届满的（超期未办的计入分母）',
        en: 'triaged within the fifteen days ÷ those whose fifteen days ended in the period (what is open and overdue stays in)',
      },
      source: regulation('22'),
    },
    'triage',
  ),
  rate(
    {
      id: 'timely-acceptance',
      name: { zh: '及时受理率', en: 'Accepted in time' },
      formula: {
        zh: '期限内书面告知的 ÷ 期内告知期限届满的（超期未告知的计入分母；异议成立而退回的除外）',
        en: 'told in writing in time ÷ those whose period for it ended (what is open and overdue stays in; what was returned with consent does not)',
      },
      source: regulation('23'),
    },
    'acceptance',
    'direct-notice',
  ),
  rate(
    {
      id: 'on-time-conclusion',
      name: { zh: '按期办结率', en: 'Concluded in time' },
      formula: {
        zh: '期限内出具处理意见的 ÷ 期内办理期限届满的，重新办理的各轮分别计（超期未办结的计入分母）',
        en: 'answered within the handling period ÷ those whose handling period ended, each round by itself (what is open and overdue stays in)',
      },
      source: regulation('34'),
      beside: ['redo-share'],
    },
    'handling',
    'redo',
  ),
  rate(
    {
      id: 'on-time-report',
      name: { zh: '交办按期报结率', en: 'Reported back in time' },
      formula: {
        zh: '交办期限内办结报告获认可的 ÷ 期内交办期限届满的',
        en: 'conclusion reports accepted within the period given ÷ assignments whose period ended',
      },
      source: regulation('22'),
      beside: ['redo-share'],
    },
    'assignment',
  ),
  rate(
    {
      id: 'carried-out',
      name: { zh: '支持诉求按期落实率', en: 'Carried out in time' },
      formula: {
        zh: '期限内落实的 ÷ 期内落实期限届满的受支持诉求',
        en: 'supported demands carried out in time ÷ those whose period for it ended',
      },
      source: regulation('32'),
      beside: ['redo-share'],
    },
    'execution',
  ),
];

const results: readonly Measure[] = [
  {
    id: 'days-per-case',
    name: { zh: '平均办理天数', en: 'Days per case' },
    formula: {
      zh: '登记到办结的天数之和 ÷ 办结件数',
      en: 'days from registration to conclusion ÷ conclusions',
    },
    source: practice,
    beside: ['redo-share'],
    numerator: [{ fact: 'concluded', of: 'sum' }],
    denominator: [{ fact: 'concluded' }],
    dimensions: all,
    unit: 'mean-days',
    better: 'lower',
  },
  {
    id: 'resolved-first',
    name: { zh: '一次性化解率', en: 'Settled at first handling' },
    formula: {
      zh: '首轮办理后诉求人评价均已解决（未评价的，经办单位记录为事解）、且未申请复查、未回流的 ÷ 期内首次办结答复的初次信访事项。没有表态不算化解',
      en: 'settled by the first round, as the petitioner rates every demand, or, unrated, as the office recorded, with no review and no relapse ÷ first-time matters first answered in the period. Silence settles nothing',
    },
    source: practice,
    beside: ['redo-share'],
    numerator: [{ fact: 'first-answer', of: 'sum', where: { repeat: ['first'] } }],
    denominator: [{ fact: 'first-answer', where: { repeat: ['first'] } }],
    dimensions: everyDimension('repeat', 'leader'),
    unit: 'share',
    better: 'higher',
  },
  {
    id: 'redo-rounds',
    name: { zh: '重新办理次数', en: 'Redo rounds' },
    formula: {
      zh: '期内开始的重新办理次数（复查发回、回流、核查成立、报告退回）',
      en: 'rounds begun anew in the period: review, relapse, contest, report returned',
    },
    source: practice,
    numerator: [{ fact: 'round' }],
    denominator: null,
    dimensions: all,
    unit: 'rounds',
    better: 'lower',
  },
  {
    id: 'redo-share',
    name: { zh: '重新办理率', en: 'Share handled again' },
    formula: {
      zh: '期内开始的重新办理次数 ÷ 期内办结次数',
      en: 'rounds begun anew in the period ÷ conclusions in the period',
    },
    source: practice,
    numerator: [{ fact: 'round' }],
    denominator: [{ fact: 'concluded' }],
    dimensions: all,
    unit: 'share',
    better: 'lower',
  },
  {
    id: 'participation',
    name: { zh: '参评率', en: 'Participation' },
    formula: {
      zh: '已评价的 ÷ 期内邀请评价的（评价期未满而尚未评价的计入分母）',
      en: 'rated ÷ those asked to rate in the period (asked and still silent stays in)',
    },
    source: ratingRule,
    numerator: [{ fact: 'rating-asked', of: 'sum' }],
    denominator: [{ fact: 'rating-asked' }],
    dimensions: all,
    unit: 'share',
    better: 'higher',
    ofPeople: true,
  },
];

/** Every level of these scales that is not bad, as facts name it. */
const goodLevels = (scales: readonly RatingScale[]): readonly string[] =>
  scales.flatMap(({ id, levels }) =>
    levels.filter(({ bad }) => !bad).map(({ code }) => `${id}/${code}`),
  );

const satisfaction = (
  part: Pick<Measure, 'id' | 'name' | 'formula'>,
  fact: string,
  scales: readonly RatingScale[],
): Measure => ({
  ...part,
  source: ratingRule,
  numerator: [{ fact, where: { detail: goodLevels(scales) } }],
  denominator: [{ fact }],
  dimensions: all,
  unit: 'share',
  better: 'higher',
  beside: ['participation', 'redo-share'],
  ofPeople: true,
});

/**
 * What is measured of petitions (rules.md, "Statistics").
 * @param scale by which petitioners rate here; older ratings by the default one keep their meaning
 */
export const petitionMeasures = (
  scale: RatingScale = defaultPractice.scale,
): readonly Measure[] => {
  const scales = scale.id === defaultPractice.scale.id ? [scale] : [scale, defaultPractice.scale];
  return [
    ...counts,
    ...inTime,
    ...results,
    satisfaction(
      {
        id: 'satisfaction-office',
        name: { zh: '对信访部门的满意率', en: 'Satisfaction with the office' },
        formula: {
          zh: '评价信访部门为满意、基本满意的 ÷ 已评价的（未评价不视为满意，须与参评率并看）',
          en: 'satisfied or mostly satisfied with the petition office ÷ rated (silence is not satisfaction; read it beside the participation)',
        },
      },
      'rated-office',
      scales,
    ),
    satisfaction(
      {
        id: 'satisfaction-unit',
        name: { zh: '对责任单位的满意率', en: 'Satisfaction with the unit' },
        formula: {
          zh: '评价责任单位为满意、基本满意的 ÷ 已评价的（未评价不视为满意，须与参评率并看）',
          en: 'satisfied or mostly satisfied with the responsible unit ÷ rated (silence is not satisfaction; read it beside the participation)',
        },
      },
      'rated-unit',
      scales,
    ),
  ];
};
