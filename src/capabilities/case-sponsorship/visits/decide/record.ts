import { localDateOf } from '../../../../kernel/local-date.ts';
import { refuse, type Refused } from '../../../../kernel/refusals.ts';
import { ok } from '../../../../kernel/result.ts';
import type { Talk, Visit } from '../case.ts';
import type { VisitCommandOf } from '../command.ts';
import type { VisitEvent } from '../events.ts';
import { findWordsFault, userOf, type Decision, type VisitContext } from './context.ts';

/** S-3: neighbours never in an accusation, and otherwise only with the petitioner's consent. */
function findNeighbourFault(
  talks: readonly Talk[],
  agreed: boolean,
  { petition }: VisitContext,
): Refused | null {
  if (!talks.some(({ partner }) => partner === 'neighbour')) return null;
  if (petition.accusation) return refuse('visit-neighbours-accusation', {}, 'talks');
  return agreed ? null : refuse('visit-neighbours-consent', {}, 'talks');
}

const findDayFault = (visitedOn: string, { now }: VisitContext): Refused | null =>
  visitedOn <= localDateOf(now) ? null : refuse('date-in-future', {}, 'visitedOn');

type Recording = VisitCommandOf<'recordVisit'>;

/** What belongs to a visit that was carried out has no place in one that was not. */
function findOutcomeFault(command: Recording): Refused | null {
  const { outcome, talks, words, attachments, promise } = command;
  if (outcome === 'made') {
    return talks.length === 0 ? refuse('visit-talks', {}, 'talks') : findWordsFault(words, 'words');
  }
  const bare = talks.length === 0 && attachments.length === 0 && promise === null;
  // Who declines owes no reason, and nothing is written about it.
  const silent = outcome === 'not-home' || words === null;
  return bare && silent ? null : refuse('visit-not-made', {}, 'outcome');
}

function findPromiseFault({ promise, visitedOn }: Recording): Refused | null {
  if (promise === null) return null;
  return promise.dueDate < visitedOn
    ? refuse('visit-promise-date', {}, 'promise.dueDate')
    : findWordsFault(promise.text, 'promise.text');
}

/** What was found and said, written at the table or days later from a telephone. */
export function recordVisit(visit: Visit, command: Recording, context: VisitContext): Decision {
  const { type: _type, consent, outcome, ...notes } = command;
  if (consent !== null && context.petition.accusation) {
    return refuse('visit-neighbours-accusation', {}, 'consent');
  }
  const agreed = visit.consent !== null || consent !== null;
  const fault =
    findDayFault(command.visitedOn, context) ??
    findOutcomeFault(command) ??
    findNeighbourFault(command.talks, agreed, context) ??
    findPromiseFault(command);
  if (fault !== null) return fault;
  const userId = userOf(context);
  const allowed: readonly VisitEvent[] =
    consent === null || outcome !== 'made'
      ? []
      : [{ type: 'NeighboursAllowed', data: { userId, on: command.visitedOn, way: consent } }];
  return ok([...allowed, { type: 'VisitRecorded', data: { userId, outcome, ...notes } }]);
}

/** A second account of a visit, beside the first: nothing written is ever replaced. */
export function addToVisit(
  visit: Visit,
  command: VisitCommandOf<'addToVisit'>,
  context: VisitContext,
): Decision {
  const { type: _type, ...notes } = command;
  const bare = notes.talks.length === 0 && notes.attachments.length === 0 && notes.words === null;
  if (visit.status === 'declined' && notes.talks.length + notes.attachments.length > 0) {
    return refuse('visit-not-made', {}, 'outcome');
  }
  const fault =
    findDayFault(notes.visitedOn, context) ??
    (bare ? findWordsFault(notes.words, 'words') : null) ??
    findNeighbourFault(notes.talks, visit.consent !== null, context);
  return fault ?? ok([{ type: 'VisitAdded', data: { userId: userOf(context), ...notes } }]);
}
