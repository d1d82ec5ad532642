import type { StaffActor } from '../../../../kernel/actor.ts';
import { type Tx, nextPlace, placeBefore, scopeOf } from '../../../../platform/database/index.ts';
import {
  findCasesOfKind,
  openCase,
  openStreams,
  openSummaries,
  openVisible,
  visibleNumbers,
  type PetitionDeps,
} from '../../../petitions/index.ts';
import {
  listingSteps,
  type ListingOfPetition,
  type ListingPage,
  type ListingQuery,
  type ListingView,
} from '../contract.ts';
import { isThinkable } from '../lifecycle.ts';
import { meaningsOf } from '../meanings.ts';
import { isListingVisible, mayList } from '../policy.ts';
import { foldListing, listingIdOf, listingKind } from './kind.ts';

/** Listings whose rows were passed, in two packets; those whose petition the reader may see (L-5). */
async function viewsOf(
  tx: Tx,
  deps: PetitionDeps,
  actor: StaffActor,
  rows: readonly { readonly id: string; readonly petitionId: string }[],
): Promise<readonly ListingView[]> {
  const petitionIds = rows.map(({ petitionId }) => petitionId);
  const [numbers, summaries, organisation] = await Promise.all([
    visibleNumbers(tx, petitionIds),
    openSummaries(tx, deps.vault, petitionIds),
    deps.organisation(tx),
  ]);
  const seen = rows.filter(({ petitionId }) => numbers.has(petitionId));
  const streams = await openStreams(
    tx,
    deps,
    seen.map(({ id }) => id),
  );
  return seen.flatMap(({ id, petitionId }): ListingView[] => {
    const stream = streams.get(id);
    const listing = stream === undefined ? null : foldListing(id, stream.events);
    if (stream === undefined || listing === null || !isListingVisible(actor, listing)) return [];
    return [
      {
        id,
        version: listing.version,
        status: listing.status,
        colour: listing.colour,
        petition: {
          id: petitionId,
          number: numbers.get(petitionId) ?? '',
          title: summaries.get(petitionId)?.title ?? '',
        },
        unit: { id: listing.unit, name: organisation.find(listing.unit)?.name ?? listing.unit },
        enteredAt: listing.enteredAt,
        decisions: listing.decisions.map(({ at, userId, deed, colour, reason }) => ({
          at,
          by: organisation.userName(userId),
          deed,
          colour,
          reason: stream.field(reason, 'text'),
        })),
        steps: listingSteps.filter(
          (step) => isThinkable(step, listing) && mayList(actor, step, listing),
        ),
      },
    ];
  });
}

/** The inspection list as far as the reader sees it, newest first, with what its colours mean. */
export function listListings(
  deps: PetitionDeps,
  actor: StaffActor,
  query: ListingQuery,
): Promise<ListingPage> {
  const { colour = null, unit = null, removed, limit } = query;
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const rows = await findCasesOfKind(tx, {
      kind: listingKind.kind,
      state: removed === 'yes' ? 'removed' : colour,
      ...(removed === 'yes' || colour !== null ? {} : { open: true }),
      holder: unit,
      subject: null,
      before: placeBefore(query.after),
      limit,
    });
    return {
      items: [...(await viewsOf(tx, deps, actor, rows))],
      next: nextPlace(rows, limit, ({ openedAt }) => openedAt),
      meanings: meaningsOf(deps.practice),
    };
  });
}

/**
 * How one petition stands to the list, and whether the reader may enter it.
 * @returns null when there is no such petition for this reader (404, never 403)
 */
export function findListing(
  deps: PetitionDeps,
  actor: StaffActor,
  petitionId: string,
): Promise<ListingOfPetition | null> {
  const id = listingIdOf(deps, petitionId);
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const folder = await openVisible(tx, deps, actor, petitionId);
    if (folder === null) return null;
    const { office, holder, purpose } = folder.petition;
    const known = (await openCase(tx, id)) !== null;
    const [listing = null] = known ? await viewsOf(tx, deps, actor, [{ id, petitionId }]) : [];
    const place = { office, unit: holder };
    return {
      listing,
      mayEnter:
        listing?.status !== 'listed' &&
        purpose !== 'accusation' &&
        mayList(actor, 'enterList', place),
    };
  });
}
