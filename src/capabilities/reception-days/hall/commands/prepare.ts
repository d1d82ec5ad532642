import { DatabaseError } from 'pg';
import { actorId } from '../../../../kernel/actor.ts';
import { inTransaction, setStreams } from '../../../../platform/database/index.ts';
import { ok } from '../../../../kernel/result.ts';
import { appendEvents } from '../../../../platform/record/index.ts';
import { bodyHashOf } from '../../../../platform/vault/index.ts';
import type { PetitionDeps } from '../../../petitions/index.ts';
import { rulesVersion } from '../../commands/commit.ts';
import { findDay } from '../../store.ts';
import { hallEventVersion, type HallEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import { usualSettings } from '../hall.ts';
import { findHall, writeHall } from '../store.ts';
import { hallIdOf } from './ids.ts';

const actor = { kind: 'system', name: 'reception-hall' } as const;

async function prepare(deps: PetitionDeps, dayId: string): Promise<boolean> {
  const done = await inTransaction(deps, actor, async (tx) => {
    if ((await findHall(tx, dayId)) !== null) return ok(true);
    const day = await findDay(tx, dayId);
    if (day === null) return ok(false);
    const id = hallIdOf(deps.keys, dayId);
    await setStreams(tx, [dayId, id]);
    const event: HallEvent = {
      type: 'HallPrepared',
      data: {
        dayId,
        unit: day.unit,
        on: day.on,
        settings: { ...usualSettings, evening: day.plan.to },
      },
    };
    const at = tx.openedAt.getTime();
    await appendEvents(tx, {
      streamId: id,
      kind: 'reception-hall',
      head: null,
      events: [{ type: event.type, typeVersion: hallEventVersion, data: event.data }],
      stamp: {
        actor: actorId(actor),
        unitId: null,
        calendarVersion: deps.calendar().version,
        rulesVersion,
        commandId: id,
      },
      at,
      bodyHash: bodyHashOf(deps.keys, dayId),
    });
    const hall = evolve(id, null, { ...event, seq: 1, at });
    if (hall !== null) writeHall(tx, hall);
    return ok(true);
  });
  return done.ok && done.value;
}

/**
 * Makes the hall of a day when it is first asked for: nobody has to think of it before the first
 * ticket. Harmless when it is there.
 * @returns false when there is no such day
 */
export async function prepareHall(deps: PetitionDeps, dayId: string): Promise<boolean> {
  try {
    return await prepare(deps, dayId);
  } catch (error) {
    // Somebody else asked at this very moment.
    if (error instanceof DatabaseError && error.code === '23505') return true;
    throw error;
  }
}
