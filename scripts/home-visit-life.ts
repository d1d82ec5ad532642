import type { Actor } from '../src/kernel/actor.ts';
import { localDate } from '../src/kernel/local-date.ts';
import type { SealedText } from '../src/kernel/sealed.ts';
import type { Visit } from '../src/capabilities/case-sponsorship/visits/case.ts';
import {
  visitOutcomes,
  visitStatuses,
} from '../src/capabilities/case-sponsorship/visits/code-names.ts';
import type { VisitCommand } from '../src/capabilities/case-sponsorship/visits/command.ts';
import { decideVisit } from '../src/capabilities/case-sponsorship/visits/decide/index.ts';
import type { VisitEvent } from '../src/capabilities/case-sponsorship/visits/events.ts';
import { evolveVisit } from '../src/capabilities/case-sponsorship/visits/evolve.ts';
import { lifeDiagram } from './record-life.ts';

const text: SealedText = { id: 't', hash: 'h', length: 20 };
const today = localDate('2026-03-02');
const at = Date.parse('2026-03-02T09:00:00+08:00');

const visitor: Actor = {
  kind: 'staff',
  userId: 'visitor',
  unitId: 'housing',
  roles: [],
  readingUnits: [],
};

const plan = {
  day: today,
  time: null,
  visitors: ['visitor'],
  companions: null,
  whom: text,
  place: text,
  purpose: text,
};
const notes = { visitedOn: today, talks: [], words: null, attachments: [] };

const attempts = (state: Visit | null): readonly VisitCommand[] =>
  state === null
    ? [{ type: 'planVisit', petitionId: 'p', unit: 'housing', office: 'office', plan }]
    : [
        { type: 'changeVisit', plan },
        { type: 'noteConsent', on: today, way: 'spoken' },
        { type: 'withdrawConsent' },
        { type: 'cancelVisit', reason: null },
        { type: 'declineVisit' },
        ...visitOutcomes.map((outcome): VisitCommand => {
          const made = outcome === 'made';
          const talks = made ? [{ partner: 'petitioner' as const, name: null }] : [];
          const words = made ? text : null;
          const said = { ...notes, talks, words };
          return { type: 'recordVisit', outcome, ...said, consent: null, promise: null };
        }),
        { type: 'addToVisit', ...notes, words: text },
        { type: 'correctVisit', words: text },
        { type: 'succeedUnit', from: 'housing', to: 'transport' },
      ];

/** The life of a home visit as the rules are now. */
export const homeVisitLife = (): string =>
  lifeDiagram<Visit, VisitCommand, VisitEvent>({
    statuses: visitStatuses,
    ends: ['made', 'declined', 'not-home', 'cancelled'],
    statusOf: ({ status }) => status,
    placeOf: ({ status, consent }) => `${status}:${consent === null}`,
    attempts,
    decide: (state, command) =>
      decideVisit(state, command, {
        actor: visitor,
        now: at,
        holdsPost: () => true,
        petition: { accusation: false, named: [], readers: [], accusedUnits: [] },
      }),
    evolve: (state, event, seq) =>
      evolveVisit('v', state, { ...event, seq, at, calendarVersion: 'c' }),
  });
