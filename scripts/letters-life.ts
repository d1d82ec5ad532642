import type { Actor } from '../src/kernel/actor.ts';
import { localDate } from '../src/kernel/local-date.ts';
import type { SealedText } from '../src/kernel/sealed.ts';
import { calendar, units } from '../src/capabilities/petitions/life.test-data.ts';
import { lettersStatuses, type Ladder } from '../src/capabilities/supervision/letters/case.ts';
import type { LettersCommand } from '../src/capabilities/supervision/letters/command.ts';
import { decideLetters } from '../src/capabilities/supervision/letters/decide/index.ts';
import type { LettersEvent } from '../src/capabilities/supervision/letters/events.ts';
import { evolveLetters } from '../src/capabilities/supervision/letters/evolve.ts';
import { usualSettings } from '../src/capabilities/supervision/letters/settings.ts';
import { lifeDiagram } from './record-life.ts';

const text: SealedText = { id: 't', hash: 'h', length: 20 };
const at = Date.parse('2026-03-02T09:00:00+08:00');
/** Long after every answer was due. */
const later = Date.parse('2026-06-01T09:00:00+08:00');
const draft = { addressee: 'transport', copies: [], words: text };

const staff = (userId: string): Actor => ({
  kind: 'staff',
  userId,
  unitId: 'office',
  roles: [],
  readingUnits: [],
});

/** Each letter has a paper of its own. */
const nextPaper = ({ letters, papers }: Ladder): string => `p${letters.length + papers.length}`;

function attempts(state: Ladder | null): readonly LettersCommand[] {
  if (state === null) {
    return [
      {
        type: 'beginLetters',
        petitionId: 'p',
        office: 'office',
        unit: 'housing',
        item: null,
        steps: usualSettings.steps,
        step: 0,
        reason: null,
        paperId: 'p0',
        ...draft,
      },
    ];
  }
  const paperId = nextPaper(state);
  const open = state.papers.at(-1)?.id ?? '';
  const sealed = { number: 'n', document: { id: 'd', hash: 'h' }, verifyCode: 'c' };
  return [
    { type: 'draftLetter', paperId, ...draft },
    // One letter further is enough to see what raising does.
    ...(state.letters.length > 1
      ? []
      : [
          // The last letter goes to a body that reads nothing here: it answers on paper.
          { type: 'raiseLetter', to: 1, reason: text, paperId, ...draft } as const,
          { type: 'raiseLetter', to: 2, reason: text, paperId, ...draft } as const,
          { type: 'escalateLetter', paperId, addressee: null } as const,
        ]),
    { type: 'answerLetter', words: text, attachments: [] },
    { type: 'recordAnswer', words: text, attachments: [], receivedOn: localDate('2026-03-02') },
    { type: 'acceptAnswer', words: text },
    { type: 'returnAnswer', words: text },
    { type: 'withdrawLetters', reason: text },
    { type: 'issuePaper', paperId: open, ...sealed },
    { type: 'returnPaper', paperId: open, reason: text },
    { type: 'servePaper', paperId: open, way: 'electronic', servedOn: at, proof: null },
    { type: 'succeedUnit', from: 'housing', to: 'transport' },
  ];
}

/** The life of a ladder of letters as the rules are now. */
export const lettersLife = (): string =>
  lifeDiagram<Ladder, LettersCommand, LettersEvent>({
    statuses: lettersStatuses,
    ends: ['settled', 'withdrawn'],
    statusOf: ({ status }) => status,
    placeOf: ({ status, letters, papers }) =>
      JSON.stringify([
        status,
        letters.map(({ state, cause, step }) => [state, cause, step]),
        papers.map(({ stage }) => stage).at(-1),
      ]),
    attempts,
    decide: (state, command) =>
      decideLetters(state, command, {
        actor: staff(command.type === 'issuePaper' ? 'head' : 'supervisor'),
        now: command.type === 'escalateLetter' ? later : at,
        calendar,
        units,
        petition: { accusation: false, readers: ['housing', 'office'] },
      }),
    evolve: (state, event, seq) =>
      evolveLetters('l', state, {
        ...event,
        seq,
        at,
        actor:
          event.type === 'PaperDrafted' && event.data.text === null
            ? 'system:letters'
            : 'staff:supervisor',
        unitId: 'office',
        calendarVersion: 'c',
      }),
  });
