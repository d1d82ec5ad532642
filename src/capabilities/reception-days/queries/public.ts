import type { LocalDate } from '../../../kernel/local-date.ts';
import { addDays, localDateOf } from '../../../kernel/local-date.ts';
import { nobody, setStream, type Tx } from '../../../platform/database/index.ts';
import { loadEvents } from '../../../platform/record/index.ts';
import { loadOrganisation } from '../../identity-organisation/index.ts';
import { scopeOf, systemActor } from '../../petitions/index.ts';
import type { ReceptionDeps } from '../commands/deps.ts';
import { fold } from '../evolve.ts';
import type { Booking, NoticeChange, NoticeChannel, ReceptionDay } from '../reception-day.ts';
import { hasBegun, slotsOf, type Slot } from '../slots.ts';
import { findDay, findDays, type DayRow } from '../store.ts';
import { upcast } from '../upcast.ts';
import type { DayLine } from '../view.ts';
import { lineOf } from './lines.ts';

/** A day as everybody may read it. */
export interface PublicDay extends DayLine {
  readonly publishedAt: number;
  readonly cancelledBecause: string | null;
  /** Why it is another than it was announced at first. */
  readonly change: NoticeChange | null;
  /** Epoch ms of what was said of it last: its notice, or that it is cancelled. */
  readonly changedAt: number;
}

export interface PublicDayPage extends PublicDay {
  readonly channels: readonly {
    readonly channel: NoticeChannel;
    readonly outlet: string;
    readonly on: LocalDate;
    readonly link: string | null;
  }[];
  readonly slots: readonly Slot[];
}

/** How far back and ahead the portal shows days. */
const shown = { back: 180, ahead: 400 } as const;
const system = scopeOf(systemActor('reception-days'));

const publicOf = (names: Parameters<typeof lineOf>[0], row: DayRow): PublicDay => ({
  ...lineOf(names, row),
  publishedAt: row.notice?.publishedAt ?? row.plannedAt,
  cancelledBecause: row.cancelled?.reason ?? null,
  change: row.notice?.change ?? null,
  changedAt: row.cancelled?.at ?? row.notice?.publishedAt ?? row.plannedAt,
});

/** The whole state of a day: for parts of it that are public, and for those who run it. */
export async function loadDay(tx: Tx, id: string): Promise<ReceptionDay | null> {
  await setStream(tx, id);
  return fold(id, (await loadEvents(tx, id)).map(upcast));
}

/**
 * Days that were announced, oldest first: of the last half year and all to come.
 * @param now epoch ms
 */
export async function listPublicDays(
  deps: ReceptionDeps,
  now: number,
): Promise<readonly PublicDay[]> {
  const today = localDateOf(now);
  return deps.db.withActor(nobody, 'read', async (tx) => {
    const organisation = await deps.organisation(tx);
    const rows = await findDays(tx, addDays(today, -shown.back), addDays(today, shown.ahead));
    return rows.filter(({ notice }) => notice !== null).map((row) => publicOf(organisation, row));
  });
}

/** Whose days one can ask to hear of: units that announce some, then the petition offices. */
export async function listReceivingUnits(
  deps: ReceptionDeps,
  now: number,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const announced = (await listPublicDays(deps, now)).map(({ unit }) => unit);
  const { units } = await deps.db.withActor(nobody, 'read', loadOrganisation);
  const offices = units.filter(({ kind }) => kind === 'petition-office');
  const all = new Map([...announced, ...offices].map(({ id, name }) => [id, { id, name }]));
  return [...all.values()];
}

/**
 * One announced day with the channels of its notice and the slots that are still to come; nothing
 * before.
 * @param now epoch ms
 */
export async function openPublicDay(
  deps: ReceptionDeps,
  id: string,
  now: number,
): Promise<PublicDayPage | null> {
  const page = await deps.db.withActor(nobody, 'read', async (tx) => {
    const row = await findDay(tx, id);
    return row === null || row.notice === null ? null : publicOf(await deps.organisation(tx), row);
  });
  if (page === null) return null;
  const day = await deps.db.withActor(system, 'read', (tx) => loadDay(tx, id));
  if (day === null) return null;
  return {
    ...page,
    channels: day.channels.map(({ channel, outlet, on, link }) => ({ channel, outlet, on, link })),
    slots: slotsOf(day.plan, day.bookings).filter(({ at }) => !hasBegun(day.plan, at, now)),
  };
}

/** What a booking tells whoever has its address. */
export type PublicBooking = Omit<Booking, 'id' | 'visitor'>;

/** A booking for whoever has its address: the slot, and whether it stands; no name. */
export async function openBooking(
  deps: ReceptionDeps,
  dayId: string,
  bookingId: string,
): Promise<PublicBooking | null> {
  const day = await deps.db.withActor(system, 'read', (tx) => loadDay(tx, dayId));
  const booking = day?.bookings.find(({ id }) => id === bookingId);
  if (booking === undefined) return null;
  const { visitor: _, id: __, ...known } = booking;
  return known;
}

const wordsOf = (day: PublicDay): string =>
  [
    day.theme,
    day.place,
    day.region.name,
    ...day.topics.map(({ name }) => name),
    ...day.leaders.flatMap((leader) => [
      leader.name,
      leader.post,
      leader.portfolio,
      leader.unit.name,
      ...leader.topics.map(({ name }) => name),
    ]),
  ].join(' ');

/** Codes of the categories that a word names, and of those above them. */
async function codesAbout(tx: Tx, word: string): Promise<ReadonlySet<string>> {
  const { categories } = await loadOrganisation(tx);
  const above = new Map(categories.map(({ code, parentCode }) => [code, parentCode]));
  const found = new Set<string>();
  for (const category of categories.filter(({ name }) => name.toLowerCase().includes(word))) {
    let code: string | null = category.code;
    while (code !== null && !found.has(code)) {
      found.add(code);
      code = above.get(code) ?? null;
    }
  }
  return found;
}

const codesOf = (day: PublicDay): readonly string[] =>
  [...day.topics, ...day.leaders.flatMap(({ topics }) => topics)].map(({ code }) => code);

/**
 * searching a topic finds who receives, when and where: whoever searches for 拖欠工资 finds the
 * leader in charge of labour. Every word typed must be found.
 */
export async function searchDays(
  deps: ReceptionDeps,
  days: readonly PublicDay[],
  typed: string,
): Promise<readonly PublicDay[]> {
  const words = typed.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  const about = await deps.db.withActor(nobody, 'read', (tx) =>
    Promise.all(words.map((word) => codesAbout(tx, word))),
  );
  return days.filter((day) => {
    const text = wordsOf(day).normalize('NFKC').toLowerCase();
    const codes = codesOf(day);
    return words.every(
      (word, at) => text.includes(word) || codes.some((code) => about[at]?.has(code) === true),
    );
  });
}
