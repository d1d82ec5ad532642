import { localDate } from '../../kernel/local-date.ts';
import { everyDimension, type Measure, type MeasureSource } from '../../kernel/measures.ts';

const source: MeasureSource = {
  zh: '信访工作条例第二十四条、第三十九条（信访工作联席会议）；计算公式由本系统给出',
  en: 'art. 24 and 39 of the Regulation on Petition Work (joint meetings); the formulas are ours',
  date: localDate('2022-05-01'),
  certainty: 'practice',
};

const part = { source, dimensions: everyDimension() } as const;
const number = { ...part, denominator: null, better: null } as const;

/** What is measured of joint meetings and of raising matters (J-1, J-2). */
export const meetingMeasures: readonly Measure[] = [
  {
    ...number,
    id: 'joint-meetings-held',
    name: { zh: '联席会议、会商次数', en: 'Joint meetings held' },
    formula: {
      zh: '期内召开的联席会议和会商数',
      en: 'joint meetings and case conferences held in the period',
    },
    numerator: [{ fact: 'joint-meeting' }],
    unit: 'rounds',
  },
  {
    ...part,
    id: 'meeting-items-decided',
    name: { zh: '议题议定率', en: 'Items decided' },
    formula: {
      zh: '议定的议题 ÷ 期内会议的全部议题（含缓议）',
      en: 'items decided ÷ all items of the meetings of the period, put off ones too',
    },
    numerator: [{ fact: 'meeting-item', of: 'sum' }],
    denominator: [{ fact: 'meeting-item' }],
    unit: 'share',
    better: 'higher',
  },
  {
    ...part,
    id: 'meeting-days-to-decision',
    name: { zh: '议题平均议定天数', en: 'Days to a decision' },
    formula: {
      zh: '从列入议题到议定的天数之和 ÷ 议定的议题数',
      en: 'days from the agenda to the decision ÷ items decided',
    },
    numerator: [{ fact: 'meeting-decided', of: 'sum' }],
    denominator: [{ fact: 'meeting-decided' }],
    unit: 'mean-days',
    better: 'lower',
  },
  {
    ...number,
    id: 'raised',
    name: { zh: '提级办理件数', en: 'Matters raised' },
    formula: { zh: '期内提级办理的次数', en: 'matters raised a level in the period' },
    numerator: [{ fact: 'level-step', where: { detail: ['raised'] } }],
    unit: 'matters',
  },
  {
    ...number,
    id: 'lowered',
    name: { zh: '降级办理件数', en: 'Matters lowered' },
    formula: { zh: '期内降级办理的次数', en: 'matters lowered a level in the period' },
    numerator: [{ fact: 'level-step', where: { detail: ['lowered'] } }],
    unit: 'matters',
  },
];
