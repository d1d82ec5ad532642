import { evolvePapers, isPaperEvent } from '../../../kernel/paper-flow.ts';
import type {
  RecordedGapEvent,
  RecordedRecommendationEvent,
  RecordedRepairEvent,
} from './events.ts';
import type { PolicyGap } from './policy-gap.ts';
import type { PolicyRepair } from './policy-repair.ts';
import type { Recommendation } from './recommendation.ts';

const instead =
  (from: string, to: string) =>
  (unit: string): string =>
    unit === from ? to : unit;

function changeRecommendation(
  before: Recommendation,
  event: RecordedRecommendationEvent,
): Recommendation {
  const { at, actor: by } = event;
  if (isPaperEvent(event)) {
    const papers = evolvePapers(before.papers, event, event);
    return event.type === 'PaperSealed'
      ? { ...before, papers, status: 'sealed' }
      : { ...before, papers };
  }
  switch (event.type) {
    case 'RecommendationDrafted':
      return before;
    case 'RecommendationReworded':
      return { ...before, ...event.data };
    case 'RecommendationDropped':
      return { ...before, status: 'dropped', dropped: { at, reason: event.data.reason } };
    case 'RecommendationWithdrawn':
      return { ...before, status: 'dropped', dropped: { at, reason: null }, withdrawn: true };
    case 'RecommendationBasisWithheld':
      return { ...before, withheld: [...(before.withheld ?? []), event.data] };
    case 'RecommendationBasisRestored': {
      const { petitionId } = event.data;
      return {
        ...before,
        withheld: (before.withheld ?? []).filter((each) => each.petitionId !== petitionId),
      };
    }
    case 'RecommendationOverdue':
      return { ...before, remindedOf: event.data.dueOn };
    case 'RecommendationServed':
      return { ...before, ...event.data, status: 'served' };
    case 'RecommendationAnswered':
      return {
        ...before,
        status: event.data.adoption === 'not' ? 'declined' : 'answered',
        answer: { at, by, ...event.data },
      };
    case 'AdoptionReported':
      return {
        ...before,
        status: 'reported',
        reports: [...before.reports, { at, by, ...event.data }],
      };
    case 'AdoptionVerified': {
      const judgement = { at, by, verified: true, text: event.data.text };
      return {
        ...before,
        status: 'carried-out',
        judgements: [...before.judgements, judgement],
      };
    }
    case 'AdoptionSentBack': {
      const { text, doneBy } = event.data;
      return {
        ...before,
        status: 'answered',
        answer: before.answer === null ? null : { ...before.answer, doneBy },
        judgements: [...before.judgements, { at, by, verified: false, text }],
      };
    }
    case 'RecommendationSucceeded': {
      const next = instead(event.data.from, event.data.to);
      return {
        ...before,
        office: next(before.office),
        unit: next(before.unit),
        papers: before.papers.map((paper) => ({ ...paper, issuer: next(paper.issuer) })),
      };
    }
  }
}

/** Carries a recommendation over one event. */
export function evolveRecommendation(
  id: string,
  before: Recommendation | null,
  event: RecordedRecommendationEvent,
): Recommendation {
  if (before !== null) return { ...changeRecommendation(before, event), version: event.seq };
  if (event.type !== 'RecommendationDrafted') {
    throw new Error(`Stream ${id} begins with ${event.type}, not with RecommendationDrafted`);
  }
  return {
    ...event.data,
    id,
    version: event.seq,
    status: 'drafted',
    draftedAt: event.at,
    draftedBy: event.actor,
    servedOn: null,
    answerBy: null,
    answer: null,
    reports: [],
    judgements: [],
    papers: [],
    remindedOf: null,
    dropped: null,
    withdrawn: false,
  };
}

function changeGap(before: PolicyGap, event: RecordedGapEvent): PolicyGap {
  switch (event.type) {
    case 'PolicyGapNoted':
      return before;
    case 'PolicyGapGrouped':
      return { ...before, status: 'grouped', projectId: event.data.projectId };
    case 'PolicyGapRepaired':
      return { ...before, status: 'repaired' };
    case 'PolicyGapReleased':
      return { ...before, status: 'noted', projectId: null };
    case 'PolicyGapDropped':
      return { ...before, status: 'dropped', dropped: { at: event.at, reason: event.data.reason } };
    case 'PolicyGapWithdrawn':
      return { ...before, withdrawn: true };
    case 'PolicyGapSucceeded': {
      const next = instead(event.data.from, event.data.to);
      return {
        ...before,
        office: next(before.office),
        department: next(before.department),
        notedAtUnit: next(before.notedAtUnit),
      };
    }
  }
}

/** Carries a gap over one event. */
export function evolveGap(
  id: string,
  before: PolicyGap | null,
  event: RecordedGapEvent,
): PolicyGap {
  if (before !== null) return { ...changeGap(before, event), version: event.seq };
  if (event.type !== 'PolicyGapNoted') {
    throw new Error(`Stream ${id} begins with ${event.type}, not with PolicyGapNoted`);
  }
  return {
    ...event.data,
    id,
    version: event.seq,
    status: 'noted',
    notedAt: event.at,
    notedBy: event.actor,
    projectId: null,
    dropped: null,
    withdrawn: false,
  };
}

function changeRepair(before: PolicyRepair, event: RecordedRepairEvent): PolicyRepair {
  const { at } = event;
  switch (event.type) {
    case 'PolicyRepairBegun':
      return before;
    case 'PolicyRepairChanged':
      return { ...before, ...event.data };
    case 'GapsAdded':
      return { ...before, gaps: [...new Set([...before.gaps, ...event.data.gaps])] };
    case 'RepairStepAdded': {
      const { stepId, commitmentId } = event.data;
      return { ...before, steps: [...before.steps, { id: stepId, commitmentId, at }] };
    }
    case 'PolicyRepaired':
      return { ...before, status: 'done', result: { at, ...event.data } };
    case 'PolicyRepairDropped':
      return { ...before, status: 'dropped', dropped: { at, reason: event.data.reason } };
    case 'PetitionersTold':
      return { ...before, toldAt: at };
    case 'PolicyRepairSucceeded': {
      const next = instead(event.data.from, event.data.to);
      return {
        ...before,
        office: next(before.office),
        departments: [...new Set(before.departments.map(next))],
      };
    }
  }
}

/** Carries a repair over one event. */
export function evolveRepair(
  id: string,
  before: PolicyRepair | null,
  event: RecordedRepairEvent,
): PolicyRepair {
  if (before !== null) return { ...changeRepair(before, event), version: event.seq };
  if (event.type !== 'PolicyRepairBegun') {
    throw new Error(`Stream ${id} begins with ${event.type}, not with PolicyRepairBegun`);
  }
  return {
    ...event.data,
    id,
    version: event.seq,
    status: 'open',
    begunAt: event.at,
    begunBy: event.actor,
    steps: [],
    result: null,
    dropped: null,
    toldAt: null,
  };
}
