import type { Actor } from '../src/kernel/actor.ts';
import type { SealedText } from '../src/kernel/sealed.ts';
import { units } from '../src/capabilities/petitions/life.test-data.ts';
import { backlogStatuses, type Backlog } from '../src/capabilities/case-sponsorship/backlog.ts';
import type { BacklogCommand } from '../src/capabilities/case-sponsorship/command.ts';
import { decideBacklog } from '../src/capabilities/case-sponsorship/decide/index.ts';
import type { BacklogEvent } from '../src/capabilities/case-sponsorship/events.ts';
import { evolveBacklog } from '../src/capabilities/case-sponsorship/evolve.ts';
import { lifeDiagram } from './record-life.ts';

const text: SealedText = { id: 't', hash: 'h', length: 20 };
const at = Date.parse('2026-03-02T09:00:00+08:00');

const staff = (unitId: string): Actor => ({
  kind: 'staff',
  userId: unitId,
  unitId,
  roles: [],
  readingUnits: [],
});

const attempts = (state: Backlog | null): readonly BacklogCommand[] =>
  state === null
    ? [
        {
          type: 'assignBacklog',
          petitionId: 'p',
          batch: { id: 'b', name: 'b' },
          listedAs: null,
          office: 'office',
          unit: 'housing',
          leader: text,
          leaderId: null,
          dueDate: null,
        },
      ]
    : [
        {
          type: 'proposeClosing',
          evidence: text,
          attachments: [],
          view: 'agrees',
          viewWords: text,
        },
        { type: 'verifyClosing', words: text },
        { type: 'sendBack', words: text },
        { type: 'takeUpAgain', words: text },
        { type: 'succeedUnit', from: 'housing', to: 'transport' },
      ];

/** The life of a backlog case as the rules are now. */
export const backlogLife = (): string =>
  lifeDiagram<Backlog, BacklogCommand, BacklogEvent>({
    statuses: backlogStatuses,
    ends: ['closed'],
    statusOf: ({ status }) => status,
    placeOf: ({ status }) => status,
    attempts,
    decide: (state, command) =>
      decideBacklog(state, command, {
        actor: staff(command.type === 'proposeClosing' ? 'housing' : 'office'),
        units,
        petition: { accusation: false },
      }),
    evolve: (state, event, seq) =>
      evolveBacklog('b', state, { ...event, seq, at, calendarVersion: 'c' }),
  });
