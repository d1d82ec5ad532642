import { readFile, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { ok, type Result } from '../../kernel/result.ts';
import { refuseStart, type StartProblem } from '../config/problems.ts';
import { isAlive, startOf } from './server-process.ts';

/** Who works on a data directory. A pid alone is not enough: pids come round again. */
const holderShape = z.object({ pid: z.number().int(), start: z.string(), host: z.string() });
export type Holder = z.output<typeof holderShape>;

/** A data directory held by this process until `release`. */
export type ServerLock = { readonly release: () => Promise<void> };

const beatMs = 5_000;
const silentMs = 30_000;

const lockFile = (dataDir: string): string => path.join(dataDir, 'server.lock');

/**
 * Takes the data directory for this process. The lock of a killed process is taken over: its
 * pid is gone or belongs to a process that began at another time. Two processes that take over in
 * the same instant are parted by the advisory lock in the database.
 * @returns the lock, or the sentence that names the process in the way
 */
export const lockDataDir = async (dataDir: string): Promise<Result<ServerLock, StartProblem>> => {
  const own: Holder = { pid: process.pid, start: await startOf(process.pid), host: hostname() };
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const taken = await writeFile(lockFile(dataDir), JSON.stringify(own), { flag: 'wx' }).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') return false;
        throw error;
      },
    );
    if (taken) return ok(hold(dataDir, own));
    const holder = await findHolder(dataDir);
    if (holder) return refuseStart('data-dir-in-use', { value: dataDir, pid: holder.pid });
    await unlink(lockFile(dataDir)).catch(() => undefined);
  }
  return refuseStart('data-dir-in-use', { value: dataDir, pid: '?' });
};

/** The living process that holds a data directory, if any. */
export const findHolder = async (dataDir: string): Promise<Holder | undefined> => {
  const holder = await readHolder(dataDir);
  if (!holder) return undefined;
  if (holder.host !== hostname()) {
    // Another container with the same volume: its pids mean nothing here, its heartbeat does.
    const { mtimeMs } = await stat(lockFile(dataDir));
    return Date.now() - mtimeMs < silentMs ? holder : undefined;
  }
  if (holder.pid === process.pid)
    return (await startOf(process.pid)) === holder.start ? holder : undefined;
  return isAlive(holder.pid) && (await startOf(holder.pid)) === holder.start ? holder : undefined;
};

const readHolder = async (dataDir: string): Promise<Holder | undefined> => {
  try {
    return holderShape.parse(JSON.parse(await readFile(lockFile(dataDir), 'utf8')));
  } catch {
    return undefined;
  }
};

const hold = (dataDir: string, own: Holder): ServerLock => {
  const beat = setInterval(() => {
    const now = new Date();
    utimes(lockFile(dataDir), now, now).catch(() => undefined);
  }, beatMs);
  beat.unref();
  return {
    release: async () => {
      clearInterval(beat);
      const holder = await readHolder(dataDir);
      if (holder?.pid === own.pid && holder.start === own.start)
        await unlink(lockFile(dataDir)).catch(() => undefined);
    },
  };
};
