import {
  paperDocumentSchema,
  type PaperDocument,
  type PaperDocumentInput,
} from '../../papers/index.ts';
import { cellOf, partsOf } from '../reports/words/amounts.ts';
import { chineseDay } from '../reports/words/names.ts';
import type { RecordOfWork, RecordSection } from './contract.ts';

type Block = PaperDocumentInput['blocks'][number];

const headings: Readonly<Record<RecordSection, string>> = {
  receptions: '接访下访',
  letters: '阅信批示',
  sponsorship: '包案化解',
  meetings: '联席会商',
  commitments: '承诺落实',
};

function sectionBlocks({ name, figures }: RecordOfWork['sections'][number], at: number): Block[] {
  return [
    { type: 'heading', level: 1, text: headings[name] },
    {
      type: 'figures',
      caption: `表${at + 1}　${headings[name]}`,
      columns: [
        { head: '指标', align: 'left' },
        { head: '数值', align: 'right' },
        { head: '分子/分母', align: 'right' },
        { head: '口径', align: 'left' },
      ],
      rows: figures.map(({ measure, cell }) => {
        const amount = { n: cell.numerator, d: cell.denominator, hidden: cell.hidden };
        return {
          cells: [
            measure.name.zh,
            cellOf(amount, measure.unit).zh,
            partsOf(amount).zh,
            measure.formula.zh,
          ],
        };
      }),
    },
  ];
}

/**
 * A leader's record of petition work on paper, in the layout of GB/T 9704.
 * @param issuer the unit of whoever prints it
 * @param today the day on which it is printed, `YYYY-MM-DD`
 */
export function recordPaperOf(record: RecordOfWork, issuer: string, today: string): PaperDocument {
  const { leader, period, asOf } = record;
  return paperDocumentSchema.parse({
    kind: 'work-report',
    form: 'plain',
    issuer: { name: issuer, sealName: issuer },
    title: `${leader.name}同志信访工作实绩`,
    blocks: [
      {
        type: 'paragraph',
        text: [
          `${leader.unit.name}${leader.name}同志${chineseDay(period.from)}至${chineseDay(period.to)}的信访工作情况，`,
          `按${chineseDay(asOf)}掌握的办理记录统计。每个数字都可以在系统中打开，看到背后的事项；`,
          '检举控告事项不列入统计。',
        ].join(''),
      },
      ...record.sections.flatMap(sectionBlocks),
      { type: 'signature' },
    ],
    date: today,
  });
}
