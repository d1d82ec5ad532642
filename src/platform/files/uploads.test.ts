import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { samples } from './fixtures.test-data.ts';
import { InspectionPool } from './inspection-pool.ts';
import { displayName, UploadInspector } from './uploads.ts';

const inspector = new UploadInspector({ processes: 1 });
afterAll(() => inspector.close());

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'huiyin-uploads-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const refused = (code: string) => ({ ok: false, refusal: { code } });

describe('uploads', () => {
  it('X-5 a photograph goes through the other process and comes back clean', async () => {
    const bytes = await sharp({
      create: { width: 800, height: 600, channels: 3, background: '#446688' },
    })
      .jpeg()
      .withExif({ IFD0: { Make: 'SecretCamera' } })
      .toBuffer();
    const result = await inspector.inspect({ name: '现场 照片.JPG', bytes });
    if (!result.ok) throw new Error(result.refusal.code);
    expect(result.value).toMatchObject({
      name: '现场 照片.jpg',
      mediaType: 'image/jpeg',
      width: 800,
    });
    expect(result.value.bytes.includes('SecretCamera')).toBe(false);
    expect(Buffer.isBuffer(result.value.bytes)).toBe(true);
  }, 60_000);

  it('X-5 an executable named .jpg is refused by what it is', async () => {
    const result = await inspector.inspect({ name: 'photo.jpg', bytes: samples.exe });
    expect(result).toMatchObject({
      ok: false,
      refusal: { code: 'file-type', params: { name: 'photo.jpg' } },
    });
  }, 60_000);

  it('X-5 an empty file, one over 20 MB and more than 20 are refused without being read', async () => {
    const empty = Buffer.alloc(0);
    expect(await inspector.inspect({ name: 'a.jpg', bytes: empty })).toMatchObject(
      refused('file-empty'),
    );
    const large = Buffer.alloc(20 * 1024 * 1024 + 1);
    expect(await inspector.inspect({ name: 'a.jpg', bytes: large })).toMatchObject({
      ok: false,
      refusal: { code: 'file-too-large', params: { limit: 20 } },
    });
    const many = Array.from({ length: 21 }, () => ({ name: 'a.pdf', bytes: samples.pdf }));
    expect(await inspector.inspectAll(many)).toMatchObject(refused('file-too-many'));
  });

  it('X-5 several files are judged together and the first bad one is named', async () => {
    const good = { name: 'a.pdf', bytes: samples.pdf };
    const both = await inspector.inspectAll([good, { name: '录音.amr', bytes: samples.amr }]);
    expect(both.ok && both.value.map((file) => file.mediaType)).toEqual([
      'application/pdf',
      'audio/amr',
    ]);
    const bad = await inspector.inspectAll([good, { name: 'b.doc', bytes: samples.html }]);
    expect(bad).toMatchObject({
      ok: false,
      refusal: { code: 'file-type', params: { name: 'b.doc' } },
    });
  }, 60_000);

  it('X-5 names lose paths, control and direction-changing characters', () => {
    expect(displayName('C:\\Users\\me\\照片.jpg')).toBe('照片.jpg');
    expect(displayName('../../etc/passwd')).toBe('passwd');
    expect(displayName('photo\u202Egpj.exe')).toBe('photogpj.exe');
    expect(displayName('a\u0000\nb.pdf')).toBe('ab.pdf');
    expect(displayName('\u200B')).toBe('—');
    expect([...displayName('𠮷'.repeat(500))]).toHaveLength(100);
  });
});

describe('the processes that read files', () => {
  const pools: InspectionPool[] = [];
  const poolRunning = async (
    program: string,
    options: { timeout?: number; memory?: number } = {},
  ) => {
    const file = path.join(directory, `program-${pools.length}.mjs`);
    await writeFile(
      file,
      `process.on('disconnect', () => process.exit());\n${program}\nprocess.send('ready');`,
    );
    const pool = new InspectionPool({ program: file, processes: 1, ...options });
    pools.push(pool);
    return pool;
  };
  afterEach(() => {
    for (const pool of pools.splice(0)) pool.close();
  });
  const damaged = { ok: false, fault: 'file-damaged' };
  const echo = `process.send({ ok: true, content: { mediaType: 'x', ext: String(process.pid), bytes: new Uint8Array() } })`;

  it('X-5 a file that takes too long is given up, and the next one is served', async () => {
    const pool = await poolRunning(
      `process.on('message', (m) => { if (m.bytes[0] === 1) for (;;); ${echo} });`,
      { timeout: 300 },
    );
    expect(await pool.inspect(Buffer.from([1]))).toEqual(damaged);
    expect(await pool.inspect(Buffer.from([0]))).toMatchObject({ ok: true });
  }, 60_000);

  it('X-5 a file that crashes its process is damaged, and those waiting are served', async () => {
    const pool = await poolRunning(
      `process.on('message', (m) => { if (m.bytes[0] === 1) process.abort(); ${echo} });`,
    );
    const files = [0, 1, 0, 1, 0].map((first) => pool.inspect(Buffer.from([first])));
    const results = await Promise.all(files);
    expect(results.map((result) => result.ok)).toEqual([true, false, true, false, true]);
  }, 60_000);

  it('X-5 a process over its memory ends itself', async () => {
    const pool = new InspectionPool({ processes: 1, memory: 1 });
    pools.push(pool);
    const picture = await sharp({
      create: {
        width: 4000,
        height: 3000,
        channels: 3,
        background: '#123456',
        noise: { type: 'gaussian', mean: 128, sigma: 30 },
      },
    })
      .png()
      .toBuffer();
    const result = await pool.inspect(picture);
    expect(result.ok ? 'accepted' : result.fault).toBe('file-damaged');
  }, 60_000);

  it('X-3 the processes know none of the settings of the server', async () => {
    process.env['HUIYIN_TEST_SECRET'] = 'postgresql://secret';
    const pool = await poolRunning(
      `process.on('message', () => process.send({ ok: true, content: { mediaType: Object.keys(process.env).join(), ext: '', bytes: new Uint8Array() } }));`,
    );
    const result = await pool.inspect(Buffer.from([0]));
    delete process.env['HUIYIN_TEST_SECRET'];
    expect(result.ok && result.content.mediaType).toContain('PATH');
    expect(result.ok && result.content.mediaType).not.toContain('SECRET');
  }, 60_000);

  it('X-5 a process is used again, and replaced when it died idle', async () => {
    const pool = await poolRunning(`process.on('message', () => ${echo});`);
    const pid = async () => {
      const result = await pool.inspect(Buffer.from([0]));
      return result.ok ? Number(result.content.ext) : 0;
    };
    const first = await pid();
    expect(await pid()).toBe(first);
    process.kill(first, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 100));
    const second = await pid();
    expect(second).toBeGreaterThan(0);
    expect(second).not.toBe(first);
  }, 60_000);
});

const inspectWith = async (clamavSocket: string, bytes: Buffer) => {
  const scanning = new UploadInspector({ clamavSocket, processes: 1 });
  try {
    return await scanning.inspect({ name: 'a.pdf', bytes });
  } finally {
    scanning.close();
  }
};

describe('virus scan', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  /** Speaks clamd's INSTREAM: counts what it is sent and answers by content. */
  const scanner = async (answer: (file: Buffer) => string): Promise<string> => {
    const address = path.join(directory, `clamd-${Math.random().toString(36).slice(2)}`);
    const listening = createServer((socket) => {
      let received = Buffer.alloc(0);
      socket.on('error', () => undefined);
      socket.on('data', (piece) => {
        received = Buffer.concat([received, piece]);
        const command = 'zINSTREAM\0';
        if (!received.toString('latin1').startsWith(command)) return;
        const pieces: Buffer[] = [];
        for (let at = command.length; at + 4 <= received.length;) {
          const length = received.readUInt32BE(at);
          if (length === 0) return void socket.end(answer(Buffer.concat(pieces)));
          pieces.push(received.subarray(at + 4, at + 4 + length));
          at += 4 + length;
        }
      });
    });
    server = listening;
    await new Promise<void>((resolve) => listening.listen(address, resolve));
    return address;
  };

  it('X-5 a file that the scanner knows is refused, a clean one of several pieces passes', async () => {
    const clamd = await scanner((file) =>
      file.includes('EICAR') ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0',
    );
    const large = Buffer.concat([samples.pdf, Buffer.alloc(300_000, 32)]);
    expect(await inspectWith(clamd, large)).toMatchObject({ ok: true });
    const infected = Buffer.concat([large, Buffer.from('EICAR')]);
    expect(await inspectWith(clamd, infected)).toMatchObject(refused('file-virus'));
  }, 60_000);

  it('X-5 without an answer that clears the file it is refused', async () => {
    const unavailable = refused('file-scan-unavailable');
    expect(await inspectWith(path.join(directory, 'nobody'), samples.pdf)).toMatchObject(
      unavailable,
    );
    for (const reply of ['INSTREAM size limit exceeded. ERROR\0', '', 'stream: OK FOUND maybe\0']) {
      const clamd = await scanner(() => reply);
      expect(await inspectWith(clamd, samples.pdf)).toMatchObject(unavailable);
    }
  });
});
