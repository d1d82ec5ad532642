import { afterwardsRefusals } from './refusals/afterwards.ts';
import { visitRefusals } from './refusals/home-visits.ts';
import { sponsorshipRefusals } from './refusals/case-sponsorship.ts';
import { sponsoredRefusals } from './refusals/sponsored.ts';
import { commitmentRefusals } from './refusals/commitments.ts';
import { consequenceRefusals } from './refusals/consequences.ts';
import { deskRefusals } from './refusals/desk.ts';
import { disputeRefusals } from './refusals/disputes.ts';
import { fileRefusals } from './refusals/files.ts';
import { hallRefusals } from './refusals/halls.ts';
import { hearingRefusals } from './refusals/hearings.ts';
import { identityRefusals } from './refusals/identity.ts';
import { jointMeetingRefusals } from './refusals/joint-meeting.ts';
import { inspectionListRefusals } from './refusals/inspection-list.ts';
import { inputRefusals } from './refusals/input.ts';
import { inspectionRefusals } from './refusals/inspections.ts';
import { recommendationRefusals } from './refusals/recommendations.ts';
import { meetingRefusals } from './refusals/meetings.ts';
import { paperRefusals } from './refusals/papers.ts';
import { pathRefusals } from './refusals/paths.ts';
import { petitionRefusals } from './refusals/petitions.ts';
import { receptionRefusals } from './refusals/receptions.ts';
import { relationRefusals } from './refusals/relations.ts';
import { reportRefusals } from './refusals/reports.ts';
import { promiseRefusals } from './refusals/public-promises.ts';
import { profileRefusals } from './refusals/profiles.ts';
import { reviewRefusals } from './refusals/review.ts';
import { statisticsRefusals } from './refusals/statistics.ts';
import { supervisionRefusals } from './refusals/supervision.ts';
import { supervisionLetterRefusals } from './refusals/supervision-letters.ts';
import { systemRefusals } from './refusals/system.ts';
import { wayOutRefusals } from './refusals/ways-out.ts';
import type { RefusalEntry } from './refusals/entry.ts';

/**
 * The one catalogue of everything that Huiyin may refuse. A code is stable: clients and tests
 * rely on it. `zh` and `en` say what to do; `{name}` is filled from the refusal's parameters.
 */
export const refusals = {
  ...inputRefusals,
  ...inspectionListRefusals,
  ...identityRefusals,
  ...petitionRefusals,
  ...pathRefusals,
  ...profileRefusals,
  ...afterwardsRefusals,
  ...relationRefusals,
  ...paperRefusals,
  ...hearingRefusals,
  ...hallRefusals,
  ...inspectionRefusals,
  ...recommendationRefusals,
  ...reviewRefusals,
  ...receptionRefusals,
  ...commitmentRefusals,
  ...sponsorshipRefusals,
  ...jointMeetingRefusals,
  ...sponsoredRefusals,
  ...supervisionRefusals,
  ...visitRefusals,
  ...disputeRefusals,
  ...meetingRefusals,
  ...wayOutRefusals,
  ...promiseRefusals,
  ...fileRefusals,
  ...deskRefusals,
  ...statisticsRefusals,
  ...reportRefusals,
  ...supervisionLetterRefusals,
  ...consequenceRefusals,
  ...systemRefusals,
} as const satisfies Record<string, RefusalEntry>;

export type RefusalCode = keyof typeof refusals;

export type RefusalParams = Readonly<Record<string, string | number>>;

/** A refusal is a value: a code, what fills its sentence, and the field it is about, if any. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly params: RefusalParams;
  readonly field?: string;
}

export interface Refused {
  readonly ok: false;
  readonly refusal: Refusal;
}

/**
 * Makes the failing side of a Result.
 * @param code an entry of the catalogue
 * @param params what the sentence names
 * @param field the input field at fault, as a path such as `people.0.name`
 */
export function refuse(code: RefusalCode, params: RefusalParams = {}, field?: string): Refused {
  return { ok: false, refusal: field === undefined ? { code, params } : { code, params, field } };
}

/**
 * The sentence of a refusal for a reader.
 * @param refusal the value that `refuse` made
 * @param language `zh-CN` or `en`
 */
export function sentenceOf(refusal: Refusal, language: 'zh-CN' | 'en'): string {
  const entry: RefusalEntry = refusals[refusal.code];
  const text = language === 'zh-CN' ? entry.zh : entry.en;
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(refusal.params[name] ?? ''));
}

/** HTTP status under which a refusal leaves the house (RFC 9457). */
export function statusOf(code: RefusalCode): number {
  return refusals[code].status;
}
