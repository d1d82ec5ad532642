import { DatabaseError } from 'pg';
import { pino, stdSerializers, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

/**
 * Fields that hold secrets or people, wherever they might slip into a line (L-3). The rule is that
 * nobody logs them; this is the net below.
 */
const secret = [
  'password',
  'passphrase',
  'totp',
  'token',
  'secret',
  'cookie',
  'authorization',
  'lookupCode',
  'name',
  'names',
  'identityNumber',
  'telephone',
  'email',
  'address',
  'text',
  'demand',
  'facts',
  'body',
  'params',
  'values',
];

const paths = secret.flatMap((field) => [field, `*.${field}`, `*.*.${field}`, `*.*.*.${field}`]);

/**
 * Opens the program's log: one JSON line for each entry, on standard output unless told.
 * @param options.level the least level written
 * @param options.destination where lines go; tests give their own
 */
export const createLog = (options: { level: string; destination?: DestinationStream }): Log => {
  const settings = {
    level: options.level,
    base: { pid: process.pid },
    timestamp: stdTimeFunctions.isoTime,
    redact: {
      paths: [...paths, '*["x-lookup-code"]', '*.*["x-lookup-code"]'],
      censor: '[removed]',
    },
    serializers: { err: describeError },
  };
  return options.destination ? pino(settings, options.destination) : pino(settings);
};

/**
 * An error for the log. PostgreSQL repeats the offending value in its message and detail, so of its
 * errors only the codes and names stay.
 */
const describeError = (error: unknown): Record<string, unknown> => {
  if (error instanceof DatabaseError) {
    const { code, table, constraint, column, routine, severity } = error;
    const calls = callsOf(error.stack);
    return { type: 'DatabaseError', code, table, constraint, column, routine, severity, calls };
  }
  if (error instanceof Error) {
    const { type, message, stack } = stdSerializers.err(error);
    const { code } = error as NodeJS.ErrnoException;
    return { type, code, message, stack };
  }
  return isCopy(error)
    ? { type: 'copy', code: error.code, calls: callsOf(error.stack) }
    : { type: typeof error };
};

/**
 * The queue of jobs tells of failures by copies, which are of no class: whether the message repeats
 * a value of the database cannot be seen, so code and calls are all that stays.
 */
const isCopy = (error: unknown): error is { readonly stack: string; readonly code?: unknown } =>
  typeof error === 'object' &&
  error !== null &&
  'stack' in error &&
  typeof error.stack === 'string';

const callsOf = (stack: string | undefined): string[] =>
  (stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
