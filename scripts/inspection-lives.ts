import type { Actor } from '../src/kernel/actor.ts';
import { localDate } from '../src/kernel/local-date.ts';
import type { SealedText } from '../src/kernel/sealed.ts';
import { units } from '../src/capabilities/petitions/life.test-data.ts';
import type {
  InspectionCommand,
  ProgrammeCommand,
} from '../src/capabilities/supervision/inspections/command.ts';
import { decideInspection } from '../src/capabilities/supervision/inspections/decide/inspection.ts';
import { decideProgramme } from '../src/capabilities/supervision/inspections/decide/programme.ts';
import type {
  InspectionEvent,
  ProgrammeEvent,
} from '../src/capabilities/supervision/inspections/events.ts';
import {
  evolveInspection,
  evolveProgramme,
} from '../src/capabilities/supervision/inspections/evolve.ts';
import {
  inspectionStatuses,
  type Inspection,
} from '../src/capabilities/supervision/inspections/inspection.ts';
import {
  programmeStatuses,
  type Programme,
} from '../src/capabilities/supervision/inspections/programme.ts';
import { lifeDiagram } from './record-life.ts';

const text: SealedText = { id: 't', hash: 'h', length: 20 };
const at = Date.parse('2026-03-02T09:00:00+08:00');
const today = localDate('2026-03-02');

const contextOf = (userId: string) => {
  const actor: Actor = {
    kind: 'staff',
    userId,
    unitId: 'office',
    roles: [],
    readingUnits: [],
  };
  return { now: at, actor, by: `staff:${userId}`, organisation: units };
};

const team = { id: 'team', name: 'n', leader: 'l', members: ['l'], units: ['office'] };
const plan = {
  theme: 't',
  basis: 'b',
  from: today,
  to: localDate('2026-04-30'),
  focus: text,
  teams: [team],
  rounds: [],
};

const programmeAttempts = (state: Programme | null): readonly ProgrammeCommand[] =>
  state === null
    ? [{ type: 'planProgramme', office: 'office', ...plan }]
    : [
        { type: 'changeProgramme', ...plan },
        { type: 'approveProgramme' },
        { type: 'changeTeams', teams: [team], rounds: [] },
        ...(state.draws.length > 0
          ? []
          : [
              {
                type: 'freezeList' as const,
                id: 'd',
                list: [{ entry: 'e', petitionId: 'p' }],
                excluded: [],
                listHash: 'h',
                take: 1,
                source: { kind: 'server' as const },
              },
            ]),
        { type: 'drawFromList', drawId: 'd', seed: 's', result: ['e'] },
        { type: 'closeProgramme', open: 0 },
        { type: 'succeedUnit', from: 'office', to: 'transport' },
      ];

/** The life of a programme of inspections as the rules are now. */
export const programmeLife = (): string =>
  lifeDiagram<Programme, ProgrammeCommand, ProgrammeEvent>({
    statuses: programmeStatuses,
    ends: ['closed'],
    statusOf: ({ status }) => status,
    placeOf: ({ status, draws }) =>
      JSON.stringify([status, draws.map(({ drawn }) => drawn !== null)]),
    attempts: programmeAttempts,
    decide: (state, command) =>
      decideProgramme(
        state,
        command,
        contextOf(command.type === 'approveProgramme' ? 'head' : 'supervisor'),
      ),
    evolve: (state, event, seq) =>
      evolveProgramme('p', state, { ...event, seq, at, actor: 'staff:supervisor' }),
  });

const inspectionAttempts = (state: Inspection | null): readonly InspectionCommand[] =>
  state === null
    ? [
        {
          type: 'planInspection',
          office: 'office',
          programmeId: 'p',
          teamId: 'team',
          members: ['l'],
          memberUnits: ['office'],
          roundId: null,
          unit: 'housing',
          way: 'open',
          focus: 'key',
          drawId: null,
          on: today,
          petitions: [],
          task: text,
        },
      ]
    : [
        { type: 'carryOut', on: today, checked: text },
        // One finding goes through everything that a finding can.
        ...(state.findings.length > 0
          ? []
          : [
              {
                type: 'recordFinding' as const,
                findingId: 'f',
                kind: 'delay' as const,
                petitionId: null,
                text,
                basis: null,
                demand: text,
                dueOn: today,
                photographs: [],
              },
            ]),
        { type: 'answerFinding', findingId: 'f', text, files: [] },
        { type: 'verifyFinding', findingId: 'f', text },
        { type: 'reopenFinding', findingId: 'f', text, dueOn: today },
        { type: 'superviseFinding', findingId: 'f', itemId: 'i' },
        { type: 'closeInspection' },
        { type: 'cancelInspection', reason: text },
        { type: 'succeedUnit', from: 'housing', to: 'transport' },
      ];

/** The life of an inspection as the rules are now; its order goes the way of all papers. */
export const inspectionLife = (): string =>
  lifeDiagram<Inspection, InspectionCommand, InspectionEvent>({
    statuses: inspectionStatuses,
    ends: ['closed', 'cancelled'],
    statusOf: ({ status }) => status,
    placeOf: ({ status, findings }) =>
      JSON.stringify([status, findings.map((each) => [each.status, each.itemId !== undefined])]),
    attempts: inspectionAttempts,
    decide: (state, command) => decideInspection(state, command, contextOf('supervisor')),
    evolve: (state, event, seq) =>
      evolveInspection('i', state, { ...event, seq, at, actor: 'staff:supervisor' }),
  });
