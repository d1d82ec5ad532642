import { actorId, type StaffActor } from '../../../../kernel/actor.ts';
import { localDate, localDateOf } from '../../../../kernel/local-date.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import type { Result } from '../../../../kernel/result.ts';
import { CommandRefused, setStream } from '../../../../platform/database/index.ts';
import { deriveId } from '../../../../platform/vault/index.ts';
import type { OwnOptions, SupervisionDeps } from '../../commands/deps.ts';
import {
  beginOwn,
  stepOwn,
  type OwnAnswer,
  type OwnComposing,
  type OwnWork,
} from '../../commands/own-records.ts';
import { ownPaperHost, paperComposers, renderSealed } from '../../commands/own-papers.ts';
import { petitionsListed } from '../../inspections/commands/petitions.ts';
import { answerPeriodOf } from '../answer-period.ts';
import type { RecommendationCommand } from '../command.ts';
import type {
  RecommendationInput,
  RecommendationStep,
  RecommendationStepInput,
} from '../contract.ts';
import { recommendationStreamKind, type RecommendationEvent } from '../events.ts';
import { limits } from '../limits.ts';
import { mayDraftAt } from '../policy.ts';
import { recommendationKind } from '../queries/kind.ts';
import { basisOf, refuseNames } from './basis.ts';
import { recommendationDocument } from '../recommendation-document.ts';
import type { Recommendation, RecommendationWords } from '../recommendation.ts';
import { tellOfRecommendation } from './tell.ts';

type With = OwnComposing<Recommendation>;

/** What a step brings about beside its events: messages, and the rendering of a sealed paper. */
export const recommendationWork: OwnWork<
  Recommendation,
  RecommendationCommand,
  RecommendationEvent
> = {
  rules: recommendationKind,
  carry: async (tx, deps, { after, events, options }) => {
    await tellOfRecommendation(tx, deps, after, events, options.commandId);
    await renderSealed(tx, deps, { id: after.id, kind: recommendationStreamKind }, events);
  },
};

/** Recommendations, for the job that renders papers. */
export const recommendationPaperHost = ownPaperHost(recommendationWork);

/**
 * Drafts a recommendation to a body from cases and findings, with its paper (Reg. 40, U-6).
 * @returns its id; refusals `not-permitted`, `unit-unknown`, `recommendation-own-unit`, `not-found`,
 * `recommendation-basis`, `recommendation-names`, `inspection-petition`, `inspection-too-many`,
 * `inspection-accusation`, words
 */
export async function draftRecommendation(
  deps: SupervisionDeps,
  input: RecommendationInput,
  options: OwnOptions & { readonly actor: StaffActor },
): Promise<Result<OwnAnswer, Refusal>> {
  const { actor, commandId } = options;
  if (!mayDraftAt(actor, actor.unitId)) {
    return refuse('not-permitted', { verb: 'recommendation.draft' });
  }
  const listed = await petitionsListed(deps, actor, input.numbers, limits.petitions);
  if (!listed.ok) return listed;
  const compose = async (with_: With): Promise<RecommendationCommand> => {
    const { tx, organisation, now, id } = with_;
    const petitions = await basisOf(tx, deps, actor, listed.value, input);
    await refuseNames(tx, deps, actor, petitions, input);
    await setStream(tx, id);
    return {
      type: 'draftRecommendation',
      paperId: deriveId(deps.keys, actorId(actor), 'recommendation-paper', commandId),
      office: actor.unitId,
      kind: input.kind,
      unit: input.unit,
      ...said(input, with_),
      petitions,
      itemId: input.item ?? null,
      inspectionId: input.inspection ?? null,
      period: answerPeriodOf(organisation.profiles, [actor.unitId, input.unit], localDateOf(now)),
    };
  };
  const step = { type: 'draftRecommendation', input, compose } as const;
  return beginOwn(deps, recommendationWork, commandId, step, options);
}

const said = (
  input: Pick<RecommendationInput, 'subject' | 'reasons' | 'proposal'>,
  { words }: With,
): RecommendationWords => ({
  subject: words(input.subject, 'subject', limits.subject),
  reasons: words(input.reasons, 'reasons', limits.words),
  proposal: words(input.proposal, 'proposal', limits.words),
});

/** How each typed step becomes a command of the rules. */
const composers: {
  readonly [T in RecommendationStep]: (
    input: RecommendationStepInput<T>,
    with_: With,
  ) => Promise<RecommendationCommand> | RecommendationCommand;
} = {
  redraft: async (input, with_) => {
    const { tx, deps, state, id, actor, madeId } = with_;
    if (state === null || actor.kind !== 'staff') throw new CommandRefused(refuse('not-found'));
    await refuseNames(tx, deps, actor, state.petitions, input);
    await setStream(tx, id);
    return { type: 'redraft', paperId: madeId, ...said(input, with_) };
  },
  dropDraft: ({ reason }, { words }) => ({
    type: 'dropDraft',
    reason: words(reason, 'reason', limits.words),
  }),
  ...paperComposers(
    limits.words,
    ({ organisation, now }, recommendation, _, opened) =>
      (given, wording) =>
        recommendationDocument({ recommendation, opened, organisation, now, ...given }, wording),
  ),
  answerRecommendation: (input, { words, actor, state }) => ({
    type: 'answerRecommendation',
    adoption: input.adoption,
    text: words(input.text, 'text', limits.words),
    doneBy: input.doneBy === undefined ? null : localDate(input.doneBy),
    recorded: actor.kind === 'staff' && actor.unitId === state?.office,
  }),
  reportAdoption: async (input, { words, attach }) => ({
    type: 'reportAdoption',
    text: words(input.text, 'text', limits.words),
    files: await attach(input.uploads),
  }),
  verifyAdoption: (input, { words }) => ({
    type: 'verifyAdoption',
    text: words(input.text, 'text', limits.words),
  }),
  sendBackAdoption: (input, { words }) => ({
    type: 'sendBackAdoption',
    text: words(input.text, 'text', limits.words),
    doneBy: localDate(input.doneBy),
  }),
};

/**
 * Takes one step with a recommendation (U-6).
 * @param input of the contract's shape
 * @returns as `stepOwn`
 */
export function stepRecommendation<T extends RecommendationStep>(
  deps: SupervisionDeps,
  id: string,
  type: T,
  input: RecommendationStepInput<T>,
  options: OwnOptions,
): Promise<Result<OwnAnswer, Refusal>> {
  // Each composer takes exactly the input of its own key; TypeScript cannot follow that by index.
  const compose = composers[type] as (
    input: RecommendationStepInput<T>,
    with_: With,
  ) => Promise<RecommendationCommand> | RecommendationCommand;
  return stepOwn(
    deps,
    recommendationWork,
    id,
    { type, input, compose: (with_) => compose(input, with_) },
    options,
  );
}
