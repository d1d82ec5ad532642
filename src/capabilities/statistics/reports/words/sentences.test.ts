import { describe, expect, test } from 'vitest';
import type { FigureRow, ReportAmount, ReportFigures } from '../contract.ts';
import { changeCell } from './amounts.ts';
import { layoutOf } from './layout.ts';
import { titleOf } from './names.ts';
import { draftOf } from './sentences.ts';

const amount = (n: number | null, d: number | null = null, hidden = false): ReportAmount => ({
  n,
  d,
  hidden,
});

type Three = readonly [now: ReportAmount, previous: ReportAmount, lastYear: ReportAmount];

const rowOf = (key: string, zh: string, [now, previous, lastYear]: Three): FigureRow => ({
  key,
  label: { zh, en: zh },
  now: [now],
  previous: [previous],
  lastYear: [lastYear],
});

const share = [
  'satisfaction-unit',
  'participation',
  'repeat-share',
  'on-time-conclusion',
  'recommendations-adopted',
];

const names: Readonly<Record<string, string>> = {
  'satisfaction-unit': '对责任单位的满意率',
  participation: '参评率',
  'repeat-share': '重复信访占比',
  'on-time-conclusion': '按期办结率',
  'recommendations-adopted': '建议采纳率',
};

/** A report of some totals; all cuts are of batches. */
function figuresOf(
  totals: Readonly<Record<string, Three>>,
  cut: readonly FigureRow[] = [],
  period: Partial<ReportFigures['period']> = {},
): ReportFigures {
  const ids = Object.keys(totals);
  const all = Object.values(totals);
  const span = { from: '2025-10-01', to: '2025-10-31' };
  const table = { measures: ['batches'], rows: [...cut] };
  return {
    schema: 1,
    office: { id: 'office', name: '甲县信访局' },
    place: { kind: 'region', code: '430121', name: '甲县' },
    narrowed: null,
    period: {
      kind: 'month',
      from: '2026-10-01',
      to: '2026-10-31',
      until: '2026-10-31',
      ...period,
    },
    asOf: '2026-11-21',
    previous: span,
    lastYear: span,
    measures: ids.map((id) => ({
      id,
      name: { zh: names[id] ?? id, en: id },
      formula: { zh: '', en: '' },
      source: { zh: '', en: '' },
      unit: share.includes(id) ? 'share' : 'matters',
      better: null,
      target: null,
    })),
    totals: {
      measures: ids,
      rows: [
        {
          key: 'total',
          label: { zh: '合计', en: 'Total' },
          now: all.map(([now]) => now),
          previous: all.map(([, previous]) => previous),
          lastYear: all.map(([, , lastYear]) => lastYear),
        },
      ],
    },
    channels: table,
    topics: table,
    units: table,
    regions: table,
    trend: { measures: ['batches'], rows: [] },
  };
}

const textOf = (figures: ReportFigures, section: string): string =>
  draftOf(figures).find((each) => each.section === section)?.text ?? '';

const plainly = (now: number, previous: number, lastYear: number): Three => [
  amount(now),
  amount(previous),
  amount(lastYear),
];

describe('T-3 draft sentences', () => {
  test.each([
    [120, 100, 'matters', '+20.0%'],
    [99, 100, 'matters', '−1.0%'],
    [100, 100, 'matters', '持平'],
    // Of fewer than ten, per cents say nothing; of nothing, they are none.
    [14, 7, 'matters', '+7'],
    [3, 0, 'matters', '+3'],
    [0, 250, 'matters', '−100.0%'],
  ] as const)('%i after %i %s is %s', (now, before, unit, said) => {
    expect(changeCell(amount(now), amount(before), unit).zh).toBe(said);
  });

  test('shares move in points, and a move too small to be printed is none', () => {
    const cell = (now: number, before: number): string =>
      changeCell(amount(now, 1000), amount(before, 1000), 'share').zh;
    expect(cell(935, 923)).toBe('+1.2个百分点');
    expect(cell(900, 935)).toBe('−3.5个百分点');
    const tiny = changeCell(amount(50_000, 100_000), amount(50_001, 100_000), 'share');
    expect(tiny.zh).toBe('持平');
    expect(changeCell(amount(1, 2), amount(0, 0), 'share').zh).toBe('—');
  });

  test('a running period says how far it has come', () => {
    const batches = { batches: plainly(1046, 900, 800) };
    expect(textOf(figuresOf(batches, [], { until: '2026-10-21' }), 'overview')).toContain(
      '2026年10月（截至21日），甲县共登记信访事项1046件，同比上升30.8%，环比上升16.2%。',
    );
    const quarter = { kind: 'quarter', to: '2026-12-31', until: '2026-11-21' } as const;
    expect(textOf(figuresOf(batches, [], quarter), 'overview')).toContain(
      '2026年第四季度（截至11月21日），',
    );
  });

  test('what fewer than ten stand behind is neither said nor printed', () => {
    const hidden = amount(null, null, true);
    const figures = figuresOf({
      batches: plainly(40, 30, 20),
      'repeat-share': [hidden, hidden, amount(12, 20)],
    });
    expect(textOf(figures, 'overview')).not.toContain('重复');
    const [table] = layoutOf(figures, 'overview');
    const line = table?.rows.find(({ label }) => label.zh === '重复信访占比');
    expect(line?.cells.map(({ zh }) => zh)).toEqual(['不足10', '—', '不足10', '—', '60.0%', '—']);
  });

  test('P-11 satisfaction stands beside participation, and silence is not satisfaction', () => {
    const figures = figuresOf({
      participation: [amount(31, 159), amount(0, 0), amount(0, 0)],
      'satisfaction-unit': [amount(23, 31), amount(0, 0), amount(0, 0)],
    });
    expect(textOf(figures, 'quality')).toBe(
      '参评率19.5%（应评价159件，已评价31件）；对责任单位的满意率74.2%（已评价31件，满意23件）。没有评价的不计为满意。',
    );
  });

  test('Reg. 41 supervision, recommendations and their adoption are told from their measures', () => {
    const figures = figuresOf({
      'supervision-opened': plainly(44, 40, 0),
      'supervision-closed': plainly(12, 9, 0),
      'letters-reminder': plainly(4, 1, 0),
      inspections: plainly(0, 2, 0),
      'recommendations-improve-work': plainly(3, 0, 0),
      'recommendations-improve-policy': plainly(0, 0, 0),
      'recommendations-hold-accountable': plainly(1, 0, 0),
      'recommendations-adopted': [amount(5, 6), amount(0, 0), amount(0, 0)],
      'policy-gaps': plainly(5, 0, 0),
    });
    expect(textOf(figures, 'supervision')).toBe('督办立项44件、核查办结12件。发出提醒函4件。');
    expect(textOf(figures, 'recommendations')).toBe(
      '提出改进工作建议3件、追究责任建议1件。建议采纳率83.3%（已答复6件，采纳5件）。从信访事项中发现政策问题5个。',
    );
    const rowsIn = (section: 'supervision' | 'recommendations' | 'other') =>
      layoutOf(figures, section).flatMap(({ rows }) => rows.length);
    expect([rowsIn('supervision'), rowsIn('recommendations'), rowsIn('other')]).toEqual([
      [4],
      [5],
      [],
    ]);
    const none = figuresOf({
      'supervision-opened': plainly(0, 0, 0),
      'recommendations-improve-work': plainly(0, 0, 0),
    });
    expect(textOf(none, 'supervision')).toBe('本期没有督办。');
    expect(textOf(none, 'recommendations')).toBe('本期没有提出建议。');
    // Where nothing was counted nothing is said.
    expect(textOf(figuresOf({}), 'recommendations')).toBe('');
  });

  test('fields come largest first; what is not classified is no field', () => {
    const total = rowOf('total', '合计', plainly(100, 80, 60));
    const cut = [
      rowOf('a', '城乡建设', plainly(30, 20, 10)),
      rowOf('none', '未注明', plainly(40, 40, 40)),
      rowOf('b', '劳动保障', plainly(30, 20, 28)),
      total,
    ];
    expect(textOf(figuresOf({}, cut), 'topics')).toBe(
      '反映较多的领域依次是：城乡建设30件（占30.0%）、劳动保障30件（占30.0%），以上合计占60.0%。同比增加最多的是城乡建设，增加20件。',
    );
  });

  test('lines beyond the limit are told and stand in the sum', () => {
    const cut = [
      ...Array.from({ length: 14 }, (_, at) =>
        rowOf(`t${at}`, `领域${at}`, plainly(20 - at, 0, 0)),
      ),
      rowOf('total', '合计', plainly(189, 0, 0)),
    ];
    const [table] = layoutOf(figuresOf({}, cut), 'topics');
    expect(table?.rows).toHaveLength(11);
    expect(table?.note?.zh).toBe('另有4行未列出，已计入合计。');
    expect(table?.rows.at(-1)?.cells[0]?.zh).toBe('189');
    // A year of which nothing is recorded has no bars.
    expect(table?.chart?.series).toHaveLength(1);
  });

  test('the title names office, period and, where it is another, the place', () => {
    expect(titleOf('甲县信访局', null, { kind: 'year', from: '2026-01-01' }).zh).toBe(
      '甲县信访局2026年信访工作年度报告',
    );
    expect(titleOf('甲县信访局', '城关镇', { kind: 'month', from: '2026-09-01' }).zh).toBe(
      '甲县信访局2026年9月城关镇信访工作情况报告',
    );
  });
});
