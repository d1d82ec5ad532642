import type { Actor } from '../src/kernel/actor.ts';
import type { SealedText } from '../src/kernel/sealed.ts';
import {
  listingStatuses,
  type Listing,
} from '../src/capabilities/supervision/inspection-list/case.ts';
import type { ListingCommand } from '../src/capabilities/supervision/inspection-list/command.ts';
import { decideListing } from '../src/capabilities/supervision/inspection-list/decide/index.ts';
import type { ListingEvent } from '../src/capabilities/supervision/inspection-list/events.ts';
import { evolveListing } from '../src/capabilities/supervision/inspection-list/evolve.ts';
import { lifeDiagram } from './record-life.ts';

const reason: SealedText = { id: 't', hash: 'h', length: 20 };
const at = Date.parse('2026-03-02T09:00:00+08:00');
const actor: Actor = {
  kind: 'staff',
  userId: 'head',
  unitId: 'office',
  roles: [],
  readingUnits: [],
};

const enter: ListingCommand = {
  type: 'enterList',
  petitionId: 'p',
  office: 'office',
  unit: 'housing',
  colour: 'red',
  reason,
};

/** The life of a listed case as the rules are now. */
export const inspectionListLife = (): string =>
  lifeDiagram<Listing, ListingCommand, ListingEvent>({
    statuses: listingStatuses,
    ends: ['removed'],
    statusOf: ({ status }) => status,
    placeOf: ({ status, colour }) => `${status} ${colour}`,
    attempts: (state) =>
      state === null
        ? [enter]
        : [
            enter,
            { type: 'recolour', colour: state.colour === 'red' ? 'yellow' : 'red', reason },
            { type: 'removeFromList', reason },
            { type: 'succeedUnit', from: 'housing', to: 'transport' },
          ],
    decide: (state, command) =>
      decideListing(state, command, { actor, petition: { accusation: false } }),
    evolve: (state, event, seq) =>
      evolveListing('l', state, { ...event, seq, at, calendarVersion: 'c' }),
  });
