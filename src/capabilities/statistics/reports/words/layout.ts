import { valueOf, type Dimension } from '../../../../kernel/measures.ts';
import type { FigureRow, FigureTable, LaidChart, LaidTable, ReportFigures } from '../contract.ts';
import type { ReportSection } from '../report.ts';
import {
  cellOf,
  changeCell,
  means,
  named,
  nothing,
  partsOf,
  plain,
  totalOf,
  valueIn,
  type Named,
} from './amounts.ts';
import { measureIds, others } from './measure-ids.ts';
import { ranked } from './sentences.ts';

/** As many lines as a reader takes in; what is left out is told and stands in the sum. */
const most = { topics: 10, units: 15, regions: 30 } as const;
/** Bars that a head can take in at once. */
const mostBars = 12;

const heads = {
  measure: named('指标', 'Measure'),
  now: named('本期', 'Now'),
  parts: named('分子/分母', 'Made of'),
  previous: named('上期', 'Before'),
  mom: named('环比', 'Change'),
  lastYear: named('上年同期', 'Year before'),
  yoy: named('同比', 'Change on year'),
  share: named('占比', 'Share'),
  channel: named('渠道', 'Channel'),
  topic: named('领域', 'Field'),
  unit: named('责任单位', 'Unit'),
  region: named('地区', 'Place'),
  month: named('月份', 'Month'),
  batches: named('件数', 'Matters'),
} as const;

type Laid = readonly LaidTable[];

/** Measures line by line with what they are compared with. */
function measureTable(figures: ReportFigures, caption: Named, ids: readonly string[]): Laid {
  const before = figures.previous !== null;
  const rows = ids.flatMap((id): LaidTable['rows'] => {
    const total = totalOf(figures, id);
    if (total === null) return [];
    const { measure, now, previous, lastYear } = total;
    const { unit } = measure;
    const counter = means[unit];
    return [
      {
        label:
          counter === undefined
            ? measure.name
            : named(`${measure.name.zh}（${counter.zh}）`, `${measure.name.en} (${counter.en})`),
        cells: [
          cellOf(now, unit),
          partsOf(now),
          ...(before ? [cellOf(previous, unit), changeCell(now, previous, unit)] : []),
          cellOf(lastYear, unit),
          changeCell(now, lastYear, unit),
        ],
        total: false,
        behind: {
          measure: id,
          part: now.d === null ? ('numerator' as const) : ('denominator' as const),
        },
      },
    ];
  });
  if (rows.length === 0) return [];
  const { measure, now, parts, previous, mom, lastYear, yoy } = heads;
  const columns = [measure, now, parts, ...(before ? [previous, mom] : []), lastYear, yoy];
  return [{ caption, heads: columns, rows, note: null, chart: null }];
}

const plainCell = (number: number): Named => named(String(number));

const first = (row: FigureRow | undefined, when: 'now' | 'previous' | 'lastYear') =>
  row?.[when]?.[0];

/** The sum of a table's first measure. */
const sumOf = (table: FigureTable): number => {
  const total = first(table.rows.at(-1), 'now');
  return total === undefined ? 0 : (valueIn(total) ?? 0);
};

interface Cut {
  readonly figures: ReportFigures;
  readonly table: FigureTable;
  readonly caption: Named;
  readonly head: Named;
  readonly rows: Dimension;
  readonly most: number;
}

/** Lines in order, largest first, and how many are left out. */
function linesOf({ table, most: limit }: Pick<Cut, 'table' | 'most'>) {
  const order = ranked(table);
  const shown = order
    .slice(0, limit)
    .flatMap(({ key }) => table.rows.find((row) => row.key === key) ?? []);
  return { shown, left: order.length - shown.length };
}

const leftOut = (left: number): Named | null =>
  left === 0
    ? null
    : named(`另有${left}行未列出，已计入合计。`, `${left} more lines are part of the total.`);

/** How many matters each line has, with its share and what it is compared with. */
function shareTable(cut: Cut): Laid {
  const { figures, table, caption, head, rows } = cut;
  const { shown, left } = linesOf(cut);
  if (shown.length === 0) return [];
  const sum = sumOf(table);
  const before = figures.previous !== null;
  const lineOf = (row: FigureRow, total: boolean): LaidTable['rows'][number] => {
    const now = first(row, 'now');
    const number = now === undefined ? null : valueIn(now);
    const share = number === null ? null : valueOf(number, sum);
    return {
      label: row.label,
      cells: [
        cellOf(now, 'matters'),
        share === null ? nothing : named(plain(share, 'share')),
        ...(before
          ? [
              cellOf(first(row, 'previous'), 'matters'),
              changeCell(now, first(row, 'previous'), 'matters'),
            ]
          : []),
        cellOf(first(row, 'lastYear'), 'matters'),
        changeCell(now, first(row, 'lastYear'), 'matters'),
      ],
      total,
      behind: { measure: 'batches', part: 'numerator', ...(total ? {} : { rows, row: row.key }) },
    };
  };
  const last = table.rows.at(-1);
  const { batches, share, previous, mom, lastYear, yoy } = heads;
  const laid: LaidTable = {
    caption,
    chart: comparedBars(caption, shown),
    heads: [head, batches, share, ...(before ? [previous, mom] : []), lastYear, yoy],
    rows: [
      ...shown.map((row) => lineOf(row, false)),
      ...(last === undefined ? [] : [lineOf(last, true)]),
    ],
    note: leftOut(left),
  };
  return [laid];
}

const numberIn = (row: FigureRow, when: 'now' | 'lastYear'): number => {
  const amount = first(row, when);
  return amount === undefined ? 0 : (valueIn(amount) ?? 0);
};

/** This period beside the year before; where that has nothing, by itself. */
function comparedBars(caption: Named, shown: readonly FigureRow[]): LaidChart {
  const rows = shown.slice(0, mostBars);
  const both = rows.some((row) => numberIn(row, 'lastYear') > 0);
  return {
    form: 'bars',
    caption,
    series: both ? [heads.now, heads.lastYear] : [heads.now],
    rows: rows.map((row) => ({
      label: row.label,
      values: [numberIn(row, 'now'), ...(both ? [numberIn(row, 'lastYear')] : [])],
    })),
  };
}

/** What each unit had and did: several measures of this period side by side. */
function unitTable(figures: ReportFigures, table: FigureTable): Laid {
  const caption = named('责任单位承办情况', 'What units had and did');
  const { shown, left } = linesOf({ table, most: most.units });
  if (shown.length === 0) return [];
  const measures = table.measures.flatMap(
    (id) => figures.measures.find((measure) => measure.id === id) ?? [],
  );
  const lineOf = (row: FigureRow, total: boolean): LaidTable['rows'][number] => ({
    label: row.label,
    cells: measures.map(({ unit }, place) => cellOf(row.now[place], unit)),
    total,
    behind: {
      measure: 'batches',
      part: 'numerator',
      ...(total ? {} : { rows: 'unit' as const, row: row.key }),
    },
  });
  const last = table.rows.at(-1);
  return [
    {
      caption,
      heads: [heads.unit, ...measures.map(({ name }) => name)],
      rows: [
        ...shown.map((row) => lineOf(row, false)),
        ...(last === undefined ? [] : [lineOf(last, true)]),
      ],
      note: leftOut(left),
      chart: {
        form: 'bars',
        caption: named('涉及较多的责任单位（件）', 'Units most concerned (matters)'),
        series: [measures[0]?.name ?? heads.batches],
        rows: shown
          .slice(0, mostBars)
          .map((row) => ({ label: row.label, values: [numberIn(row, 'now')] })),
      },
    },
  ];
}

const places = (figures: ReportFigures): Laid => [
  ...(figures.units === null ? [] : unitTable(figures, figures.units)),
  ...(figures.regions === null
    ? []
    : shareTable({
        figures,
        table: figures.regions,
        caption: named('各地区登记件数', 'Matters by place'),
        head: heads.region,
        rows: 'region',
        most: most.regions,
      })),
];

/** 25.11: the month under a column. */
const monthLabel = (key: string): Named => {
  const label = `${key.slice(2, 4)}.${Number(key.slice(5, 7))}`;
  return named(label);
};

function trend(figures: ReportFigures): Laid {
  const { trend: table } = figures;
  const series = table.measures.map(
    (id) => figures.measures.find((measure) => measure.id === id)?.name ?? named(id),
  );
  const lines = table.rows.slice(0, -1);
  if (lines.length < 2) return [];
  const caption = named('近十三个月登记与办结（件）', 'Thirteen months: registered, concluded');
  const numbers = (row: FigureRow): number[] => row.now.map((amount) => valueIn(amount) ?? 0);
  return [
    {
      caption,
      heads: [heads.month, ...series],
      rows: lines.map((row) => ({
        label: row.label,
        cells: numbers(row).map(plainCell),
        total: false,
        behind: null,
      })),
      note:
        figures.period.until < figures.period.to
          ? named('最后一个月的数字未满月。', 'The last month is not over.')
          : null,
      chart: {
        form: 'columns',
        caption,
        series,
        rows: lines.map((row) => ({ label: monthLabel(row.key), values: numbers(row) })),
      },
    },
  ];
}

/** Tables of a part, with their charts. */
export function layoutOf(figures: ReportFigures, section: ReportSection): Laid {
  switch (section) {
    case 'overview':
      return [
        ...measureTable(figures, named('主要指标', 'Main measures'), measureIds.overview),
        ...trend(figures),
      ];
    case 'channels':
      return shareTable({
        figures,
        table: figures.channels,
        caption: named('各渠道登记件数', 'Matters by channel'),
        head: heads.channel,
        rows: 'channel',
        most: most.regions,
      });
    case 'topics':
      return shareTable({
        figures,
        table: figures.topics,
        caption: named('主要领域登记件数', 'Matters by field'),
        head: heads.topic,
        rows: 'topic',
        most: most.topics,
      });
    case 'places':
      return places(figures);
    case 'passing-on':
      return measureTable(
        figures,
        named('转送、交办与报结', 'Referred, assigned, reported back'),
        measureIds['passing-on'],
      );
    case 'in-time':
      return measureTable(figures, named('办理时效', 'Handling in time'), measureIds['in-time']);
    case 'quality':
      return measureTable(
        figures,
        named('办理质量和群众评价', 'Quality and ratings'),
        measureIds.quality,
      );
    case 'other':
      return measureTable(figures, named('其他指标', 'Other measures'), others(figures));
    case 'supervision':
      return measureTable(figures, named('督查督办', 'Supervision'), measureIds.supervision);
    case 'recommendations':
      return measureTable(
        figures,
        named('建议、采纳和完善政策', 'Recommendations, adoption, policy repairs'),
        measureIds.recommendations,
      );
  }
}

/** How each measure of the report is counted, with its source. */
export const formulasOf = (figures: ReportFigures): LaidTable => ({
  caption: named('指标口径', 'How measures are counted'),
  heads: [heads.measure, named('公式', 'Formula'), named('来源', 'Source')],
  rows: figures.measures.map(({ name, formula, source }) => ({
    label: name,
    cells: [formula, source],
    total: false,
    behind: null,
  })),
  note: null,
  chart: null,
});
