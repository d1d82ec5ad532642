import type { PanelWish } from './contract.ts';
import type { DrawnPanel, Exclusion, Seat } from './events.ts';
import type { ExclusionReason, MemberKind } from './terms.ts';

/*
 * Drawing a panel (M-1): who may not sit is told with the reason, and chance is a recorded seed,
 * so that anybody with the roster of that day comes to the same panel.
 */

/** What the draw knows of a member of the roster. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly kinds: readonly MemberKind[];
  readonly profession: string;
  readonly regionCode: string;
  readonly affiliation: string | null;
  readonly active: boolean;
}

/** The case as far as it can stand against a member. */
export interface Matter {
  readonly regionCode: string;
  /** Units that hold, held, handle or answer for it, and those that a party belongs to. */
  readonly units: readonly string[];
  /** Names of the parties. */
  readonly parties: readonly string[];
  /** Everything that was written about it. */
  readonly text: string;
}

/** Members of whom something is known already on this panel. */
export interface Past {
  readonly declined: readonly string[];
  readonly objected: readonly string[];
  readonly seated: readonly string[];
}

/** Places of one county share their first six digits. */
const countyOf = (regionCode: string): string => regionCode.slice(0, 6);

/** A name of one character stands in too many words. */
const shortestName = 2;

const wants = (wish: PanelWish, candidate: Candidate): boolean =>
  wish.professions.length === 0 ||
  !candidate.kinds.includes('expert') ||
  wish.professions.some((profession) => candidate.profession.includes(profession));

/** Why a member cannot sit on this panel; nothing when chance may choose them. */
export function findExclusion(
  candidate: Candidate,
  wish: PanelWish,
  matter: Matter,
  past: Past,
): ExclusionReason | null {
  const { id, name, affiliation } = candidate;
  if (!candidate.active) return 'inactive';
  if (past.declined.includes(id)) return 'declined';
  if (past.objected.includes(id)) return 'objected';
  if (affiliation !== null && matter.units.includes(affiliation)) return 'affiliated';
  if (matter.parties.includes(name)) return 'party';
  if (name.length >= shortestName && matter.text.includes(name)) return 'named';
  const sameCounty = countyOf(candidate.regionCode) === countyOf(matter.regionCode);
  if (wish.region === 'same-county' && !sameCounty) return 'region';
  if (wish.region === 'other-county' && sameCounty) return 'region';
  if (!wants(wish, candidate)) return 'profession';
  return past.seated.includes(id) ? 'drawn-before' : null;
}

/** Mulberry32 (public domain): small, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** @param seed hexadecimal digits; the first eight count */
function shuffled<T>(items: readonly T[], seed: string): T[] {
  const random = randomFrom(Number.parseInt(seed.slice(0, 8), 16));
  const order = [...items];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const [one, two] = [order[at], order[other]];
    if (one !== undefined && two !== undefined) [order[at], order[other]] = [two, one];
  }
  return order;
}

/** Fills the wanted kinds first, then the other seats, each in the order that chance gave. */
function seatsFrom(order: readonly Candidate[], wish: PanelWish): Seat[] {
  const left = [...order];
  const take = (fits: (candidate: Candidate) => boolean): Candidate | undefined => {
    const at = left.findIndex(fits);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const seats: Seat[] = [];
  for (const kind of wish.kinds.slice(0, wish.seats)) {
    const found = take(({ kinds }) => kinds.includes(kind));
    if (found !== undefined) seats.push({ memberId: found.id, kind });
  }
  const wanted = Math.min(wish.kinds.length, wish.seats);
  for (let free = wish.seats - wanted; free > 0; free -= 1) {
    const found = take(() => true);
    const kind = found?.kinds[0];
    if (found !== undefined && kind !== undefined) seats.push({ memberId: found.id, kind });
  }
  return seats;
}

/**
 * Draws a panel.
 * @param members the roster as it is today
 * @param wish how many, which kinds, from where
 * @param matter what a member may be too close to
 * @param past who declined, was objected to, or sits already
 * @param seed hexadecimal digits, recorded with the draw
 * @returns the draw; fewer seats than wished where nobody is left
 */
export function drawPanel(
  members: readonly Candidate[],
  wish: PanelWish,
  matter: Matter,
  past: Past,
  seed: string,
): DrawnPanel {
  const sorted = members.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const excluded: Exclusion[] = [];
  const candidates: Candidate[] = [];
  for (const member of sorted) {
    const reason = findExclusion(member, wish, matter, past);
    if (reason === null) candidates.push(member);
    else excluded.push({ memberId: member.id, reason });
  }
  return {
    seed,
    wish,
    candidates: candidates.map(({ id }) => id),
    seats: seatsFrom(shuffled(candidates, seed), wish),
    excluded,
  };
}
