import { everyDimension, type Measure, type MeasureSource } from '../../../kernel/measures.ts';

const source: MeasureSource = {
  zh: '《信访工作条例》第三十九条；计算方法由本系统给出',
  en: 'Regulation on Petition Work, article 39; the count is ours',
  date: null,
  certainty: 'practice',
};

const names = [
  ['interview', '约谈', 'Admonitory interviews'],
  ['circulated-notice', '通报', 'Circulated notices'],
  ['warning', '警示', 'Warnings'],
  ['listing', '挂牌督办', 'Listed supervision'],
] as const;

/** What is measured of consequences (U-5): by kind, unit and region. */
export const consequenceMeasures: readonly Measure[] = names.map(([kind, zh, en]): Measure => ({
  source,
  dimensions: everyDimension(),
  id: `consequences-${kind}`,
  name: { zh: `${zh}次数`, en },
  formula: {
    zh: `期内送达生效的${zh}`,
    en: `${en.toLowerCase()} that came into force in the period`,
  },
  numerator: [{ fact: 'consequence-imposed', where: { detail: [kind] } }],
  denominator: null,
  unit: 'matters',
  better: 'lower',
}));
