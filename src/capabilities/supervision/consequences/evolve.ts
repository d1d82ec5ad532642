import { localDateOf } from '../../../kernel/local-date.ts';
import { evolvePapers, isPaperEvent, isUnsealed } from '../../../kernel/paper-flow.ts';
import type { Consequence, ConsequencePaper, Note } from './case.ts';
import { advanceConsequenceClocks } from './clocks.ts';
import type { RecordedConsequenceEvent } from './events.ts';

const voidUnsealed = (papers: readonly ConsequencePaper[]): readonly ConsequencePaper[] =>
  papers.map((paper) => (isUnsealed(paper) ? { ...paper, stage: 'void' } : paper));

const noteOf = (
  data: Pick<Note, 'userId' | 'words'> & Partial<Pick<Note, 'on' | 'attachments'>>,
  at: number,
): Note => ({ at, on: localDateOf(at), attachments: [], ...data });

function change(before: Consequence, event: RecordedConsequenceEvent): Consequence {
  if (isPaperEvent(event)) {
    return { ...before, papers: evolvePapers(before.papers, event, event) };
  }
  const { at } = event;
  switch (event.type) {
    case 'ConsequenceProposed':
    case 'ConsequenceRecounted':
      return before;
    case 'UnitHeard':
      return { ...before, status: 'heard', heard: { at, ...event.data } };
    case 'ConsequenceDrafted':
      return {
        ...before,
        status: 'deciding',
        terms: event.data.terms,
        papers: voidUnsealed(before.papers),
      };
    case 'ConsequenceImposed':
      return { ...before, status: 'in-force', inForceOn: event.data.on };
    case 'ConsequenceCarriedOut':
    case 'ConsequenceLifted':
      return { ...before, status: 'done', done: noteOf(event.data, at) };
    case 'CorrectionReported':
      return {
        ...before,
        status: 'reported',
        corrections: [...before.corrections, noteOf(event.data, at)],
      };
    case 'CorrectionReturned':
      return {
        ...before,
        status: 'in-force',
        sentBack: [...before.sentBack, noteOf(event.data, at)],
      };
    case 'ConsequenceDropped':
      return {
        ...before,
        status: 'dropped',
        dropped: noteOf(event.data, at),
        papers: voidUnsealed(before.papers),
      };
    case 'ConsequenceSucceeded': {
      const { from, to } = event.data;
      const heirOf = (unit: string): string => (unit === from ? to : unit);
      return {
        ...before,
        unit: heirOf(before.unit),
        office: heirOf(before.office),
        papers: before.papers.map((paper) =>
          isUnsealed(paper) || paper.stage === 'sealed'
            ? { ...paper, issuer: heirOf(paper.issuer) }
            : paper,
        ),
      };
    }
  }
}

function born(id: string, event: RecordedConsequenceEvent): Consequence {
  if (event.type !== 'ConsequenceProposed') {
    throw new Error(`Stream ${id} begins with ${event.type}, not with ConsequenceProposed`);
  }
  const { userId, ...data } = event.data;
  return {
    id,
    version: event.seq,
    calendarVersion: event.calendarVersion,
    ...data,
    status: 'proposed',
    proposedBy: userId,
    proposedAt: event.at,
    heard: null,
    terms: null,
    inForceOn: null,
    corrections: [],
    sentBack: [],
    done: null,
    dropped: null,
    papers: [],
    clocks: [],
  };
}

/**
 * Carries a consequence over one recorded event.
 * @param id the stream
 * @param before the state before, null at birth
 */
export function evolveConsequence(
  id: string,
  before: Consequence | null,
  event: RecordedConsequenceEvent,
): Consequence {
  const after = before === null ? born(id, event) : change(before, event);
  return {
    ...after,
    clocks: advanceConsequenceClocks(event, before),
    version: event.seq,
    calendarVersion: event.calendarVersion,
  };
}
