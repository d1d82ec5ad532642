import {
  paperDocumentSchema,
  type PaperDocument,
  type PaperDocumentInput,
} from '../../papers/index.ts';
import { localDateOf } from '../../../kernel/local-date.ts';
import type { LaidChart, LaidTable, ReportView } from './contract.ts';
import { formulasOf } from './words/layout.ts';
import { basisOf } from './words/names.ts';

type Block = PaperDocumentInput['blocks'][number];

const zh = ({ zh: text }: { readonly zh: string }): string => text;

/** Numbers tables and charts through: 表1, 图1. */
class Captions {
  #tables = 0;
  #charts = 0;

  table(caption: string): string {
    this.#tables += 1;
    return `表${this.#tables}　${caption}`;
  }

  chart(caption: string): string {
    this.#charts += 1;
    return `图${this.#charts}　${caption}`;
  }
}

/** Figures stand to the right and under each other; words take what room there is. */
const figuresBlock = (
  table: LaidTable,
  look: {
    readonly caption: string;
    readonly align: 'left' | 'right';
    readonly note?: string;
    readonly newPage?: true;
  },
): Block => ({
  type: 'figures',
  caption: look.caption,
  columns: table.heads.map((head, at) => ({
    head: zh(head),
    align: at === 0 ? ('left' as const) : look.align,
  })),
  rows: table.rows.map(({ label, cells, total }) => ({
    cells: [zh(label), ...cells.map(zh)],
    strong: total,
  })),
  ...(look.note === undefined ? {} : { note: look.note }),
  newPage: look.newPage ?? false,
});

/** A table with its chart before it. */
const tableBlocks = (table: LaidTable, captions: Captions): Block[] => [
  ...(table.chart === null ? [] : [chartBlock(table.chart, captions)]),
  figuresBlock(table, {
    caption: captions.table(zh(table.caption)),
    align: 'right',
    ...(table.note === null ? {} : { note: zh(table.note) }),
  }),
];

const chartBlock = (chart: LaidChart, captions: Captions): Block => ({
  type: 'chart',
  form: chart.form,
  caption: captions.chart(zh(chart.caption)),
  series: chart.series.map(zh),
  rows: chart.rows.map(({ label, values }) => ({ label: zh(label), values })),
});

const heading = (text: string): Block => ({ type: 'heading', level: 1, text });

/** What a draft says where the drafter has still to write. */
const stillOpen = '（此处由起草人据实填写；没有的，写“无”。）';

function sectionBlocks(section: ReportView['sections'][number], captions: Captions): Block[] {
  const { text, tables, owed } = section;
  const said = text !== '' ? text : owed ? stillOpen : null;
  if (said === null && tables.length === 0) return [];
  return [
    heading(zh(section.heading)),
    ...(said === null ? [] : [{ type: 'paragraph', text: said } as const]),
    ...tables.flatMap((table) => tableBlocks(table, captions)),
  ];
}

/**
 * The report as a paper in the layout of GB/T 9704: the same report gives the same document.
 * A draft bears the mark 草稿 and no date; a final one is dated by the day on which it was finalised.
 */
export function paperOf(report: ReportView): PaperDocument {
  const captions = new Captions();
  const formulas = '指标口径';
  const draft = report.status === 'draft';
  const name = report.unit.name;
  const edition = report.edition > 1 ? `（第${report.edition}版）` : '';
  const why =
    report.reason === null
      ? []
      : [{ type: 'paragraph', text: `本版更正前一版，原因：${report.reason}` } as const];
  return paperDocumentSchema.parse({
    kind: 'work-report',
    form: 'plain',
    issuer: { name, sealName: name },
    title: `${report.title.zh}${edition}`,
    blocks: [
      { type: 'paragraph', text: basisOf(report.figures) },
      ...why,
      ...report.sections.flatMap((section) => sectionBlocks(section, captions)),
      { type: 'signature' },
      figuresBlock(formulasOf(report.figures), {
        caption: `附件　${formulas}`,
        align: 'left',
        newPage: true,
        note: `数据校验值（SHA-256）：${report.digest.match(/.{8}/gu)?.join(' ') ?? ''}`,
      }),
    ],
    attachments: [formulas],
    ...(draft || report.finalAt === null ? {} : { date: localDateOf(report.finalAt) }),
    draftMark: draft,
  });
}
