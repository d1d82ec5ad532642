import type { Actor } from '../../../../kernel/actor.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import type { Sponsored } from '../case.ts';
import type { NamedLeader, SponsoredCommand, SponsoredCommandOf } from '../command.ts';
import type { SponsoredEvent } from '../events.ts';
import { isThinkable } from '../lifecycle.ts';
import { findWordsFault } from './explained.ts';
import { addMilestone, moveMilestone, reportMilestone } from './milestones.ts';

/** What the rules are told besides the case. */
export interface SponsoredContext {
  readonly actor: Actor;
  readonly today: LocalDate;
  readonly petition: {
    readonly accusation: boolean;
    /** A member of a group: its head has the matter. */
    readonly member: boolean;
  };
}

export type Decision = Result<readonly SponsoredEvent[], Refusal>;

const one = (event: SponsoredEvent): Decision => ok([event]);
const userOf = ({ actor }: SponsoredContext): string =>
  actor.kind === 'staff' ? actor.userId : '';

const leaderOf = ({ userId, unit }: NamedLeader) => ({ userId, unit });

/** S-1: on a matter as a whole, by somebody who leads; never on an accusation (L-5). */
function begin(
  command: SponsoredCommandOf<'proposeLeader'> | SponsoredCommandOf<'takeCharge'>,
  context: SponsoredContext,
): Decision {
  if (context.petition.accusation) return refuse('sponsored-accusation');
  if (context.petition.member) return refuse('sponsored-group-head');
  if (!command.leader.eligible) return refuse('sponsored-no-leader', {}, 'leader');
  const { petitionId, office, unit, regionCode, persons, leader } = command;
  const named = command.type === 'proposeLeader' ? command.reason : null;
  const fault = named === null ? null : findWordsFault(named, 'reason');
  const proposal = named === null ? null : { userId: userOf(context), words: named };
  return (
    fault ??
    one({
      type: 'SponsorshipBegan',
      data: { petitionId, office, unit, regionCode, persons, leader: leaderOf(leader), proposal },
    })
  );
}

/** A leader takes it up for themselves; another one is named by the office. */
function takeUpAgain(
  sponsored: Sponsored,
  { leader, reason, unit }: SponsoredCommandOf<'takeUpAgain'>,
  context: SponsoredContext,
): Decision {
  if (!leader.eligible) return refuse('sponsored-no-leader', {}, 'leader');
  const { actor } = context;
  const userId = userOf(context);
  const byOffice = actor.kind === 'staff' && actor.unitId === sponsored.office;
  if (leader.userId !== userId && !byOffice) {
    return refuse('not-permitted', { verb: 'sponsored.propose' });
  }
  return (
    findWordsFault(reason, 'reason') ??
    one({
      type: 'SponsorshipTakenUpAgain',
      data: {
        userId,
        words: reason,
        leader: leaderOf(leader),
        unit,
        proposed: leader.userId !== userId,
      },
    })
  );
}

/** The old leader answers for it until the new one acknowledges. */
function handOver(
  sponsored: Sponsored,
  { leader, reason }: SponsoredCommandOf<'handOver'>,
  context: SponsoredContext,
): Decision {
  if (sponsored.handOver !== null) return refuse('sponsored-hand-over-waits');
  if (leader.userId === sponsored.leader.userId) {
    return refuse('sponsored-same-leader', {}, 'leader');
  }
  if (!leader.eligible) return refuse('sponsored-no-leader', {}, 'leader');
  return (
    findWordsFault(reason, 'reason') ??
    one({
      type: 'HandOverAsked',
      data: { userId: userOf(context), to: leaderOf(leader), reason },
    })
  );
}

/** Nobody verifies what they led or what their own unit did, nor those who led it before. */
function findInsideFault(
  { unit, leader, formerLeaders, ending }: Sponsored,
  { actor }: SponsoredContext,
) {
  const led = [leader, ...formerLeaders].map(({ userId }) => userId);
  const outside =
    actor.kind === 'staff' &&
    actor.unitId !== unit &&
    !led.includes(actor.userId) &&
    actor.userId !== ending?.userId;
  return outside ? null : refuse('sponsored-verifier-inside');
}

function judgeEnding(
  sponsored: Sponsored,
  command: SponsoredCommandOf<'verifyEnding'> | SponsoredCommandOf<'returnEnding'>,
  context: SponsoredContext,
): Decision {
  const { ending } = sponsored;
  const { words } = command;
  const fault = findInsideFault(sponsored, context) ?? findWordsFault(words, 'words');
  if (fault !== null || ending === null) return fault ?? refuse('version-conflict');
  const data = { userId: userOf(context), words };
  return command.type === 'returnEnding'
    ? one({ type: 'EndingReturned', data })
    : one({ type: 'SponsorshipEnded', data: { ...data, result: ending.result } });
}

/**
 * Decides what a command does to a case under a leader.
 * @param sponsored the state now; null when it is being begun
 * @returns the events to record, or a refusal
 */
export function decideSponsored(
  sponsored: Sponsored | null,
  command: SponsoredCommand,
  context: SponsoredContext,
): Decision {
  if (command.type === 'proposeLeader' || command.type === 'takeCharge') {
    return sponsored === null ? begin(command, context) : refuse('sponsored-exists');
  }
  if (sponsored === null) return refuse('not-found');
  if (!isThinkable(command.type, sponsored)) {
    return refuse('sponsored-not-in-status', { status: sponsored.status });
  }
  const byPeople = command.type !== 'succeedUnit' && command.type !== 'noteLeaderLeft';
  if (byPeople && context.petition.accusation) return refuse('sponsored-accusation');
  const userId = userOf(context);
  switch (command.type) {
    case 'acceptCharge':
      return one({ type: 'ChargeAccepted', data: { userId } });
    case 'declineCharge': {
      const data = { userId, words: command.reason };
      return findWordsFault(command.reason, 'reason') ?? one({ type: 'ChargeDeclined', data });
    }
    case 'takeUpAgain':
      return takeUpAgain(sponsored, command, context);
    case 'writePlan': {
      const { matterKnot, mindKnot, measures } = command;
      if (measures.length === 0) return refuse('sponsored-no-measure', {}, 'measures');
      return (
        findWordsFault(matterKnot, 'matterKnot') ??
        findWordsFault(mindKnot, 'mindKnot') ??
        one({ type: 'PlanWritten', data: { userId, matterKnot, mindKnot, measures } })
      );
    }
    case 'addMilestone':
      return addMilestone(sponsored, command, context, userId);
    case 'moveMilestone':
      return moveMilestone(sponsored, command, context, userId);
    case 'reportMilestone':
      return reportMilestone(sponsored, command, context, userId);
    case 'addNote':
      return (
        findWordsFault(command.words, 'words') ??
        one({ type: 'NoteAdded', data: { userId, words: command.words } })
      );
    case 'handOver':
      return handOver(sponsored, command, context);
    case 'acknowledgeHandOver': {
      const { handOver: asked, leader } = sponsored;
      if (asked === null) return refuse('sponsored-no-hand-over');
      const data = { from: leader, to: asked.to, reason: asked.reason };
      return one({ type: 'LeaderChanged', data });
    }
    case 'refuseHandOver': {
      if (sponsored.handOver === null) return refuse('sponsored-no-hand-over');
      const data = { userId, words: command.reason };
      return findWordsFault(command.reason, 'reason') ?? one({ type: 'HandOverRefused', data });
    }
    case 'withdrawHandOver':
      return sponsored.handOver === null
        ? refuse('sponsored-no-hand-over')
        : one({ type: 'HandOverWithdrawn', data: { userId } });
    case 'proposeEnding': {
      if (sponsored.handOver !== null) return refuse('sponsored-hand-over-waits');
      const { result, words } = command;
      const data = { userId, result, words };
      return findWordsFault(words, 'words') ?? one({ type: 'EndingProposed', data });
    }
    case 'verifyEnding':
    case 'returnEnding':
      return judgeEnding(sponsored, command, context);
    case 'succeedUnit': {
      const { from, to } = command;
      return one({ type: 'SponsorshipSucceeded', data: { from, to } });
    }
    case 'noteLeaderLeft': {
      const concerned = [sponsored.leader.userId, sponsored.handOver?.to.userId];
      if (!concerned.includes(command.userId)) return ok([]);
      return one({ type: 'LeaderLeft', data: { userId: command.userId } });
    }
  }
}
