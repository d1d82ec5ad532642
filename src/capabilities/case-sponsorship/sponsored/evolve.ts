import type { Milestone, Sponsored } from './case.ts';
import type { RecordedSponsoredEvent, RecordedTaskEvent } from './events.ts';
import type { PostTask } from './task.ts';

const oneMilestone = (
  before: Sponsored,
  id: string,
  turn: (milestone: Milestone) => Milestone,
): Sponsored => ({
  ...before,
  milestones: before.milestones.map((each) => (each.id === id ? turn(each) : each)),
});

function change(before: Sponsored, event: RecordedSponsoredEvent): Sponsored {
  const { at } = event;
  switch (event.type) {
    case 'SponsorshipBegan':
      return before;
    case 'ChargeAccepted':
      return { ...before, status: 'open', takenAt: at };
    case 'ChargeDeclined':
      return { ...before, status: 'declined', declined: { at, ...event.data } };
    case 'SponsorshipTakenUpAgain': {
      const { leader, unit, proposed, userId, words } = event.data;
      const deed = { at, userId, words };
      return {
        ...before,
        status: proposed ? 'proposed' : 'open',
        leader,
        unit,
        takenAt: proposed ? null : at,
        proposal: proposed ? deed : null,
        declined: null,
        leaderLeft: false,
        ending: null,
        verified: null,
        formerEndings:
          before.ending === null ? before.formerEndings : [...before.formerEndings, before.ending],
        takenUpAgain: [...before.takenUpAgain, deed],
      };
    }
    case 'PlanWritten':
      return { ...before, plan: { at, ...event.data } };
    case 'MilestoneAdded': {
      const { userId: _userId, ...milestone } = event.data;
      const fresh = { state: 'open', addedAt: at, doneOn: null, reports: [], moved: [] } as const;
      return { ...before, milestones: [...before.milestones, { ...milestone, ...fresh }] };
    }
    case 'MilestoneMoved': {
      const { milestone, ...moved } = event.data;
      return oneMilestone(before, milestone, (each) => ({
        ...each,
        date: moved.to,
        state: 'open',
        moved: [...each.moved, { at, ...moved }],
      }));
    }
    case 'MilestoneReported': {
      const { milestone, doneOn, outcome, userId, words } = event.data;
      return oneMilestone(before, milestone, (each) => ({
        ...each,
        state: outcome,
        doneOn,
        reports: [...each.reports, { at, userId, words, outcome }],
      }));
    }
    case 'NoteAdded':
      return { ...before, notes: [...before.notes, { at, ...event.data }] };
    case 'HandOverAsked': {
      const { userId: by, to, reason } = event.data;
      return { ...before, handOver: { at, by, to, reason } };
    }
    case 'LeaderChanged': {
      const { from, to, reason } = event.data;
      return {
        ...before,
        leader: to,
        takenAt: at,
        handOver: null,
        leaderLeft: false,
        formerLeaders: [...before.formerLeaders, { ...from, until: at, reason }],
      };
    }
    case 'HandOverRefused':
      return { ...before, handOver: null, notes: [...before.notes, { at, ...event.data }] };
    case 'HandOverWithdrawn':
      return { ...before, handOver: null };
    case 'EndingProposed':
      return { ...before, status: 'ending', ending: { at, ...event.data } };
    case 'EndingReturned':
      return {
        ...before,
        status: 'open',
        ending: null,
        returned: [...before.returned, { at, ...event.data }],
      };
    case 'SponsorshipEnded': {
      const { userId, words } = event.data;
      return { ...before, status: 'ended', handOver: null, verified: { at, userId, words } };
    }
    case 'SponsorshipSucceeded': {
      const { from, to } = event.data;
      const heirOf = (unit: string): string => (unit === from ? to : unit);
      const { handOver, leader } = before;
      return {
        ...before,
        unit: heirOf(before.unit),
        office: heirOf(before.office),
        leader: { ...leader, unit: heirOf(leader.unit) },
        handOver:
          handOver === null
            ? null
            : { ...handOver, to: { ...handOver.to, unit: heirOf(handOver.to.unit) } },
      };
    }
    case 'LeaderLeft':
      return {
        ...before,
        leaderLeft: before.leaderLeft || before.leader.userId === event.data.userId,
        handOver: before.handOver?.to.userId === event.data.userId ? null : before.handOver,
      };
  }
}

/**
 * Carries a case under a leader over one recorded event.
 * @param id the stream
 * @param before the state before, null at birth
 */
export function evolveSponsored(
  id: string,
  before: Sponsored | null,
  event: RecordedSponsoredEvent,
): Sponsored {
  const { seq, at, calendarVersion } = event;
  if (before !== null) return { ...change(before, event), version: seq, calendarVersion };
  if (event.type !== 'SponsorshipBegan') {
    throw new Error(`Stream ${id} begins with ${event.type}, not with SponsorshipBegan`);
  }
  const { proposal, ...data } = event.data;
  return {
    id,
    version: seq,
    calendarVersion,
    ...data,
    status: proposal === null ? 'open' : 'proposed',
    takenAt: proposal === null ? at : null,
    openedAt: at,
    proposal: proposal === null ? null : { at, ...proposal },
    declined: null,
    plan: null,
    milestones: [],
    notes: [],
    handOver: null,
    formerLeaders: [],
    leaderLeft: false,
    ending: null,
    returned: [],
    verified: null,
    formerEndings: [],
    takenUpAgain: [],
    papers: [],
  };
}

/**
 * Carries the task of one of the seven over one recorded event.
 * @param id the stream
 * @param before the state before, null at birth
 */
export function evolveTask(
  id: string,
  before: PostTask | null,
  event: RecordedTaskEvent,
): PostTask {
  const { seq: version, at, type } = event;
  if (before === null) {
    if (type !== 'TaskGiven')
      throw new Error(`Stream ${id} begins with ${type}, not with TaskGiven`);
    const { userId, words, ...data } = event.data;
    return {
      id,
      version,
      ...data,
      status: 'given',
      givenBy: userId,
      givenAt: at,
      task: words,
      moved: [],
      reports: [],
      returns: [],
      acceptedAt: null,
      withdrawn: null,
    };
  }
  const known = { ...before, version };
  switch (type) {
    case 'TaskGiven':
      return known;
    case 'TaskDateMoved':
      return {
        ...known,
        dueDate: event.data.to,
        moved: [...known.moved, { at, ...event.data }],
      };
    case 'TaskReported':
      return { ...known, status: 'reported', reports: [...known.reports, { at, ...event.data }] };
    case 'TaskAccepted':
      return { ...known, status: 'accepted', acceptedAt: at };
    case 'TaskReturned':
      return { ...known, status: 'given', returns: [...known.returns, { at, ...event.data }] };
    case 'TaskWithdrawn':
      return { ...known, status: 'withdrawn', withdrawn: { at, ...event.data } };
  }
}
