import type { Actor } from '../src/kernel/actor.ts';
import { localDate } from '../src/kernel/local-date.ts';
import type { SealedText } from '../src/kernel/sealed.ts';
import { calendar, units } from '../src/capabilities/petitions/life.test-data.ts';
import {
  itemStatuses,
  type SupervisionItem,
} from '../src/capabilities/supervision/must-checks/case.ts';
import type { ItemCommand } from '../src/capabilities/supervision/must-checks/command.ts';
import { decideItem } from '../src/capabilities/supervision/must-checks/decide/index.ts';
import type { ItemEvent } from '../src/capabilities/supervision/must-checks/events.ts';
import { evolveItem } from '../src/capabilities/supervision/must-checks/evolve.ts';
import { lifeDiagram } from './record-life.ts';

const text: SealedText = { id: 't', hash: 'h', length: 20 };
const at = Date.parse('2026-03-02T09:00:00+08:00');
const dueDate = localDate('2026-03-20');
const place = { petitionId: 'p', unit: 'housing', office: 'office', regionCode: '430121' };

const staff = (unitId: string): Actor => ({
  kind: 'staff',
  userId: unitId,
  unitId,
  roles: [],
  readingUnits: [],
});

const found = (key: string): ItemCommand => ({
  type: 'recordHits',
  check: 'came-back',
  place,
  hits: [{ key, evidence: { kind: 'relapse', at } }],
});

/** Found again is found under another key. */
const attempts = (state: SupervisionItem | null): readonly ItemCommand[] =>
  state === null
    ? [found('1'), { type: 'orderItem', place, on: 'delay', words: text, dueDate }]
    : [
        found(`${state.occurrences.length + 1}`),
        { type: 'answerItem', words: text },
        { type: 'returnAnswer', words: text, dueDate },
        { type: 'closeItem', words: text },
      ];

/** The life of a supervision item as the rules are now. */
export const supervisionItemLife = (): string =>
  lifeDiagram<SupervisionItem, ItemCommand, ItemEvent>({
    statuses: itemStatuses,
    ends: ['closed'],
    statusOf: ({ status }) => status,
    placeOf: ({ status }) => status,
    attempts,
    decide: (state, command) =>
      decideItem(state, command, {
        actor: staff(command.type === 'answerItem' ? 'housing' : 'office'),
        now: at,
        calendar,
        units,
        petition: { accusation: false, readers: ['housing', 'office'] },
      }),
    evolve: (state, event, seq) =>
      evolveItem('i', state, { ...event, seq, at, calendarVersion: 'c' }),
  });
