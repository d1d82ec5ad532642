import { createWriteStream, type WriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { once } from 'node:events';
import path from 'node:path';
import type { Fault } from './fault.ts';

/** A table program must not take a word for a formula (X-5). */
const cell = (value: string | number): string => {
  const words = String(value).replaceAll('"', '""');
  return `"${/^[=+\-@\t\r]/.test(words) ? `'${words}` : words}"`;
};

/** The list of bad rows beside the file, or in the working directory where that is closed. */
export class ErrorFile {
  readonly path: string;
  readonly #stream: WriteStream;

  private constructor(file: string, stream: WriteStream) {
    this.path = file;
    this.#stream = stream;
    // The mark lets table programs read it as UTF-8.
    stream.write('\uFEFF行,字段,原因,reason\r\n');
  }

  /** Begins the list anew; that of an earlier run is replaced. */
  static async open(file: string): Promise<ErrorFile> {
    const beside = `${file}.errors.csv`;
    const here = path.resolve(`${path.basename(file)}.errors.csv`);
    const stream = (await tryOpen(beside)) ?? (await tryOpen(here));
    if (stream === undefined) throw new Error(`cannot write ${here}`);
    return new ErrorFile(String(stream.path), stream);
  }

  add(line: number, { field, zh, en }: Fault): void {
    this.#stream.write(`${[line, field, zh, en].map(cell).join(',')}\r\n`);
  }

  /** @param keep false when no row was bad: then no list is left */
  async close(keep: boolean): Promise<void> {
    this.#stream.end();
    await once(this.#stream, 'close');
    if (!keep) await rm(this.path, { force: true });
  }
}

async function tryOpen(file: string): Promise<WriteStream | undefined> {
  const stream = createWriteStream(file, { mode: 0o600 });
  try {
    await once(stream, 'open');
    return stream;
  } catch {
    return undefined;
  }
}
