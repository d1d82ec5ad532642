import { everyDimension, type Measure, type MeasureSource } from '../../kernel/measures.ts';
import { localDate } from '../../kernel/local-date.ts';

const regulation: MeasureSource = {
  zh: '信访工作条例第十八条；计算公式由本系统给出',
  en: 'art. 18 of the Regulation on Petition Work; the formula is ours',
  date: localDate('2022-05-01'),
  certainty: 'practice',
};

/** Receptions are about no one petition, and lie where the office or the leader's unit does. */
const ofHalls = everyDimension('purpose', 'repeat', 'leader');
const ofLeaders = everyDimension('channel', 'topic', 'purpose', 'visit', 'repeat');

/** What is measured of reception days and their halls (R-7, T-1). */
export const receptionMeasures: readonly Measure[] = [
  {
    id: 'reception-days-held',
    name: { zh: '接访日场次', en: 'Reception days held' },
    formula: {
      zh: '期内举行的接访日数（不含取消的）',
      en: 'reception days that took place in the period',
    },
    source: regulation,
    numerator: [{ fact: 'reception-day' }],
    denominator: null,
    dimensions: everyDimension('channel', 'topic', 'purpose', 'visit', 'repeat', 'leader'),
    unit: 'rounds',
    better: null,
  },
  {
    id: 'reception-duty-kept',
    name: { zh: '领导接访完成率', en: 'Leaders’ days of reception against duty' },
    formula: {
      zh: '期内领导接访的人天数 ÷ 期内到期的应接访天数（按单位接访任务表）；多接访的可以超过 100%',
      en: 'leaders’ days of reception in the period ÷ days due in stretches that ended in it, by the sheet of the unit; more than duty gives more than 100 %',
    },
    source: {
      zh: '2013 年中办国办关于创新群众工作方法的意见；各地接访任务由单位设定',
      en: 'opinions of 2013 on mass work; the duty is what each unit has set',
      date: null,
      certainty: 'practice',
    },
    numerator: [{ fact: 'reception-day-held' }],
    denominator: [{ fact: 'reception-duty', of: 'sum', due: true }],
    dimensions: ofLeaders,
    unit: 'share',
    better: 'higher',
    beside: ['reception-leader-days'],
  },
  {
    id: 'reception-leader-days',
    name: { zh: '领导接访人天数', en: 'Leaders’ days of reception' },
    formula: {
      zh: '期内每位领导每个接访日计一',
      en: 'one for each leader and reception day in the period',
    },
    source: regulation,
    numerator: [{ fact: 'reception-day-held' }],
    denominator: null,
    dimensions: ofLeaders,
    unit: 'rounds',
    better: null,
  },
  {
    id: 'reception-batches',
    name: { zh: '接访日接待批次', en: 'Batches heard on reception days' },
    formula: {
      zh: '期内谈完的号数，一张号为一批',
      en: 'tickets that were heard in the period; one ticket is one batch',
    },
    source: regulation,
    numerator: [{ fact: 'reception-heard' }],
    denominator: null,
    dimensions: ofHalls,
    unit: 'matters',
    better: null,
  },
  {
    id: 'reception-persons',
    name: { zh: '接访日接待人次', en: 'Persons heard on reception days' },
    formula: { zh: '期内谈完的号上的人数之和', en: 'persons on the tickets that were heard' },
    source: regulation,
    numerator: [{ fact: 'reception-heard', of: 'sum' }],
    denominator: null,
    dimensions: ofHalls,
    unit: 'persons',
    better: null,
  },
  {
    id: 'reception-wait',
    name: { zh: '接访日平均等候', en: 'Mean wait on reception days' },
    formula: {
      zh: '从到大厅至开始接谈的分钟数之和 ÷ 期内开始的接谈数',
      en: 'minutes from coming to the hall until being heard ÷ talks begun in the period',
    },
    source: regulation,
    numerator: [{ fact: 'reception-wait', of: 'sum' }],
    denominator: [{ fact: 'reception-wait' }],
    dimensions: ofHalls,
    unit: 'mean-minutes',
    better: 'lower',
  },
  {
    id: 'reception-settled-at-once',
    name: { zh: '接访当场办结率', en: 'Settled on the spot' },
    formula: {
      zh: '接谈组和来访人都认为当场解决的 ÷ 期内谈完的号',
      en: 'tickets whose matter was settled there and then, as group and visitors say ÷ tickets heard',
    },
    source: regulation,
    numerator: [{ fact: 'reception-heard', where: { detail: ['settled'] } }],
    denominator: [{ fact: 'reception-heard' }],
    dimensions: ofHalls,
    unit: 'share',
    better: null,
  },
  {
    id: 'reception-registered',
    name: { zh: '接访日登记事项', en: 'Petitions registered on reception days' },
    formula: {
      zh: '期内由接谈登记的信访事项数（并入已有事项的不计）',
      en: 'petitions registered from a talk in the period; those that joined an open one are not counted',
    },
    source: regulation,
    numerator: [{ fact: 'reception-matter', where: { detail: ['registered'] } }],
    denominator: null,
    dimensions: ofHalls,
    unit: 'matters',
    better: null,
  },
  {
    id: 'reception-given-next-day',
    name: { zh: '接访事项次日前交办率', en: 'Given unit and date by the next day' },
    formula: {
      zh: '接谈当天或次日由领导批示明确责任单位和期限的 ÷ 次日在期内的接谈事项',
      en: 'matters that a leader’s instruction gave unit and date on the day or the next ÷ matters of talks whose next day lies in the period',
    },
    source: {
      zh: '各地接访办法的通行做法；计算公式由本系统给出',
      en: 'usual in local rules of reception; the formula is ours',
      date: null,
      certainty: 'practice',
    },
    numerator: [{ fact: 'reception-matter-given', of: 'sum', due: true }],
    denominator: [{ fact: 'reception-matter-given', due: true }],
    dimensions: ofHalls,
    unit: 'share',
    better: 'higher',
  },
];
