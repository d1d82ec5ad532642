import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { clientConfig } from './connection.ts';

/** Whether a process works; a zombie that nobody collected has ended. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3) !== 'Z';
  } catch {
    return true;
  }
};

/** When a process began, in the system's own words: with the pid it names a process for ever. */
export const startOf = async (pid: number): Promise<string> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // After the name in brackets, which may hold blanks, the twentieth field is the start.
  if (stat !== '') return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  return askPs(pid, 'lstart=');
};

/** The name of the program that a process runs; empty when it cannot be found out. */
export const programOf = async (pid: number): Promise<string> => {
  const comm = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
  return comm.trim() || (await askPs(pid, 'comm='));
};

const askPs = async (pid: number, field: string): Promise<string> => {
  const asked = await promisify(execFile)('ps', ['-o', field, '-p', String(pid)]).catch(
    () => undefined,
  );
  return asked?.stdout.trim() ?? '';
};

/** `cannot_connect_now`: the server starts, recovers or stops. */
const notYet = '57P03';

/**
 * Waits until a server takes connections; recovery after a crash may take a while.
 * @param url a login on it
 * @param hasEnded asked between attempts; true gives up
 * @returns true when it serves, false when its process ended
 */
export const waitUntilServing = async (
  url: string,
  hasEnded: () => boolean,
  limitMs = 10 * 60_000,
): Promise<boolean> => {
  const deadline = Date.now() + limitMs;
  for (let pause = 10; Date.now() < deadline; pause = Math.min(pause * 1.5, 500)) {
    if (hasEnded()) return false;
    const client = new Client({ ...clientConfig(url), connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('SELECT 1');
      return true;
    } catch (error) {
      if (!comesLater(error)) throw error;
    } finally {
      await client.end().catch(() => undefined);
    }
    await wait(pause);
  }
  return false;
};

const comesLater = (error: unknown): boolean => {
  const { code, message } = error as { code?: string; message?: string };
  return (
    code === 'ECONNREFUSED' ||
    code === 'ECONNRESET' ||
    code === notYet ||
    /timeout|terminated/i.test(message ?? '')
  );
};

/**
 * Stops a PostgreSQL server.
 * @param mode fast ends sessions and writes a checkpoint; immediate leaves recovery to the next start
 */
export const stopServer = async (pid: number, mode: 'fast' | 'immediate'): Promise<void> => {
  if (!isAlive(pid)) return;
  try {
    process.kill(pid, mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
  } catch {
    return;
  }
  while (isAlive(pid)) await wait(10);
};
