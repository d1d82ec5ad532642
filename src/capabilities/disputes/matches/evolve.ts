import type { EarlyWarning, Match, Verdict } from './case.ts';
import type { RecordedWarningEvent, WarningEventOf } from './events.ts';

type Suggested = WarningEventOf<'MatchesSuggested'>['data'];

const asMatches = ({ matches }: Suggested, at: number): Match[] =>
  matches.map((match) => ({
    ...match,
    suggestedAt: at,
    judgedAt: match.verdict === 'origin' ? at : null,
    judgedBy: null,
  }));

/** A match that is suggested again keeps what was made of it, unless the petition grew out of it. */
function withMore(before: readonly Match[], more: readonly Match[]): readonly Match[] {
  const replaced = before.map(
    (match) =>
      more.find((each) => each.disputeId === match.disputeId && each.verdict === 'origin') ?? match,
  );
  const known = new Set(before.map(({ disputeId }) => disputeId));
  return [...replaced, ...more.filter(({ disputeId }) => !known.has(disputeId))];
}

const judged =
  (disputeId: string, verdict: Verdict, { at, actor }: RecordedWarningEvent) =>
  (match: Match): Match =>
    match.disputeId === disputeId
      ? { ...match, verdict, judgedAt: at, judgedBy: actor.replace(/^staff:/, '') }
      : match;

/**
 * Carries the matches of a petition over one recorded event.
 * @param before the state before, null at birth
 */
export function evolveWarning(
  id: string,
  before: EarlyWarning | null,
  event: RecordedWarningEvent,
): EarlyWarning {
  const { seq: version, at, calendarVersion } = event;
  if (before === null) {
    if (event.type !== 'MatchesSuggested') {
      throw new Error(`Stream ${id} begins with ${event.type}, not with MatchesSuggested`);
    }
    const { petitionId, office, registeredAt } = event.data;
    const matches = asMatches(event.data, at);
    return {
      id,
      petitionId,
      version,
      calendarVersion,
      papers: [],
      openedAt: at,
      office,
      registeredAt,
      matches,
    };
  }
  const after = { ...before, version, calendarVersion };
  switch (event.type) {
    case 'MatchesSuggested':
      return { ...after, matches: withMore(before.matches, asMatches(event.data, at)) };
    case 'MatchConfirmed':
      return {
        ...after,
        matches: before.matches.map(judged(event.data.disputeId, 'confirmed', event)),
      };
    case 'MatchRejected':
      return {
        ...after,
        matches: before.matches.map(judged(event.data.disputeId, 'rejected', event)),
      };
    case 'WarningSucceeded':
      return {
        ...after,
        office: before.office === event.data.from ? event.data.to : before.office,
      };
  }
}
