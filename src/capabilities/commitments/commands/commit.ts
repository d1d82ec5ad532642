import { actorId, type Actor } from '../../../kernel/actor.ts';
import { unitOf, type Tx } from '../../../platform/database/index.ts';
import { appendEvents, type StreamHead } from '../../../platform/record/index.ts';
import { writeCaseItems, type Petition } from '../../petitions/index.ts';
import type { Commitment } from '../commitment.ts';
import { commitmentEventVersion, type CommitmentEvent } from '../events.ts';
import { evolveCommitment } from '../evolve.ts';
import { itemsOf, rowOf, type ReadersFacts } from '../projection.ts';
import { writeCommitment } from '../store.ts';
import { upcast } from '../upcast.ts';
import type { CommitmentDeps } from './deps.ts';

/** The reading of the rules that decisions are made by; a new reading gets a new name. */
const rulesVersion = 'regulation-2022-05-01';

export interface Commit {
  readonly id: string;
  readonly head: StreamHead | null;
  readonly before: Commitment | null;
  readonly petition: Petition | null;
  readonly events: readonly CommitmentEvent[];
  readonly actor: Actor;
  readonly commandId: string;
  readonly bodyHash: Buffer;
  readonly at: number;
}

/** Of a petition what decides who reads its promises. */
export const readersFactsOf = (petition: Petition | null): ReadersFacts | null =>
  petition === null
    ? null
    : {
        id: petition.id,
        office: petition.office,
        accusation: petition.purpose === 'accusation',
        named: petition.named,
      };

/** Writes the row and the lines on desks of a promise, as they follow from it and its petition. */
export function project(
  tx: Tx,
  deps: CommitmentDeps,
  commitment: Commitment,
  petition: ReadersFacts | null,
): void {
  writeCommitment(tx, rowOf(commitment, petition));
  if (petition === null) return;
  writeCaseItems(
    tx,
    'commitment',
    { id: commitment.id, petitionId: petition.id },
    itemsOf(commitment, petition, deps.calendar()),
  );
}

/** Writes the events of one command and what lists read; the promise's stream must be open. */
export async function commitCommitment(
  tx: Tx,
  deps: CommitmentDeps,
  commit: Commit,
): Promise<Commitment> {
  const recorded = await appendEvents(tx, {
    streamId: commit.id,
    kind: 'commitment',
    head: commit.head,
    events: commit.events.map(({ type, data }) => ({
      type,
      typeVersion: commitmentEventVersion,
      data,
    })),
    stamp: {
      actor: actorId(commit.actor),
      unitId: unitOf(commit.actor),
      calendarVersion: deps.calendar().version,
      rulesVersion,
      commandId: commit.commandId,
    },
    at: commit.at,
    bodyHash: commit.bodyHash,
  });
  const after = recorded
    .map(upcast)
    .reduce<Commitment | null>(
      (before, event) => evolveCommitment(commit.id, before, event),
      commit.before,
    );
  if (after === null) throw new Error('A command without events leaves no commitment');
  project(tx, deps, after, readersFactsOf(commit.petition));
  return after;
}
