import { addDays, localDateOf } from '../../../../kernel/local-date.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import type { Visitor, VisitPlan } from '../case.ts';
import type { TypedPlan } from '../command.ts';
import { visitLimits } from '../limits.ts';
import { findWordsFault, type VisitContext } from './context.ts';

/**
 * S-3: those who go know of the matter already: they stand in the unit that goes or in one that reads
 * the petition. To an accusation go its named handlers alone, and nobody else comes along (L-5).
 */
function visitorsOf(
  unit: string,
  { visitors, companions }: TypedPlan,
  { petition, holdsPost }: VisitContext,
): Result<readonly Visitor[], Refusal> {
  const people = [...new Set(visitors)];
  if (people.length === 0) return refuse('visit-visitors', {}, 'visitors');
  const unnamed = people.some((userId) => !petition.named.includes(userId));
  if (petition.accusation && (unnamed || companions !== null)) {
    return refuse('visit-accusation', {}, 'visitors');
  }
  const units = petition.accusation
    ? [unit]
    : [unit, ...petition.readers.filter((each) => !petition.accusedUnits.includes(each))];
  const found = people.flatMap((userId): Visitor[] => {
    const own = units.find((each) => holdsPost(userId, each));
    // A named handler may stand in another unit than the one that goes.
    const place = own ?? (petition.accusation ? unit : undefined);
    return place === undefined ? [] : [{ userId, unit: place }];
  });
  return found.length === people.length ? ok(found) : refuse('visit-visitor-unit', {}, 'visitors');
}

/** A day that can still come, people who may go, and words for whom, where and what for. */
export function planOf(
  unit: string,
  typed: TypedPlan,
  context: VisitContext,
): Result<VisitPlan, Refusal> {
  const today = localDateOf(context.now);
  if (typed.day < today || typed.day > addDays(today, visitLimits.ahead)) {
    return refuse('visit-day', {}, 'day');
  }
  const visitors = visitorsOf(unit, typed, context);
  if (!visitors.ok) return visitors;
  const fault = findWordsFault(typed.purpose, 'purpose');
  return fault ?? ok({ ...typed, visitors: visitors.value });
}
