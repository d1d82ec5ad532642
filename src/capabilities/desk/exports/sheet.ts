import { PassThrough } from 'node:stream';
import ExcelJS from 'exceljs';
import { localDateOf } from '../../../kernel/local-date.ts';
import type { Language } from '../../../platform/http/index.ts';
import type { PetitionLine } from '../../petitions/index.ts';
import { columnNames, headNames, nameOfCode, pick } from './words.ts';

/** Who took the list out, when, why, and who allowed it: it stands on the sheet itself (L-4). */
export interface SheetHead {
  readonly askedBy: string;
  readonly askedAt: number;
  readonly reason: string;
  readonly approvedBy: string | null;
  readonly language: Language;
  readonly personal: boolean;
}

/** A petitioner in full, for an export that was approved as personal. */
export interface SheetPerson {
  readonly name: string;
  readonly mobile: string;
  readonly address: string;
}

export interface SheetRow {
  readonly line: PetitionLine;
  readonly people: readonly SheetPerson[];
}

/**
 * A spreadsheet reads a cell that begins so as a formula, also after it was saved as CSV.
 * @returns the text with an apostrophe before it, which shows that it is text
 */
export const neutralise = (text: string): string =>
  /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;

/** Moment in Shanghai, to the minute. */
const momentOf = (at: number): string =>
  `${localDateOf(at)} ${new Date(at + 8 * 3_600_000).toISOString().slice(11, 16)}`;

const usual = [
  'number',
  'title',
  'petitioner',
  'status',
  'purpose',
  'channel',
  'category',
  'urgency',
  'region',
  'holder',
  'registered',
  'due',
  'remaining',
  'colour',
] as const;

const personal = ['name', 'mobile', 'address'] as const;

type Column = (typeof usual)[number] | (typeof personal)[number];

/** A list on its way into an XLSX file, row by row: the memory does not grow with the list. */
export class Sheet {
  /** The bytes of the file as they come. */
  readonly bytes = new PassThrough();
  readonly #writer: ExcelJS.stream.xlsx.WorkbookWriter;
  readonly #sheet: ExcelJS.Worksheet;
  readonly #head: SheetHead;
  readonly #columns: readonly Column[];

  constructor(head: SheetHead) {
    this.#head = head;
    this.#columns = head.personal ? [...usual, ...personal] : usual;
    this.#writer = new ExcelJS.stream.xlsx.WorkbookWriter({
      stream: this.bytes,
      useStyles: false,
      useSharedStrings: false,
    });
    this.#sheet = this.#writer.addWorksheet(pick(headNames.sheet, head.language));
    this.#writeHead();
  }

  #writeHead(): void {
    const { language, askedBy, askedAt, reason, approvedBy } = this.#head;
    const approver = approvedBy ?? pick(headNames.nobody, language);
    this.#write([pick(headNames.askedBy, language), askedBy]);
    this.#write([pick(headNames.askedAt, language), momentOf(askedAt)]);
    this.#write([pick(headNames.reason, language), reason]);
    this.#write([pick(headNames.approvedBy, language), approver]);
    this.#write([]);
    this.#write(this.#columns.map((column) => pick(columnNames[column], language)));
  }

  #write(cells: readonly (string | number)[]): void {
    const safe = cells.map((cell) => (typeof cell === 'string' ? neutralise(cell) : cell));
    this.#sheet.addRow(safe).commit();
  }

  /** One row for a petition, or one for each person where the people are shown. */
  add({ line, people }: SheetRow): void {
    const shown = this.#head.personal && people.length > 0 ? people : [undefined];
    for (const person of shown) {
      this.#write(this.#columns.map((column) => this.#cell(column, line, person)));
    }
  }

  /** Says on the sheet that there would be more. */
  addCut(limit: number): void {
    this.#write([pick(headNames.cut, this.#head.language).replace('{limit}', String(limit))]);
  }

  #cell(column: Column, line: PetitionLine, person: SheetPerson | undefined): string | number {
    const { language } = this.#head;
    switch (column) {
      case 'number':
        return line.number;
      case 'title':
        return line.title;
      case 'petitioner':
        return line.petitioner;
      case 'status':
      case 'purpose':
      case 'channel':
      case 'urgency':
        return nameOfCode(column, line[column], language);
      case 'category':
        return line.category?.first ?? '';
      case 'region':
        return line.regionCode;
      case 'holder':
        return line.holder.name;
      case 'registered':
        return localDateOf(line.registeredAt);
      case 'due':
        return line.clock?.dueDate ?? '';
      case 'remaining':
        return line.clock?.remainingDays ?? '';
      case 'colour':
        return nameOfCode('colour', line.clock?.colour ?? null, language);
      case 'name':
      case 'mobile':
      case 'address':
        return person?.[column] ?? '';
    }
  }

  /** Ends the file. */
  async close(): Promise<void> {
    this.#sheet.commit();
    await this.#writer.commit();
  }
}
