import { countClock } from '../../../../kernel/case-clocks.ts';
import { localDateOf } from '../../../../kernel/local-date.ts';
import { isUnsealed } from '../../../../kernel/paper-flow.ts';
import { refuse, type Refused } from '../../../../kernel/refusals.ts';
import { currentPaper, type Terms } from '../case.ts';
import type { ConsequenceCommandOf } from '../command.ts';
import { demandsCorrection, paperOf } from '../settings.ts';
import {
  decided,
  event,
  findWordsFault,
  userOf,
  type ConsequenceContext,
  type Decision,
  type Rule,
} from './context.ts';

/** Never from an accusation (L-5), never to a unit without a part in the matter, nor to oneself. */
export function propose(
  command: ConsequenceCommandOf<'propose'>,
  context: ConsequenceContext,
): Decision {
  const { unit, office, reason } = command;
  const { units, petition } = context;
  if (units.find(unit)?.active !== true) return refuse('unit-unknown', {}, 'unit');
  if (unit === office) return refuse('letters-own-office', {}, 'unit');
  if (!petition.readers.includes(unit)) return refuse('letters-unit-stranger', {}, 'unit');
  const { type: _type, ...data } = command;
  return (
    findWordsFault(reason, 'reason') ??
    decided(event('ConsequenceProposed', { ...data, userId: userOf(context) }))
  );
}

export const makeStatement: Rule<'makeStatement'> = (_, { words, attachments }) =>
  findWordsFault(words, 'words') ??
  decided(event('UnitHeard', { how: 'stated', words, attachments }));

export const declineStatement: Rule<'declineStatement'> = () =>
  decided(event('UnitHeard', { how: 'declined', words: null, attachments: [] }));

/** Only when its days are over can it be said that the unit let them go by. */
export const recordSilence: Rule<'recordSilence'> = ({ clocks }, _, { calendar, now }) => {
  const clock = clocks.findLast(({ period }) => period === 'statement');
  if (clock === undefined || now < countClock(clock, calendar).dueAt) {
    return refuse('consequence-still-to-hear');
  }
  return decided(event('UnitHeard', { how: 'silent', words: null, attachments: [] }));
};

/** The days of a decision lie ahead, and a correction is wanted before a listing ends. */
function findTermsFault(terms: Terms, today: string): Refused | null {
  const past = (field: string): Refused => refuse('consequence-days', {}, field);
  switch (terms.kind) {
    case 'interview':
      return terms.heldOn < today ? past('heldOn') : findWordsFault(terms.place, 'place');
    case 'circulated-notice':
      return null;
    case 'warning':
      return terms.correctBy < today ? past('correctBy') : null;
    case 'listing':
      if (terms.from < today) return past('from');
      if (terms.to <= terms.from) return past('to');
      return terms.correctBy < terms.from || terms.correctBy > terms.to ? past('correctBy') : null;
  }
}

/** The proposer drafts; the head who signs decides, and never signs an own draft. */
export const draftDecision: Rule<'draftDecision'> = (one, { words, terms, paperId }, { now }) => {
  const paper = currentPaper(one);
  if (paper !== undefined && !isUnsealed(paper))
    return refuse('paper-stage', { stage: paper.stage });
  if (terms.kind !== one.kind) return refuse('consequence-days', {}, 'terms');
  return (
    findTermsFault(terms, localDateOf(now)) ??
    findWordsFault(words, 'words') ??
    decided(
      event('ConsequenceDrafted', { paperId, terms }),
      event('PaperDrafted', {
        paperId,
        kind: paperOf[one.kind],
        issuer: one.office,
        text: words,
        effect: { kind: 'impose' },
      }),
    )
  );
};

const findDayFault = (on: string, from: string | null, now: number): Refused | null => {
  if (on > localDateOf(now)) return refuse('date-in-future', { field: '日期' }, 'on');
  return from !== null && on < from ? refuse('consequence-before-force', {}, 'on') : null;
};

/** An interview was held, a notice was circulated; what demands a correction is lifted instead. */
export const recordCarriedOut: Rule<'recordCarriedOut'> = (one, { on, words }, context) => {
  if (demandsCorrection(one.kind)) return refuse('consequence-needs-correction');
  return (
    findDayFault(on, one.inForceOn, context.now) ??
    findWordsFault(words, 'words') ??
    decided(event('ConsequenceCarriedOut', { userId: userOf(context), on, words }))
  );
};

export const reportCorrection: Rule<'reportCorrection'> = (one, command, context) => {
  if (!demandsCorrection(one.kind)) return refuse('consequence-no-correction');
  const { on, words, attachments } = command;
  return (
    findDayFault(on, one.inForceOn, context.now) ??
    findWordsFault(words, 'words') ??
    decided(event('CorrectionReported', { userId: userOf(context), on, words, attachments }))
  );
};

export const returnCorrection: Rule<'returnCorrection'> = (_, { words }, context) =>
  findWordsFault(words, 'words') ??
  decided(event('CorrectionReturned', { userId: userOf(context), words }));

/** Lifted only with what was found on verification, by the office: never by the unit itself. */
export const lift: Rule<'lift'> = (_, { words }, context) =>
  findWordsFault(words, 'words') ??
  decided(event('ConsequenceLifted', { userId: userOf(context), words }));

/** A paper that is sealed says what is decided: it is not dropped any more. */
export const drop: Rule<'drop'> = (one, { words }, context) => {
  const paper = currentPaper(one);
  if (paper !== undefined && !isUnsealed(paper))
    return refuse('paper-stage', { stage: paper.stage });
  return (
    findWordsFault(words, 'words') ??
    decided(event('ConsequenceDropped', { userId: userOf(context), words }))
  );
};
