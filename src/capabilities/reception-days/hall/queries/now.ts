import { scopeOf, setStreams } from '../../../../platform/database/index.ts';
import type { OrganisationSnapshot, PetitionDeps } from '../../../petitions/index.ts';
import { findAtGroups, type TicketRow } from '../../tickets/store.ts';
import { findWaitingKinds, type WaitingKind } from '../../tickets/waiting-store.ts';
import type { Hall } from '../hall.ts';
import { findHall } from '../store.ts';

const system = { kind: 'system', name: 'reception-screen' } as const;

/** A hall at one moment, without a name: what all of its screens are made of. */
export interface HallNow {
  readonly hall: Hall;
  readonly organisation: OrganisationSnapshot;
  /** Called and talking. */
  readonly held: readonly TicketRow[];
  readonly waiting: readonly WaitingKind[];
}

/** Reads a hall for its screens; whoever shows it to somebody asks the policy first. */
export type ReadHallNow = (dayId: string) => Promise<HallNow | null>;

/**
 * A hall as it stands now, read as the system: numbers, places and codes, nobody's name.
 * @param now epoch ms
 */
export const readHallNow = (
  deps: PetitionDeps,
  dayId: string,
  now: number,
): Promise<HallNow | null> =>
  deps.db.withActor(scopeOf(system, [dayId]), 'read', async (tx) => {
    const hall = await findHall(tx, dayId);
    if (hall === null) return null;
    await setStreams(tx, [dayId]);
    const [organisation, held, waiting] = await Promise.all([
      deps.organisation(tx),
      findAtGroups(tx, dayId),
      findWaitingKinds(tx, dayId, hall.sitsOn, now - hall.settings.patience * 60_000),
    ]);
    return { hall, organisation, held, waiting };
  });
