import { open, readFile, realpath, rm } from 'node:fs/promises';
import path from 'node:path';
import { ok, type Result } from '../../kernel/result.ts';
import { refuseStart, type StartProblem } from '../config/problems.ts';
import { withClient } from './cluster-database.ts';
import { isAlive, programOf, waitUntilServing } from './server-process.ts';

/** What PostgreSQL writes about itself into its data directory. */
export type PostmasterBook = {
  readonly pid: number;
  readonly directory: string;
  readonly port: number;
  readonly text: string;
};

const bookFile = (directory: string): string => path.join(directory, 'postmaster.pid');

export const readPostmasterBook = async (
  directory: string,
): Promise<PostmasterBook | undefined> => {
  const text = await readFile(bookFile(directory), 'utf8').catch(() => '');
  const [pid, claimed = '', , port] = text.split('\n');
  return Number(pid) > 0
    ? { pid: Number(pid), directory: claimed, port: Number(port), text }
    : undefined;
};

/** The identifier that initdb gave this cluster: the first eight bytes of its control file. */
export const readSystemIdentifier = async (directory: string): Promise<string> => {
  const file = await open(path.join(directory, 'global', 'pg_control'), 'r');
  try {
    const bytes = new BigUint64Array(1);
    await file.read(new Uint8Array(bytes.buffer), 0, 8, 0);
    return String(bytes[0]);
  } finally {
    await file.close();
  }
};

/**
 * Looks for a PostgreSQL that outlived its program. It is adopted only when process,
 * directory and system identifier are those of this cluster.
 * @param directory PGDATA
 * @param urlOn the administrator's address on a port
 * @returns the process, undefined when none runs, or refused when a stranger stands there
 */
export const findOrphan = async (
  directory: string,
  urlOn: (port: number) => string,
): Promise<Result<PostmasterBook | undefined, StartProblem>> => {
  const book = await readPostmasterBook(directory);
  if (!book || !isAlive(book.pid)) return ok(undefined);
  const running = await programOf(book.pid);
  if (running !== '' && path.basename(running) !== 'postgres') {
    // The pid came round to another program, so the database died without tidying up. PostgreSQL
    // would take that program for itself and refuse.
    await rm(bookFile(directory), { force: true });
    return ok(undefined);
  }
  const stranger = refuseStart('foreign-postgres', { pid: book.pid, value: directory });
  if ((await realpath(book.directory).catch(() => '')) !== (await realpath(directory)))
    return stranger;
  try {
    const serves = await waitUntilServing(urlOn(book.port), () => !isAlive(book.pid));
    if (!serves) return isAlive(book.pid) ? stranger : ok(undefined);
    return (await isOurs(directory, book, urlOn(book.port))) ? ok(book) : stranger;
  } catch {
    return stranger;
  }
};

/** Asks the server itself: the book that it reads in its own directory must be the one we read. */
const isOurs = (directory: string, book: PostmasterBook, url: string): Promise<boolean> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ system: string; pid: string }>(
      `SELECT system_identifier::text AS system,
              split_part(pg_read_file('postmaster.pid'), E'\\n', 1) AS pid
         FROM pg_control_system()`,
    );
    return (
      rows[0]?.system === (await readSystemIdentifier(directory)) &&
      Number(rows[0].pid) === book.pid
    );
  });
