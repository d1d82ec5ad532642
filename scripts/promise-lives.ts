import type { Actor } from '../src/kernel/actor.ts';
import { localDate } from '../src/kernel/local-date.ts';
import type { SealedText } from '../src/kernel/sealed.ts';
import type { UnitDirectory } from '../src/kernel/units.ts';
import type { CommitmentCommand } from '../src/capabilities/commitments/command.ts';
import { commitmentStatuses, type Commitment } from '../src/capabilities/commitments/commitment.ts';
import { decideCommitment } from '../src/capabilities/commitments/decide/index.ts';
import type { CommitmentEvent } from '../src/capabilities/commitments/events.ts';
import { evolveCommitment } from '../src/capabilities/commitments/evolve.ts';
import type { LetterCommand } from '../src/capabilities/leader-letters/command.ts';
import { decideLetter } from '../src/capabilities/leader-letters/decide/index.ts';
import type { LetterEvent } from '../src/capabilities/leader-letters/events.ts';
import { evolveLetter } from '../src/capabilities/leader-letters/evolve.ts';
import { letterStatuses, type Letter } from '../src/capabilities/leader-letters/letter.ts';
import { lifeDiagram } from './record-life.ts';

const text: SealedText = { id: 't', hash: 'h', length: 20 };
const item = { id: 'i', hash: 'h' };
const file = { id: 'f', address: 'a', mediaType: 'image/png', size: 1, name: item };
const made = Date.parse('2026-03-02T09:00:00+08:00');
const today = localDate('2026-03-02');
const due = localDate('2026-03-20');

/** Somebody outside the unit that promised: only they verify. */
const outsider: Actor = {
  kind: 'staff',
  userId: 'leader',
  unitId: 'government',
  roles: ['leader'],
  readingUnits: ['government'],
};

const units: UnitDirectory = {
  find: (id) => ({
    id,
    name: id,
    kind: 'bureau',
    level: 'county',
    regionCode: '430121',
    parentId: null,
    active: true,
    successorId: null,
  }),
};

const petition = { id: 'p', office: 'office', accusation: false, accusedUnits: [] } as const;

const commitmentAttempts = (state: Commitment | null): readonly CommitmentCommand[] =>
  state === null
    ? (['petitioner', 'public'] as const).map((promisedTo) => ({
        type: 'makeCommitment',
        source: { kind: 'instruction', id: 's' },
        text,
        publicText: text,
        promisedTo,
        responsible: { userId: null, name: item },
        unit: 'unit',
        byUnit: 'government',
        madeBy: null,
        dueDate: due,
      }))
    : [
        ...[null, text].map(
          (withoutConfirmation) =>
            ({
              type: 'reportFulfilled',
              doneOn: today,
              evidence: text,
              files: [file],
              withoutConfirmation,
            }) as const,
        ),
        // Only whom it was promised to answers it; `policy` asks for that.
        ...(state.promisedTo === 'petitioner'
          ? ([
              { type: 'confirmFulfilled', words: null },
              { type: 'denyFulfilled', words: text },
            ] as const)
          : []),
        { type: 'verifyFulfilled', reason: text },
        { type: 'returnReport', reason: text },
        { type: 'changeDate', dueDate: localDate('2026-04-20'), reason: text },
        { type: 'withdrawCommitment', reason: text, cause: null },
        { type: 'succeedUnit', from: 'unit', to: 'heir' },
      ];

/** The life of a promise as the rules are now. */
export const commitmentLife = (): string =>
  lifeDiagram<Commitment, CommitmentCommand, CommitmentEvent>({
    statuses: commitmentStatuses,
    ends: ['fulfilled', 'withdrawn'],
    statusOf: ({ status }) => status,
    placeOf: ({ status, promisedTo, reports, fulfilled, dueDate }) =>
      JSON.stringify([
        status,
        promisedTo,
        fulfilled?.judge,
        reports.at(-1)?.withoutConfirmation,
        dueDate,
      ]),
    attempts: commitmentAttempts,
    decide: (state, command) =>
      decideCommitment(state, command, { actor: outsider, now: made, units, petition }),
    evolve: (state, event, seq) =>
      evolveCommitment('c', state, {
        ...event,
        seq,
        at: made,
        actor: 'staff:leader',
        unitId: null,
      }),
  });

const letterAttempts = (state: Letter | null): readonly LetterCommand[] =>
  state === null
    ? [
        {
          type: 'layLetter',
          petitionId: 'p',
          before: 'leader',
          unit: 'government',
          office: 'office',
          reason: null,
        },
      ]
    : [
        { type: 'readLetter', mark: 'seen', words: null },
        { type: 'instruct', commitmentId: 'c', unit: 'unit', dueDate: due, told: true },
        { type: 'succeedReader', from: 'government', to: 'heir' },
      ];

/** The life of a letter before its reader as the rules are now. */
export const leaderLetterLife = (): string =>
  lifeDiagram<Letter, LetterCommand, LetterEvent>({
    statuses: letterStatuses,
    ends: ['read', 'instructed'],
    statusOf: ({ status }) => status,
    placeOf: ({ status }) => status,
    attempts: letterAttempts,
    decide: (state, command) =>
      decideLetter(state, command, { actor: outsider, units, petition: { accusation: false } }),
    evolve: (state, event, seq) =>
      evolveLetter('l', state, {
        ...event,
        seq,
        at: made,
        calendarVersion: 'c',
      }),
  });
