import type { StaffActor } from '../src/kernel/actor.ts';
import { addDays, localDate, localDateOf } from '../src/kernel/local-date.ts';
import type { SealedText } from '../src/kernel/sealed.ts';
import { calendar, units } from '../src/capabilities/petitions/life.test-data.ts';
import type {
  GapCommand,
  RecommendationCommand,
  RepairCommand,
} from '../src/capabilities/supervision/recommendations/command.ts';
import type { Context } from '../src/capabilities/supervision/recommendations/decide/context.ts';
import { decideGap } from '../src/capabilities/supervision/recommendations/decide/gap.ts';
import { decideRecommendation } from '../src/capabilities/supervision/recommendations/decide/recommendation.ts';
import { decideRepair } from '../src/capabilities/supervision/recommendations/decide/repair.ts';
import type {
  GapEvent,
  RecommendationEvent,
  RepairEvent,
} from '../src/capabilities/supervision/recommendations/events.ts';
import {
  evolveGap,
  evolveRecommendation,
  evolveRepair,
} from '../src/capabilities/supervision/recommendations/evolve.ts';
import {
  gapStatuses,
  type PolicyGap,
} from '../src/capabilities/supervision/recommendations/policy-gap.ts';
import {
  repairStatuses,
  type PolicyRepair,
} from '../src/capabilities/supervision/recommendations/policy-repair.ts';
import {
  adoptions,
  recommendationStatuses,
  type Recommendation,
} from '../src/capabilities/supervision/recommendations/recommendation.ts';
import { lifeDiagram } from './record-life.ts';

const text: SealedText = { id: 't', hash: 'h', length: 20 };
const at = Date.parse('2026-03-02T09:00:00+08:00');
const actor: StaffActor = {
  kind: 'staff',
  userId: 'head',
  unitId: 'office',
  roles: [],
  readingUnits: [],
};
/** Whoever drafts is one, whoever checks, signs and seals another. */
const contextOf = (by: string, now = at): Context => ({
  now,
  actor,
  by,
  calendar,
  organisation: { ...units, postsOf: () => [{ role: 'leader' }] },
});

const said = { subject: text, reasons: text, proposal: text };

function recommendationAttempts(state: Recommendation | null): readonly RecommendationCommand[] {
  if (state === null) {
    return [
      {
        ...said,
        type: 'draftRecommendation',
        paperId: '0',
        office: 'office',
        kind: 'improve-work',
        unit: 'housing',
        petitions: ['p'],
        itemId: null,
        inspectionId: null,
        period: { days: 30, source: '' },
      },
    ];
  }
  const paperId = state.papers.at(-1)?.id ?? '';
  const sealed = { paperId, number: '1', document: text, verifyCode: '' };
  const doneBy = addDays(localDateOf(at), 90);
  return [
    { ...said, type: 'redraft', paperId: `${state.papers.length}` },
    { type: 'dropDraft', reason: text },
    { type: 'checkPaper', paperId },
    { type: 'signPaper', paperId },
    { type: 'sealPaper', ...sealed },
    { type: 'issuePaper', ...sealed },
    { type: 'returnPaper', paperId, reason: text },
    { type: 'servePaper', paperId, way: 'hand', servedOn: at, proof: text },
    { type: 'remind' },
    ...adoptions.map((adoption): RecommendationCommand => ({
      type: 'answerRecommendation',
      adoption,
      text,
      doneBy: adoption === 'not' ? null : doneBy,
      recorded: false,
    })),
    { type: 'reportAdoption', text, files: [] },
    { type: 'verifyAdoption', text },
    { type: 'sendBackAdoption', text, doneBy },
    { type: 'withdrawDraft' },
    { type: 'withholdBasis', petitionId: 'p', withItem: false },
    { type: 'restoreBasis', petitionId: 'p' },
  ];
}

/** The life of a recommendation as the rules are now; what is late is tried on a late day. */
export const recommendationLife = (): string =>
  lifeDiagram<Recommendation, RecommendationCommand, RecommendationEvent>({
    statuses: recommendationStatuses,
    ends: ['carried-out', 'declined', 'dropped'],
    statusOf: ({ status }) => status,
    placeOf: ({ status, papers }) => `${status} ${papers.at(-1)?.stage ?? ''}`,
    attempts: recommendationAttempts,
    decide: (state, command) => {
      const late = command.type === 'remind' ? at + 100 * 86_400_000 : at;
      const drafts = ['draftRecommendation', 'redraft'].includes(command.type);
      return decideRecommendation(state, command, contextOf(drafts ? 'drafter' : 'head', late));
    },
    evolve: (state, event, seq) =>
      evolveRecommendation('r', state, { ...event, seq, at, actor: 'drafter' }),
  });

const gapAttempts = (state: PolicyGap | null): readonly GapCommand[] =>
  state === null
    ? [
        {
          type: 'noteGap',
          office: 'office',
          notedAtUnit: 'office',
          petitionId: 'p',
          department: 'housing',
          topic: 't',
          policy: text,
          missing: text,
        },
      ]
    : [
        { type: 'groupGap', projectId: 'r' },
        { type: 'repairGap', projectId: 'r' },
        { type: 'releaseGap' },
        { type: 'dropGap', reason: text },
      ];

/** The life of a policy gap as the rules are now. */
export const gapLife = (): string =>
  lifeDiagram<PolicyGap, GapCommand, GapEvent>({
    statuses: gapStatuses,
    ends: ['repaired', 'dropped'],
    statusOf: ({ status }) => status,
    placeOf: ({ status }) => status,
    attempts: gapAttempts,
    decide: (state, command) => decideGap(state, command, contextOf('head')),
    evolve: (state, event, seq) => evolveGap('g', state, { ...event, seq, at, actor: 'head' }),
  });

function repairAttempts(state: PolicyRepair | null): readonly RepairCommand[] {
  const plan = {
    title: 't',
    topic: { large: 't', small: '' },
    goal: text,
    leader: 'leader',
    departments: ['housing'],
  };
  return state === null
    ? [{ type: 'beginRepair', office: 'office', gaps: [], ...plan }]
    : [
        { type: 'changeRepair', ...plan },
        { type: 'addGaps', gaps: ['g'] },
        { type: 'addStep', stepId: 's', commitmentId: 'c' },
        {
          type: 'recordResult',
          kind: 'changed',
          documentNumber: '1',
          on: localDate('2026-03-02'),
          text,
        },
        { type: 'dropRepair', reason: text },
        { type: 'tellPetitioners' },
      ];
}

/** The life of a policy repair as the rules are now. */
export const repairLife = (): string =>
  lifeDiagram<PolicyRepair, RepairCommand, RepairEvent>({
    statuses: repairStatuses,
    ends: ['done', 'dropped'],
    statusOf: ({ status }) => status,
    placeOf: ({ status, toldAt }) => `${status} ${toldAt ?? ''}`,
    attempts: repairAttempts,
    decide: (state, command) => decideRepair(state, command, contextOf('head')),
    evolve: (state, event, seq) => evolveRepair('r', state, { ...event, seq, at, actor: 'head' }),
  });
