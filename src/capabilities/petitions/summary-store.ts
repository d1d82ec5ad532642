import { run, type Tx } from '../../platform/database/index.ts';
import type { WrappedCaseKey } from '../../platform/vault/index.ts';

/** The sealed title of a petition, with the case key. */
interface SealedSummary extends WrappedCaseKey {
  readonly streamId: string;
  readonly ciphertext: Buffer;
}

/**
 * The sealed titles of petitions that stand in the reader's lists, with the case keys; those of
 * others are missing. 50 petitions: 0.5 ms, a fifth of what the policies of the sealed tables took.
 */
export const findSummaries = (
  tx: Tx,
  streamIds: readonly string[],
): Promise<readonly SealedSummary[]> =>
  run<SealedSummary>(tx, {
    name: 'petition.summaries',
    text: `SELECT stream_id AS "streamId", wrapped, key_version AS "keyVersion", ciphertext
      FROM list_summaries($1::uuid[])`,
    values: [streamIds],
  });
