import type { Actor } from '../../../kernel/actor.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { UnitDirectory } from '../../../kernel/units.ts';
import type { LetterCommand, LetterCommandOf } from '../command.ts';
import type { LetterEvent } from '../events.ts';
import type { Letter } from '../letter.ts';

/** What the rules are told besides the letter. */
export interface LetterContext {
  readonly actor: Actor;
  readonly units: UnitDirectory;
  readonly petition: { readonly accusation: boolean };
}

type Decision = Result<readonly LetterEvent[], Refusal>;

/** the office selects what a leader reads; an accusation is shown to no leader's unit (L-5). */
function lay(command: LetterCommandOf<'layLetter'>, context: LetterContext): Decision {
  if (context.petition.accusation) return refuse('letter-accusation');
  const unit = context.units.find(command.unit);
  if (unit?.active !== true) return refuse('unit-unknown', {}, 'unit');
  const { type: _type, ...laid } = command;
  return ok([{ type: 'LetterLaid', data: laid }]);
}

/**
 * Decides what a command does to a letter.
 * @param letter the state now; null when it is being laid before its reader
 * @returns the events to record, or a refusal
 */
export function decideLetter(
  letter: Letter | null,
  command: LetterCommand,
  context: LetterContext,
): Decision {
  if (command.type === 'layLetter') {
    return letter === null ? lay(command, context) : refuse('version-conflict');
  }
  if (letter === null) return refuse('not-found');
  if (command.type === 'succeedReader') {
    const { from, to } = command;
    return ok([{ type: 'LetterSucceeded', data: { from, to } }]);
  }
  // Who reads does so in person: the program has read nothing.
  const userId = context.actor.kind === 'staff' ? context.actor.userId : '';
  if (command.type === 'readLetter') {
    const { mark, words } = command;
    return ok([{ type: 'LetterRead', data: { userId, mark, words } }]);
  }
  if (context.petition.accusation) return refuse('letter-accusation');
  const { type: _type, ...given } = command;
  const read: readonly LetterEvent[] =
    letter.status === 'laid'
      ? [{ type: 'LetterRead', data: { userId, mark: 'seen', words: null } }]
      : [];
  return ok([...read, { type: 'LetterInstructed', data: { userId, ...given } }]);
}
