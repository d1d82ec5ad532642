import { z } from 'zod';
import { localDateSchema, proseSchema, type PaperDocumentInput } from '../document.ts';
import { chineseDate, namesOf } from '../wording.ts';

type BlockInput = PaperDocumentInput['blocks'][number];

export const word = z.string().trim().min(1).max(300);
export const prose = proseSchema;
export const day = localDateSchema;

/** Who petitions; without names the letter is anonymous. `count` is all members of a group. */
export const petitionerSchema = z.strictObject({
  names: z.array(z.string().trim().min(1).max(100)).max(50),
  count: z.int().min(1).max(100_000).optional(),
});

export const petitionSchema = z.strictObject({
  number: word,
  /** The matter as a noun phrase, for titles: 小区屋顶漏水问题. */
  matter: z.string().trim().min(1).max(120),
  receivedOn: day,
  /** 网络、来信、来访、来电 … */
  channel: word,
});

export const contactSchema = z.strictObject({
  department: word.optional(),
  person: word.optional(),
  phone: word,
});

/** P-19: a paper against which there is no review can be contested within the office. */
export const contestSchema = z.strictObject({ days: z.int().min(1).max(60) });

export const toPetitioner = {
  petitioner: petitionerSchema,
  petition: petitionSchema,
  contact: contactSchema,
};
export const toUnit = {
  unit: word,
  petitioner: petitionerSchema,
  petition: petitionSchema,
  contact: contactSchema,
};

type Petitioner = z.output<typeof petitionerSchema>;

export const isPlural = (data: { petitioner: Petitioner }): boolean =>
  (data.petitioner.count ?? data.petitioner.names.length) > 1;

export function petitionerNames(petitioner: Petitioner): string {
  if (petitioner.names.length === 0) return '匿名信访人';
  return namesOf(petitioner.names, petitioner.count ?? petitioner.names.length);
}

export const petitionerAddress = (petitioner: Petitioner): string =>
  petitioner.names.length === 0 ? '信访人：' : `${petitionerNames(petitioner)}：`;

/** Values that most texts use. */
export const petitionValues = (data: {
  petitioner: Petitioner;
  petition: z.output<typeof petitionSchema>;
}) => ({
  names: petitionerNames(data.petitioner),
  number: data.petition.number,
  matter: data.petition.matter,
  receivedOn: chineseDate(data.petition.receivedOn),
  channel: data.petition.channel,
});

export const p = (text: string): BlockInput => ({ type: 'paragraph', text });
export const h = (level: 1 | 2 | 3, text: string): BlockInput => ({ type: 'heading', level, text });
export const list = (items: readonly string[]): BlockInput => ({
  type: 'demands',
  items: [...items],
});
export const signature: BlockInput = { type: 'signature' };

export type Row = {
  label: string;
  value: string;
  lines?: number;
  strong?: boolean;
};
export const table = (rows: readonly Row[]): BlockInput => ({ type: 'table', rows: [...rows] });

export function contactLine(contact: z.output<typeof contactSchema>): BlockInput {
  const { department, person, phone } = contact;
  if (person === undefined) return p(`联系方式：${department ?? ''}${phone}。`);
  const where = department === undefined ? '' : `（${department}）`;
  return p(`联系人：${person}${where}，电话：${phone}。`);
}

/** Article 31 names six ways; the numeral of each as the article prints it. */
export const wayNumeral = { 1: '一', 2: '二', 3: '三', 4: '四', 5: '五', 6: '六' } as const;
export type Way = keyof typeof wayNumeral;

/** Ends with a full stop whatever the officer typed. */
export const sentence = (text: string): string => (/[。！？.!?]$/u.test(text) ? text : `${text}。`);
