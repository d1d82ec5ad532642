import type { Calendar } from './calendar.ts';
import { localDateOf, type LocalDate } from './local-date.ts';

/*
 * Statistics stand on dated facts. A capability says in its `facts.ts` which facts hold in a state
 * of its record; nothing else. From that, statistics work out since when and until when each fact
 * was known, so that every number can also be read as of any past day (T-1).
 */

/** Words of a catalogue entry, both languages. */
export interface Named {
  readonly zh: string;
  readonly en: string;
}

/** By what facts can be told apart. All are codes or ids; none ever names a petitioner. */
export const factDimensions = [
  'region',
  'office',
  'unit',
  'channel',
  'topic',
  'purpose',
  'visit',
  'repeat',
  'leader',
] as const;

/**
 * - `region`: code of the region of the matter, the deepest known
 * - `office`: the petition office that answers for the matter
 * - `unit`: the unit the fact is about; of a period whoever had to act
 * - `channel`, `purpose`: as in the petitions' contract
 * - `topic`: code of the category, the deepest known
 * - `visit`: `single` or `group` (5 or more persons) where people came; else null
 * - `repeat`: `first` or `repeat`, as people have said (P-13)
 * - `leader`: user id of the official who took it on; never a petitioner
 */
export type FactDimension = (typeof factDimensions)[number];

export type Dims = Readonly<Record<FactDimension, string | null>>;

/** One fact as the capability states it. */
export interface StatedFact {
  /** One of the source's `kinds`. */
  readonly kind: string;
  /** Tells facts of one kind in one stream apart, as `round:2`; left out where there is only one. */
  readonly key?: string;
  /** The day on which it counts: of the deed; for a period the day on which it is due. */
  readonly day: LocalDate;
  /** A whole number that sums add up: persons, days, or 1 and 0 for kept and not kept; 1 unless told. */
  readonly value?: number;
  /** A code that measures may ask for: form of the conclusion, period, level of a rating. */
  readonly detail?: string;
  /** What differs from the dims of the record. */
  readonly dims?: Partial<Dims>;
}

export interface FactContext {
  /** @throws RangeError for a version that is not known */
  readonly calendar: (version: string) => Calendar;
}

/** What a capability declares in `facts.ts`; pure. */
export interface FactSource<State, Event> {
  /** Name of the capability, or of a part of it; never to be renamed. */
  readonly id: string;
  /** Raised whenever the same events would give other facts: a job then folds everything again. */
  readonly version: number;
  /** Kinds of the streams that it folds. */
  readonly streams: readonly string[];
  /** Every kind of fact with its name; unique in the whole program. */
  readonly kinds: Readonly<Record<string, Named>>;
  /** The state after one event; the capability's own `evolve`, or one around it. */
  readonly evolve: (id: string, state: State | null, event: Event) => State | null;
  /**
   * The petition whose dims stand under the record's own, for records beside a petition. Left out
   * by the petitions themselves; null where this one is about no petition.
   */
  readonly about?: (state: State) => string | null;
  /**
   * By what its facts are told apart; null withdraws all of them, the past ones too (an accusation).
   * Where `about` is given, whatever is left out is that of the petition.
   */
  readonly dims: (state: State) => Partial<Dims> | null;
  /** All facts that hold in this state, the old ones too. */
  readonly facts: (state: State, context: FactContext) => readonly StatedFact[];
}

/** What a stream says at the end of one day. */
export interface FactDay {
  readonly day: LocalDate;
  readonly about: string | null;
  readonly dims: Partial<Dims> | null;
  readonly facts: readonly StatedFact[];
}

/** A source as statistics hold it: whatever its state is, events come in and days go out. */
export interface RegisteredFacts<Raw> {
  readonly id: string;
  readonly version: number;
  readonly streams: readonly string[];
  readonly kinds: Readonly<Record<string, Named>>;
  /** Whether its streams are about petitions and take over their dims. */
  readonly besidePetitions: boolean;
  /** What a stream says at the end of each day on which something happened to it. */
  readonly days: (id: string, events: readonly Raw[], context: FactContext) => readonly FactDay[];
}

/**
 * Makes a source ready for statistics; called in the capability's `index.ts`.
 * @param source what `facts.ts` declares
 * @param upcast brings an event as the record has it to its present version
 */
export function registerFacts<State, Event, Raw extends { readonly at: number }>(
  source: FactSource<State, Event>,
  upcast: (event: Raw) => Event,
): RegisteredFacts<Raw> {
  const dayOf = (day: LocalDate, state: State, context: FactContext): FactDay => {
    const dims = source.dims(state);
    return {
      day,
      about: source.about?.(state) ?? null,
      dims,
      facts: dims === null ? [] : source.facts(state, context),
    };
  };
  return {
    id: source.id,
    version: source.version,
    streams: source.streams,
    kinds: source.kinds,
    besidePetitions: source.about !== undefined,
    days: (id, events, context) => {
      const days: FactDay[] = [];
      let state: State | null = null;
      events.forEach((event, place) => {
        state = source.evolve(id, state, upcast(event));
        const next = events[place + 1];
        const day = localDateOf(event.at);
        if (state === null || (next !== undefined && localDateOf(next.at) === day)) return;
        days.push(dayOf(day, state, context));
      });
      return days;
    },
  };
}

/** A fact with the days on which it was known: as of D it counts when `from` <= D < `to`. */
export interface KnownFact {
  readonly kind: string;
  readonly key: string;
  readonly day: LocalDate;
  readonly value: number;
  readonly detail: string | null;
  readonly dims: Dims;
  readonly from: LocalDate;
  /** Null while it still holds. */
  readonly to: LocalDate | null;
}

const noDims = Object.fromEntries(factDimensions.map((name) => [name, null])) as Dims;

/** What the petition says on a day: its last word until then. */
const latest = (days: readonly FactDay[], day: LocalDate): FactDay | undefined =>
  days.findLast((each) => each.day <= day);

const sameFact = (left: KnownFact, right: KnownFact): boolean =>
  left.day === right.day &&
  left.value === right.value &&
  left.detail === right.detail &&
  factDimensions.every((name) => left.dims[name] === right.dims[name]);

/**
 * Since when and until when each fact of one stream was known, by whole days in Shanghai.
 * @param days what the stream says at the end of each of its days
 * @param petition the same of the petition that it is about; null for a stream that is about none
 * @returns in no particular order; empty where the last word is that nothing is shared (L-5): an
 *   accusation withdraws what was known before, too
 */
export function historyOf(
  days: readonly FactDay[],
  petition: readonly FactDay[] | null,
): readonly KnownFact[] {
  if (days.at(-1)?.dims == null || petition?.at(-1)?.dims === null) return [];
  const turns = [...new Set([...days, ...(petition ?? [])].map(({ day }) => day))].toSorted();
  const past: KnownFact[] = [];
  let known = new Map<string, KnownFact>();
  for (const from of turns) {
    const own = latest(days, from);
    const under = petition === null ? undefined : latest(petition, from)?.dims;
    const hidden = own?.dims == null || (petition !== null && under == null);
    const now = new Map<string, KnownFact>();
    for (const stated of hidden ? [] : (own?.facts ?? [])) {
      const fact: KnownFact = {
        kind: stated.kind,
        key: stated.key ?? '',
        day: stated.day,
        value: stated.value ?? 1,
        detail: stated.detail ?? null,
        dims: { ...noDims, ...under, ...own?.dims, ...stated.dims },
        from,
        to: null,
      };
      const name = `${fact.kind} ${fact.key}`;
      const before = known.get(name);
      now.set(name, before !== undefined && sameFact(before, fact) ? before : fact);
    }
    for (const [name, before] of known) {
      if (now.get(name) !== before) past.push({ ...before, to: from });
    }
    known = now;
  }
  return [...past, ...known.values()];
}
