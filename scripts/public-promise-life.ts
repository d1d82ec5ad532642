import { localDate } from '../src/kernel/local-date.ts';
import {
  promiseStatuses,
  type PromiseStatus,
  type PublicPromise,
} from '../src/capabilities/case-sponsorship/public-promises/case.ts';
import type { PromiseCommand } from '../src/capabilities/case-sponsorship/public-promises/command.ts';
import { decidePromise } from '../src/capabilities/case-sponsorship/public-promises/decide/index.ts';
import type { PromiseEvent } from '../src/capabilities/case-sponsorship/public-promises/events.ts';
import { evolvePromise } from '../src/capabilities/case-sponsorship/public-promises/evolve.ts';
import { lifeDiagram } from './record-life.ts';

const at = Date.parse('2026-03-02T09:00:00+08:00');
const dueDate = localDate('2026-12-01');
const place = { dueDate, unit: 'housing', byUnit: 'office' } as const;
const words = { id: 'w', hash: 'h' };

/** Where its commitment can go next, which the promise follows. */
const next: Readonly<Record<PromiseStatus, readonly PromiseStatus[]>> = {
  open: ['reported', 'withdrawn'],
  reported: ['open', 'fulfilled', 'withdrawn'],
  fulfilled: ['open'],
  withdrawn: [],
};

const attempts = (state: PublicPromise | null): readonly PromiseCommand[] =>
  state === null
    ? [
        {
          type: 'makePromise',
          number: 1001,
          petitionId: null,
          meetingId: null,
          commitmentId: 'c',
          leader: null,
          words,
          steps: 2,
          ...place,
        },
      ]
    : [
        { type: 'changeHouseholds', changes: [{ id: 'h', from: null, to: 0, details: words }] },
        { type: 'replaceHouseholdCode', householdId: 'h', version: 2 },
        { type: 'makeSlips', first: 1, last: 1 },
        ...next[state.status].map((status): PromiseCommand => ({
          type: 'followCommitment',
          status,
          ...place,
        })),
      ];

/** The life of a promise to many households as the rules are now. */
export const publicPromiseLife = (): string =>
  lifeDiagram<PublicPromise, PromiseCommand, PromiseEvent>({
    statuses: promiseStatuses,
    ends: ['fulfilled', 'withdrawn'],
    statusOf: ({ status }) => status,
    placeOf: ({ status }) => status,
    attempts,
    decide: (state, command) =>
      decidePromise(
        state,
        command,
        { actor: { kind: 'system', name: 'diagram' }, accusation: false },
        () => 1,
      ),
    evolve: (state, event, seq) => evolvePromise('p', state, { ...event, seq, at }),
  });
