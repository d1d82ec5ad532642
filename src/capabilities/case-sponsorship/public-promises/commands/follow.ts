import type { Refusal } from '../../../../kernel/refusals.ts';
import type { Result } from '../../../../kernel/result.ts';
import { scopeOf } from '../../../../platform/database/index.ts';
import type { RecordedEvent } from '../../../../platform/record/index.ts';
import { deriveId } from '../../../../platform/vault/index.ts';
import { readStand } from '../../../commitments/index.ts';
import { openFolder, systemActor } from '../../../petitions/index.ts';
import type { PromiseCommand } from '../command.ts';
import { findPromisesOf } from '../store.ts';
import type { PromiseDeps } from './deps.ts';
import { runPromise, type PromiseAnswer } from './run.ts';

const actor = systemActor('public-promises');

/** What a promise answers to: its commitment, and what its petition is about. */
export const followedTypes = [
  'CommitmentReported',
  'CommitmentFulfilled',
  'CommitmentSentBack',
  'CommitmentDateChanged',
  'CommitmentWithdrawn',
  'CommitmentSucceeded',
  'PetitionClassified',
] as const;

const step = (
  deps: PromiseDeps,
  id: string,
  command: PromiseCommand,
  { streamId, seq, at }: Pick<RecordedEvent, 'streamId' | 'seq' | 'at'>,
): Promise<Result<PromiseAnswer, Refusal>> =>
  runPromise(
    deps,
    id,
    // What it says depends on when it is done; whether it was done, on the event alone.
    {
      type: command.type,
      input: seq,
      compose: () => Promise.resolve({ command, known: new Map() }),
    },
    {
      actor,
      commandId: deriveId(
        deps.keys,
        'system:public-promises',
        `follow ${id}`,
        `${streamId}:${seq}`,
      ),
      at,
    },
  );

async function commandsAfter(
  deps: PromiseDeps,
  { type, streamId }: RecordedEvent,
): Promise<readonly { readonly id: string; readonly command: PromiseCommand }[]> {
  const petition = type === 'PetitionClassified';
  const rows = await deps.db.withActor(scopeOf(actor), 'read', (tx) =>
    findPromisesOf(tx, petition ? { petitionId: streamId } : { commitmentId: streamId }),
  );
  if (rows.length === 0) return [];
  if (petition) {
    const folder = await deps.db.withActor(scopeOf(actor), 'read', (tx) =>
      openFolder(tx, deps.vault, streamId),
    );
    const withheld = folder?.petition.purpose === 'accusation';
    return rows.map(({ promise }) => ({
      id: promise.id,
      command: { type: 'withholdPromise', withheld },
    }));
  }
  const stand = await readStand(deps, streamId);
  if (stand === null) return [];
  const { status, dueDate, unit, byUnit } = stand;
  return rows.map(({ promise }) => ({
    id: promise.id,
    command: { type: 'followCommitment', status, dueDate, unit, byUnit },
  }));
}

/**
 * Carries what happened to commitments and petitions into the promises that hang on them: a moved day,
 * a judgement, a withdrawal, a unit that was succeeded (O-1), an accusation (L-5). Twice is once.
 * @param events oldest first; others are passed over
 */
export async function followCommitments(
  deps: PromiseDeps,
  events: readonly RecordedEvent[],
): Promise<void> {
  for (const event of events) {
    if (!followedTypes.some((type) => type === event.type)) continue;
    for (const { id, command } of await commandsAfter(deps, event)) {
      const done = await step(deps, id, command, event);
      if (!done.ok) throw new Error(`Promise ${id} does not follow: ${done.refusal.code}`);
    }
  }
}
