import { sealedCookie, type SealedCookie } from '../../../portal/sealed-cookie.ts';
import type { Sent } from './submit/done.tsx';

/** Minutes without a step after which number and code have to be typed again. */
const MINUTES = 30;

/** Who is reading along: the code is carried by the browser, sealed, and stored nowhere. */
export interface Looking {
  readonly number: string;
  readonly lookupCode: string;
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
