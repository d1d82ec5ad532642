import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a ZIP made for a test; `declared` lies about the unpacked size. */
export interface ZipEntry {
  readonly name: string;
  readonly content: Buffer;
  readonly declared?: number;
}

/** Writes a ZIP byte by byte, so that tests can lie where a library would not. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, declared } of entries) {
    const packed = deflateRawSync(content);
    const nameBytes = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(declared ?? content.length, 18);
    fields.writeUInt16LE(nameBytes.length, 22);
    local.push(Buffer.from('PK\u0003\u0004', 'latin1'), fields, nameBytes, packed);
    const more = Buffer.alloc(14);
    more.writeUInt32LE(offset, 10);
    central.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), fields, more, nameBytes);
    offset += 30 + nameBytes.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

const text = (content: string): Buffer => Buffer.from(content);

/** The least that makes a DOCX or XLSX. */
export const officeEntries = (kind: 'docx' | 'xlsx'): ZipEntry[] => [
  { name: '[Content_Types].xml', content: text('<?xml version="1.0"?><Types/>') },
  {
    name: kind === 'docx' ? 'word/document.xml' : 'xl/workbook.xml',
    content: text('<?xml version="1.0"?><root/>'),
  },
];

/** The beginnings of files of other kinds, long enough to be told. */
export const samples = {
  pdf: text('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'),
  amr: Buffer.concat([text('#!AMR\n'), Buffer.alloc(64, 0x3c)]),
  mp3: Buffer.concat([
    Buffer.from('ID3\u0003\u0000\u0000\u0000\u0000\u0000\u0000', 'latin1'),
    Buffer.from([0xff, 0xfb, 0x90, 0x64]),
    Buffer.alloc(800),
  ]),
  m4a: Buffer.concat([
    Buffer.from('\u0000\u0000\u0000\u0018ftypM4A \u0000\u0000\u0002\u0000', 'latin1'),
    text('isomM4A '),
    Buffer.alloc(64),
  ]),
  mp4: Buffer.concat([
    Buffer.from('\u0000\u0000\u0000\u0018ftypisom\u0000\u0000\u0002\u0000', 'latin1'),
    text('isommp42'),
    Buffer.alloc(64),
  ]),
  exe: Buffer.concat([
    text('MZ'),
    Buffer.alloc(58),
    Buffer.from([0x80, 0, 0, 0]),
    Buffer.alloc(64),
    text('PE\0\0'),
  ]),
  elf: Buffer.concat([Buffer.from([0x7f]), text('ELF'), Buffer.from([2, 1, 1]), Buffer.alloc(64)]),
  script: text('#!/bin/sh\nrm -rf /\n'),
  html: text('<html><script>alert(1)</script></html>'),
  svg: text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
  gif: text('GIF89a\x01\x00\x01\x00\x00\x00\x00;'),
} as const;
