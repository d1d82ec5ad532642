import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import type { EarlyWarning } from '../case.ts';
import type { WarningCommand } from '../command.ts';
import type { WarningEvent } from '../events.ts';

type Decision = Result<readonly WarningEvent[], Refusal>;

/**
 * Decides what a command does to the matches of a petition (D-2): the program suggests, people say
 * whether it is so, and may say otherwise later. What the petition grew out of is no matter of
 * opinion.
 * @param accusation of its petition: accusations are not matched with anything (L-5)
 */
export function decideWarning(
  warning: EarlyWarning | null,
  command: WarningCommand,
  { accusation }: { readonly accusation: boolean },
): Decision {
  if (command.type === 'suggestMatches') {
    const { type: _type, ...data } = command;
    if (accusation || data.matches.length === 0) return ok([]);
    const known = new Set(warning?.matches.map(({ disputeId }) => disputeId));
    const fresh = data.matches.filter(
      ({ disputeId, verdict }) => verdict === 'origin' || !known.has(disputeId),
    );
    return ok(
      fresh.length === 0 ? [] : [{ type: 'MatchesSuggested', data: { ...data, matches: fresh } }],
    );
  }
  if (warning === null) return refuse('not-found');
  if (command.type === 'succeedUnit') {
    const { from, to } = command;
    return ok(warning.office === from ? [{ type: 'WarningSucceeded', data: { from, to } }] : []);
  }
  const { disputeId } = command;
  const match = warning.matches.find((each) => each.disputeId === disputeId);
  if (match === undefined) return refuse('not-found', {}, 'disputeId');
  if (match.verdict === 'origin') return refuse('match-is-origin', {}, 'disputeId');
  if (command.type === 'confirmMatch') {
    return ok(
      match.verdict === 'confirmed' ? [] : [{ type: 'MatchConfirmed', data: { disputeId } }],
    );
  }
  return ok(match.verdict === 'rejected' ? [] : [{ type: 'MatchRejected', data: { disputeId } }]);
}
