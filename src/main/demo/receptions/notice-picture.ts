import { deflateSync } from 'node:zlib';
import type { InspectedUpload } from '../../../platform/files/index.ts';

const width = 480;
const height = 270;
const dark = [12, 38, 84] as const;
const light = [236, 240, 248] as const;

/** A screen with a title and six lines; grey bars stand for what is written there. */
const isLight = (x: number, y: number): boolean => {
  if (y >= 30 && y < 56) return x >= 110 && x < 370;
  const line = Math.floor((y - 84) / 26);
  return y >= 84 && line < 6 && (y - 84) % 26 < 10 && x >= 50 && x < 430 - ((line * 53) % 120);
};

const crcOf = (bytes: Buffer): number => {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xed_b8_83_20 : 0);
  }
  return ~crc >>> 0;
};

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  crc.writeUInt32BE(crcOf(body));
  return Buffer.concat([length, body, crc]);
}

/** A picture of the notice on the screen of the hall, drawn here: nobody's photograph. */
export function noticeOnScreen(): InspectedUpload {
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.from(
      [0, ...Array.from({ length: width }, (__, x) => [...(isLight(x, y) ? light : dark)])].flat(),
    ),
  );
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits a colour, three colours.
  head.set([8, 2, 0, 0, 0], 8);
  return {
    name: '大厅电子屏公示.png',
    mediaType: 'image/png',
    ext: 'png',
    bytes: Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', head),
      chunk('IDAT', deflateSync(Buffer.concat(rows))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  };
}
