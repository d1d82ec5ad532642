import type { Actor } from '../src/kernel/actor.ts';
import { localDate } from '../src/kernel/local-date.ts';
import type { SealedText } from '../src/kernel/sealed.ts';
import { disputeStatuses, type Dispute } from '../src/capabilities/disputes/case.ts';
import type { DisputeCommand } from '../src/capabilities/disputes/command.ts';
import { decideDispute } from '../src/capabilities/disputes/decide/index.ts';
import {
  assessmentStatuses,
  lastReview,
  type Assessment,
} from '../src/capabilities/disputes/decisions/case.ts';
import type { AssessmentCommand } from '../src/capabilities/disputes/decisions/command.ts';
import { decideAssessment } from '../src/capabilities/disputes/decisions/decide/index.ts';
import type { AssessmentEvent } from '../src/capabilities/disputes/decisions/events.ts';
import { evolveAssessment } from '../src/capabilities/disputes/decisions/evolve.ts';
import type { DisputeEvent } from '../src/capabilities/disputes/events.ts';
import { evolveDispute } from '../src/capabilities/disputes/evolve.ts';
import { usualSettings } from '../src/capabilities/disputes/settings.ts';
import { unitsOfTest, villageCode } from '../src/capabilities/disputes/village.test-data.ts';
import { lifeDiagram } from './record-life.ts';

const words: SealedText = { id: 't', hash: 'h', length: 20 };
const at = Date.parse('2026-03-02T09:00:00+08:00');
const today = localDate('2026-03-02');
const reviewer: Actor = {
  kind: 'staff',
  userId: 'reviewer',
  unitId: 'office',
  roles: [],
  readingUnits: [],
};
const stamp = { at, actor: 'staff:reviewer', unitId: 'village', calendarVersion: 'c' };

const disputeAttempts = (state: Dispute | null): readonly DisputeCommand[] =>
  state === null
    ? [
        {
          type: 'recordDispute',
          kind: 'land',
          regionCode: villageCode,
          place: words,
          about: words,
          parties: null,
          partyCount: 0,
          tried: null,
          line: [
            { level: 'village', unit: 'village' },
            { level: 'township', unit: 'town' },
            { level: 'county', unit: 'office' },
          ],
          recordedBy: 'village',
        },
      ]
    : [
        { type: 'noteAttempt', words },
        { type: 'passUp', reason: words },
        { type: 'passDown', to: 'village', reason: words },
        { type: 'acknowledge' },
        { type: 'takeBack', reason: words },
        { type: 'settle', agreed: words },
        { type: 'followUp', kept: true, words },
        { type: 'followUp', kept: false, words },
        { type: 'promote', petitionId: 'p', way: 'spoken', saidOn: today, wish: words },
        { type: 'endDispute', how: 'fell-away', words },
        { type: 'succeedUnit', from: 'village', to: 'village2' },
      ];

/** The life of a dispute as the rules are now. */
export const disputeLife = (): string =>
  lifeDiagram<Dispute, DisputeCommand, DisputeEvent>({
    statuses: disputeStatuses,
    ends: ['kept', 'promoted', 'ended'],
    statusOf: ({ status }) => status,
    placeOf: ({ status, holder }) => `${status}/${holder.level}`,
    attempts: disputeAttempts,
    decide: (state, command) =>
      decideDispute(state, command, {
        actor: reviewer,
        now: at,
        units: unitsOfTest,
        settings: usualSettings,
      }),
    evolve: (state, event, seq) => evolveDispute('d', state, { ...event, ...stamp, seq }),
  });

const [question] = usualSettings.checklist;

const assessmentAttempts = (state: Assessment | null): readonly AssessmentCommand[] =>
  state === null
    ? [
        {
          type: 'recordDecision',
          title: words,
          content: words,
          kind: 'project',
          regionCode: villageCode,
          peopleConcerned: 100,
          unit: 'housing',
          assessor: 'political-legal',
          office: 'office',
          checklist: question === undefined ? [] : [question],
        },
      ]
    : [
        { type: 'answerCheck', code: 'lawful', answer: 'yes', words },
        {
          type: 'recordConsultation',
          kind: 'hearing',
          heldOn: today,
          people: 12,
          opinions: words,
          answer: words,
        },
        { type: 'addMeasure', words, unit: 'housing' },
        { type: 'nameReviewer', userId: 'reviewer', unit: 'office' },
        { type: 'reviewLegality', opinion: 'lawful', words, validUntil: today },
        { type: 'conclude', result: 'carry-out', words, validUntil: today },
        { type: 'reopen', reason: words },
        { type: 'withdraw', reason: words },
        { type: 'linkPetition', petitionId: 'p', accusation: false },
        { type: 'unlinkPetition', petitionId: 'p' },
        { type: 'succeedUnit', from: 'housing', to: 'housing-station' },
      ];

/** The life of an assessment as the rules are now. */
export const assessmentLife = (): string =>
  lifeDiagram<Assessment, AssessmentCommand, AssessmentEvent>({
    statuses: assessmentStatuses,
    ends: ['concluded', 'withdrawn'],
    statusOf: ({ status }) => status,
    placeOf: (state) =>
      [
        state.status,
        state.checks.length,
        state.consultations.length > 0,
        state.reviewer !== null,
        lastReview(state) !== null,
        state.petitions.length,
      ].join('/'),
    attempts: assessmentAttempts,
    decide: (state, command) =>
      decideAssessment(state, command, {
        actor: reviewer,
        now: at,
        units: unitsOfTest,
        holdsPost: () => true,
      }),
    evolve: (state, event, seq) => evolveAssessment('a', state, { ...event, ...stamp, seq }),
  });
