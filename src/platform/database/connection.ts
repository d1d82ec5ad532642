import { types as pgTypes, type ClientConfig } from 'pg';
import { isLoopback } from '../config/hosts.ts';

/** Whether a database address stays on this machine (loopback or a socket directory). */
export const isLocalDatabase = (url: string): boolean => {
  const { hostname, searchParams } = new URL(url);
  const host = searchParams.get('host') ?? decodeURIComponent(hostname);
  return host === '' || host.startsWith('/') || isLoopback(host);
};

const toSafeNumber = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('a bigint beyond the safe integers');
  return value;
};

const readMoment = pgTypes.getTypeParser(pgTypes.builtins.TIMESTAMPTZ, 'text') as (
  text: string,
) => unknown;

/**
 * A moment as the session writes it (`2026-03-02 17:31:13.5+08`): the language reads its own form of
 * it in a third of the driver's time. What is written otherwise (before 1901, infinity) is left to
 * the driver.
 */
const toMoment = (text: string): unknown => {
  if (!text.endsWith('+08') || text[4] !== '-') return readMoment(text);
  return new Date(`${text.slice(0, 10)}T${text.slice(11)}:00`);
};

/**
 * bigint comes back as a number (counts and sequence numbers stay far below 2^53), date as the
 * text YYYY-MM-DD (a Date would shift it by the time zone).
 */
const types: NonNullable<ClientConfig['types']> = {
  getTypeParser: (oid: Parameters<typeof pgTypes.getTypeParser>[0], format?: 'text' | 'binary') => {
    if (oid === pgTypes.builtins.INT8) return toSafeNumber;
    if (oid === pgTypes.builtins.TIMESTAMPTZ && format !== 'binary') return toMoment;
    if (oid === pgTypes.builtins.DATE) return (text: string) => text;
    return format === 'binary'
      ? pgTypes.getTypeParser(oid, 'binary')
      : pgTypes.getTypeParser(oid, 'text');
  },
};

/**
 * Settings for one connection to the database.
 * @param url an address `postgresql://login:password@host:port/database`; TLS is verified whenever
 *   it leaves this machine
 */
export const clientConfig = (url: string): ClientConfig => ({
  connectionString: url,
  ...(isLocalDatabase(url) ? {} : { ssl: { rejectUnauthorized: true } }),
  application_name: 'huiyin',
  options: '-c TimeZone=Asia/Shanghai -c client_min_messages=warning',
  keepAlive: true,
  types,
});
