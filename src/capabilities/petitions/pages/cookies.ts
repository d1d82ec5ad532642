import { sealedCookie, type SealedCookie } from '../../../portal/sealed-cookie.ts';
import type { Sent } from './submit/done.tsx';

/** Minutes without a step after which number and code have to be typed again. */
const MINUTES = 30;

/** Who is reading along: the code is carried by the browser, sealed, and stored nowhere. */
export interface Looking {
  readonly number: string;
  readonly lookupCode: string;
  /** Petitions reached from this one or left for it, so that the way back is open too. */
  readonly others?: readonly Proved[];
}

export interface Proved {
  readonly number: string;
  readonly lookupCode: string;
}

/** What proves the petition of a number, if it was opened on this device. */
export const findProved = (looking: Looking | undefined, number: string): Proved | undefined =>
  [looking, ...(looking?.others ?? [])].find((each) => each?.number === number);

/** Kept at once; a cookie holds no more than a few hundred signs. */
const MOST = 20;

/** Goes on to another petition and keeps the ways back. */
export function goOn(looking: Looking, next: Proved): Looking {
  const { number, lookupCode, others = [] } = looking;
  const known = [{ number, lookupCode }, ...others];
  return { ...next, others: known.filter((each) => each.number !== next.number).slice(0, MOST) };
}

export interface PetitionCookies {
  readonly looking: SealedCookie<Looking>;
  readonly sent: SealedCookie<Sent>;
}

/** @param now epoch ms */
export const petitionCookies = (now: () => number): PetitionCookies => ({
  looking: sealedCookie('huiyin_progress', '/p', MINUTES * 60, now),
  sent: sealedCookie('huiyin_sent', '/submit', MINUTES * 60, now),
});
