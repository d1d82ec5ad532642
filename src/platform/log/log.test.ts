import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseError } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLog } from './log.ts';
import { findBreak, openSecurityLog, type SecurityEvent } from './security-log.ts';

const written = (write: (log: ReturnType<typeof createLog>) => void): string => {
  const lines: string[] = [];
  write(createLog({ level: 'debug', destination: { write: (line) => lines.push(line) } }));
  return lines.join('');
};

describe('L-3 the log holds no personal data', () => {
  test('fields of people and secrets are removed at any usual depth', () => {
    const line = written((log) =>
      log.info(
        {
          telephone: '13800138000',
          req: { headers: { cookie: 'sid=1', 'x-lookup-code': 'ABCD' } },
          petition: { petitioner: { name: '王小明' } },
        },
        'seen',
      ),
    );
    for (const text of ['13800138000', 'sid=1', 'ABCD', '王小明']) expect(line).not.toContain(text);
    expect(line).toContain('[removed]');
  });

  test('an error of the database loses the value that it repeats', () => {
    const error = new DatabaseError('invalid input syntax for type integer: "王小明"', 1, 'error');
    error.code = '22P02';
    error.detail = 'Key (name)=(王小明) already exists.';
    const line = written((log) => log.error({ err: error }, 'failed'));
    expect(line).not.toContain('王小明');
    expect(line).toContain('22P02');
  });

  test('a copy of an error, as the queue of jobs tells it, keeps code and calls and loses the value', () => {
    const error = new DatabaseError('duplicate key value: "王小明"', 1, 'error');
    const copy = { code: '23505', message: error.message, stack: error.stack };
    const line = written((log) => log.error({ err: copy }, 'jobs'));
    expect(line).not.toContain('王小明');
    expect(line).toContain('23505');
    expect(line).toContain('log.test.ts');
  });

  test('another error keeps its message and where it came from', () => {
    const line = written((log) => log.error({ err: new Error('broken pipe') }, 'failed'));
    expect(line).toContain('broken pipe');
    expect(line).toContain('log.test.ts');
  });
});

describe('X-4 the security log', () => {
  let home: string;
  let file: string;
  const event: SecurityEvent = { action: 'sign-in', actor: 'staff:7', outcome: 'done' };

  beforeEach(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'huiyin-log-'));
    file = path.join(home, 'security.log');
  });
  afterEach(() => rm(home, { recursive: true, force: true }));

  test.each([
    ['a name', { ...event, actor: '王小明' }],
    ['a mobile number', { ...event, subject: '13800138000' }],
    ['an identity number', { ...event, subject: '11010519491231002X' }],
    ['a sentence', { ...event, reason: 'he shouted' }],
    ['a field of its own', { ...event, note: 'x' } as SecurityEvent],
  ])('takes no personal data: %s', async (_, wrong) => {
    const log = await openSecurityLog(file);
    expect(() => log.record(wrong)).toThrow(/invalid|unrecognized|personal/i);
    await log.close();
    expect(await readFile(file, 'utf8')).toBe('');
  });

  test('only grows, keeps the order of calls, and is readable by its owner alone', async () => {
    const first = await openSecurityLog(file);
    await Promise.all([1, 2, 3].map((n) => first.record({ ...event, subject: `s-${n}` })));
    await first.close();
    const before = await readFile(file, 'utf8');
    const second = await openSecurityLog(file);
    await second.record(event);
    await second.close();
    const after = await readFile(file, 'utf8');
    expect(after.startsWith(before)).toBe(true);
    expect(before.match(/s-\d/g)).toEqual(['s-1', 's-2', 's-3']);
    expect((await stat(file)).mode & 0o077).toBe(0);
    expect(findBreak(after)).toBeUndefined();
  });

  test('two programs may append at once', async () => {
    const [one, two] = [await openSecurityLog(file), await openSecurityLog(file)];
    await one.record(event);
    await two.record(event).catch(() => undefined);
    await one.record(event);
    await Promise.all([one.close(), two.close()]);
    const lines = (await readFile(file, 'utf8')).trim().split('\n');
    expect(lines.length).toBe(3);
  });

  test('a changed, removed or inserted line shows', async () => {
    const log = await openSecurityLog(file);
    for (const n of [1, 2, 3, 4]) await log.record({ ...event, subject: `s-${n}` });
    await log.close();
    const text = await readFile(file, 'utf8');
    const lines = text.trim().split('\n');
    expect(findBreak(text)).toBeUndefined();
    expect(findBreak(text.replace('s-2', 's-9'))).toBe(3);
    expect(findBreak(lines.toSpliced(1, 1).join('\n'))).toBe(2);
    expect(findBreak(lines.toSpliced(2, 0, lines[0] ?? '').join('\n'))).toBe(3);
    expect(findBreak(`{}\n${text}`)).toBe(1);
  });
});
