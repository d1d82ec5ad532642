import type { Actor } from '../../../kernel/actor.ts';
import { refuse, type Refusal, type Refused } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { SealedText } from '../../../kernel/sealed.ts';
import type { UnitDirectory } from '../../../kernel/units.ts';
import type { Backlog } from '../backlog.ts';
import type { BacklogCommand, BacklogCommandOf } from '../command.ts';
import type { BacklogEvent } from '../events.ts';
import { isThinkable } from '../lifecycle.ts';

/** What the rules are told besides the case. */
export interface BacklogContext {
  readonly actor: Actor;
  readonly units: UnitDirectory;
  readonly petition: { readonly accusation: boolean };
}

type Decision = Result<readonly BacklogEvent[], Refusal>;

/** Reasons shorter than this tell nobody anything. */
const shortestExplanation = 5;

const findWordsFault = ({ length }: SealedText, field: string): Refused | null =>
  length >= shortestExplanation
    ? null
    : refuse('explanation-required', { limit: shortestExplanation }, field);

/** S-6: under a leader by name and one unit that exists; never an accusation (L-5). */
function assign(command: BacklogCommandOf<'assignBacklog'>, context: BacklogContext): Decision {
  if (context.petition.accusation) return refuse('backlog-accusation');
  if (context.units.find(command.unit)?.active !== true) return refuse('unit-unknown', {}, 'unit');
  if (command.leader.length === 0) return refuse('backlog-leader', {}, 'leader');
  const { type: _type, ...data } = command;
  return ok([{ type: 'BacklogAssigned', data }]);
}

/** S-6: nobody verifies the own work: neither the unit that has it nor whoever reported it. */
function findInsideFault({ unit, proposals }: Backlog, { actor }: BacklogContext): Refused | null {
  const outside =
    actor.kind === 'staff' &&
    actor.unitId !== unit &&
    proposals.every(({ userId }) => userId !== actor.userId);
  return outside ? null : refuse('backlog-verifier-inside');
}

/**
 * Decides what a command does to a backlog case.
 * @param backlog the state now; null when it is being assigned
 * @returns the events to record, or a refusal
 */
export function decideBacklog(
  backlog: Backlog | null,
  command: BacklogCommand,
  context: BacklogContext,
): Decision {
  if (command.type === 'assignBacklog') {
    return backlog === null ? assign(command, context) : refuse('version-conflict');
  }
  if (backlog === null) return refuse('not-found');
  if (!isThinkable(command.type, backlog)) {
    return refuse('backlog-not-in-status', { status: backlog.status });
  }
  // Who reports and who verifies does so in person.
  const userId = context.actor.kind === 'staff' ? context.actor.userId : '';
  switch (command.type) {
    case 'proposeClosing': {
      const { type: _type, ...data } = command;
      const fault =
        findWordsFault(data.evidence, 'evidence') ?? findWordsFault(data.viewWords, 'viewWords');
      return fault ?? ok([{ type: 'ClosingProposed', data: { userId, ...data } }]);
    }
    case 'verifyClosing':
    case 'sendBack': {
      const { words } = command;
      const fault = findInsideFault(backlog, context) ?? findWordsFault(words, 'words');
      const type = command.type === 'sendBack' ? 'ClosingSentBack' : 'BacklogClosed';
      return fault ?? ok([{ type, data: { userId, words } }]);
    }
    case 'takeUpAgain': {
      const { words } = command;
      if (words === null) {
        return ok([{ type: 'BacklogTakenUpAgain', data: { userId: null, words } }]);
      }
      const fault = findWordsFault(words, 'words');
      return fault ?? ok([{ type: 'BacklogTakenUpAgain', data: { userId, words } }]);
    }
    case 'succeedUnit': {
      const { from, to } = command;
      return ok([{ type: 'BacklogSucceeded', data: { from, to } }]);
    }
  }
}
