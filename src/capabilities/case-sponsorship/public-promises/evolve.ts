import type { Household, PublicPromise } from './case.ts';
import type { PromiseEventOf, RecordedPromiseEvent } from './events.ts';

function recount(
  counts: readonly number[],
  changes: PromiseEventOf<'HouseholdsChanged'>['data']['changes'],
): readonly number[] {
  const after = [...counts];
  for (const { from, to } of changes) {
    if (from !== null) after[from] = (after[from] ?? 0) - 1;
    after[to] = (after[to] ?? 0) + 1;
  }
  return after;
}

function change(before: PublicPromise, event: RecordedPromiseEvent): PublicPromise {
  const { at } = event;
  switch (event.type) {
    case 'PromiseMade':
    case 'HouseholdCodeReplaced':
      return before;
    case 'HouseholdsChanged':
      return { ...before, counts: recount(before.counts, event.data.changes), changedAt: at };
    case 'SlipsMade':
      return { ...before, slips: { times: (before.slips?.times ?? 0) + 1, at } };
    case 'CommitmentFollowed':
    case 'PromiseWithheld':
      return { ...before, ...event.data };
  }
}

/**
 * Carries a promise over one recorded event; its households stand beside it (`evolveHouseholds`).
 * @param id the stream
 * @param before the state before, null at birth
 */
export function evolvePromise(
  id: string,
  before: PublicPromise | null,
  event: RecordedPromiseEvent,
): PublicPromise {
  const { seq: version } = event;
  if (before !== null) return { ...change(before, event), version };
  if (event.type !== 'PromiseMade') {
    throw new Error(`Stream ${id} begins with ${event.type}, not with PromiseMade`);
  }
  const { userId: _userId, steps, ...data } = event.data;
  return {
    id,
    version,
    ...data,
    madeAt: event.at,
    status: 'open',
    withheld: false,
    counts: Array.from({ length: steps }, () => 0),
    changedAt: null,
    slips: null,
  };
}

/**
 * The households that an event touches, as they are after it.
 * @param known those households as they were, by id
 */
export function evolveHouseholds(
  known: ReadonlyMap<string, Household>,
  event: RecordedPromiseEvent,
): readonly Household[] {
  if (event.type === 'HouseholdCodeReplaced') {
    const { householdId, version } = event.data;
    const before = known.get(householdId);
    return before === undefined ? [] : [{ ...before, codeVersion: version }];
  }
  if (event.type !== 'HouseholdsChanged') return [];
  return event.data.changes.map(({ id, from, to, place, details }) => {
    const before = known.get(id);
    return {
      id,
      place,
      step: to,
      movedAt: from === to ? (before?.movedAt ?? event.at) : event.at,
      details: details?.id ?? before?.details ?? '',
      codeVersion: before?.codeVersion ?? 1,
    };
  });
}
