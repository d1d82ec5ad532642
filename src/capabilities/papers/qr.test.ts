import jsQR from 'jsqr';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { qrPng, qrSvg } from './qr.ts';

const url = 'https://xf.linjiang.example/v/QH7C-2M4X-9RTA';

/** What a telephone reads from a picture. */
async function readCode(picture: Uint8Array): Promise<string | undefined> {
  const scaled = sharp(picture, { density: 300 }).resize(400, 400, { kernel: 'nearest' });
  const { data, info } = await scaled
    .flatten({ background: '#fff' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return jsQR.default(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

test('G-1 the QR code of both formats is read as the address of the check', async () => {
  expect(await readCode(Buffer.from(await qrSvg(url)))).toBe(url);
  expect(await readCode(await qrPng(url))).toBe(url);
});
