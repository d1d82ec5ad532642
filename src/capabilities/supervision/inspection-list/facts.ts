import type { FactSource } from '../../../kernel/facts.ts';
import { localDateOf } from '../../../kernel/local-date.ts';
import type { Listing } from './case.ts';
import type { RecordedListingEvent } from './events.ts';
import { evolveListing } from './evolve.ts';

/** What the inspection list gives to statistics (T-1, U-3). */
export const listingFacts: FactSource<Listing, RecordedListingEvent> = {
  id: 'supervision.inspection-list',
  version: 1,
  streams: ['inspection-listing'],
  kinds: {
    'inspection-entered': { zh: '列入四色督查', en: 'entered on the inspection list' },
    'inspection-listed': { zh: '在四色督查名单', en: 'on the inspection list' },
  },
  evolve: evolveListing,
  about: ({ petitionId }) => petitionId,
  dims: ({ unit }) => ({ unit }),
  facts: ({ decisions, status, enteredAt, colour }) => [
    ...decisions.flatMap(({ deed, at, colour: then }, place) =>
      deed === 'entered'
        ? [
            {
              kind: 'inspection-entered',
              key: String(place + 1),
              day: localDateOf(at),
              detail: then,
            },
          ]
        : [],
    ),
    ...(status === 'listed'
      ? [{ kind: 'inspection-listed', day: localDateOf(enteredAt), detail: colour }]
      : []),
  ],
};
