import { createReadStream } from 'node:fs';
import { Fault, fault, type ReadRow } from './fault.ts';

/** A line with ten thousand demands fits; a file without line ends does not fill the memory. */
const longestLine = 8 * 1024 * 1024;
const lineEnd = 10;

/** The bytes of one line, or nothing when it was too long. */
interface Line {
  readonly line: number;
  readonly bytes: Buffer | null;
}

async function* linesOf(file: string): AsyncGenerator<Line> {
  let line = 1;
  let parts: Buffer[] = [];
  let length = 0;
  const take = (): Line => {
    const bytes = length > longestLine ? null : Buffer.concat(parts);
    parts = [];
    length = 0;
    return { line: line++, bytes };
  };
  const add = (piece: Buffer): void => {
    length += piece.length;
    if (length <= longestLine) parts.push(piece);
    else parts = [];
  };
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(lineEnd); end >= 0; end = chunk.indexOf(lineEnd, from)) {
      add(chunk.subarray(from, end));
      yield take();
      from = end + 1;
    }
    add(chunk.subarray(from));
  }
  if (length > 0) yield take();
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const gbk = new TextDecoder('gb18030', { fatal: true });

const decode = (bytes: Buffer): string | Fault => {
  try {
    return utf8.decode(bytes);
  } catch {
    return encodingFault(bytes);
  }
};

/** Says which encoding it probably is, so that people know what to change. */
function encodingFault(bytes: Buffer): Fault {
  try {
    if (/\p{Script=Han}{2}/u.test(gbk.decode(bytes))) {
      return fault(
        '',
        '这一行像是 GBK 编码，请把文件另存为 UTF-8 后再导入。',
        'This line seems to be GBK; save the file as UTF-8 and import it again.',
      );
    }
  } catch {
    // Neither the one nor the other.
  }
  return fault(
    '',
    '这一行不是完整的 UTF-8 文字，可能在传送中损坏。',
    'This line is not whole UTF-8 text; it may have been damaged on the way.',
  );
}

const tooLong = fault(
  '',
  `这一行超过 ${longestLine / 1024 / 1024} MB，没有读入。`,
  `This line is over ${longestLine / 1024 / 1024} MB and was not read.`,
);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parse(text: string): Readonly<Record<string, unknown>> | Fault {
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
    return fault('', '这一行不是一个 JSON 对象。', 'This line is not a JSON object.');
  } catch {
    // JSON.parse repeats what it read; the report must not.
    // oxlint-disable-next-line no-control-regex
    return /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/.test(text)
      ? fault(
          '',
          '这一行含有控制字符，不是有效的 JSON。',
          'This line holds control characters; it is not valid JSON.',
        )
      : fault('', '这一行不是有效的 JSON。', 'This line is not valid JSON.');
  }
}

/**
 * Reads a file of JSON lines; each line stands for itself.
 * @param file its path
 * @returns rows and faults by line, counted from 1; empty lines are passed over
 */
export async function* readLines(file: string): AsyncGenerator<ReadRow> {
  for await (const { line, bytes } of linesOf(file)) {
    if (bytes === null) {
      yield { line, fault: tooLong };
      continue;
    }
    const text = decode(bytes);
    if (typeof text !== 'string') {
      yield { line, fault: text };
      continue;
    }
    // A mark of byte order stands before the first line of some files.
    const clean = text.replace(/^\uFEFF/, '').trim();
    if (clean === '') continue;
    const value = parse(clean);
    yield value instanceof Fault ? { line, fault: value } : { line, value };
  }
}
