import { z } from 'zod';
import { run, type Tx } from '../../platform/database/index.ts';
import type { PetitionEvent } from './events.ts';

/** Addresses of the files that an event names. */
export function filesOf(event: PetitionEvent): readonly string[] {
  if (event.type === 'PaperServed') {
    return (event.data.photographs ?? []).map(({ address }) => address);
  }
  return event.type === 'PetitionRegistered' || event.type === 'MaterialAdded'
    ? event.data.attachments.map(({ address }) => address)
    : [];
}

const named = z.array(z.object({ address: z.string() })).catch([]);

/** Addresses of the files that an event of a record beside a petition names. */
export const filesNamed = ({ data }: { readonly data: object }): readonly string[] => {
  const { attachments, photographs } = data as Readonly<Record<string, unknown>>;
  return [...named.parse(attachments), ...named.parse(photographs)].map(({ address }) => address);
};

/** Which of these files are kept for a stream, in order. */
export async function findKeptFor(
  tx: Tx,
  streamId: string,
  addresses: readonly string[],
): Promise<readonly string[]> {
  if (addresses.length === 0) return [];
  const rows = await run<{ address: string }>(tx, {
    name: 'petition.kept-files-of-stream',
    text: 'SELECT address FROM stored_file WHERE address = ANY ($2::text[]) AND stream_id = $1',
    values: [streamId, addresses],
  });
  return rows.map((row) => row.address).toSorted();
}

/** Keeps files from being swept; in the transaction that names them. */
export async function keepFiles(
  tx: Tx,
  streamId: string,
  addresses: readonly string[],
): Promise<void> {
  if (addresses.length === 0) return;
  await run(tx, {
    name: 'petition.keep-files',
    text: `INSERT INTO stored_file (address, stream_id)
           SELECT DISTINCT unnest($2::text[]), $1::uuid ON CONFLICT DO NOTHING`,
    values: [streamId, addresses],
  });
}

/** Which of these files are named, or wait for the form they belong to. */
export async function findKept(tx: Tx, addresses: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await run<{ address: string }>(tx, {
    name: 'petition.find-kept-files',
    text: `SELECT address FROM stored_file WHERE address = ANY ($1::text[])
           UNION SELECT address FROM staged_upload WHERE address = ANY ($1::text[])`,
    values: [addresses],
  });
  return new Set(rows.map((row) => row.address));
}

/**
 * Forgets files that waited too long for their form; at most 1,000 at a time.
 * @returns how many
 */
export async function dropOldStaged(tx: Tx, before: Date): Promise<number> {
  const rows = await run(tx, {
    name: 'petition.drop-old-staged',
    text: `DELETE FROM staged_upload WHERE upload_id IN
             (SELECT upload_id FROM staged_upload WHERE keep_until < $1 LIMIT 1000)
           RETURNING upload_id`,
    values: [before],
  });
  return rows.length;
}
