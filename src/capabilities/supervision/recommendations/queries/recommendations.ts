import type { StaffActor } from '../../../../kernel/actor.ts';
import { localDateOf } from '../../../../kernel/local-date.ts';
import type { PaperFormat } from '../../../papers/index.ts';
import { visibleNumbers, type OrganisationSnapshot } from '../../../petitions/index.ts';
import type { SupervisionDeps } from '../../commands/deps.ts';
import { personNamed, unitNamed } from '../../inspections/queries/lines.ts';
import { openOwn, pageOfOwn, readAs } from '../../queries/own-pages.ts';
import { openOwnPaper, type OwnPaperFile } from '../../queries/own-paper.ts';
import {
  recommendationSteps,
  type RecommendationQuery,
  type RecommendationStep,
} from '../contract.ts';
import { isRecommendationThinkable } from '../lifecycle.ts';
import { mayRecommend } from '../policy.ts';
import { recommendationDocument } from '../recommendation-document.ts';
import {
  dueOf,
  isLate,
  type Recommendation,
  type RecommendationFile,
  type RecommendationPaper,
} from '../recommendation.ts';
import type { RecommendationLine, RecommendationPage, RecommendationView } from '../view.ts';
import { recommendationKind } from './kind.ts';

const instant = (at: number): string => new Date(at).toISOString();
const isSealed = ({ stage }: RecommendationPaper): boolean =>
  stage === 'sealed' || stage === 'served';

function lineOf(
  organisation: Pick<OrganisationSnapshot, 'find'>,
  recommendation: Recommendation,
  subject: string,
  now: number,
): RecommendationLine {
  const { id, kind, status, office, unit, papers, draftedAt, answer } = recommendation;
  return {
    id,
    kind,
    subject,
    office: unitNamed(organisation, office),
    unit: unitNamed(organisation, unit),
    status,
    number: papers.find(({ number }) => number !== null)?.number ?? null,
    draftedAt: instant(draftedAt),
    adoption: answer?.adoption ?? null,
    dueOn: dueOf(recommendation),
    late: isLate(recommendation, localDateOf(now)),
  };
}

/** Recommendations that the reader may see, newest first; at the addressee from the seal on (Reg. 40). */
export const listRecommendations = (
  deps: SupervisionDeps,
  actor: StaffActor,
  query: RecommendationQuery,
  now: number,
): Promise<RecommendationPage> =>
  readAs(deps, actor, async (tx) => {
    const { items, next } = await pageOfOwn(tx, recommendationKind, actor, {
      status: query.status ?? null,
      unit: query.unit ?? null,
      dueBefore: query.late === true ? localDateOf(now) : null,
      after: query.after,
      limit: query.limit,
    });
    const organisation = await deps.organisation(tx);
    const lines: RecommendationLine[] = [];
    for (const { id } of items) {
      // Its subject lies sealed in its own record.
      const opened = await openOwn(tx, deps, recommendationKind, actor, id);
      if (opened === null) continue;
      const { state, text } = opened;
      lines.push(lineOf(organisation, state, text(state.subject), now));
    }
    return { items: lines, next };
  });

const stagesOf: Readonly<
  Partial<Record<RecommendationStep, readonly RecommendationPaper['stage'][]>>
> = {
  checkPaper: ['drafted'],
  signPaper: ['checked'],
  sealPaper: ['signed'],
  issuePaper: ['drafted', 'checked'],
  returnPaper: ['drafted', 'checked', 'signed'],
  servePaper: ['sealed'],
};

const isThinkable = (
  actor: StaffActor,
  step: RecommendationStep,
  recommendation: Recommendation,
): boolean =>
  isRecommendationThinkable(step, recommendation.status) &&
  mayRecommend(actor, step, recommendation);

/** What the reader may try now, beside what belongs to the paper. */
const stepsOf = (actor: StaffActor, recommendation: Recommendation): RecommendationStep[] =>
  recommendationSteps.filter(
    (step) =>
      stagesOf[step] === undefined &&
      isThinkable(actor, step, recommendation) &&
      (step !== 'redraft' || recommendation.papers.every(({ stage }) => stage === 'void')),
  );

const paperStepsOf = (
  actor: StaffActor,
  recommendation: Recommendation,
  paper: RecommendationPaper,
): RecommendationStep[] =>
  recommendationSteps.filter(
    (step) =>
      stagesOf[step]?.includes(paper.stage) === true &&
      isThinkable(actor, step, recommendation) &&
      (step === 'servePaper' ||
        step === 'returnPaper' ||
        paper.draftedBy !== `staff:${actor.userId}`),
  );

/** One recommendation: what it says, what the body answered and did; null when there is none. */
export const openRecommendation = (
  deps: SupervisionDeps,
  actor: StaffActor,
  id: string,
  now: number,
): Promise<RecommendationView | null> =>
  readAs(deps, actor, async (tx) => {
    const opened = await openOwn(tx, deps, recommendationKind, actor, id);
    if (opened === null) return null;
    const { state, text, name } = opened;
    const organisation = await deps.organisation(tx);
    // Numbers of those alone that the reader may see: no count tells of the others (L-5).
    const numbers = await visibleNumbers(tx, state.petitions);
    const by = (actorId: string): string => personNamed(organisation, actorId);
    const filesOf = (files: readonly RecommendationFile[]) =>
      files.map((file) => ({
        id: file.id,
        name: name(file.name),
        mediaType: file.mediaType,
        size: file.size,
      }));
    const { answer, dropped } = state;
    return {
      ...lineOf(organisation, state, text(state.subject), now),
      version: state.version,
      reasons: text(state.reasons),
      proposal: text(state.proposal),
      draftedBy: by(state.draftedBy),
      petitions: state.petitions.flatMap((petitionId) => {
        const number = numbers.get(petitionId);
        return number === undefined ? [] : [{ id: petitionId, number }];
      }),
      itemId: state.itemId,
      inspectionId: state.inspectionId,
      period: { ...state.period },
      servedOn: state.servedOn,
      answerBy: state.answerBy,
      answer:
        answer === null
          ? null
          : {
              at: instant(answer.at),
              by: by(answer.by),
              text: text(answer.text),
              adoption: answer.adoption,
              doneBy: answer.doneBy,
              recorded: answer.recorded,
            },
      reports: state.reports.map((report) => ({
        at: instant(report.at),
        by: by(report.by),
        text: text(report.text),
        files: filesOf(report.files),
      })),
      judgements: state.judgements.map((judgement) => ({
        at: instant(judgement.at),
        by: by(judgement.by),
        text: text(judgement.text),
        verified: judgement.verified,
      })),
      dropped: dropped === null ? null : { at: instant(dropped.at), reason: text(dropped.reason) },
      papers: state.papers
        // A draft is the office's own affair until it is sealed.
        .filter((paper) => actor.unitId !== state.unit || isSealed(paper))
        .map((paper) => ({
          id: paper.id,
          stage: paper.stage,
          number: paper.number,
          draftedBy: by(paper.draftedBy),
          steps: paperStepsOf(actor, state, paper),
        })),
      steps: stepsOf(actor, state),
    };
  });

/** Evidence of an adoption on its way to a reader; null when there is none for them. */
export const openRecommendationFile = (
  deps: SupervisionDeps,
  actor: StaffActor,
  id: string,
  fileId: string,
): Promise<{
  readonly name: string;
  readonly mediaType: string;
  readonly content: AsyncIterable<Buffer>;
} | null> =>
  readAs(deps, actor, async (tx) => {
    const opened = await openOwn(tx, deps, recommendationKind, actor, id);
    const file = opened?.state.reports
      .flatMap(({ files }) => files)
      .find((each) => each.id === fileId);
    if (opened === null || file === undefined) return null;
    return {
      name: opened.name(file.name),
      mediaType: file.mediaType,
      content: deps.files.get(id, opened.key, file.address),
    };
  });

/**
 * The paper as a file: the very one that was sealed, before that a draft of it; the look is recorded.
 * @param officeFonts folder with the office's own fonts
 * @returns null where the reader may not see it; the addressee sees no drafts
 */
export async function openRecommendationPaper(
  deps: SupervisionDeps,
  actor: StaffActor,
  id: string,
  paperId: string,
  format: PaperFormat,
  officeFonts?: string,
): Promise<OwnPaperFile | null> {
  const view = await openRecommendation(deps, actor, id, Date.now());
  if (view?.papers.some((paper) => paper.id === paperId) !== true) return null;
  return openOwnPaper(
    deps,
    recommendationKind,
    { actor, id, paperId, format, officeFonts, looked: 'recommendation' },
    async (tx, { state, items }, _paper, wording) =>
      recommendationDocument(
        {
          recommendation: state,
          opened: items,
          organisation: await deps.organisation(tx),
          now: tx.openedAt.getTime(),
          number: null,
          verify: null,
        },
        wording,
      ),
  );
}
