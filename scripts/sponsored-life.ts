import type { StaffActor } from '../src/kernel/actor.ts';
import { localDate } from '../src/kernel/local-date.ts';
import type { SealedText } from '../src/kernel/sealed.ts';
import {
  sponsoredStatuses,
  type Sponsored,
} from '../src/capabilities/case-sponsorship/sponsored/case.ts';
import type { SponsoredCommand } from '../src/capabilities/case-sponsorship/sponsored/command.ts';
import { decideSponsored } from '../src/capabilities/case-sponsorship/sponsored/decide/index.ts';
import {
  decideTask,
  type TaskCommand,
} from '../src/capabilities/case-sponsorship/sponsored/decide/tasks.ts';
import type {
  SponsoredEvent,
  TaskEvent,
} from '../src/capabilities/case-sponsorship/sponsored/events.ts';
import {
  evolveSponsored,
  evolveTask,
} from '../src/capabilities/case-sponsorship/sponsored/evolve.ts';
import {
  taskStatuses,
  type PostTask,
} from '../src/capabilities/case-sponsorship/sponsored/task.ts';
import { lifeDiagram } from './record-life.ts';

const words: SealedText = { id: 't', hash: 'h', length: 20 };
const at = Date.parse('2026-03-02T09:00:00+08:00');
const today = localDate('2026-03-02');
const later = localDate('2026-03-20');
const leader = { userId: 'leader', unit: 'government', eligible: true };
const other = { userId: 'other', unit: 'township', eligible: true };
const place = {
  petitionId: 'p',
  office: 'office',
  unit: 'housing',
  regionCode: '430121',
  persons: 1,
};

const staff = (userId: string, unitId: string): StaffActor => ({
  kind: 'staff',
  userId,
  unitId,
  roles: [],
  readingUnits: [unitId],
});

const attempts = (state: Sponsored | null): readonly SponsoredCommand[] =>
  state === null
    ? [
        { type: 'takeCharge', ...place, leader },
        { type: 'proposeLeader', ...place, leader, reason: words },
      ]
    : [
        { type: 'acceptCharge' },
        { type: 'declineCharge', reason: words },
        { type: 'handOver', leader: other, reason: words },
        { type: 'acknowledgeHandOver' },
        { type: 'refuseHandOver', reason: words },
        { type: 'withdrawHandOver' },
        { type: 'proposeEnding', result: 'resolved', words },
        { type: 'verifyEnding', words },
        { type: 'returnEnding', words },
        { type: 'takeUpAgain', leader, reason: words, unit: 'housing' },
      ];

const byOffice = new Set(['verifyEnding', 'returnEnding', 'proposeLeader', 'takeUpAgain']);

/** The life of a case under a leader as the rules are now. */
export const sponsoredCaseLife = (): string =>
  lifeDiagram<Sponsored, SponsoredCommand, SponsoredEvent>({
    statuses: sponsoredStatuses,
    ends: ['ended', 'declined'],
    statusOf: ({ status }) => status,
    placeOf: ({ status, handOver }) => `${status} ${handOver === null ? '' : 'hand-over'}`,
    attempts,
    decide: (state, command) =>
      decideSponsored(state, command, {
        actor: byOffice.has(command.type) ? staff('head', 'office') : staff('leader', 'government'),
        today,
        petition: { accusation: false, member: false },
      }),
    evolve: (state, event, seq) =>
      evolveSponsored('s', state, { ...event, seq, at, calendarVersion: 'c' }),
  });

const taskAttempts = (state: PostTask | null): readonly TaskCommand[] =>
  state === null
    ? [
        {
          type: 'giveTask',
          caseId: 'c',
          petitionId: 'p',
          post: { code: 'x', label: { zh: 'x', en: 'x' }, ownOnly: false },
          holder: { userId: 'u', contact: { id: 'c', hash: 'h' } },
          task: words,
          dueDate: today,
        },
      ]
    : [
        { type: 'moveTask', dueDate: later, reason: words },
        { type: 'reportTask', words },
        { type: 'acceptTask' },
        { type: 'returnTask', words },
        { type: 'withdrawTask', reason: words },
      ];

/** The life of a task of the seven as the rules are now. */
export const postTaskLife = (): string =>
  lifeDiagram<PostTask, TaskCommand, TaskEvent>({
    statuses: taskStatuses,
    ends: ['accepted', 'withdrawn'],
    statusOf: ({ status }) => status,
    placeOf: ({ status }) => status,
    attempts: taskAttempts,
    decide: (state, command) => decideTask(state, command, { today, userId: 'leader' }),
    evolve: (state, event, seq) => evolveTask('t', state, { ...event, seq, at }),
  });
