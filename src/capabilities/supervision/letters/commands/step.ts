import { localDate, startOfDay } from '../../../../kernel/local-date.ts';
import type { Refusal } from '../../../../kernel/refusals.ts';
import type { Result } from '../../../../kernel/result.ts';
import {
  runCase,
  type CaseComposing,
  type CommandAnswer,
  type CommandOptions,
} from '../../../petitions/index.ts';
import { givenOf, proofOf, sealCasePaper } from '../../case-paper.ts';
import type { Ladder, LetterFile } from '../case.ts';
import type { LettersCommand } from '../command.ts';
import type { LettersStep, LettersStepInput } from '../contract.ts';
import { limits } from '../limits.ts';
import { letterDocumentOf } from '../paper-content.ts';
import { lettersKind } from '../queries/kind.ts';
import type { SupervisionDeps } from './deps.ts';

type With = CaseComposing<Ladder>;
type Sealing = 'sealPaper' | 'issuePaper';
type Simple = Exclude<LettersStep, Sealing>;

const filesOf = async (uploads: readonly string[], { attach }: With): Promise<LetterFile[]> =>
  (await attach(uploads)).map(({ purpose: _purpose, ...file }) => file);

const draftOf = (input: LettersStepInput<'draftLetter'>, { words, nextId }: With) => ({
  words: words(input.words, 'words', limits.words),
  addressee: input.addressee ?? null,
  copies: input.copies,
  paperId: nextId(),
});

/** How each typed step becomes a command of the rules. */
const composers: {
  readonly [T in Simple]: (
    input: LettersStepInput<T>,
    with_: With,
  ) => LettersCommand | Promise<LettersCommand>;
} = {
  draftLetter: (input, with_) => ({ type: 'draftLetter', ...draftOf(input, with_) }),
  raiseLetter: (input, with_) => ({
    type: 'raiseLetter',
    ...draftOf(input, with_),
    to: input.to,
    reason: with_.words(input.reason, 'reason', limits.reason),
  }),
  answerLetter: async (input, with_) => ({
    type: 'answerLetter',
    words: with_.words(input.words, 'words', limits.words),
    attachments: await filesOf(input.uploads, with_),
  }),
  recordAnswer: async (input, with_) => ({
    type: 'recordAnswer',
    words: with_.words(input.words, 'words', limits.words),
    attachments: await filesOf(input.uploads, with_),
    receivedOn: localDate(input.receivedOn),
  }),
  acceptAnswer: ({ words }, with_) => ({
    type: 'acceptAnswer',
    words: with_.words(words, 'words', limits.reason),
  }),
  returnAnswer: ({ words }, with_) => ({
    type: 'returnAnswer',
    words: with_.words(words, 'words', limits.reason),
  }),
  withdrawLetters: ({ reason }, with_) => ({
    type: 'withdrawLetters',
    reason: with_.words(reason, 'reason', limits.reason),
  }),
  checkPaper: (input) => ({ type: 'checkPaper', ...input }),
  signPaper: (input) => ({ type: 'signPaper', ...input }),
  returnPaper: ({ paperId, reason }, with_) => ({
    type: 'returnPaper',
    paperId,
    reason: with_.words(reason, 'reason', limits.reason),
  }),
  servePaper: (input, with_) => ({
    type: 'servePaper',
    paperId: input.paperId,
    way: input.way,
    servedOn: startOfDay(localDate(input.servedOn)).getTime(),
    proof: proofOf(input, with_, limits.reason),
    given: givenOf(input),
  }),
};

/**
 * Takes one step on a ladder of letters, in one transaction.
 * @param input its body, of the contract's shape
 * @returns the new version, or a refusal with nothing changed
 */
export function stepLetters<T extends LettersStep>(
  deps: SupervisionDeps,
  id: string,
  type: T,
  input: LettersStepInput<T>,
  options: CommandOptions,
): Promise<Result<CommandAnswer, Refusal>> {
  const paperId = 'paperId' in input ? input.paperId : undefined;
  return runCase(
    deps,
    lettersKind,
    id,
    {
      type,
      input,
      ...(paperId === undefined ? {} : { paperId }),
      compose: async (with_): Promise<LettersCommand> => {
        if (type === 'sealPaper' || type === 'issuePaper') {
          return { type, ...(await sealCasePaper(deps, paperId ?? '', with_, letterDocumentOf)) };
        }
        // Each composer takes exactly the input of its own key; TypeScript cannot follow that.
        const compose = composers[type as Simple] as (
          input: LettersStepInput<T>,
          with_: With,
        ) => LettersCommand | Promise<LettersCommand>;
        return compose(input, with_);
      },
    },
    options,
  );
}
