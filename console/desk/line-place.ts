import type { PetitionLine } from '../../src/capabilities/petitions/view.ts';

/** Pages of the records beside a petition, by kind; a kind without one opens its petition. */
const pages: Readonly<Record<string, string>> = {
  review: 'reviews',
  commitment: 'commitments',
  letter: 'letters',
  backlog: 'backlog',
  'supervision-item': 'supervision/items',
  'home-visit': 'visits',
  'three-letters': 'supervision/letters',
  consequence: 'supervision/consequences',
  sponsored: 'sponsored',
  'three-party-meeting': 'meetings',
  'way-out': 'ways-out',
  'festival-visit': 'festival-visits',
};

/** Kinds whose page stands under their petition (M-1 to M-5). */
const proceedings = new Set(['hearing', 'mediation', 're-evaluation', 'deliberation']);

/** Tells the lines of a list apart: one petition can have several things waiting. */
export const keyOf = (line: PetitionLine): string => line.case?.id ?? line.id;

/** The page on which what waits can be done. */
export function addressOf(line: PetitionLine): string {
  if (line.case !== null && proceedings.has(line.case.kind)) {
    return `/petitions/${line.id}/proceedings/${line.case.id}`;
  }
  const page = line.case === null ? undefined : pages[line.case.kind];
  return page === undefined || line.case === null
    ? `/petitions/${line.id}`
    : `/${page}/${line.case.id}`;
}
