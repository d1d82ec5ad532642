import { paperDocumentSchema, type PaperDocument } from '../../papers/index.ts';

export interface Slip {
  readonly reference: string;
  readonly code: string;
}

/** What the slips of one sheet have in common. */
export interface SlipSheetFacts {
  readonly title: string;
  /** Where everybody reads the promise; the code stands in no address. */
  readonly address: string;
  readonly unit: string;
  readonly phone: string;
  /** YYYY-MM-DD on which it is printed. */
  readonly today: string;
}

/** Slips to cut apart, one for each household: reference, code, and how to look. It names nobody. */
export function slipSheetOf(facts: SlipSheetFacts, slips: readonly Slip[]): PaperDocument {
  const ask = facts.phone === '' ? facts.unit : `${facts.unit}，电话 ${facts.phone}`;
  return paperDocumentSchema.parse({
    kind: 'one-time-notice',
    form: 'plain',
    issuer: { name: facts.unit, sealName: facts.unit },
    title: '各户进展查询单',
    compact: true,
    blocks: [
      {
        type: 'paragraph',
        text: '一户一张，请沿线裁开，交给住户本人。丢了可以换新的，换了以后旧的就不能用了。',
      },
      ...slips.map(({ reference, code }) => ({
        type: 'table',
        whole: true,
        rows: [
          { label: '事项', value: facts.title },
          { label: '户号', value: reference },
          { label: '查询码', value: code, strong: true },
          { label: '怎么查', value: `打开 ${facts.address}，填查询码。查询码只给本户。` },
          { label: '问谁', value: ask },
        ],
      })),
    ],
    date: facts.today,
  });
}
