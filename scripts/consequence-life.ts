import type { Actor } from '../src/kernel/actor.ts';
import { localDate } from '../src/kernel/local-date.ts';
import type { SealedText } from '../src/kernel/sealed.ts';
import { calendar, units } from '../src/capabilities/petitions/life.test-data.ts';
import {
  consequenceStatuses,
  type Consequence,
} from '../src/capabilities/supervision/consequences/case.ts';
import type { ConsequenceCommand } from '../src/capabilities/supervision/consequences/command.ts';
import { decideConsequence } from '../src/capabilities/supervision/consequences/decide/index.ts';
import type { ConsequenceEvent } from '../src/capabilities/supervision/consequences/events.ts';
import { evolveConsequence } from '../src/capabilities/supervision/consequences/evolve.ts';
import { lifeDiagram } from './record-life.ts';

const text: SealedText = { id: 't', hash: 'h', length: 20 };
const at = Date.parse('2026-03-02T09:00:00+08:00');
/** When the days to state a view are long over. */
const later = Date.parse('2026-06-01T09:00:00+08:00');
const today = localDate('2026-03-02');
const said = { words: text, attachments: [] } as const;

const staff = (userId: string): Actor => ({
  kind: 'staff',
  userId,
  unitId: 'office',
  roles: [],
  readingUnits: [],
});

function attempts(state: Consequence | null): readonly ConsequenceCommand[] {
  if (state === null) {
    // One that is carried out, and one that demands a correction.
    return (['circulated-notice', 'warning'] as const).map((kind) => ({
      type: 'propose',
      petitionId: 'p',
      kind,
      office: 'office',
      unit: 'housing',
      post: null,
      reason: text,
      petitions: [],
      letters: [],
      item: null,
    }));
  }
  const { kind, papers } = state;
  const paperId = papers.at(-1)?.id ?? '';
  const sealed = { number: 'n', document: { id: 'd', hash: 'h' }, verifyCode: 'c' };
  const terms =
    kind === 'warning'
      ? ({ kind, correctBy: localDate('2026-07-01') } as const)
      : ({ kind: 'circulated-notice' } as const);
  return [
    { type: 'makeStatement', ...said },
    { type: 'declineStatement' },
    { type: 'recordSilence' },
    // A second draft in place of the first shows all that a third would.
    ...(papers.length > 1
      ? []
      : [{ type: 'draftDecision', words: text, terms, paperId: `p${papers.length}` } as const]),
    { type: 'issuePaper', paperId, ...sealed },
    { type: 'returnPaper', paperId, reason: text },
    { type: 'servePaper', paperId, way: 'electronic', servedOn: at, proof: null },
    { type: 'recordCarriedOut', on: today, words: text },
    { type: 'reportCorrection', on: today, ...said },
    { type: 'returnCorrection', words: text },
    { type: 'lift', words: text },
    { type: 'drop', words: text },
    { type: 'succeedUnit', from: 'housing', to: 'transport' },
  ];
}

/** The life of a consequence as the rules are now. */
export const consequenceLife = (): string =>
  lifeDiagram<Consequence, ConsequenceCommand, ConsequenceEvent>({
    statuses: consequenceStatuses,
    ends: ['done', 'dropped'],
    statusOf: ({ status }) => status,
    placeOf: ({ status, kind, papers }) =>
      JSON.stringify([status, kind, papers.map(({ stage }) => stage)]),
    attempts,
    decide: (state, command) =>
      decideConsequence(state, command, {
        actor: staff(command.type === 'issuePaper' ? 'head' : 'supervisor'),
        now: command.type === 'recordSilence' ? later : at,
        calendar,
        units,
        petition: { accusation: false, readers: ['housing', 'office', 'transport'] },
      }),
    evolve: (state, event, seq) =>
      evolveConsequence('c', state, {
        ...event,
        seq,
        at,
        actor: 'staff:supervisor',
        unitId: 'office',
        calendarVersion: 'c',
      }),
  });
