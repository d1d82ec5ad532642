import { Transform } from 'node:stream';

/** GBK of any text: the decoder that Node brings, read backwards. */
const gbkTable: ReadonlyMap<string, Buffer> = (() => {
  const decoder = new TextDecoder('gbk');
  const table = new Map<string, Buffer>();
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const pair = Buffer.from([high, low]);
      const letter = decoder.decode(pair);
      if ([...letter].length === 1 && letter !== '\uFFFD') table.set(letter, pair);
    }
  }
  return table;
})();

const gbk = (text: string): Buffer =>
  Buffer.concat([...text].map((letter) => gbkTable.get(letter) ?? Buffer.from(letter)));

/** Base 64 of the bytes wherever they begin in what was encoded: the part that never differs. */
const base64 = (bytes: Buffer, alphabet: 'base64' | 'base64url'): Buffer[] =>
  [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString(alphabet)
      .replaceAll('=', '');
    const end = (before + bytes.length) % 3 === 0 ? text.length : text.length - 1;
    return Buffer.from(text.slice(before === 0 ? 0 : before + 1, end));
  });

/** A value in every form in which it might lie in a file. */
export const formsOf = (value: string): readonly Buffer[] => {
  const utf8 = Buffer.from(value);
  const utf16 = Buffer.from(value, 'utf16le');
  const ascii = (text: string): Buffer => Buffer.from(text);
  const escaped = [...Array(value.length).keys()]
    .map((at) => `\\u${value.charCodeAt(at).toString(16).padStart(4, '0')}`)
    .join('');
  const hex = utf8.toString('hex');
  const forms = [
    utf8,
    gbk(value),
    utf16,
    Buffer.from(utf16).swap16(),
    ascii(hex),
    ascii(hex.toUpperCase()),
    ascii(utf16.toString('hex')),
    ...base64(utf8, 'base64'),
    ...base64(utf8, 'base64url'),
    ascii(encodeURIComponent(value)),
    ascii(encodeURIComponent(value).toLowerCase()),
    ascii(escaped),
    ascii(escaped.toUpperCase().replaceAll('\\U', '\\u')),
    ascii([...value].toReversed().join('')),
    Buffer.from(utf8.toReversed()),
  ];
  return [...new Map(forms.map((form) => [form.toString('hex'), form])).values()];
};

/** Looks for bytes in whatever passes, across the borders of its pieces. */
export class Finder extends Transform {
  readonly #needles: readonly { readonly name: string; readonly bytes: Buffer }[];
  readonly #overlap: number;
  readonly found = new Set<string>();
  #tail = Buffer.alloc(0);

  constructor(values: readonly string[]) {
    super();
    this.#needles = values.flatMap((name) => formsOf(name).map((bytes) => ({ name, bytes })));
    this.#overlap = Math.max(...this.#needles.map(({ bytes }) => bytes.length));
  }

  override _transform(piece: Buffer, _: BufferEncoding, done: () => void): void {
    const text = Buffer.concat([this.#tail, piece]);
    for (const { name, bytes } of this.#needles) if (text.includes(bytes)) this.found.add(name);
    this.#tail = text.subarray(Math.max(0, text.length - this.#overlap));
    done();
  }
}
