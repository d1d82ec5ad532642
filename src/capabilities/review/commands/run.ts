import { localDate, localDateOf, startOfDay } from '../../../kernel/local-date.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import type { Result } from '../../../kernel/result.ts';
import { CommandRefused, setStreams } from '../../../platform/database/index.ts';
import { openItems } from '../../../platform/vault/index.ts';
import {
  openPetitionItems,
  runCase,
  sealDocument,
  type CaseComposing,
  type CommandAnswer,
  type CommandOptions,
} from '../../petitions/index.ts';
import type { ReviewCommand } from '../command.ts';
import type { ReviewInput, ReviewInputType } from '../contract.ts';
import { limits } from '../limits.ts';
import { reviewDocumentOf } from '../paper-content/index.ts';
import { findReviewPaper, type Review } from '../review.ts';
import type { ReviewDeps } from './deps.ts';
import { findLawfulBodies } from '../queries/bodies.ts';
import { reviewKind } from '../queries/kind.ts';
import { serviceGiven, serviceProof } from './service.ts';

type With = CaseComposing<Review>;
type Sealing = 'sealPaper' | 'issuePaper';
type Simple = Exclude<ReviewInputType, Sealing>;

/** How each typed command becomes a command of the rules. */
const composers: {
  readonly [T in Simple]: (input: ReviewInput<T>, with_: With) => ReviewCommand;
} = {
  chooseBody: (input) => ({ type: 'chooseBody', ...input }),
  decideLateness: (input, { words, nextId }) => ({
    type: 'decideLateness',
    admitted: input.admitted,
    reason: words(input.reason, 'reason', limits.explanation),
    paperId: nextId(),
  }),
  acceptReview: (input, { actor, nextId }) => ({
    type: 'acceptReview',
    officer: input.officer ?? (actor.kind === 'staff' ? actor.userId : ''),
    paperId: nextId(),
  }),
  chooseReviewOfficer: (input) => ({ type: 'chooseReviewOfficer', ...input }),
  refuseReview: (input, { words, nextId }) => ({
    type: 'refuseReview',
    reason: input.reason,
    explanation: words(input.explanation, 'explanation', limits.explanation),
    paperId: nextId(),
  }),
  withdrawOfficial: (input, { words }) => ({
    type: 'withdrawOfficial',
    userId: input.userId,
    reason: words(input.reason, 'reason', limits.explanation),
  }),
  recordInquiry: (input, { words }) => ({
    type: 'recordInquiry',
    record: words(input.record, 'record', limits.text),
    heldOn: localDate(input.heldOn),
  }),
  withdrawReview: (input, { optionalWords }) => ({
    type: 'withdrawReview',
    reason: optionalWords(input.reason, 'reason', limits.explanation),
    signed: input.signed,
  }),
  orderHearing: (input, { words }) => ({
    type: 'orderHearing',
    reason: words(input.reason, 'reason', limits.explanation),
  }),
  recordHearing: (input) => ({
    type: 'recordHearing',
    from: localDate(input.from),
    to: localDate(input.to),
  }),
  draftDecision: (input, { words, nextId }) => ({
    type: 'draftDecision',
    outcome: input.outcome,
    conclusion: words(input.conclusion, 'conclusion', limits.explanation),
    paperId: nextId(),
    points: input.points.map((point, at) => ({
      demandId: point.demandId,
      finding: point.finding,
      facts: words(point.facts, `points.${at}.facts`, limits.text),
      basis: words(point.basis, `points.${at}.basis`, limits.explanation),
      answer: words(point.answer, `points.${at}.answer`, limits.text),
    })),
  }),
  checkPaper: (input) => ({ type: 'checkPaper', ...input }),
  signPaper: (input) => ({ type: 'signPaper', ...input }),
  returnPaper: (input, { words }) => ({
    type: 'returnPaper',
    paperId: input.paperId,
    reason: words(input.reason, 'reason', limits.explanation),
  }),
  servePaper: (input, with_) => ({
    type: 'servePaper',
    paperId: input.paperId,
    way: input.way,
    servedOn: startOfDay(localDate(input.servedOn)).getTime(),
    proof: serviceProof(input, with_),
    given: serviceGiven(input),
  }),
};

/** Number, code and the fixed words of a paper, as the other papers of the office get them. */
async function seal(
  deps: ReviewDeps,
  type: Sealing,
  paperId: string,
  with_: With,
): Promise<ReviewCommand> {
  const { tx, state, petition, organisation, now, sealer, key, actor } = with_;
  const paper = state === null ? undefined : findReviewPaper(state, paperId);
  if (state === null || paper === undefined) throw new CommandRefused(refuse('paper-unknown'));
  const signer = actor.kind === 'staff' ? `staff:${actor.userId}` : null;
  const own = await openItems(tx, deps, state.id, key);
  const opened = await petitionItems(deps, with_);
  const nextBodies = await findLawfulBodies(tx, organisation, {
    issuer: paper.issuer,
    stage: 're-examination',
    on: localDateOf(now),
    barred: state.barred.units,
  });
  const sealed = await sealDocument(tx, deps, {
    streamId: state.id,
    paper,
    accusation: false,
    sealer,
    organisation,
    now,
    compose: (given, wording) =>
      reviewDocumentOf(
        {
          petition,
          state,
          paper: { ...paper, signedBy: paper.signedBy ?? signer },
          opened: new Map([...opened, ...own]),
          organisation,
          calendar: deps.calendar(),
          now,
          nextBodies,
          ...given,
        },
        wording,
      ),
  });
  return { type, ...sealed };
}

/** The petition's own words, which the paper of a review repeats. */
async function petitionItems(
  deps: ReviewDeps,
  { tx, state, petition }: With,
): Promise<ReadonlyMap<string, unknown>> {
  const items = await openPetitionItems(tx, deps, petition.id);
  await setStreams(tx, [state?.id ?? '', petition.id]);
  return items;
}

/**
 * Does one command on a review, in one transaction.
 * @param input its body, of the contract's shape
 * @returns the new version, or a refusal with nothing changed
 */
export function runReviewCommand<T extends ReviewInputType>(
  deps: ReviewDeps,
  reviewId: string,
  type: T,
  input: ReviewInput<T>,
  options: CommandOptions,
): Promise<Result<CommandAnswer, Refusal>> {
  const paperId = 'paperId' in input ? input.paperId : undefined;
  return runCase(
    deps,
    reviewKind,
    reviewId,
    {
      type,
      input,
      ...(paperId === undefined ? {} : { paperId }),
      compose: (with_) => {
        if (type === 'sealPaper' || type === 'issuePaper') {
          return seal(deps, type, paperId ?? '', with_);
        }
        // Each composer takes exactly the input of its own key; TypeScript cannot follow that.
        const compose = composers[type as Simple] as (
          input: ReviewInput<T>,
          with_: With,
        ) => ReviewCommand;
        return compose(input, with_);
      },
    },
    options,
  );
}
