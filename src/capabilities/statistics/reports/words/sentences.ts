import type { FigureTable, ReportAmount, ReportFigures } from '../contract.ts';
import { sectionsOf, type ReportSection } from '../report.ts';
import { changeOf, plain, totalOf, valueIn, type Three } from './amounts.ts';
import { periodName } from './names.ts';

/*
 * Draft sentences: what the figures say, in the language of reports. They are a draft; whoever makes
 * the report words them, and no sentence says why a number moved.
 */

type Sentence = string | null;

const join = (sentences: readonly Sentence[]): string =>
  sentences.filter((each): each is string => each !== null && each !== '').join('');

const moved = (
  word: string,
  now: ReportAmount,
  before: ReportAmount | undefined,
  unit: Three['measure']['unit'],
  counter: string,
): Sentence => {
  const change = changeOf(now, before, unit);
  if (change === null) return null;
  if (change.up === null) return `${word}持平`;
  const number = /^\d+$/.test(change.size.zh);
  // 增加 of things, 上升 of rates.
  const [more, less] = number ? ['增加', '减少'] : ['上升', '下降'];
  return `${word}${change.up ? more : less}${change.size.zh}${number ? counter : ''}`;
};

/** ，同比上升12.3%，环比下降3.1% */
const changes = ({ measure, now, previous, lastYear }: Three, counter = '件'): string =>
  [
    moved('同比', now, lastYear, measure.unit, counter),
    moved('环比', now, previous, measure.unit, counter),
  ]
    .flatMap((each) => (each === null ? [] : [`，${each}`]))
    .join('');

const numberOf = (figures: ReportFigures, id: string): number | null => {
  const total = totalOf(figures, id);
  return total === null ? null : valueIn(total.now);
};

const count = (figures: ReportFigures, id: string, say: (number: number) => string): Sentence => {
  const number = numberOf(figures, id);
  return number === null ? null : say(number);
};

/** 按期办结率93.5%（应办结31件，按期29件），同比上升1.2个百分点 */
function rate(figures: ReportFigures, id: string, below: string, above: string): Sentence {
  const total = totalOf(figures, id);
  if (total === null) return null;
  const { measure, now } = total;
  const value = valueIn(now);
  if (value === null) return null;
  const made = now.d === null ? '' : `（${below}${now.d}件，${above}${now.n ?? 0}件）`;
  return `${measure.name.zh}${plain(value, measure.unit)}${made}${changes(total)}`;
}

const sentences = (parts: readonly Sentence[]): Sentence => {
  const said = parts.filter((each): each is string => each !== null);
  return said.length === 0 ? null : `${said.join('；')}。`;
};

function overview(figures: ReportFigures): string {
  const when = periodName(figures.period).zh;
  const batches = totalOf(figures, 'batches');
  const number = batches === null ? null : valueIn(batches.now);
  if (batches === null || number === null) return '';
  const { kind, until, to } = figures.period;
  const month = kind === 'month' ? '' : `${Number(until.slice(5, 7))}月`;
  const about = until < to ? `${when}（截至${month}${Number(until.slice(8))}日）` : when;
  const whose = figures.place.kind === 'unit' ? '承办' : '登记';
  const persons = numberOf(figures, 'persons');
  const group = numberOf(figures, 'group-visits');
  const repeats = totalOf(figures, 'repeat-share');
  const share = repeats === null ? null : valueIn(repeats.now);
  return join([
    number === 0
      ? `${about}，${figures.place.name}没有${whose}新的信访事项${changes(batches)}。`
      : `${about}，${figures.place.name}共${whose}信访事项${number}件${
          persons === null ? '' : `、${persons}人次`
        }${changes(batches)}。`,
    group === null || group === 0
      ? null
      : `其中集体访${group}批${count(figures, 'group-visit-persons', (each) => `、${each}人次`) ?? ''}。`,
    repeats === null || repeats.now.hidden || share === null || number === 0
      ? null
      : `重复信访占比${plain(share, 'share')}${changes(repeats)}。`,
    sentences([
      count(figures, 'concluded', (each) => `期内办结${each}件`),
      count(figures, 'open', (each) => `期末在办${each}件`),
      count(figures, 'overdue', (each) => `其中已超期${each}件`),
    ])?.replaceAll('；', '，') ?? null,
  ]);
}

interface Line {
  readonly key: string;
  readonly name: string;
  readonly number: number;
  readonly before: number | null;
}

/** Lines with something in them, the largest first; the total apart. */
export function ranked(table: FigureTable): readonly Line[] {
  return table.rows
    .slice(0, -1)
    .flatMap(({ key, label, now, lastYear }) => {
      const number = now[0] === undefined ? null : valueIn(now[0]);
      const before = lastYear?.[0] === undefined ? null : valueIn(lastYear[0]);
      return number === null || number === 0 ? [] : [{ key, name: label.zh, number, before }];
    })
    .toSorted((one, other) => other.number - one.number || (one.key < other.key ? -1 : 1));
}

const sumOf = (table: FigureTable): number => {
  const total = table.rows.at(-1)?.now[0];
  return total === undefined ? 0 : (valueIn(total) ?? 0);
};

const listed = (lines: readonly Line[], sum: number): string =>
  lines
    .map(({ name, number }) => `${name}${number}件（占${plain(number / sum, 'share')}）`)
    .join('、');

/**
 * Which line grew most in number; a growth of less than five is chance, and over a year of which
 * nothing is recorded everything has grown.
 */
function grown(lines: readonly Line[]): Sentence {
  if (lines.every(({ before }) => (before ?? 0) === 0)) return null;
  const [most] = lines
    .flatMap(({ name, number, before }) =>
      before === null || number - before < 5 ? [] : [{ name, by: number - before }],
    )
    .toSorted((one, other) => other.by - one.by);
  return most === undefined ? null : `同比增加最多的是${most.name}，增加${most.by}件。`;
}

const channels = (figures: ReportFigures): string => {
  const [lines, sum] = [ranked(figures.channels), sumOf(figures.channels)];
  if (lines.length === 0) return '本期没有新登记的信访事项。';
  return join([`从来源看，${listed(lines, sum)}。`, grown(lines)]);
};

const topics = (figures: ReportFigures): string => {
  const known = ranked(figures.topics).filter(({ key }) => key !== 'none');
  const sum = sumOf(figures.topics);
  if (known.length === 0) return '本期没有已分类的信访事项。';
  const first = known.slice(0, 5);
  const together = first.reduce((total, { number }) => total + number, 0);
  return join([
    `反映较多的领域依次是：${listed(first, sum)}`,
    first.length > 1 ? `，以上合计占${plain(together / sum, 'share')}。` : '。',
    grown(known),
  ]);
};

const places = (figures: ReportFigures): string => {
  const most = (table: FigureTable | null): readonly Line[] =>
    table === null
      ? []
      : ranked(table)
          .filter(({ key }) => key !== 'none')
          .slice(0, 5);
  const say = (lines: readonly Line[]): string =>
    lines.map(({ name, number }) => `${name}${number}件`).join('、');
  const [units, regions] = [most(figures.units), most(figures.regions)];
  return join([
    units.length === 0 ? null : `按责任单位统计，涉及较多的单位依次是：${say(units)}。`,
    regions.length === 0 ? null : `按问题发生地统计，较多的地区依次是：${say(regions)}。`,
  ]);
};

const passingOn = (figures: ReportFigures): string =>
  join([
    sentences([
      count(figures, 'referred', (each) => `转送${each}件次`),
      count(figures, 'assigned', (each) => `交办${each}件次`),
    ])?.replaceAll('；', '，') ?? null,
    sentences([rate(figures, 'on-time-report', '应报结', '按期报结')]),
  ]);

const inTime = (figures: ReportFigures): string => {
  const days = totalOf(figures, 'days-per-case');
  const mean = days === null ? null : valueIn(days.now);
  const told = join([
    sentences([
      rate(figures, 'timely-triage', '应转办', '按期'),
      rate(figures, 'timely-acceptance', '应告知', '按期'),
      rate(figures, 'on-time-conclusion', '应办结', '按期'),
    ]),
    days === null || mean === null
      ? null
      : `办结事项平均用时${plain(mean, 'mean-days')}天${changes(days)}。`,
  ]);
  return told === '' ? '本期没有到期的办理事项。' : told;
};

const quality = (figures: ReportFigures): string =>
  join([
    // Satisfaction never stands without the share of those who said anything (P-11, A-3).
    sentences([
      rate(figures, 'participation', '应评价', '已评价'),
      rate(figures, 'satisfaction-office', '已评价', '满意'),
      rate(figures, 'satisfaction-unit', '已评价', '满意'),
    ]),
    numberOf(figures, 'participation') === null ? null : '没有评价的不计为满意。',
    sentences([
      rate(figures, 'resolved-first', '首次答复', '一次化解'),
      rate(figures, 'redo-share', '期内办结', '重新办理'),
    ]),
    sentences([
      count(figures, 'reviews-asked', (each) => `收到复查申请${each}件`),
      count(figures, 're-examinations-asked', (each) => `复核申请${each}件`),
      count(figures, 'hearings-held', (each) => `举行听证${each}场`),
    ])?.replaceAll('；', '，') ?? null,
  ]);

/** Like `count`, and nothing where there was none. */
const some = (figures: ReportFigures, id: string, say: (number: number) => string): Sentence =>
  count(figures, id, (number) => (number === 0 ? '' : say(number))) || null;

/** 提醒函4件、督办函2件 */
const enumerated = (lead: string, parts: readonly Sentence[]): Sentence => {
  const said = parts.filter((each) => each !== null);
  return said.length === 0 ? null : `${lead}${said.join('、')}。`;
};

/** What the figures say of a part, or that there was nothing; empty where nothing was counted. */
const orNone = (figures: ReportFigures, id: string, told: string, none: string): string =>
  told === '' && numberOf(figures, id) !== null ? none : told;

function supervision(figures: ReportFigures): string {
  const of = (id: string, say: (number: number) => string) => some(figures, id, say);
  const told = join([
    enumerated('', [
      of('supervision-opened', (each) => `督办立项${each}件`),
      of('supervision-reopened', (each) => `再次立项${each}件次`),
      of('supervision-closed', (each) => `核查办结${each}件`),
    ]),
    sentences([rate(figures, 'supervision-on-time', '应答复', '按期')]),
    enumerated('发出', [
      of('letters-reminder', (each) => `提醒函${each}件`),
      of('letters-supervision-letter', (each) => `督办函${each}件`),
      of('letters-accountability-recommendation', (each) => `问责建议函${each}件`),
    ]),
    sentences([rate(figures, 'letters-answered-in-time', '应回复', '按期')]),
    enumerated('', [
      of('inspections', (each) => `开展督查${each}次`),
      of('inspection-findings', (each) => `发现问题${each}个`),
    ]),
    enumerated('', [
      of('consequences-interview', (each) => `约谈${each}次`),
      of('consequences-circulated-notice', (each) => `通报${each}次`),
      of('consequences-warning', (each) => `警示${each}次`),
      of('consequences-listing', (each) => `挂牌督办${each}次`),
    ]),
  ]);
  return orNone(figures, 'supervision-opened', told, '本期没有督办。');
}

/** Reg. 41: the recommendations that were made, and whether they were adopted. */
function recommendations(figures: ReportFigures): string {
  const of = (id: string, say: (number: number) => string) => some(figures, id, say);
  const told = join([
    enumerated('提出', [
      of('recommendations-improve-work', (each) => `改进工作建议${each}件`),
      of('recommendations-improve-policy', (each) => `完善政策建议${each}件`),
      of('recommendations-hold-accountable', (each) => `追究责任建议${each}件`),
    ]),
    sentences([
      rate(figures, 'recommendations-answered-in-time', '应答复', '按期'),
      rate(figures, 'recommendations-adopted', '已答复', '采纳'),
    ]),
    enumerated('', [of('recommendations-carried-out', (each) => `经核实已经落实${each}件`)]),
    enumerated('', [
      of('policy-gaps', (each) => `从信访事项中发现政策问题${each}个`),
      of('policy-repairs', (each) => `立项完善政策${each}项`),
      of('policies-repaired', (each) => `修订、新定或者废止政策文件${each}件`),
    ]),
  ]);
  return orNone(figures, 'recommendations-improve-work', told, '本期没有提出建议。');
}

const drafts: Readonly<Record<ReportSection, (figures: ReportFigures) => string>> = {
  overview,
  channels,
  topics,
  places,
  'passing-on': passingOn,
  supervision,
  'in-time': inTime,
  quality,
  recommendations,
  other: () => '',
};

/** What the figures say, part by part; a part that they say nothing of is empty. */
export const draftOf = (
  figures: ReportFigures,
): readonly { readonly section: ReportSection; readonly text: string }[] =>
  sectionsOf(figures.place).map((section) => ({ section, text: drafts[section](figures) }));
