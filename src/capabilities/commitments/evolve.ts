import { changeClocks, type ClockState } from '../../kernel/case-clocks.ts';
import type { Commitment } from './commitment.ts';
import type { CommitmentEventOf, RecordedCommitmentEvent } from './events.ts';

type Moment = Pick<RecordedCommitmentEvent, 'seq' | 'at'>;

function born(
  id: string,
  data: CommitmentEventOf<'CommitmentMade'>['data'],
  { seq, at }: Moment,
): Commitment {
  return {
    id,
    version: seq,
    ...data,
    regionCode: data.regionCode ?? null,
    status: 'open',
    madeAt: at,
    formerDates: [],
    reports: [],
    sentBack: [],
    fulfilled: null,
    withdrawn: null,
    clock: {
      key: 'commitment',
      period: 'commitment',
      holder: data.unit,
      startedAt: at,
      givenDue: data.dueDate,
      extensionDays: 0,
      stoppedAt: null,
    },
  };
}

const stop = (clock: ClockState, at: number): ClockState =>
  changeClocks([clock], { do: 'stop', period: 'commitment' }, at)[0] ?? clock;

const run = (clock: ClockState, at: number): ClockState =>
  changeClocks([clock], { do: 'resume', period: 'commitment' }, at)[0] ?? clock;

function change(before: Commitment, event: RecordedCommitmentEvent): Commitment {
  const { at } = event;
  switch (event.type) {
    case 'CommitmentMade':
      return before;
    case 'CommitmentReported':
      return {
        ...before,
        status: 'reported',
        reports: [...before.reports, { at, ...event.data }],
        clock: stop(before.clock, at),
      };
    case 'CommitmentFulfilled':
      return { ...before, status: 'fulfilled', fulfilled: { at, ...event.data } };
    case 'CommitmentSentBack':
      return {
        ...before,
        status: 'open',
        fulfilled: null,
        sentBack: [...before.sentBack, { at, ...event.data }],
        clock: run(before.clock, at),
      };
    case 'CommitmentDateChanged': {
      const { from, to, reason } = event.data;
      return {
        ...before,
        dueDate: to,
        formerDates: [...before.formerDates, { dueDate: from, changedAt: at, reason }],
        clock: { ...before.clock, givenDue: to },
      };
    }
    case 'CommitmentWithdrawn':
      return {
        ...before,
        status: 'withdrawn',
        withdrawn: { at, ...event.data },
        clock: stop(before.clock, at),
      };
    case 'CommitmentSucceeded': {
      const { unit, byUnit } = event.data;
      return { ...before, unit, byUnit, clock: { ...before.clock, holder: unit } };
    }
  }
}

/**
 * Carries a promise over one recorded event.
 * @param id the stream
 * @param before the state before, null at birth
 */
export function evolveCommitment(
  id: string,
  before: Commitment | null,
  event: RecordedCommitmentEvent,
): Commitment {
  if (before === null) {
    if (event.type !== 'CommitmentMade') {
      throw new Error(`Stream ${id} begins with ${event.type}, not with CommitmentMade`);
    }
    return born(id, event.data, event);
  }
  return { ...change(before, event), version: event.seq };
}

/** Folds a record; null of an empty one. */
export const foldCommitment = (
  id: string,
  events: readonly RecordedCommitmentEvent[],
): Commitment | null =>
  events.reduce<Commitment | null>((before, event) => evolveCommitment(id, before, event), null);
