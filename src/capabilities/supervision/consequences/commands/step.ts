import { localDate, startOfDay } from '../../../../kernel/local-date.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import type { Result } from '../../../../kernel/result.ts';
import { CommandRefused } from '../../../../platform/database/index.ts';
import {
  runCase,
  type CaseComposing,
  type CommandAnswer,
  type CommandOptions,
} from '../../../petitions/index.ts';
import { givenOf, proofOf, sealCasePaper } from '../../case-paper.ts';
import type { Consequence, ConsequenceFile, Terms } from '../case.ts';
import type { ConsequenceCommand } from '../command.ts';
import type { ConsequenceStep, ConsequenceStepInput } from '../contract.ts';
import { limits } from '../limits.ts';
import { consequenceDocumentOf } from '../paper-content.ts';
import { consequenceKind } from '../queries/kind.ts';
import type { ConsequencesDeps } from './deps.ts';

type With = CaseComposing<Consequence>;
type Sealing = 'sealPaper' | 'issuePaper';
type Simple = Exclude<ConsequenceStep, Sealing>;

const filesOf = async (uploads: readonly string[], { attach }: With): Promise<ConsequenceFile[]> =>
  (await attach(uploads)).map(({ purpose: _purpose, ...file }) => file);

/** A day that this kind of consequence cannot be without. */
function dayOf(value: string | undefined, field: string) {
  if (value === undefined) throw new CommandRefused(refuse('consequence-days', {}, field));
  return localDate(value);
}

function termsOf(input: ConsequenceStepInput<'draftDecision'>, { state, words }: With): Terms {
  const kind = state?.kind ?? 'circulated-notice';
  switch (kind) {
    case 'interview':
      return {
        kind,
        heldOn: dayOf(input.heldOn, 'heldOn'),
        place: words(input.place ?? '', 'place', limits.place),
      };
    case 'circulated-notice':
      return { kind };
    case 'warning':
      return { kind, correctBy: dayOf(input.correctBy, 'correctBy') };
    case 'listing':
      return {
        kind,
        from: dayOf(input.from, 'from'),
        to: dayOf(input.to, 'to'),
        correctBy: dayOf(input.correctBy, 'correctBy'),
      };
  }
}

/** How each typed step becomes a command of the rules. */
const composers: {
  readonly [T in Simple]: (
    input: ConsequenceStepInput<T>,
    with_: With,
  ) => ConsequenceCommand | Promise<ConsequenceCommand>;
} = {
  makeStatement: async (input, with_) => ({
    type: 'makeStatement',
    words: with_.words(input.words, 'words', limits.words),
    attachments: await filesOf(input.uploads, with_),
  }),
  declineStatement: () => ({ type: 'declineStatement' }),
  recordSilence: () => ({ type: 'recordSilence' }),
  draftDecision: (input, with_) => ({
    type: 'draftDecision',
    words: with_.words(input.words, 'words', limits.words),
    terms: termsOf(input, with_),
    paperId: with_.nextId(),
  }),
  recordCarriedOut: ({ on, words }, with_) => ({
    type: 'recordCarriedOut',
    on: localDate(on),
    words: with_.words(words, 'words', limits.reason),
  }),
  reportCorrection: async (input, with_) => ({
    type: 'reportCorrection',
    on: localDate(input.on),
    words: with_.words(input.words, 'words', limits.words),
    attachments: await filesOf(input.uploads, with_),
  }),
  returnCorrection: ({ words }, with_) => ({
    type: 'returnCorrection',
    words: with_.words(words, 'words', limits.reason),
  }),
  lift: ({ words }, with_) => ({ type: 'lift', words: with_.words(words, 'words', limits.reason) }),
  drop: ({ words }, with_) => ({ type: 'drop', words: with_.words(words, 'words', limits.reason) }),
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
 * Takes one step on a consequence, in one transaction.
 * @param input its body, of the contract's shape
 * @returns the new version, or a refusal with nothing changed
 */
export function stepConsequence<T extends ConsequenceStep>(
  deps: ConsequencesDeps,
  id: string,
  type: T,
  input: ConsequenceStepInput<T>,
  options: CommandOptions,
): Promise<Result<CommandAnswer, Refusal>> {
  const paperId = 'paperId' in input ? input.paperId : undefined;
  return runCase(
    deps,
    consequenceKind,
    id,
    {
      type,
      input,
      ...(paperId === undefined ? {} : { paperId }),
      compose: async (with_): Promise<ConsequenceCommand> => {
        if (type === 'sealPaper' || type === 'issuePaper') {
          const sealed = await sealCasePaper(deps, paperId ?? '', with_, consequenceDocumentOf);
          return { type, ...sealed };
        }
        // Each composer takes exactly the input of its own key; TypeScript cannot follow that.
        const compose = composers[type as Simple] as (
          input: ConsequenceStepInput<T>,
          with_: With,
        ) => ConsequenceCommand | Promise<ConsequenceCommand>;
        return compose(input, with_);
      },
    },
    options,
  );
}
