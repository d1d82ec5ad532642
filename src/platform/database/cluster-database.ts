import { Client, type ClientBase, escapeIdentifier, escapeLiteral } from 'pg';
import { clientConfig } from './connection.ts';

/**
 * Address of a database on a server of this machine.
 * @param at.socketDirectory connects over the socket there instead of the loopback port
 */
export const localUrl = (at: {
  port: number;
  login: string;
  password: string;
  database: string;
  socketDirectory?: string | undefined;
}): string =>
  `postgresql://${encodeURIComponent(at.login)}:${encodeURIComponent(at.password)}` +
  `@127.0.0.1:${at.port}/${encodeURIComponent(at.database)}` +
  (at.socketDirectory === undefined ? '' : `?host=${encodeURIComponent(at.socketDirectory)}`);

/** The same address with another database. */
export const onDatabase = (url: string, database: string): string => {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(database)}`;
  return other.href;
};

/** Runs something on one connection of its own, outside the pool. */
export const withClient = async <T>(
  url: string,
  fn: (client: Client) => Promise<T>,
): Promise<T> => {
  const client = new Client(clientConfig(url));
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await fn(client);
  } finally {
    await client.end();
  }
};

/** Makes a database unless it is there. */
export const ensureDatabase = async (client: ClientBase, name: string): Promise<void> => {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${escapeIdentifier(name)}`);
};

/** Sets the password of the app login, which SQL files must not hold. */
export const setAppPassword = async (client: ClientBase, password: string): Promise<void> => {
  await client.query(`ALTER ROLE huiyin_app PASSWORD ${escapeLiteral(password)}`);
};
