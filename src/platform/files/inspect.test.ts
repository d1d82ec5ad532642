import { Document, Packer, Paragraph } from 'docx';
import { Workbook } from 'exceljs';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { officeEntries, samples, zipOf, type ZipEntry } from './fixtures.test-data.ts';
import { inspectContent } from './inspect.ts';
import { uploadLimits } from './limits.ts';

const inspect = (bytes: Buffer) => inspectContent(bytes, uploadLimits);
const faultOf = async (bytes: Buffer): Promise<string> => {
  const inspection = await inspect(bytes);
  return inspection.ok ? 'accepted' : inspection.fault;
};
const typeOf = async (bytes: Buffer): Promise<string> => {
  const inspection = await inspect(bytes);
  return inspection.ok ? `${inspection.content.mediaType} ${inspection.content.ext}` : 'refused';
};

/** Wider than high, its left half dark, so that turning shows. */
const picture = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#ffffff' } }).composite([
    {
      input: { create: { width: 30, height: 40, channels: 3, background: '#000000' } },
      left: 0,
      top: 0,
    },
  ]);

const withMore = (kind: 'docx' | 'xlsx', ...more: ZipEntry[]) =>
  zipOf([...officeEntries(kind), ...more]);

describe('pictures', () => {
  it.each(['jpeg', 'png', 'webp'] as const)(
    'X-5 a %s is drawn anew at its size',
    async (format) => {
      const inspection = await inspect(await picture().toFormat(format).toBuffer());
      if (!inspection.ok) throw new Error(inspection.fault);
      const { content } = inspection;
      expect(content).toMatchObject({ mediaType: `image/${format}`, width: 60, height: 40 });
      expect((await sharp(content.bytes).metadata()).format).toBe(format);
    },
  );

  it('L-3 place, time and camera leave a photograph, and it stands upright', async () => {
    const original = await picture()
      .jpeg()
      .withExif({
        IFD0: { Make: 'SecretCamera', Orientation: '6' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '39/1 54/1 0/1' },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">SecretPlace</x:xmpmeta>')
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect(original.includes('SecretCamera')).toBe(true);
    const inspection = await inspect(original);
    if (!inspection.ok) throw new Error(inspection.fault);
    const { bytes, width, height } = inspection.content;
    expect([width, height]).toEqual([40, 60]);
    const { exif, xmp, iptc, orientation } = await sharp(bytes).metadata();
    expect([exif, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined]);
    expect(bytes.includes('Secret')).toBe(false);
    // A quarter turn to the right brings the dark left half to the top.
    const { data } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
    expect(data[40 * 5 + 20]).toBeLessThan(30);
    expect(data[40 * 55 + 20]).toBeGreaterThan(225);
  });

  it('X-5 what hides behind the pixels does not come along', async () => {
    const polyglot = Buffer.concat([
      await picture().jpeg().toBuffer(),
      zipOf([{ name: 'virus.exe', content: samples.exe }]),
    ]);
    const inspection = await inspect(polyglot);
    if (!inspection.ok) throw new Error(inspection.fault);
    expect(inspection.content.bytes.includes('virus.exe')).toBe(false);
  });

  it('X-5 a picture of 51 megapixels in few bytes is refused before it is unpacked', async () => {
    const bomb = await sharp({
      create: { width: 51_000, height: 1000, channels: 3, background: '#ffffff' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    const before = performance.now();
    expect(await faultOf(bomb)).toBe('file-pixels');
    expect(performance.now() - before).toBeLessThan(500);
  });

  it('X-5 a cut or overwritten picture is refused as damaged', async () => {
    const noise = Buffer.from(Array.from({ length: 300 * 300 * 3 }, (_, at) => (at * 7919) % 251));
    const raw = { width: 300, height: 300, channels: 3 } as const;
    const whole = await sharp(noise, { raw }).png().toBuffer();
    expect(await faultOf(whole)).toBe('accepted');
    expect(await faultOf(whole.subarray(0, whole.length / 2))).toBe('file-damaged');
    const spoilt = Buffer.from(whole);
    spoilt.fill(0x55, 200, 2000);
    expect(await faultOf(spoilt)).toBe('file-damaged');
    const jpeg = await sharp(noise, { raw }).jpeg().toBuffer();
    expect(await faultOf(jpeg.subarray(0, jpeg.length / 2))).toBe('file-damaged');
  });
});

describe('other kinds', () => {
  it('X-5 voice, video and PDF are known by their bytes', async () => {
    expect(await typeOf(samples.pdf)).toBe('application/pdf pdf');
    expect(await typeOf(samples.amr)).toBe('audio/amr amr');
    expect(await typeOf(samples.mp3)).toBe('audio/mpeg mp3');
    expect(await typeOf(samples.m4a)).toBe('audio/mp4 m4a');
    expect(await typeOf(samples.mp4)).toBe('video/mp4 mp4');
  });

  it('S-3 a voice note as a browser records it is known by its bytes, and is no film', async () => {
    const ebml = Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d', 'hex');
    const webm = (codec: string) => Buffer.concat([ebml, Buffer.from(codec), Buffer.alloc(64)]);
    expect(await typeOf(webm('A_OPUS'))).toBe('audio/webm webm');
    expect(await typeOf(webm('V_VP8 A_OPUS'))).toBe('refused');
    expect(await typeOf(webm(''))).toBe('refused');
    const ogg = Buffer.concat([Buffer.from('OggS'), Buffer.alloc(24), Buffer.from('OpusHead')]);
    expect(await typeOf(Buffer.concat([ogg, Buffer.alloc(64)]))).toBe('audio/ogg ogg');
  });

  it.each(['exe', 'elf', 'script', 'html', 'svg', 'gif'] as const)(
    'X-5 %s is refused',
    async (kind) => {
      expect(await faultOf(samples[kind])).toBe('file-type');
    },
  );

  it('X-5 random bytes are refused', async () => {
    expect(await faultOf(Buffer.from([1, 2, 3]))).toBe('file-type');
    expect(await faultOf(Buffer.alloc(100_000))).toBe('file-type');
  });
});

describe('Office files', () => {
  it('X-5 a real DOCX and a real XLSX are accepted as they are', async () => {
    const letter = new Document({
      sections: [{ children: [new Paragraph('关于征地补偿的情况')] }],
    });
    expect(await typeOf(await Packer.toBuffer(letter))).toMatch(/wordprocessingml.* docx$/);
    const book = new Workbook();
    const sheet = book.addWorksheet('名单');
    for (let row = 0; row < 2000; row += 1) sheet.addRow(['青山镇', row, '同样的内容']);
    const bytes = Buffer.from(await book.xlsx.writeBuffer());
    const inspection = await inspect(bytes);
    expect(inspection).toMatchObject({ ok: true, content: { ext: 'xlsx' } });
    expect(inspection.ok && inspection.content.bytes.equals(bytes)).toBe(true);
  });

  it('X-5 an archive that is no Office file is refused', async () => {
    expect(await faultOf(zipOf([{ name: 'photo.jpg', content: samples.exe }]))).toBe('file-type');
  });

  it('X-5 macros are refused, under any name', async () => {
    const content = samples.exe;
    expect(await faultOf(withMore('docx', { name: 'word/vbaProject.bin', content }))).toBe(
      'file-type',
    );
    expect(await faultOf(withMore('xlsx', { name: 'xl/VBAPROJECT.BIN', content }))).toBe(
      'file-type',
    );
    expect(await faultOf(withMore('xlsx', { name: 'xl/macrosheets/a.xml', content }))).toBe(
      'file-type',
    );
    const declared = Buffer.from(
      '<Types ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
    );
    const [, second] = officeEntries('docx');
    if (!second) throw new Error('no entry');
    expect(await faultOf(zipOf([{ name: '[Content_Types].xml', content: declared }, second]))).toBe(
      'file-type',
    );
  });

  it('X-5 a zip bomb as XLSX is refused by what it declares', async () => {
    const bomb = withMore('xlsx', {
      name: 'xl/worksheets/sheet1.xml',
      content: Buffer.alloc(300_000_000),
    });
    expect(bomb.length).toBeLessThan(400_000);
    expect(await faultOf(bomb)).toBe('file-archive-bomb');
  });

  it('X-5 a zip bomb that lies about its size is refused while it unpacks', async () => {
    const bomb = withMore('xlsx', {
      name: 'xl/worksheets/sheet1.xml',
      content: Buffer.alloc(250_000_000),
      declared: 1000,
    });
    const before = process.memoryUsage().rss;
    expect(await faultOf(bomb)).toBe('file-archive-bomb');
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  });

  it('X-5 many entries, or many that unpack to much together, are a bomb', async () => {
    const empty = Buffer.alloc(0);
    const many = Array.from({ length: 2001 }, (_, at) => ({ name: `a${at}`, content: empty }));
    expect(await faultOf(withMore('docx', ...many))).toBe('file-archive-bomb');
    const big = Buffer.alloc(5_000_000);
    const heavy = Array.from({ length: 45 }, (_, at) => ({ name: `b${at}`, content: big }));
    expect(await faultOf(withMore('docx', ...heavy))).toBe('file-archive-bomb');
  });

  it('X-5 an XML bomb in an Office file is refused, in UTF-8 and UTF-16, wherever it begins', async () => {
    const laughs = `<?xml version="1.0"?>${' '.repeat(70_000)}<!DOCTYPE lolz [<!ENTITY lol "lol">]><lolz/>`;
    const name = 'word/styles.xml';
    expect(await faultOf(withMore('docx', { name, content: Buffer.from(laughs) }))).toBe(
      'file-archive-bomb',
    );
    const wide = Buffer.from(laughs, 'utf16le');
    expect(await faultOf(withMore('docx', { name, content: wide }))).toBe('file-archive-bomb');
  });

  it('X-5 a damaged archive or one with paths that climb out is refused', async () => {
    const good = withMore('docx');
    expect(await faultOf(good)).toBe('accepted');
    expect(await faultOf(good.subarray(0, good.length - 30))).toBe('file-damaged');
    const climbing = withMore('docx', { name: '../../etc/cron.d/x', content: samples.script });
    expect(await faultOf(climbing)).toBe('file-damaged');
  });
});
