import { localDate } from '../../../kernel/local-date.ts';
import { everyDimension, type Measure, type MeasureSource } from '../../../kernel/measures.ts';
import { checks, type Check } from './case.ts';

const source: MeasureSource = {
  zh: '信访工作条例第四十条（督办），“五必查”的通行做法；计算公式由本系统给出',
  en: 'art. 40 of the Regulation on Petition Work (supervision) and the usual practice of five must-checks; the formula is ours',
  date: localDate('2022-05-01'),
  certainty: 'practice',
};

const part = { source, dimensions: everyDimension('leader') } as const;
const number = { ...part, denominator: null, unit: 'matters', better: null } as const;

const ofCheck: Readonly<Record<Check, { readonly zh: string; readonly en: string }>> = {
  'not-in-time': { zh: '未按期办结', en: 'not settled in time' },
  'came-back': { zh: '办结后又来', en: 'came back after settlement' },
  'not-satisfied': { zh: '群众不满意', en: 'petitioner not satisfied' },
  'not-carried-out': { zh: '意见未落实', en: 'opinion not carried out' },
  'behind-peers': { zh: '工作滞后于同类单位', en: 'behind its peers' },
  order: { zh: '人工督办', en: 'ordered by a person' },
};

/** What is measured of supervision items (U-2). */
export const supervisionMeasures: readonly Measure[] = [
  {
    ...number,
    id: 'supervision-opened',
    name: { zh: '督办立项件数', en: 'Supervision items opened' },
    formula: { zh: '期内新立的督办件数', en: 'supervision items opened in the period' },
    numerator: [{ fact: 'supervision-opened' }],
  },
  ...checks.map((check): Measure => ({
    ...number,
    id: `supervision-${check}`,
    name: { zh: `督办立项件数：${ofCheck[check].zh}`, en: `Items opened: ${ofCheck[check].en}` },
    formula: {
      zh: `期内因“${ofCheck[check].zh}”新立的督办件数`,
      en: `supervision items opened in the period: ${ofCheck[check].en}`,
    },
    numerator: [{ fact: 'supervision-opened', where: { detail: [check] } }],
  })),
  {
    ...number,
    id: 'supervision-reopened',
    name: { zh: '督办再立件数', en: 'Supervision items opened again' },
    formula: {
      zh: '期内办结后再次发现、重新立项的次数',
      en: 'times an item was opened again in the period after it had been closed',
    },
    numerator: [{ fact: 'supervision-reopened' }],
  },
  {
    ...number,
    id: 'supervision-closed',
    name: { zh: '督办办结件数', en: 'Supervision items closed' },
    formula: {
      zh: '期内经单位以外人员核查办结的督办件数',
      en: 'items closed in the period by somebody outside the unit',
    },
    numerator: [{ fact: 'supervision-closed' }],
  },
  {
    ...number,
    id: 'supervision-open',
    name: { zh: '未办结督办件数', en: 'Open supervision items' },
    formula: { zh: '期末未办结的督办件数', en: 'items not closed at the end of the period' },
    numerator: [{ fact: 'supervision-open', stock: true }],
  },
  {
    ...part,
    id: 'supervision-on-time',
    name: { zh: '督办按期答复率', en: 'Supervision answered in time' },
    formula: {
      zh: '按期书面答复的 ÷ 答复期限在期内届满的（逾期未答复的计入分母）',
      en: 'answered in writing by the day ÷ answers due in the period (what is overdue stays in)',
    },
    numerator: [{ fact: 'supervision-answer-due', of: 'sum', due: true }],
    denominator: [{ fact: 'supervision-answer-due', due: true }],
    unit: 'share',
    better: 'higher',
  },
];
