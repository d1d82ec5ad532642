import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { letterScan } from '../../../scripts/letter-scan.ts';
import { pdfOfPicture } from './fixtures.test-data.ts';
import { LetterReader } from './letter-reader.ts';

const reader = new LetterReader();
afterAll(() => reader.close());

const png = (bytes: Buffer) => ({ name: '来信.png', mediaType: 'image/png', bytes });

/** Share of the expected characters that stand in the text, whatever their order. */
const share = (text: string, expected: string): number =>
  [...expected].filter((each) => text.includes(each)).length / [...expected].length;

describe('scanned letters', () => {
  it('P-1 a scanned Chinese letter is read, in another process and without network', async () => {
    const read = await reader.readPage(png(Buffer.from(await letterScan())), 1);
    if (!read.ok) throw new Error(read.refusal.code);
    expect(read.value.pages).toBe(1);
    expect(
      share(read.value.text, '我们是清溪镇三组的村民去年冬天村口鱼塘往东扩了'),
    ).toBeGreaterThan(0.9);
    expect(read.value.text).toContain('占了我们三户的耕地');
  }, 60_000);

  it('P-1 a page of a scanned PDF is read like a picture, and it has no second page', async () => {
    const jpeg = await sharp(Buffer.from(await letterScan()))
      .jpeg()
      .toBuffer();
    const bytes = pdfOfPicture(jpeg, 800, 1100);
    const scan = { name: '来信.pdf', mediaType: 'application/pdf', bytes };
    const read = await reader.readPage(scan, 1);
    if (!read.ok) throw new Error(read.refusal.code);
    expect(read.value.text).toContain('占了我们三户的耕地');
    expect(await reader.readPage(scan, 2)).toMatchObject({ refusal: { code: 'scan-no-page' } });
  }, 60_000);

  it('P-1 a picture without words, a broken PDF and a voice note get a sentence', async () => {
    const empty = await sharp({
      create: { width: 600, height: 800, channels: 3, background: '#e8e4da' },
    })
      .png()
      .toBuffer();
    const unreadable = { ok: false, refusal: { code: 'scan-unreadable' } };
    expect(await reader.readPage(png(empty), 1)).toMatchObject(unreadable);
    const broken = {
      name: 'a.pdf',
      mediaType: 'application/pdf',
      bytes: Buffer.from('%PDF-1.4\n'),
    };
    expect(await reader.readPage(broken, 1)).toMatchObject(unreadable);
    const voice = { name: 'a.amr', mediaType: 'audio/amr', bytes: Buffer.from('x') };
    expect(await reader.readPage(voice, 1)).toMatchObject({ refusal: { code: 'scan-kind' } });
    expect(await reader.readPage(png(empty), 21)).toMatchObject({
      refusal: { code: 'scan-too-long' },
    });
  }, 60_000);

  it('X-5 a reading that takes too much time or memory is given up', async () => {
    const scan = png(Buffer.from(await letterScan()));
    for (const options of [{ timeout: 50 }, { memory: 1 }]) {
      const bounded = new LetterReader(options);
      const read = await bounded.readPage(scan, 1);
      bounded.close();
      expect(read).toMatchObject({ ok: false, refusal: { code: 'scan-unreadable' } });
    }
  }, 60_000);

  it('X-5 when too many pages wait, the next one is refused at once', async () => {
    const busy = new LetterReader({ waiting: 0 });
    const scan = png(Buffer.from(await letterScan()));
    const first = busy.readPage(scan, 1);
    expect(await busy.readPage(scan, 1)).toMatchObject({ refusal: { code: 'reading-busy' } });
    busy.close();
    await first.catch(() => undefined);
  }, 60_000);
});
