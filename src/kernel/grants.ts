import type { Jurisdiction } from './jurisdictions.ts';
import type { Verb } from './verbs.ts';

/** What a role may do, and how it must stand to the matter. */
export type Grants = Partial<Record<Verb, readonly Jurisdiction[]>>;

/** A meeting or a way out is carried by who has the case (S-4, S-5). */
export const carries = (near: readonly Jurisdiction[]): Grants => ({
  'meeting.hold': near,
  'way-out.choose': near,
  'aid.pay': near,
  'festival-visit.plan': near,
});

/** What a head adds to it, and nobody to what is their own. */
export const answersFor = (near: readonly Jurisdiction[]): Grants => ({
  'meeting.issue': near,
  'aid.approve': near,
});
