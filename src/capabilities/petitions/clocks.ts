import type { PeriodId } from '../../kernel/periods.ts';
import {
  changeClocks,
  isRunning,
  type ClockChange,
  type ClockState,
} from '../../kernel/case-clocks.ts';
import type { OwnDaysOfEvent } from './afterwards/events.ts';
import type { PetitionEvent, PetitionEventOf, PetitionEventType } from './events.ts';
import { competenceClockEffects } from './competence-clocks.ts';
import { isWithoutReport } from './holding.ts';
import { pathClockEffects, pathGoesTo, simpleAccepted, simpleGoesOn } from './path-clocks.ts';
import { raisedClockEffects } from './raised-clocks.ts';
import { urgentClockEffects } from './urgent-clocks.ts';
import { findPaper, type Paper, type PaperKind, type Petition } from './petition.ts';

/** What an event does to the clocks of its petition. */
export type ClockEffect =
  | ClockChange
  | { readonly do: 'stop-duties' }
  /** What was stopped at that moment goes on, as if it had never stopped. */
  | { readonly do: 'undo-stop'; readonly stoppedAt: number };

type Effects<T extends PetitionEventType> = (
  data: PetitionEventOf<T>['data'],
  before: Petition,
) => readonly ClockEffect[];

const start = (
  period: PeriodId,
  holder: string,
  more: Omit<Extract<ClockChange, { readonly do: 'start' }>, 'do' | 'period' | 'holder'> = {},
): ClockEffect => ({ do: 'start', period, holder, ...more });

/** Days by the office's own practice and the document that sets them, as the event has them. */
const own = ({ days, source }: OwnDaysOfEvent) => ({
  ...(days === undefined ? {} : { ownDays: days }),
  ...(source === undefined ? {} : { ownSource: source }),
});

const stop = (period: PeriodId, about?: string): ClockEffect =>
  about === undefined ? { do: 'stop', period } : { do: 'stop', period, about };

/** Periods that survive conclusion: the petitioner's right, the report, what is carried out. */
const afterConclusion: readonly PeriodId[] = [
  'review-request',
  'assignment',
  'execution',
  'service',
  'rating-window',
  'urgent-receipt',
  'urgent-reply',
  'contest',
];

/** What a sealed paper does to the clocks, by its kind. */
const sealEffects: { readonly [K in PaperKind]?: (paper: Paper) => readonly ClockEffect[] } = {
  // The written notice, not the decision to accept, ends the fifteen days of art. 23.
  'acceptance-notice': () => [stop('acceptance'), stop('direct-notice')],
  // A refusal ends the procedure with its seal; it still has to reach the petitioner.
  refusal: (paper) => [start('service', paper.issuer)],
  'no-longer-accepted': (paper) => [start('service', paper.issuer)],
  'suggestion-answer': (paper) => [start('service', paper.issuer)],
  'enquiry-answer': (paper) => [start('service', paper.issuer)],
};

/**
 * P-13: a member's clocks are its own. It is referred, returned and accepted with its head, each
 * from the moment at which that happened to it, and nothing that runs begins anew.
 */
function followingClocks(
  { status, holder, redoDue }: PetitionEventOf<'HeadFollowed'>['data'],
  before: Petition,
): readonly ClockEffect[] {
  const handed = (['acceptance', 'direct-notice', 'handling', 'redo'] as const).map(
    (period): ClockEffect => ({ do: 'hand', period, holder }),
  );
  if (before.status === 'concluded') {
    return [
      stop('review-request'),
      start('redo', holder, {
        about: String(before.round + 1),
        ...(redoDue === null ? {} : { givenDue: redoDue }),
      }),
    ];
  }
  if (before.status === status) return handed;
  if (status === 'registered') {
    return [stop('acceptance'), stop('objection'), start('re-referral', holder)];
  }
  const leaving =
    before.status === 'registered'
      ? [stop('triage'), stop('re-referral'), start('acceptance', holder)]
      : handed;
  const accepting =
    status === 'handling' && before.status !== 'handling'
      ? [stop('objection'), start('handling', holder)]
      : [];
  return [...leaving, ...accepting];
}

/**
 * What begins when the petitioner has a paper: on the day of service, not on the day on which
 * somebody recorded it; and nothing of the petitioner's begins to end while nobody was reached.
 */
function serviceEffects(
  data: PetitionEventOf<'PaperServed'>['data'],
  before: Petition,
): readonly ClockEffect[] {
  const paper = findPaper(before, data.paperId);
  if (paper?.effect == null) return [];
  const since = data.since === undefined ? {} : { since: data.since };
  if (paper.effect.kind === 'redirect' && before.awaitingReceipt) {
    return [stop('service'), start('confirm-receipt', before.holder, since)];
  }
  // The telling of an extension is served like any paper; no clock waits for it.
  if (paper.effect.kind === 'extend') return [];
  // Reg. 35: 30 days to ask for review, from receipt of the written opinion.
  const review = data.way === 'not-servable' ? [] : [start('review-request', 'petitioner', since)];
  // It was given to nobody before, and has reached the petitioner after all.
  if (paper.kind === 'opinion' && before.conclusion?.paperId === paper.id) {
    return paper.servedBy === 'not-servable' ? review : [];
  }
  if (paper.kind !== 'opinion' || before.status !== 'issued') return [stop('service')];
  const executions = before.demands
    .filter((demand) => demand.execution !== null && demand.execution.doneAt === null)
    .map((demand) =>
      start('execution', before.holder, {
        about: demand.id,
        ...(demand.execution === null ? {} : { givenDue: demand.execution.dueDate }),
      }),
    );
  return [stop('service'), ...review, ...executions];
}

/**
 * Which periods run, from which event, by which rule (P-9). Each period is independent; an
 * objection, a supplement request or a talk stops none of them (Reg. art. 36 alone knows a pause).
 */
export const clockEffects: { readonly [T in PetitionEventType]?: Effects<T> } = {
  ...pathClockEffects,
  ...urgentClockEffects,
  ...raisedClockEffects,
  ...competenceClockEffects,

  // Reg. 22: the petition office refers, assigns or reports within 15 days.
  // Reg. 23(2): any other body that took it directly tells the petitioner within 15 days.
  PetitionRegistered: (data) =>
    data.holder === data.office
      ? [start('triage', data.office)]
      : [start('direct-notice', data.holder)],

  // Reg. 23(3): 15 days to tell the petitioner; 5 working days to object.
  PetitionHanded: (data, before) => {
    const leaving = [
      stop('triage'),
      stop('re-referral'),
      stop('objection'),
      // Only a body that passes on what it took in directly still has this one (Reg. 23(2)).
      stop('direct-notice'),
      ...pathGoesTo(data.to),
    ];
    if (data.mode === 'pass-down') {
      return [
        ...pathGoesTo(data.to),
        ...simpleGoesOn(before, data.to, 'below'),
        { do: 'hand', period: 'acceptance', holder: data.to },
        { do: 'hand', period: 'objection', holder: data.to },
        { do: 'hand', period: 'direct-notice', holder: data.to },
      ];
    }
    if (data.mode === 'hand-over') return [...leaving, start('confirm-receipt', data.to)];
    const due: ClockEffect[] =
      data.dueDate === null
        ? []
        : [
            start('assignment', data.to, {
              givenDue: data.dueDate,
              about: String(before.chain.length),
            }),
          ];
    const simple = simpleGoesOn(before, data.to, data.toOffice ? 'office' : 'unit');
    return data.toOffice
      ? [...leaving, ...due, ...simple, start('triage', data.to)]
      : [...leaving, ...due, ...simple, start('acceptance', data.to), start('objection', data.to)];
  },

  // Reg. 34: 60 days from acceptance. The written notice may still be under way.
  PetitionAccepted: (_, before) => [
    stop('objection'),
    start('handling', before.holder),
    ...simpleAccepted(before),
  ],
  ExtensionGranted: (data) => [{ do: 'extend', period: 'handling', days: data.days }],
  PaperSealed: (data, before) => {
    const paper = findPaper(before, data.paperId);
    return paper === undefined ? [] : (sealEffects[paper.kind]?.(paper) ?? []);
  },

  // Reg. 31(3)-(5): the competent unit starts the procedure itself, with that procedure's period;
  // the petitioner still has to be told in writing within the fifteen days of art. 23.
  RouteStarted: (data, before) => [
    stop('triage'),
    stop('re-referral'),
    stop('objection'),
    stop('handling'),
    stop('redo'),
    start('route', before.holder, { givenDue: data.dueDate }),
  ],

  // P-13: the merge was wrong, so the days of the petition's own periods were never interrupted.
  MergeUndone: (_, before) =>
    before.conclusion === null
      ? []
      : [
          { do: 'undo-stop', stoppedAt: before.conclusion.at },
          stop('contest'),
          stop('rating-window'),
        ],
  HeadFollowed: (data, before) => followingClocks(data, before),

  TaskGiven: (data) => [start('task', data.unit, { about: data.taskId, givenDue: data.dueDate })],
  TaskDone: (data) => [stop('task', data.taskId)],
  SupplementAsked: (_, before) => [
    stop('supplement'),
    start('supplement', 'petitioner', { about: `${before.version}` }),
  ],
  MaterialAdded: (data) => (data.answersSupplement ? [stop('supplement')] : []),

  // Reg. 34 ends with the opinion; the paper then has to reach the petitioner.
  OpinionIssued: (_, before) => [
    stop('handling'),
    stop('simple-opinion'),
    stop('redo'),
    start('service', before.holder),
  ],
  RedirectionIssued: (_, before) => [
    stop('triage'),
    stop('re-referral'),
    stop('acceptance'),
    stop('direct-notice'),
    stop('objection'),
    stop('handling'),
    stop('redo'),
    start('service', before.holder),
  ],
  // Published, the office has done what it can; what follows begins when the period is over (G-2).
  PaperAnnounced: (data, before) => [
    stop('service'),
    start('announcement', findPaper(before, data.paperId)?.issuer ?? before.holder, {
      about: data.paperId,
      since: data.publishedOn,
    }),
  ],
  PaperServed: (data, before) => [
    stop('announcement', data.paperId),
    ...serviceEffects(data, before),
  ],
  ReceiptConfirmed: () => [stop('confirm-receipt')],
  // Its time ends with the unit's report, however long others take to look at it.
  ExecutionDone: ({ demandId, doneAt }) => [
    {
      do: 'stop',
      period: 'execution',
      about: demandId,
      ...(doneAt === undefined ? {} : { until: doneAt }),
    },
  ],
  ExecutionReopened: ({ demandId }) => [{ do: 'resume', period: 'execution', about: demandId }],

  ReportAccepted: (data) => [stop('assignment', String(data.link))],
  ReportReturned: (data, before) => {
    const link = before.chain[data.link];
    const about = String(data.link);
    return [
      stop('review-request'),
      stop('rating-window'),
      stop('follow-up'),
      stop('contest'),
      stop('execution'),
      start('redo', before.holder, { about: String(before.round + 1), givenDue: data.dueDate }),
      // Whoever gave the first day gives the second: the report is due again by it.
      ...(link?.mode === 'assign'
        ? [
            stop('assignment', about),
            start('assignment', link.to, { about, givenDue: data.dueDate }),
          ]
        : []),
    ];
  },

  // A new round: what the round before left running is over, and its own period begins.
  RoundOpened: (data, before) => [
    stop('review-request'),
    stop('service'),
    stop('confirm-receipt'),
    stop('execution'),
    stop('rating-window'),
    stop('follow-up'),
    stop('contest'),
    data.at === 'handling' ? start('handling', before.holder) : start('triage', before.office),
  ],
  // The petitioner has used the window of art. 35; what follows runs in the review's own record.
  ReviewNoted: (data) =>
    data.stage === 'review' && data.state === 'pending' ? [stop('review-request')] : [],
  RatingOpened: (data) => [start('rating-window', 'petitioner', own(data))],
  RatingWindowClosed: () => [stop('rating-window')],
  FollowUpScheduled: (data) => [start('follow-up', data.unit, own(data))],
  FollowUpTried: (data) => (data.last ? [stop('follow-up')] : []),
  FollowUpRecorded: () => [stop('follow-up')],
  // Local limit: somebody who had no part in it decides within 15 days (P-19).
  ContestRaised: (data, before) => [start('contest', before.office, own(data))],
  ContestDecided: () => [stop('contest')],

  WithdrawalRequested: (_, before) => [
    start('withdrawal-revocation', 'petitioner', { about: `${before.version}` }),
  ],
  WithdrawalRevoked: () => [stop('withdrawal-revocation')],
  PetitionConcluded: (data) => [
    { do: 'stop-duties' },
    ...(isWithoutReport(data.form) ? [stop('assignment')] : []),
  ],
  HolderSucceeded: (data, before) =>
    before.clocks
      .filter((clock) => isRunning(clock) && clock.holder === data.from)
      .map((clock) => ({
        do: 'hand',
        period: clock.period,
        holder: data.to,
        from: data.from,
      })),
};

const effectsOf = (event: PetitionEvent, before: Petition): readonly ClockEffect[] => {
  const effects = clockEffects[event.type] as Effects<PetitionEventType> | undefined;
  return effects?.(event.data, before) ?? [];
};

function apply(clocks: readonly ClockState[], effect: ClockEffect, at: number): ClockState[] {
  if (effect.do === 'undo-stop') {
    return clocks.map((clock) =>
      clock.stoppedAt === effect.stoppedAt ? { ...clock, stoppedAt: null } : clock,
    );
  }
  if (effect.do !== 'stop-duties') return changeClocks(clocks, effect, at);
  return clocks.map((clock) =>
    isRunning(clock) && !afterConclusion.includes(clock.period)
      ? { ...clock, stoppedAt: at }
      : clock,
  );
}

/**
 * Carries the clocks of a petition over one event.
 * @param before the petition as it was when the event happened
 * @param event what happened
 * @param at the event's moment, epoch ms
 */
export function advanceClocks(before: Petition, event: PetitionEvent, at: number): ClockState[] {
  return effectsOf(event, before).reduce<ClockState[]>(
    (clocks, effect) => apply(clocks, effect, at),
    [...before.clocks],
  );
}
