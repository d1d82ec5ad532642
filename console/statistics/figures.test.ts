import { describe, expect, it } from 'vitest';
import { statistics as en } from '../words/en/statistics.ts';
import { statistics as zh } from '../words/zh/statistics.ts';
import { behindAddress, isNarrowable } from './address.ts';
import { changeOf, formatValue, sayCell, sayTens } from './figures.ts';
import { groupsFor } from './groups.ts';

const amount = (value: number | null) => ({ numerator: null, denominator: null, value });
const cell = (value: number | null, hidden = false) => ({ value, hidden });
const entry = (id: string) => ({
  id,
  capability: 'petitions',
  name: { zh: id, en: id },
  formula: { zh: id, en: id },
  source: { zh: id, en: id, date: null, certainty: 'practice' as const },
  numerator: [],
  denominator: null,
  dimensions: [],
  unit: 'matters' as const,
  better: null,
  target: null,
  beside: [],
  stock: false,
  displayOnly: false,
});

describe('T-2 figures before strangers', () => {
  it('T-2 are told in full tens, and below ten not at all', () => {
    expect(sayTens(9, 'zh-CN', zh)).toBe('不到 10');
    expect(sayTens(0, 'en', en)).toBe('under 10');
    expect([10, 19, 1046].map((value) => sayTens(value, 'en', en))).toEqual([
      '10+',
      '10+',
      '1,040+',
    ]);
  });
});

describe('T-1 figures', () => {
  it('are written as people read them', () => {
    expect(formatValue(1046, 'matters', 'zh-CN')).toBe('1,046');
    expect(formatValue(0.9351, 'share', 'en')).toBe('93.5%');
    expect(formatValue(12.44, 'mean-days', 'en')).toBe('12.4');
  });

  it('tell apart what is not shown and what cannot be divided', () => {
    expect(sayCell(cell(null, true), 'matters', 'zh-CN', zh)).toBe('不足 10，不显示');
    expect(sayCell(cell(null), 'share', 'zh-CN', zh)).toBe('—');
    expect(sayCell(cell(0), 'matters', 'zh-CN', zh)).toBe('0');
  });

  it('compare shares in points and numbers in per cent', () => {
    const share = { unit: 'share', better: 'higher' } as const;
    expect(changeOf(cell(0.9), amount(0.85), share, 'en', en)).toMatchObject({
      sentence: 'up by 5 points (before: 85%)',
      good: true,
    });
    const open = { unit: 'matters', better: 'lower' } as const;
    expect(changeOf(cell(60), amount(40), open, 'en', en)).toMatchObject({
      sentence: 'up by 50% (before: 40)',
      good: false,
    });
  });

  it('do not make a hundredfold of one', () => {
    const plain = { unit: 'matters', better: null } as const;
    expect(changeOf(cell(100), amount(1), plain, 'en', en)).toMatchObject({
      sentence: 'up by 99 (before: 1)',
      good: null,
    });
  });

  it('say nothing of a change where one side is not there', () => {
    const plain = { unit: 'matters', better: null } as const;
    expect(changeOf(cell(null, true), amount(20), plain, 'en', en)).toBeNull();
    expect(changeOf(cell(20), amount(null), plain, 'en', en)).toBeNull();
    expect(changeOf(cell(20), null, plain, 'en', en)).toBeNull();
  });
});

describe('T-2 the dashboard', () => {
  it('shows every measure that is there, also one that nobody grouped', () => {
    const catalogue = ['open', 'batches', 'new-one'].map(entry);
    const shown = groupsFor('office', catalogue).flatMap(({ measures }) => measures);
    expect(shown.toSorted()).toEqual(['batches', 'new-one', 'open']);
  });

  it('opens the list with the same period, day and filters', () => {
    const asked = { preset: 'year', asOf: '2026-10-01', region: '1', compare: 'yoy' };
    const to = behindAddress(asked, { measure: 'open', part: 'numerator' });
    expect(to).toBe(
      '/statistics/behind?preset=year&asOf=2026-10-01&region=1&measure=open&part=numerator',
    );
  });

  it('does not narrow what cannot be narrowed', () => {
    expect(isNarrowable(['unit'], { unit: 'a' })).toBe(true);
    expect(isNarrowable(['unit'], { region: 'a' })).toBe(false);
  });
});
