import { evolvePapers, isPaperEvent } from '../../../kernel/paper-flow.ts';
import type { RecordedInspectionEvent, RecordedProgrammeEvent } from './events.ts';
import type { Finding, Inspection } from './inspection.ts';
import type { Programme } from './programme.ts';

const instead =
  (from: string, to: string) =>
  (unit: string): string =>
    unit === from ? to : unit;

function changeProgramme(before: Programme, event: RecordedProgrammeEvent): Programme {
  const { at } = event;
  switch (event.type) {
    case 'ProgrammePlanned':
      return before;
    case 'ProgrammeChanged':
    case 'TeamsChanged':
      return { ...before, ...event.data };
    case 'ProgrammeApproved':
      return { ...before, status: 'approved', approvedAt: at };
    case 'DrawListFrozen':
      return { ...before, draws: [...before.draws, { ...event.data, frozenAt: at, drawn: null }] };
    case 'DrawMade': {
      const { drawId, seed, result } = event.data;
      const drawn = { at, by: event.actor, seed, result };
      return {
        ...before,
        draws: before.draws.map((draw) => (draw.id === drawId ? { ...draw, drawn } : draw)),
      };
    }
    case 'ProgrammeClosed':
      return { ...before, status: 'closed', closedAt: at };
    case 'ProgrammeSucceeded': {
      const next = instead(event.data.from, event.data.to);
      return {
        ...before,
        office: next(before.office),
        teams: before.teams.map((team) => ({ ...team, units: team.units.map(next) })),
      };
    }
  }
}

/** Carries a programme over one event. */
export function evolveProgramme(
  id: string,
  before: Programme | null,
  event: RecordedProgrammeEvent,
): Programme {
  if (before !== null) return { ...changeProgramme(before, event), version: event.seq };
  if (event.type !== 'ProgrammePlanned') {
    throw new Error(`Stream ${id} begins with ${event.type}, not with ProgrammePlanned`);
  }
  return {
    ...event.data,
    id,
    version: event.seq,
    status: 'drafted',
    plannedAt: event.at,
    plannedBy: event.actor,
    approvedAt: null,
    closedAt: null,
    draws: [],
  };
}

const withFinding = (
  inspection: Inspection,
  findingId: string,
  news: (finding: Finding) => Partial<Finding>,
): Inspection => ({
  ...inspection,
  findings: inspection.findings.map((finding) =>
    finding.id === findingId ? { ...finding, ...news(finding) } : finding,
  ),
});

function changeInspection(before: Inspection, event: RecordedInspectionEvent): Inspection {
  if (isPaperEvent(event)) {
    return { ...before, papers: evolvePapers(before.papers, event, event) };
  }
  const { at, actor: by } = event;
  switch (event.type) {
    case 'InspectionPlanned':
      return before;
    case 'InspectionCarriedOut':
      return { ...before, status: 'carried-out', carriedOut: { at, by, ...event.data } };
    case 'FindingRecorded': {
      const { findingId, ...found } = event.data;
      const status = found.demand === null ? 'noted' : 'open';
      const finding = {
        ...found,
        id: findingId,
        status,
        at,
        by,
        answers: [],
        judgements: [],
      } as const;
      return { ...before, findings: [...before.findings, finding] };
    }
    case 'CorrectionAnswered': {
      const { findingId, text, files } = event.data;
      return withFinding(before, findingId, ({ answers }) => ({
        status: 'answered',
        answers: [...answers, { at, by, text, files }],
      }));
    }
    case 'CorrectionVerified': {
      const { findingId, text } = event.data;
      return withFinding(before, findingId, ({ judgements }) => ({
        status: 'verified',
        judgements: [...judgements, { at, by, text, verified: true }],
      }));
    }
    case 'CorrectionReopened': {
      const { findingId, text, dueOn } = event.data;
      return withFinding(before, findingId, ({ judgements }) => ({
        status: 'open',
        dueOn,
        judgements: [...judgements, { at, by, text, verified: false }],
      }));
    }
    case 'FindingSupervised': {
      const { findingId, itemId } = event.data;
      return withFinding(before, findingId, () => ({ itemId }));
    }
    case 'InspectionClosed':
      return { ...before, status: 'closed', closedAt: at };
    case 'InspectionCancelled':
      return { ...before, status: 'cancelled', cancelled: { at, reason: event.data.reason } };
    case 'InspectionSucceeded': {
      const next = instead(event.data.from, event.data.to);
      return {
        ...before,
        office: next(before.office),
        unit: next(before.unit),
        memberUnits: before.memberUnits.map(next),
        papers: before.papers.map((paper) => ({ ...paper, issuer: next(paper.issuer) })),
      };
    }
  }
}

/** Carries an inspection over one event. */
export function evolveInspection(
  id: string,
  before: Inspection | null,
  event: RecordedInspectionEvent,
): Inspection {
  if (before !== null) return { ...changeInspection(before, event), version: event.seq };
  if (event.type !== 'InspectionPlanned') {
    throw new Error(`Stream ${id} begins with ${event.type}, not with InspectionPlanned`);
  }
  return {
    ...event.data,
    id,
    version: event.seq,
    status: 'planned',
    plannedAt: event.at,
    plannedBy: event.actor,
    carriedOut: null,
    findings: [],
    closedAt: null,
    cancelled: null,
    papers: [],
  };
}
