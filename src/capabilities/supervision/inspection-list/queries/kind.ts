import type { RecordedEvent } from '../../../../platform/record/index.ts';
import { deriveId } from '../../../../platform/vault/index.ts';
import type { CaseKind, PetitionDeps } from '../../../petitions/index.ts';
import type { Listing } from '../case.ts';
import type { ListingCommand } from '../command.ts';
import { decideListing } from '../decide/index.ts';
import { evolveListing } from '../evolve.ts';
import { listingEventVersion, type ListingEvent } from '../events.ts';
import { isListingVisible, mayList } from '../policy.ts';
import { projectListing } from '../projection.ts';
import { upcast } from '../upcast.ts';

/** A hard case on the leadership's inspection list, as a record beside its petition. */
export const listingKind: CaseKind<Listing, ListingCommand, ListingEvent> = {
  kind: 'inspection-listing',
  eventVersion: listingEventVersion,
  evolve: (id, listing, event) => evolveListing(id, listing, upcast(event)),
  decide: (listing, command, { actor, petition }) =>
    decideListing(listing, command, {
      actor,
      petition: { accusation: petition.purpose === 'accusation' },
    }),
  isVisible: isListingVisible,
  may: mayList,
  project: projectListing,
  documentOf: () => {
    throw new Error('the inspection list has no papers of its own');
  },
  noticeOf: () => null,
};

/** Folds what was read of a listing; null when nothing was. */
export const foldListing = (id: string, events: readonly RecordedEvent[]): Listing | null =>
  events.reduce<Listing | null>((before, event) => evolveListing(id, before, upcast(event)), null);

/** A petition has one listing: entered again, it is the same record. */
export const listingIdOf = (deps: Pick<PetitionDeps, 'keys'>, petitionId: string): string =>
  deriveId(deps.keys, 'system:inspection-list', 'of', petitionId);
