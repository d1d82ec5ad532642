import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { withClient } from '../../src/platform/database/cluster-database.ts';
import { readPostmasterBook } from '../../src/platform/database/postmaster.ts';
import { isAlive, stopServer } from '../../src/platform/database/server-process.ts';

const answer = z.object({
  state: z.enum(['open', 'refused']),
  isNew: z.boolean().optional(),
  ownerUrl: z.string().default(''),
  code: z.string().optional(),
});
type Holding = z.output<typeof answer> & { readonly child: ChildProcess };

let home: string;
const children: ChildProcess[] = [];

const dirOf = (name: string): string => path.join(home, name);
const pidOf = async (name: string): Promise<number> =>
  (await readPostmasterBook(path.join(dirOf(name), 'postgres')))?.pid ?? 0;

/** Starts a program that opens the database in a directory and waits for its first word. */
const hold = async (name: string): Promise<Holding> => {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(import.meta.dirname, 'fixtures/hold-database.ts')],
    {
      env: { PATH: process.env['PATH'], DATA_DIR: dirOf(name), DATABASE_MEMORY: '64MB' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  children.push(child);
  const lines = createInterface({ input: child.stdout });
  const [line] = await Promise.race([
    lines[Symbol.asyncIterator]()
      .next()
      .then(({ value }) => [String(value)]),
    ended(child).then(() => ['{}']),
  ]);
  return { ...answer.parse(JSON.parse(line ?? '{}')), child };
};

const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()));

const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  child.kill(signal);
  await ended(child);
};

const write = (url: string): Promise<unknown> =>
  withClient(url, (client) =>
    client.query('CREATE TABLE IF NOT EXISTS kept (n int); INSERT INTO kept VALUES (1)'),
  );
const count = (url: string): Promise<number> =>
  withClient(url, async (client) => (await client.query('SELECT FROM kept')).rowCount ?? 0);

beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'huiyin-system-'));
  await chmod(home, 0o755);
});

afterEach(async () => {
  for (const child of children.splice(0)) await end(child, 'SIGKILL');
  for (const name of ['a', 'b']) {
    const pid = await pidOf(name);
    if (pid && isAlive(pid)) await stopServer(pid, 'immediate');
  }
  await rm(home, { recursive: true, force: true });
});

describe('X-6 one server for one data directory', () => {
  test('a second server is refused, and after a clean stop the next one starts', async () => {
    const first = await hold('a');
    expect(first).toMatchObject({ state: 'open', isNew: true });
    const pid = await pidOf('a');
    expect(await hold('a')).toMatchObject({ state: 'refused', code: 'data-dir-in-use' });
    expect(isAlive(pid)).toBe(true);
    await end(first.child, 'SIGTERM');
    expect(isAlive(pid)).toBe(false);
    expect(await hold('a')).toMatchObject({ state: 'open' });
  });

  test('a second server is refused even when the lock file was removed', async () => {
    await hold('a');
    await rm(path.join(dirOf('a'), 'server.lock'));
    expect(await hold('a')).toMatchObject({ state: 'refused', code: 'data-dir-in-use' });
  });

  test('secrets are readable by their owner alone', async () => {
    await hold('a');
    const { stat } = await import('node:fs/promises');
    const { mode } = await stat(path.join(dirOf('a'), 'database.json'));
    expect(mode & 0o077).toBe(0);
  });
});

describe('X-6 recovery after kill -9', () => {
  test('a PostgreSQL that outlived its program is adopted', async () => {
    const first = await hold('a');
    await write(first.ownerUrl);
    const pid = await pidOf('a');
    await end(first.child, 'SIGKILL');
    expect(isAlive(pid)).toBe(true);
    const second = await hold('a');
    expect(second.state).toBe('open');
    expect(await pidOf('a')).toBe(pid);
    expect(await count(second.ownerUrl)).toBe(1);
    await end(second.child, 'SIGTERM');
    expect(isAlive(pid)).toBe(false);
  });

  test('killed together with the database, the next start recovers what was committed', async () => {
    const first = await hold('a');
    await write(first.ownerUrl);
    process.kill(await pidOf('a'), 'SIGKILL');
    await end(first.child, 'SIGKILL');
    const second = await hold('a');
    expect(second.state).toBe('open');
    expect(await count(second.ownerUrl)).toBe(1);
  });

  test('a database killed alone comes back on its address while the server lives', async () => {
    const first = await hold('a');
    await write(first.ownerUrl);
    process.kill(await pidOf('a'), 'SIGKILL');
    await expect.poll(() => count(first.ownerUrl).catch(() => 0), { timeout: 20_000 }).toBe(1);
    expect(await hold('a')).toMatchObject({ state: 'refused', code: 'data-dir-in-use' });
  });

  test('a pid that came round to another program does not stop the start', async () => {
    const first = await hold('a');
    await end(first.child, 'SIGTERM');
    const book = path.join(dirOf('a'), 'postgres', 'postmaster.pid');
    const lines = [
      process.pid,
      path.join(dirOf('a'), 'postgres'),
      1,
      5432,
      '',
      '127.0.0.1',
      '',
      '',
    ];
    await writeFile(book, lines.join('\n'));
    const { pid, ppid } = process;
    const lock = JSON.stringify({
      pid: ppid,
      start: 'another',
      host: (await import('node:os')).hostname(),
    });
    await writeFile(path.join(dirOf('a'), 'server.lock'), lock);
    expect(await hold('a')).toMatchObject({ state: 'open' });
    expect(isAlive(pid)).toBe(true);
  });
});

describe('X-6 a stranger is not adopted', () => {
  test('a copied directory whose book names the original', async () => {
    const first = await hold('a');
    await end(first.child, 'SIGKILL');
    const pid = await pidOf('a');
    await cp(dirOf('a'), dirOf('b'), {
      recursive: true,
      filter: (from) => path.basename(from) !== 'run',
    });
    expect(await hold('b')).toMatchObject({ state: 'refused', code: 'foreign-postgres' });
    expect(isAlive(pid)).toBe(true);
  });

  test('a book that names the running server of another cluster', async () => {
    const first = await hold('a');
    await end((await hold('b')).child, 'SIGTERM');
    const book = await readFile(path.join(dirOf('a'), 'postgres', 'postmaster.pid'), 'utf8');
    const forged = book.replace(dirOf('a'), dirOf('b'));
    await writeFile(path.join(dirOf('b'), 'postgres', 'postmaster.pid'), forged);
    const credentials = await readFile(path.join(dirOf('a'), 'database.json'), 'utf8');
    await writeFile(path.join(dirOf('b'), 'database.json'), credentials);
    expect(await hold('b')).toMatchObject({ state: 'refused', code: 'foreign-postgres' });
    expect(first.child.exitCode).toBeNull();
    await rm(path.join(dirOf('b'), 'postgres', 'postmaster.pid'));
  });
});
