import type { OrganisationSnapshot } from '../../../petitions/index.ts';

/** A code that nobody knows says nothing: the ticket is for any group then. */
export const knownTopic = (
  organisation: OrganisationSnapshot,
  topic: string | null,
): string | null =>
  topic !== null && organisation.knowsCategory({ first: topic, second: null, third: null })
    ? topic
    : null;

export const knownUnit = (organisation: OrganisationSnapshot, unit: string | null): string | null =>
  unit !== null && organisation.find(unit) !== undefined ? unit : null;
