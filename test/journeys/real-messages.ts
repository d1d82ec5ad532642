import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What somebody wrote: its title and its words. */
export interface Message {
  readonly title: string;
  readonly text: string;
}

const madeUp = path.resolve(import.meta.dirname, '../data/petitions.jsonl');
const realData = process.env['HUIYIN_REAL_DATA'];

/**
 * Messages that people really wrote, where `HUIYIN_REAL_DATA` names a folder of them, else made-up
 * ones; those that the portal's form takes as they are.
 * @param from how many of them are passed over, so that journeys do not tell the same one
 */
export const messageAt = (from: number): Message => {
  const file = realData === undefined ? madeUp : path.join(realData, 'replied.jsonl');
  const messages = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Partial<Message>)
    .filter(
      (row): row is Message =>
        (row.title?.trim().length ?? 0) > 5 &&
        (row.title?.length ?? 0) <= 60 &&
        (row.text?.trim().length ?? 0) > 20 &&
        (row.text?.length ?? 0) <= 3_000,
    );
  const message = messages[from % messages.length];
  if (message === undefined) throw new Error('no message to tell');
  return { title: message.title.trim(), text: message.text.trim() };
};
