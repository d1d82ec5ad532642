import { actorId } from '../../../../kernel/actor.ts';
import { localDateOf } from '../../../../kernel/local-date.ts';
import { decidePaper, isPaperCommand, type PaperCommand } from '../../../../kernel/paper-flow.ts';
import { refuse } from '../../../../kernel/refusals.ts';
import { isSystemsDraft, openLetter, type Ladder, type LetterPaper } from '../case.ts';
import type { LettersCommand, LettersCommandOf, LettersCommandType } from '../command.ts';
import type { LettersEvent } from '../events.ts';
import { isThinkable } from '../lifecycle.ts';
import * as answer from './answer.ts';
import { decided, event, type Decision, type LettersContext, type Rule } from './context.ts';
import * as draft from './draft.ts';

export type { LettersContext } from './context.ts';

type Own = Exclude<LettersCommandType, PaperCommand['type'] | 'beginLetters'>;

/** Every command has exactly one rule; the steps of papers are the kernel's. */
const rules: { readonly [T in Own]: Rule<T> } = {
  draftLetter: draft.draftLetter,
  raiseLetter: draft.raiseLetter,
  escalateLetter: draft.escalateLetter,
  answerLetter: answer.answerLetter,
  recordAnswer: answer.recordAnswer,
  acceptAnswer: answer.acceptAnswer,
  returnAnswer: answer.returnAnswer,
  withdrawLetters: answer.withdrawLetters,
  recountClocks: (_, { calendarVersion }) =>
    decided(event('LettersRecounted', { calendarVersion })),
  succeedUnit: (_, { from, to }) => decided(event('LettersSucceeded', { from, to })),
};

const approvals: readonly PaperCommand['type'][] = [
  'checkPaper',
  'signPaper',
  'sealPaper',
  'issuePaper',
];

/** A letter takes effect when it reaches its addressee: from that day they have to answer. */
function decideStep(ladder: Ladder, command: PaperCommand, context: LettersContext): Decision {
  const paper = ladder.papers.find(({ id }) => id === command.paperId);
  if (paper !== undefined && isSystemsDraft(paper) && approvals.includes(command.type)) {
    return refuse('letters-draft-open');
  }
  return decidePaper<LetterPaper, LettersEvent>(
    {
      papers: ladder.papers,
      automatic: new Set(),
      // Units of the system take each other's papers in the system.
      electronicService: true,
      findEffectFault: ({ id }) =>
        openLetter(ladder)?.paperId === id
          ? null
          : refuse('letters-not-in-status', { status: ladder.status }),
      effectsOfSeal: () => [],
      effectsOfService: ({ id: paperId }) =>
        command.type === 'servePaper'
          ? [event('LetterServed', { paperId, servedOn: localDateOf(command.servedOn) })]
          : [],
    },
    command,
    { actor: actorId(context.actor), now: context.now },
  );
}

/** What goes on although the matter has become an accusation: nothing that anybody is told. */
const silent: readonly LettersCommandType[] = ['recountClocks', 'succeedUnit', 'recordRendering'];

/**
 * Decides what a command does to a ladder of letters (U-4).
 * @param ladder the state now; null when it begins
 * @returns the events to record, or a refusal
 */
export function decideLetters(
  ladder: Ladder | null,
  command: LettersCommand,
  context: LettersContext,
): Decision {
  // L-5: a unit must not learn of an accusation by a letter.
  if (context.petition.accusation && !silent.includes(command.type)) {
    return refuse('letters-accusation');
  }
  if (command.type === 'beginLetters') {
    return ladder === null ? draft.begin(command, context) : refuse('version-conflict');
  }
  if (ladder === null) return refuse('not-found');
  if (!isThinkable(command.type, ladder)) {
    return refuse('letters-not-in-status', { status: ladder.status });
  }
  return isPaperCommand(command)
    ? decideStep(ladder, command, context)
    : ruleFor(command as LettersCommandOf<Own>)(ladder, command, context);
}

/** The compiler cannot see that a command meets its own rule; the table above proves it. */
function ruleFor<T extends Own>(command: LettersCommandOf<T>): Rule<T> {
  return rules[command.type];
}
