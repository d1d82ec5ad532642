import type { Tx } from '../../../platform/database/index.ts';
import type { CaseKey } from '../../../platform/vault/index.ts';
import { openStreams } from '../../petitions/index.ts';
import type { Commitment } from '../commitment.ts';
import type { CommitmentDeps } from '../commands/deps.ts';
import { foldCommitment } from '../evolve.ts';
import { upcast } from '../upcast.ts';
import type { RecordedCommitmentEvent } from '../events.ts';

/** A promise as the record has it, with its opened words. */
export interface OpenedCommitment {
  readonly commitment: Commitment;
  readonly events: readonly RecordedCommitmentEvent[];
  readonly key: CaseKey;
  readonly text: (item: { readonly id: string } | null) => string;
  readonly nameOf: (item: { readonly id: string }) => string;
}

/**
 * Reads promises whose rows were passed, in one packet; only their own streams are open afterwards.
 * @returns those that have a record, in the order asked for
 */
export async function openRecords(
  tx: Tx,
  deps: Pick<CommitmentDeps, 'vault'>,
  ids: readonly string[],
): Promise<readonly OpenedCommitment[]> {
  const streams = await openStreams(tx, deps, ids);
  return ids.flatMap((id) => {
    const stream = streams.get(id);
    if (stream === undefined) return [];
    const { key, field } = stream;
    const events = stream.events.map(upcast);
    const commitment = foldCommitment(id, events);
    return commitment === null
      ? []
      : [
          {
            commitment,
            events,
            key,
            text: (item) => field(item, 'text'),
            nameOf: (item) => field(item, 'name'),
          },
        ];
  });
}

/** One of them; null where there is no record. */
export const openRecord = async (
  tx: Tx,
  deps: Pick<CommitmentDeps, 'vault'>,
  id: string,
): Promise<OpenedCommitment | null> => (await openRecords(tx, deps, [id]))[0] ?? null;
