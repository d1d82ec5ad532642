import { describe, expect, test } from 'vitest';
import { registerFacts, historyOf, type FactDay, type FactSource } from './facts.ts';
import { localDate } from './local-date.ts';

const context = {
  calendar: () => {
    throw new Error('no calendar is asked for');
  },
};

const dayOf = (
  day: string,
  dims: FactDay['dims'],
  ...facts: FactDay['facts'][number][]
): FactDay => ({ day: localDate(day), about: null, dims, facts });

const first = { kind: 'registered', day: localDate('2026-03-01') };

describe('T-1 since when a fact was known', () => {
  test('T-1 what stays the same is one fact, what changes is closed and opened', () => {
    const history = historyOf(
      [
        dayOf('2026-03-01', { unit: 'office' }, first),
        dayOf('2026-03-02', { unit: 'office' }, first),
        dayOf('2026-03-05', { unit: 'housing' }, first),
      ],
      null,
    );
    expect(history.map(({ from, to, dims }) => [from, to, dims.unit])).toEqual([
      ['2026-03-01', '2026-03-05', 'office'],
      ['2026-03-05', null, 'housing'],
    ]);
  });

  test('T-1 a fact that no longer holds is known until that day', () => {
    const history = historyOf([dayOf('2026-03-01', {}, first), dayOf('2026-03-04', {})], null);
    expect(history).toMatchObject([{ from: '2026-03-01', to: '2026-03-04', value: 1 }]);
  });

  test('L-5 an accusation withdraws what was known before', () => {
    expect(historyOf([dayOf('2026-03-01', {}, first), dayOf('2026-03-04', null)], null)).toEqual(
      [],
    );
  });

  test('L-5 what lies beside an accusation is withdrawn with it', () => {
    const beside = [dayOf('2026-03-02', { unit: 'city' }, { ...first, kind: 'hearing' })];
    const matter = [dayOf('2026-03-01', {}, first), dayOf('2026-03-04', null)];
    expect(historyOf(beside, matter)).toEqual([]);
  });

  test('T-1 a record beside a petition follows its dims from day to day', () => {
    const beside = [dayOf('2026-03-02', { unit: 'city' }, { ...first, kind: 'hearing' })];
    const matter = [
      dayOf('2026-03-01', { unit: 'office', topic: 'road' }, first),
      dayOf('2026-03-04', { unit: 'office', topic: 'water' }, first),
    ];
    const known = historyOf(beside, matter).map(({ from, to, dims }) => [from, to, dims.topic]);
    expect(known).toEqual([
      ['2026-03-02', '2026-03-04', 'road'],
      ['2026-03-04', null, 'water'],
    ]);
    expect(historyOf(beside, matter)[0]?.dims.unit).toBe('city');
  });
});

test('T-1 only the last word of a day is kept', () => {
  const source: FactSource<{ readonly count: number }, { readonly at: number }> = {
    id: 'test',
    version: 1,
    streams: ['test'],
    kinds: { seen: { zh: '见', en: 'seen' } },
    evolve: (_, state) => ({ count: (state?.count ?? 0) + 1 }),
    dims: () => ({}),
    facts: ({ count }) => [{ kind: 'seen', day: localDate('2026-03-01'), value: count }],
  };
  const events = ['2026-03-01T09:00', '2026-03-01T23:59', '2026-03-02T00:00'].map((moment) => ({
    at: Date.parse(`${moment}:00+08:00`),
  }));
  const days = registerFacts(source, (event: { readonly at: number }) => event).days(
    'id',
    events,
    context,
  );
  expect(days.map(({ day, facts }) => [day, facts[0]?.value])).toEqual([
    ['2026-03-01', 2],
    ['2026-03-02', 3],
  ]);
});
