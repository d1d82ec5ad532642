import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { Client } from 'pg';
import { from } from 'pg-copy-streams';

export type Value = string | number | boolean | bigint | Date | Buffer | null | readonly string[];

const escape = (text: string): string =>
  /[\\\t\n\r]/.test(text)
    ? text
        .replaceAll('\\', '\\\\')
        .replaceAll('\t', '\\t')
        .replaceAll('\n', '\\n')
        .replaceAll('\r', '\\r')
    : text;

const element = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** One value as COPY's text format wants it. */
export function field(value: Value): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escape(value);
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (typeof value === 'object') return escape(`{${value.map(element).join(',')}}`);
  return String(value);
}

/** Rows by table, collected for one COPY each. */
export class Batch {
  readonly #rows = new Map<string, string[]>();

  /** @param table name and columns, as COPY takes them */
  add(table: string, ...values: readonly Value[]): void {
    const rows = this.#rows.get(table);
    const line = `${values.map(field).join('\t')}\n`;
    if (rows === undefined) this.#rows.set(table, [line]);
    else rows.push(line);
  }

  /** Writes everything and begins anew. The order of tables is that of their first rows. */
  async write(owner: Client): Promise<void> {
    for (const [table, rows] of this.#rows) {
      const stream = owner.query(from(`COPY ${table} FROM STDIN`));
      await pipeline(Readable.from([rows.join('')]), stream);
    }
    this.#rows.clear();
  }
}
