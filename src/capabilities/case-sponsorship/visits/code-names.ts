/** How a visit can end: carried out; the petitioner did not want it; nobody was at home. */
export const visitOutcomes = ['made', 'declined', 'not-home'] as const;
export type VisitOutcome = (typeof visitOutcomes)[number];

export const visitStatuses = ['planned', ...visitOutcomes, 'cancelled'] as const;
export type VisitStatus = (typeof visitStatuses)[number];

/** Who was talked to (S-3). Neighbours only with the petitioner's consent, never in an accusation. */
export const talkPartners = [
  'petitioner',
  'family',
  'neighbour',
  'village-cadre',
  'other',
] as const;
export type TalkPartner = (typeof talkPartners)[number];

/** How the petitioner agreed that neighbours are asked. */
export const consentWays = ['spoken', 'written', 'telephone'] as const;
export type ConsentWay = (typeof consentWays)[number];
