import { scopeOf } from '../../../../platform/database/index.ts';
import type { PetitionDeps } from '../../../petitions/index.ts';
import { findChanged } from '../../tickets/store.ts';
import { labelOf } from '../../tickets/terms.ts';
import { parseScreenToken } from '../screen-token.ts';
import { findHall } from '../store.ts';
import type { BoardView } from '../view.ts';
import { numberedElsewhere } from './lines.ts';
import type { ReadHallNow } from './now.ts';

const system = { kind: 'system', name: 'reception-screen' } as const;

/** Calls that fit on a wall. */
const shown = 12;

/**
 * What the calling screen shows: who is called where, by number alone. Those who talk already have
 * found their table.
 */
export async function readBoard(readNow: ReadHallNow, dayId: string): Promise<BoardView | null> {
  const now = await readNow(dayId);
  if (now === null) return null;
  const { hall, held, waiting } = now;
  const calls = held.filter(({ stage }) => stage === 'called').slice(0, shown);
  return {
    on: hall.sitsOn,
    waiting: waiting.reduce((sum, { tickets }) => sum + tickets, 0),
    calls: calls.map((row) => {
      const group = hall.groups.find(({ id }) => id === row.groupId);
      return {
        label: labelOf(row.number),
        numberedOn: numberedElsewhere(row, hall),
        place: group?.place ?? '',
        group: group?.label ?? '',
        calledAt: row.calledAt ?? 0,
        times: row.calls,
      };
    }),
  };
}

/** @returns the day whose numbers a screen shows; null when its address was revoked or never made */
export async function findScreen(deps: PetitionDeps, token: string): Promise<string | null> {
  const places = parseScreenToken(deps.keys, token);
  if (places === null) return null;
  const { dayId, screenId } = places;
  const hall = await deps.db.withActor(scopeOf(system, [dayId]), 'read', (tx) =>
    findHall(tx, dayId),
  );
  const screen = hall?.screens.find(({ id }) => id === screenId);
  return screen === undefined || screen.revoked ? null : dayId;
}

/** Screens that were away longer ask for everything. Milliseconds. */
const longestAway = 15 * 60_000;

/** What changed in a hall while a screen was away; the caller has passed the hall. */
export const changesSince = (deps: PetitionDeps, dayId: string) => (moment: number) =>
  Date.now() - moment > longestAway
    ? Promise.resolve(null)
    : deps.db.withActor(scopeOf(system, [dayId]), 'read', (tx) => findChanged(tx, dayId, moment));
