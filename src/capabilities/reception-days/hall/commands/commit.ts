import { actorId, type Actor } from '../../../../kernel/actor.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { setStreams, unitOf, type Tx } from '../../../../platform/database/index.ts';
import { announce } from '../../../../platform/live/index.ts';
import { appendEvents, lockStream, type StreamHead } from '../../../../platform/record/index.ts';
import { bodyHashOf, deriveId } from '../../../../platform/vault/index.ts';
import type { PetitionDeps } from '../../../petitions/index.ts';
import { rulesVersion } from '../../commands/commit.ts';
import { decide } from '../decide/index.ts';
import { hallEventVersion, type HallEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import type { Hall } from '../hall.ts';
import { loadHall } from '../queries/load.ts';
import { findHall, writeHall } from '../store.ts';
import { callsTopic, groupTopic, hallTopic } from '../topics.ts';

interface HallCommit {
  readonly hall: Hall;
  readonly head: StreamHead;
  readonly events: readonly HallEvent[];
  readonly actor: Actor;
  readonly commandId: string;
  readonly bodyHash: Buffer;
  /** Epoch ms. */
  readonly at: number;
}

/** Writes the events of one command in a hall, its row, and tells the screens. */
export async function commitHall(tx: Tx, deps: PetitionDeps, commit: HallCommit): Promise<Hall> {
  const { hall, events, actor, commandId, at } = commit;
  const { dayId } = hall;
  const recorded = await appendEvents(tx, {
    streamId: hall.id,
    kind: 'reception-hall',
    head: commit.head,
    events: events.map((event) => ({ ...event, typeVersion: hallEventVersion })),
    stamp: {
      actor: actorId(actor),
      unitId: unitOf(actor),
      calendarVersion: deps.calendar().version,
      rulesVersion,
      commandId,
    },
    at,
    bodyHash: commit.bodyHash,
  });
  const after = events.reduce<Hall>(
    (state, event, place) =>
      evolve(hall.id, state, { ...event, seq: recorded[place]?.seq ?? 0, at }) ?? state,
    hall,
  );
  writeHall(tx, after);
  const groups = after.groups.map(({ id }) => groupTopic(dayId, id));
  // Everybody looks again: a hall changes a few dozen times a day.
  announce(tx, {
    topics: [hallTopic(dayId), callsTopic(dayId), ...(groups.length > 60 ? [] : groups)],
    id: after.id,
    version: after.version,
  });
  return after;
}

/**
 * Lets a hall sit on another day, inside the command that moves its reception day. Nothing happens
 * where there is no hall yet.
 * @param cause the command's id, from which the hall's own follows
 */
export async function sitInDay(
  tx: Tx,
  deps: PetitionDeps,
  to: { readonly dayId: string; readonly on: LocalDate },
  by: { readonly actor: Actor; readonly cause: string; readonly at: number },
): Promise<void> {
  const row = await findHall(tx, to.dayId);
  if (row === null) return;
  await setStreams(tx, [to.dayId, row.id]);
  const head = await lockStream(tx, row.id);
  const hall = await loadHall(tx, row.id);
  if (head === null || hall === null) throw new Error(`The hall of ${to.dayId} has no record`);
  const decision = decide(hall, { type: 'sit', on: to.on });
  if (!decision.ok || decision.value.length === 0) return;
  await commitHall(tx, deps, {
    hall,
    head,
    events: decision.value,
    actor: by.actor,
    commandId: deriveId(deps.keys, actorId(by.actor), row.id, by.cause),
    bodyHash: bodyHashOf(deps.keys, to),
    at: by.at,
  });
}
