import type { ClockState } from '../../kernel/case-clocks.ts';
import type { PeriodId } from '../../kernel/periods.ts';
import type { Dispute, Limit, LinePost } from './case.ts';
import type { DisputeEventOf, RecordedDisputeEvent } from './events.ts';

type Moment = Pick<RecordedDisputeEvent, 'seq' | 'at'>;

const clockOf = (period: PeriodId, holder: string, limit: Limit, at: number): ClockState => ({
  key: period,
  period,
  holder,
  startedAt: at,
  givenDue: null,
  ownDays: limit.days,
  ownSource: limit.source,
  extensionDays: 0,
  stoppedAt: null,
});

const stop = (clock: ClockState, at: number): ClockState => ({ ...clock, stoppedAt: at });

/** The line with another unit at a level; a level that was not there yet finds its place. */
const withPost = (line: readonly LinePost[], post: LinePost): readonly LinePost[] =>
  line.some(({ level }) => level === post.level)
    ? line.map((each) => (each.level === post.level ? post : each))
    : [post, ...line];

function born(
  id: string,
  data: DisputeEventOf<'DisputeRecorded'>['data'],
  { seq, at }: Moment,
): Dispute {
  const { limit, tried, ...recorded } = data;
  const holder = data.line.find(({ unit }) => unit === data.recordedBy) ?? data.line[0];
  if (holder === undefined) throw new Error(`Dispute ${id} has no line`);
  return {
    id,
    version: seq,
    ...recorded,
    status: 'open',
    recordedAt: at,
    holder,
    passing: null,
    attempts: tried === null ? [] : [{ at, unit: data.recordedBy, words: tried }],
    settlements: [],
    followUps: [],
    promotion: null,
    ended: null,
    clock: clockOf('dispute-handling', holder.unit, limit, at),
  };
}

function succeeded(before: Dispute, from: string, to: string): Dispute {
  const heir = (post: LinePost): LinePost => (post.unit === from ? { ...post, unit: to } : post);
  const { passing, clock } = before;
  return {
    ...before,
    line: before.line.map(heir),
    holder: heir(before.holder),
    passing:
      passing === null ? null : { ...passing, to: heir(passing.to), from: heir(passing.from) },
    clock: clock.holder === from ? { ...clock, holder: to } : clock,
  };
}

function change(before: Dispute, event: RecordedDisputeEvent): Dispute {
  const { at } = event;
  const { unit } = before.holder;
  switch (event.type) {
    case 'DisputeRecorded':
      return before;
    case 'AttemptNoted':
      return { ...before, attempts: [...before.attempts, { at, ...event.data }] };
    case 'DisputePassed': {
      const { limit, ...passing } = event.data;
      return {
        ...before,
        status: 'passed',
        line: withPost(before.line, passing.to),
        passing: { at, ...passing },
        clock: clockOf('dispute-receipt', passing.to.unit, limit, at),
      };
    }
    case 'DisputeAcknowledged': {
      const holder = before.passing?.to ?? before.holder;
      return {
        ...before,
        status: 'open',
        holder,
        passing: null,
        clock: clockOf('dispute-handling', holder.unit, event.data.limit, at),
      };
    }
    case 'PassingTakenBack':
      return {
        ...before,
        status: 'open',
        passing: null,
        clock: clockOf('dispute-handling', unit, event.data.limit, at),
      };
    case 'DisputeSettled': {
      const { agreed, limit } = event.data;
      const settled = { at, level: before.holder.level, unit, agreed };
      return {
        ...before,
        status: 'settled',
        settlements: [...before.settlements, settled],
        clock: clockOf('dispute-follow-up', unit, limit, at),
      };
    }
    case 'SettlementFollowedUp': {
      const { kept, words, limit } = event.data;
      return {
        ...before,
        status: kept ? 'kept' : 'open',
        followUps: [...before.followUps, { at, kept, words }],
        clock:
          kept || limit === null
            ? stop(before.clock, at)
            : clockOf('dispute-handling', unit, limit, at),
      };
    }
    case 'DisputePromoted':
      return {
        ...before,
        status: 'promoted',
        passing: null,
        promotion: { at, ...event.data },
        clock: stop(before.clock, before.clock.stoppedAt ?? at),
      };
    case 'DisputeEnded':
      return {
        ...before,
        status: 'ended',
        ended: { at, ...event.data },
        clock: stop(before.clock, at),
      };
    case 'DisputeSucceeded':
      return succeeded(before, event.data.from, event.data.to);
  }
}

/**
 * Carries a dispute over one recorded event.
 * @param id the stream
 * @param before the state before, null at birth
 */
export function evolveDispute(
  id: string,
  before: Dispute | null,
  event: RecordedDisputeEvent,
): Dispute {
  if (before === null) {
    if (event.type !== 'DisputeRecorded') {
      throw new Error(`Stream ${id} begins with ${event.type}, not with DisputeRecorded`);
    }
    return born(id, event.data, event);
  }
  return { ...change(before, event), version: event.seq };
}

/** Folds a record; null of an empty one. */
export const foldDispute = (id: string, events: readonly RecordedDisputeEvent[]): Dispute | null =>
  events.reduce<Dispute | null>((before, event) => evolveDispute(id, before, event), null);
