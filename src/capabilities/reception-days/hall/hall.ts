import type { LocalDate } from '../../../kernel/local-date.ts';

/** What an office sets for its hall; every value is configuration, with where it comes from. */
export interface HallSettings {
  /** Minutes after which a group that hears everything takes what others know better. */
  readonly patience: number;
  /** Seconds between two calls of one ticket. */
  readonly callSpacing: number;
  /** From then on those not heard may be asked to come the next morning, `HH:MM`. */
  readonly evening: string;
  /** Where the values come from. */
  readonly source: string;
}

/** No rule fixes them; an office sets its own. */
export const usualSettings: HallSettings = {
  patience: 30,
  callSpacing: 60,
  evening: '17:00',
  source: 'assumption',
};

/** Units of up to three levels that hear people together at one table (联合接谈组). */
export interface HallGroup {
  readonly id: string;
  /** Its name on screens, such as 第3接谈组. */
  readonly label: string;
  /** Where it sits, as voices say it: 3号桌. */
  readonly place: string;
  readonly units: readonly string[];
  readonly topics: readonly string[];
  readonly open: boolean;
}

/** A place where tickets are given out, with letters of its own: it never waits for another. */
export interface HallDesk {
  readonly id: string;
  readonly label: string;
  readonly series: string;
}

/** A public screen: whoever has its address sees numbers, and nothing else. */
export interface HallScreen {
  readonly id: string;
  readonly label: string;
  readonly revoked: boolean;
}

/** The hall of a reception day: who hears people where, and what hangs on its walls. */
export interface Hall {
  readonly id: string;
  readonly version: number;
  readonly dayId: string;
  /** The office that runs it. */
  readonly unit: string;
  /** The reception day itself: printed beside every number. */
  readonly firstOn: LocalDate;
  /** The day on which it sits now: the first, or a morning to which tickets were carried. */
  readonly sitsOn: LocalDate;
  readonly settings: HallSettings;
  readonly groups: readonly HallGroup[];
  readonly desks: readonly HallDesk[];
  readonly screens: readonly HallScreen[];
}

/** Series that no desk gets: what was taken on line or by telephone is numbered by the server. */
export const ownSeries = { portal: 'W', telephone: 'T' } as const;

/** Letters that are not mistaken for digits, and not taken above. */
const letters = 'ABCDEFGHJKLMNPQRSUVXYZ';

/** @returns the letters of the next desk: A to Z without those that confuse, then AA … */
export function nextSeries(desks: number): string {
  const last = letters[desks % letters.length] ?? 'A';
  const first = Math.floor(desks / letters.length);
  return first === 0 ? last : `${letters[first - 1] ?? 'Z'}${last}`;
}

/** Units whose people work in the hall. */
export const unitsOf = (hall: Hall): readonly string[] => [
  ...new Set([hall.unit, ...hall.groups.flatMap(({ units }) => units)]),
];
