import { setStreams, type Tx } from '../../../platform/database/index.ts';
import { openStreams, type OpenedStream } from '../../petitions/index.ts';
import type { Dispute } from '../case.ts';
import type { DisputeDeps } from '../commands/deps.ts';
import type { RecordedDisputeEvent } from '../events.ts';
import { foldDispute } from '../evolve.ts';
import { upcast } from '../upcast.ts';

/** A dispute as the record has it, with its opened words. */
export interface OpenedDispute {
  readonly dispute: Dispute;
  readonly events: readonly RecordedDisputeEvent[];
  readonly text: (item: { readonly id: string } | null) => string;
}

const opened = (id: string, { events, field }: OpenedStream): OpenedDispute | null => {
  const recorded = events.map(upcast);
  const dispute = foldDispute(id, recorded);
  return dispute === null
    ? null
    : { dispute, events: recorded, text: (item) => field(item, 'text') };
};

/**
 * Reads disputes whose rows were passed, in one packet; only their own streams are open afterwards.
 * @returns those that have a record, in the order asked for
 */
export async function openDisputes(
  tx: Tx,
  deps: Pick<DisputeDeps, 'vault'>,
  ids: readonly string[],
): Promise<readonly OpenedDispute[]> {
  const streams = await openStreams(tx, deps, ids);
  const found = ids.flatMap((id) => {
    const stream = streams.get(id);
    const dispute = stream === undefined ? null : opened(id, stream);
    return dispute === null ? [] : [dispute];
  });
  await setStreams(tx, ids);
  return found;
}

/** One of them; null where there is no record. */
export const openRecord = async (
  tx: Tx,
  deps: Pick<DisputeDeps, 'vault'>,
  id: string,
): Promise<OpenedDispute | null> => (await openDisputes(tx, deps, [id]))[0] ?? null;
