import type { StaffActor } from '../../../../kernel/actor.ts';
import { workingDayFrom } from '../../../../kernel/calendar.ts';
import { addDays, localDateOf } from '../../../../kernel/local-date.ts';
import { scopeOf, setStreams } from '../../../../platform/database/index.ts';
import type { OrganisationSnapshot, PetitionDeps } from '../../../petitions/index.ts';
import { findDay } from '../../store.ts';
import { dispatchFactOf, groupFactsOf } from '../../tickets/group-facts.ts';
import { rankGroups, type GroupFact, type Reason } from '../../tickets/dispatch.ts';
import { estimateWait } from '../../tickets/queue.ts';
import {
  countByStage,
  findAtGroups,
  findQueue,
  findTalks,
  type StageCount,
  type TicketRow,
} from '../../tickets/store.ts';
import { labelOf } from '../../tickets/terms.ts';
import { findWaitingKinds, type WaitingKind } from '../../tickets/waiting-store.ts';
import { screenToken } from '../screen-token.ts';
import type { Hall } from '../hall.ts';
import { hearsHere, isDispatcher, isDoor } from '../policy.ts';
import { findHall, findHalls } from '../store.ts';
import type { HallLine, HallView, QueuedView } from '../view.ts';
import { groupLines, numberedElsewhere } from './lines.ts';

/** Suggestions shown with a ticket. */
const shownSuggestions = 3;

/** Tickets of the queue that an overview lists unless told; the counts count all. */
export const usuallyShown = 100;
/** Those that it lists at the most: whoever looks for a number far behind asks for more. */
export const mostShown = 2000;

const worded = (reason: Reason, organisation: OrganisationSnapshot): Reason => {
  const { code, value } = reason;
  if (code === 'unit-present') {
    return { code, value: organisation.find(String(value))?.name ?? value };
  }
  return code === 'topic' ? { code, value: organisation.categoryName(String(value)) } : reason;
};

interface Seeing {
  readonly hall: Hall;
  readonly organisation: OrganisationSnapshot;
  readonly facts: readonly GroupFact[];
  readonly now: number;
}

function queued(row: TicketRow, { hall, organisation, facts, now }: Seeing): QueuedView {
  const ranked = rankGroups(dispatchFactOf(row, now), facts, hall.settings.patience);
  return {
    id: row.id,
    label: labelOf(row.number),
    numberedOn: numberedElsewhere(row, hall),
    version: row.version,
    way: row.way,
    takenAt: row.takenAt,
    arrived: row.arrivedAt !== null,
    waited: Math.max(0, Math.floor((now - row.takenAt) / 60_000)),
    carried: row.carried,
    persons: row.persons,
    topic: row.topic === null ? null : organisation.categoryName(row.topic),
    unit: row.unit === null ? null : (organisation.find(row.unit)?.name ?? row.unit),
    hasTelephone: row.hasTelephone,
    sentTo: row.sentTo,
    suggestions: ranked
      .filter(({ fits }) => fits)
      .slice(0, shownSuggestions)
      .map(({ groupId, reasons }) => ({
        groupId,
        reasons: reasons.map((reason) => worded(reason, organisation)),
      })),
  };
}

function countsOf(stages: readonly StageCount[], waiting: readonly WaitingKind[], on: string) {
  const of = (...wanted: readonly string[]): number =>
    stages
      .filter((row) => wanted.includes(row.stage))
      .reduce((sum, { tickets }) => sum + tickets, 0);
  const sum = (key: 'persons' | 'matters'): number =>
    stages.reduce((total, row) => total + (row.stage === 'cancelled' ? 0 : row[key]), 0);
  const later = stages.filter((row) => row.stage === 'waiting' && row.on > on);
  const carriedOn = later.reduce((total, { tickets }) => total + tickets, 0);
  return {
    waiting: of('waiting') - carriedOn,
    here: waiting.reduce((total, { here }) => total + here, 0),
    atGroups: of('called', 'talking'),
    heard: of('heard'),
    cancelled: of('cancelled'),
    carriedOn,
    persons: sum('persons'),
    matters: sum('matters'),
  };
}

/**
 * The whole hall for whoever works in it: who waits, who hears, how long it takes.
 * @param now epoch ms
 * @param shown how many of those who wait are listed, from the head of the queue
 * @returns null where the day has no hall for this reader
 */
export async function readHall(
  deps: PetitionDeps,
  actor: StaffActor,
  dayId: string,
  now: number,
  shown: number = usuallyShown,
): Promise<HallView | null> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const [hall, day] = await Promise.all([findHall(tx, dayId), findDay(tx, dayId)]);
    if (hall === null || day === null) return null;
    await setStreams(tx, [dayId]);
    const longSince = now - hall.settings.patience * 60_000;
    const [organisation, held, waiting, queue, stages, talks] = await Promise.all([
      deps.organisation(tx),
      findAtGroups(tx, dayId),
      findWaitingKinds(tx, dayId, hall.sitsOn, longSince),
      findQueue(tx, dayId, hall.sitsOn, Math.min(shown, mostShown)),
      countByStage(tx, dayId),
      findTalks(tx, dayId),
    ]);
    const facts = groupFactsOf(hall, held, waiting);
    const seeing = { hall, organisation, facts, now };
    const counts = countsOf(stages, waiting, hall.sitsOn);
    const dispatch = isDispatcher(actor, hall);
    return {
      dayId,
      version: hall.version,
      firstOn: hall.firstOn,
      on: hall.sitsOn,
      place: day.plan.place,
      office: { id: hall.unit, name: organisation.find(hall.unit)?.name ?? hall.unit },
      leaders: day.plan.leaders.map(({ name }) => name),
      nextMorning: workingDayFrom(deps.calendar(), addDays(hall.sitsOn, 1)),
      settings: hall.settings,
      may: { door: isDoor(actor, hall), dispatch, hear: hearsHere(actor, hall) },
      groups: groupLines(hall, actor, organisation, held, waiting),
      desks: [...hall.desks],
      screens: hall.screens.map((screen) => ({
        ...screen,
        path:
          dispatch && !screen.revoked
            ? `/screens/${screenToken(deps.keys, dayId, screen.id)}`
            : null,
      })),
      waiting: queue.map((row) => queued(row, seeing)),
      counts,
      estimate: estimateWait(counts.here, hall.groups.filter(({ open }) => open).length, talks),
      longest: Math.max(
        0,
        ...waiting.map(({ oldest }) => Math.floor((now - (oldest?.getTime() ?? now)) / 60_000)),
      ),
    };
  });
}

/** Halls in which the reader works, of today and the days around it. */
export async function listHalls(
  deps: PetitionDeps,
  actor: StaffActor,
  now: number,
): Promise<readonly HallLine[]> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const halls = await findHalls(tx, addDays(localDateOf(now), -30));
    const organisation = await deps.organisation(tx);
    const lines: HallLine[] = [];
    for (const hall of halls) {
      const day = await findDay(tx, hall.dayId);
      lines.push({
        dayId: hall.dayId,
        on: hall.sitsOn,
        firstOn: hall.firstOn,
        office: { id: hall.unit, name: organisation.find(hall.unit)?.name ?? hall.unit },
        place: day?.plan.place ?? '',
        groups: hall.groups.length,
      });
    }
    return lines;
  });
}
