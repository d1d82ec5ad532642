import { actorId, type Actor } from '../../../../kernel/actor.ts';
import { unitOf, type Tx } from '../../../../platform/database/index.ts';
import { appendEvents, type StreamHead } from '../../../../platform/record/index.ts';
import { writeCaseItems, type Petition } from '../../../petitions/index.ts';
import type { SupervisionItem } from '../case.ts';
import { itemEventVersion, itemKind, type ItemEvent } from '../events.ts';
import { evolveItem } from '../evolve.ts';
import { itemsOf, occurrencesOf, readByAll, rowOf, type ReadersFacts } from '../projection.ts';
import { writeItem } from '../store.ts';
import { upcast } from '../upcast.ts';
import type { MustCheckDeps } from './deps.ts';

/** The reading of the rules that decisions are made by; a new reading gets a new name. */
const rulesVersion = 'regulation-2022-05-01';

/** Of a petition what decides who reads the items about it. */
export const readersFactsOf = (petition: Petition | null): ReadersFacts =>
  petition === null
    ? readByAll
    : {
        accusation: petition.purpose === 'accusation',
        named: petition.named.map((userId) => `staff:${userId}`),
      };

/** Writes the rows and the lines on desks of an item; its own stream must be open. */
export function project(
  tx: Tx,
  deps: Pick<MustCheckDeps, 'calendar'>,
  item: SupervisionItem,
  readers: ReadersFacts,
): void {
  writeItem(tx, rowOf(item, readers), occurrencesOf(item));
  // Desks show petitions; what is about a unit as a whole stands in the list of supervision.
  if (item.petitionId === null) return;
  const { id, petitionId } = item;
  writeCaseItems(tx, itemKind, { id, petitionId }, itemsOf(item, readers, deps.calendar()));
}

export interface Commit {
  readonly id: string;
  readonly head: StreamHead | null;
  readonly before: SupervisionItem | null;
  readonly readers: ReadersFacts;
  readonly events: readonly ItemEvent[];
  readonly actor: Actor;
  readonly commandId: string;
  readonly bodyHash: Buffer;
  readonly at: number;
}

/** Writes the events of one command and what lists read; the item's stream must be open. */
export async function commitItem(
  tx: Tx,
  deps: Pick<MustCheckDeps, 'calendar'>,
  commit: Commit,
): Promise<SupervisionItem> {
  const recorded = await appendEvents(tx, {
    streamId: commit.id,
    kind: itemKind,
    head: commit.head,
    events: commit.events.map(({ type, data }) => ({ type, typeVersion: itemEventVersion, data })),
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
    .reduce<SupervisionItem | null>(
      (before, event) => evolveItem(commit.id, before, event),
      commit.before,
    );
  if (after === null) throw new Error('A command without events leaves no item');
  project(tx, deps, after, commit.readers);
  return after;
}
