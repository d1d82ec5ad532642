import type { Actor } from '../src/kernel/actor.ts';
import { localDate } from '../src/kernel/local-date.ts';
import type { SealedText } from '../src/kernel/sealed.ts';
import { calendar, units } from '../src/capabilities/petitions/life.test-data.ts';
import {
  meetingStatuses,
  type Meeting,
} from '../src/capabilities/case-sponsorship/meetings/case.ts';
import type { MeetingCommand } from '../src/capabilities/case-sponsorship/meetings/command.ts';
import { decideMeeting } from '../src/capabilities/case-sponsorship/meetings/decide/index.ts';
import type { MeetingEvent } from '../src/capabilities/case-sponsorship/meetings/events.ts';
import { evolveMeeting } from '../src/capabilities/case-sponsorship/meetings/evolve.ts';
import { wayStatuses, type WayOut } from '../src/capabilities/case-sponsorship/ways-out/case.ts';
import type { WayCommand } from '../src/capabilities/case-sponsorship/ways-out/command.ts';
import { decideWay } from '../src/capabilities/case-sponsorship/ways-out/decide/index.ts';
import type { WayEvent } from '../src/capabilities/case-sponsorship/ways-out/events.ts';
import { evolveWay } from '../src/capabilities/case-sponsorship/ways-out/evolve.ts';
import {
  decideVisit,
  evolveVisit,
  festivalVisitStatuses,
  type FestivalVisit,
  type VisitCommand,
  type VisitEvent,
} from '../src/capabilities/case-sponsorship/ways-out/festival-visit.ts';
import { lifeDiagram } from './record-life.ts';

const text: SealedText = { id: 't', hash: 'h', length: 20 };
const item = { id: 'i', hash: 'h' };
const at = Date.parse('2026-03-02T09:00:00+08:00');
const today = localDate('2026-03-02');
const sealed = { paperId: 'p', number: 'n', verifyCode: 'c', document: item };
const rendered = { type: 'recordRendering', paperId: 'p', pdfHash: 'h', docxHash: 'h' } as const;
const succeed = { type: 'succeedUnit', from: 'housing', to: 'transport' } as const;

const staff = (userId: string, unitId: string): Actor => ({
  kind: 'staff',
  userId,
  unitId,
  roles: ['unit-head', 'office-head'],
  readingUnits: [],
});

const person = (side: 'petitioner' | 'unit', unit: string | null) => ({
  id: side,
  side,
  who: item,
  unit,
  userId: null,
});
const plan = { on: today, time: '09:30', place: text };

const meetingAttempts = (state: Meeting | null): readonly MeetingCommand[] =>
  state === null
    ? [
        {
          type: 'planMeeting',
          petitionId: 'p',
          office: 'office',
          unit: 'housing',
          plan,
          agenda: [],
          participants: [person('petitioner', null), person('unit', 'housing')],
        },
      ]
    : [
        { type: 'postponeMeeting', plan, reason: text, told: text },
        { type: 'cancelMeeting', reason: text, told: text },
        {
          type: 'recordMeeting',
          came: ['petitioner'],
          positions: [{ side: 'petitioner', words: text }],
          actions: [],
          openPoints: [{ matter: text, reason: text }],
        },
        { type: 'issueMinutes', ...sealed },
        { type: 'answerMinutes', agrees: true, words: null },
        rendered,
        succeed,
      ];

/** The life of a three-party meeting as the rules are now. */
export const threePartyMeetingLife = (): string =>
  lifeDiagram<Meeting, MeetingCommand, MeetingEvent>({
    statuses: meetingStatuses,
    ends: ['minuted', 'cancelled'],
    statusOf: ({ status }) => status,
    placeOf: ({ status }) => status,
    attempts: meetingAttempts,
    decide: (state, command) =>
      decideMeeting(state, command, {
        actor:
          command.type === 'answerMinutes'
            ? { kind: 'petitioner', petitionId: 'p' }
            : staff(command.type === 'issueMinutes' ? 'head' : 'writer', 'housing'),
        now: at,
        units,
        petition: { accusation: false },
      }),
    evolve: (state, event, seq) =>
      evolveMeeting('m', state, { ...event, seq, at, calendarVersion: 'c' }),
  });

const choose = {
  type: 'chooseWay',
  petitionId: 'p',
  demandId: null,
  office: 'office',
  unit: 'housing',
  reason: text,
} as const;
const approval = { name: { zh: 'n', en: 'n' } } as const;
const twoSteps = [
  { ...approval, id: 'unit', place: 'unit', unit: 'housing' },
  { ...approval, id: 'office', place: 'office', unit: 'office' },
] as const;

const wayAttempts = (state: WayOut | null): readonly WayCommand[] =>
  state === null
    ? [
        {
          ...choose,
          way: 'policy',
          steps: [{ id: 's', text, dueDate: today, expert: null }],
          aid: null,
        },
        { ...choose, way: 'law', steps: [], aid: null },
        {
          ...choose,
          way: 'aid',
          steps: [],
          aid: { kind: 'other', basis: text, circumstances: text, amount: 100, chain: twoSteps },
        },
      ]
    : [
        { type: 'recordStep', stepId: 's', on: today, note: null },
        {
          type: 'explainLaw',
          on: today,
          how: 'talk',
          by: item,
          provisions: [text],
          words: text,
          answer: text,
        },
        { type: 'finishWay', words: text },
        { type: 'changeWay', reason: text },
        { type: 'approveAid', words: text, sheet: sealed },
        { type: 'refuseAid', words: text },
        { type: 'payAid', on: today, proof: text, files: [] },
        rendered,
        succeed,
      ];

/** Whoever the next step of approval waits for; everybody else's step is the unit's. */
const approverOf = (state: WayOut | null): Actor => {
  const taken = state?.aid?.approvals.length ?? 0;
  return taken === 0 ? staff('unit-head', 'housing') : staff('office-head', 'office');
};

/** The life of a way out as the rules are now: path, explanation and aid in one. */
export const wayOutLife = (): string =>
  lifeDiagram<WayOut, WayCommand, WayEvent>({
    statuses: wayStatuses,
    ends: ['done', 'refused', 'changed'],
    statusOf: ({ status }) => status,
    placeOf: ({ status, way, steps, explanations, aid }) =>
      JSON.stringify([
        status,
        way,
        steps.map(({ done }) => done !== null),
        explanations.length > 0,
        aid?.approvals.length,
      ]),
    attempts: wayAttempts,
    decide: (state, command) =>
      decideWay(state, command, {
        actor:
          command.type === 'approveAid' || command.type === 'refuseAid'
            ? approverOf(state)
            : staff('handler', 'housing'),
        now: at,
        petition: { accusation: false, demands: [] },
      }),
    evolve: (state, event, seq) =>
      evolveWay('w', state, { ...event, seq, at, calendarVersion: 'c' }),
  });

const visitAttempts = (state: FestivalVisit | null): readonly VisitCommand[] =>
  state === null
    ? [
        {
          type: 'planVisit',
          petitionId: 'p',
          wayOutId: 'w',
          listId: 'l',
          unit: 'housing',
          office: 'office',
          plannedOn: today,
          goes: text,
          festival: { from: today, to: today, name: 'n' },
          aidGranted: true,
        },
      ]
    : [
        { type: 'recordVisit', on: today, brought: text, words: null },
        { type: 'cancelVisit', reason: text },
        succeed,
      ];

/** The life of a visit before a festival as the rules are now. */
export const festivalVisitLife = (): string =>
  lifeDiagram<FestivalVisit, VisitCommand, VisitEvent>({
    statuses: festivalVisitStatuses,
    ends: ['done', 'cancelled'],
    statusOf: ({ status }) => status,
    placeOf: ({ status }) => status,
    attempts: visitAttempts,
    decide: (state, command) =>
      decideVisit(state, command, {
        actor: staff('visitor', 'housing'),
        now: at,
        petition: { accusation: false },
      }),
    evolve: (state, event, seq) =>
      evolveVisit('v', state, { ...event, seq, at, calendarVersion: calendar.version }),
  });
