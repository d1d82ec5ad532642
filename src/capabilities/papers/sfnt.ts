import { readFile } from 'node:fs/promises';

/** The code points of a TrueType or OpenType font, read from its character map (formats 4 and 12). */
export async function codePointsOf(path: string): Promise<Set<number>> {
  const font = await readFile(path);
  const points = new Set<number>();
  const offset = tableOffset(font, 'cmap');
  const subtables = font.readUInt16BE(offset + 2);
  for (let index = 0; index < subtables; index += 1) {
    const start = offset + font.readUInt32BE(offset + 4 + index * 8 + 4);
    const format = font.readUInt16BE(start);
    if (format === 12) addGroups(font, start, points);
    if (format === 4) addSegments(font, start, points);
  }
  return points;
}

/** Family names of a font in every language that it names (name table, ids 1 and 16). */
export async function familiesOf(path: string): Promise<string[]> {
  const font = await readFile(path);
  const offset = tableOffset(font, 'name');
  const strings = offset + font.readUInt16BE(offset + 4);
  const names = new Set<string>();
  for (let index = 0; index < font.readUInt16BE(offset + 2); index += 1) {
    const entry = offset + 6 + index * 12;
    const platform = font.readUInt16BE(entry);
    const id = font.readUInt16BE(entry + 6);
    if ((id !== 1 && id !== 16) || (platform !== 3 && platform !== 0)) continue;
    const start = strings + font.readUInt16BE(entry + 10);
    const bytes = Buffer.from(font.subarray(start, start + font.readUInt16BE(entry + 8)));
    names.add(bytes.swap16().toString('utf16le'));
  }
  return [...names];
}

function tableOffset(font: Buffer, tag: string): number {
  const start = font.toString('latin1', 0, 4) === 'ttcf' ? font.readUInt32BE(12) : 0;
  const tables = font.readUInt16BE(start + 4);
  for (let index = 0; index < tables; index += 1) {
    const entry = start + 12 + index * 16;
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`font without ${tag} table`);
}

function addGroups(font: Buffer, start: number, points: Set<number>): void {
  const groups = font.readUInt32BE(start + 12);
  for (let index = 0; index < groups; index += 1) {
    const entry = start + 16 + index * 12;
    const last = font.readUInt32BE(entry + 4);
    for (let point = font.readUInt32BE(entry); point <= last; point += 1) points.add(point);
  }
}

function addSegments(font: Buffer, start: number, points: Set<number>): void {
  const count = font.readUInt16BE(start + 6) / 2;
  for (let index = 0; index < count; index += 1) {
    const last = font.readUInt16BE(start + 14 + index * 2);
    const first = font.readUInt16BE(start + 16 + count * 2 + index * 2);
    const rangeOffset = font.readUInt16BE(start + 16 + count * 6 + index * 2);
    for (let point = first; point <= last && point !== 0xffff; point += 1) {
      const at = start + 16 + count * 6 + index * 2 + rangeOffset + (point - first) * 2;
      if (rangeOffset === 0 || font.readUInt16BE(at) !== 0) points.add(point);
    }
  }
}
