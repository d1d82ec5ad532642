import { createHash, randomUUID } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { z } from 'zod';

/** Codes and ids only: a name, an address or a sentence does not fit through this. */
const code = z
  .string()
  .regex(/^[A-Za-z0-9:_.-]{1,120}$/)
  .refine((text) => !/^(1[3-9]\d{9}|\d{17}[\dXx])$/.test(text), 'looks like a personal number');

const eventShape = z.strictObject({
  /** What was done, such as `sign-in` or `export`. */
  action: code,
  /** Who, as in the event record: `staff:…`, `petitioner:…`, `system:…`. */
  actor: code,
  outcome: z.enum(['done', 'refused']),
  /** Refusal code. */
  reason: code.optional(),
  unit: code.optional(),
  /** Id of what it was done to. */
  subject: code.optional(),
  /** Keyed hash of the network address, never the address. */
  source: code.optional(),
  request: code.optional(),
});

/** One entry of the security log. */
export type SecurityEvent = z.output<typeof eventShape>;

export type SecurityLog = {
  /**
   * Appends an entry and makes it durable.
   * @throws when a field could hold personal data: that is a bug of the caller
   */
  readonly record: (event: SecurityEvent) => Promise<void>;
  readonly close: () => Promise<void>;
};

const digest = (line: string): string => createHash('sha256').update(line).digest('hex');
const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

/**
 * Opens the security log: JSON lines in a file that is only ever appended to, for any shipper to
 * follow. Each line carries the hash of the line before it of the same run, and the first line of a
 * run that of the file's last line, so that a change or a gap shows.
 * @param file created with mode 0600
 * @param now the time of an entry
 */
export const openSecurityLog = async (
  file: string,
  now: () => Date = () => new Date(),
): Promise<SecurityLog> => {
  const handle = await open(file, 'a', 0o600);
  const run = randomUUID();
  const last = linesOf(await readFile(file, 'utf8')).at(-1);
  let previous = last === undefined ? '' : digest(last);
  let queue = Promise.resolve();
  const append = async (event: SecurityEvent): Promise<void> => {
    const line = JSON.stringify({ at: now().toISOString(), ...event, run, previous });
    await handle.appendFile(`${line}\n`);
    await handle.datasync();
    previous = digest(line);
  };
  return {
    record: (event) => {
      const checked = eventShape.parse(event);
      const written = queue.then(() => append(checked));
      queue = written.catch(() => undefined);
      return written;
    },
    close: async () => {
      await queue;
      await handle.close();
    },
  };
};

const linkShape = z.object({ run: z.string(), previous: z.string() });

/**
 * Checks the chain of a security log.
 * @returns the number of the first line that does not follow from those before it (from 1), or
 *   undefined when all do
 */
export const findBreak = (text: string): number | undefined => {
  const heads = new Map<string, string>();
  const seen = new Set<string>();
  for (const [index, line] of linesOf(text).entries()) {
    const link = readLink(line);
    const head = link && heads.get(link.run);
    const follows =
      link !== undefined &&
      (head === undefined
        ? (index === 0 && link.previous === '') || seen.has(link.previous)
        : link.previous === head);
    if (!follows) return index + 1;
    heads.set(link.run, digest(line));
    seen.add(digest(line));
  }
  return undefined;
};

const readLink = (line: string): z.output<typeof linkShape> | undefined => {
  try {
    return linkShape.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
};
