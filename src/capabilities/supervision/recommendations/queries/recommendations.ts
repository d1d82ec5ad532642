import type { StaffActor } from '../../../../kernel/actor.ts';
import { colourOf, remainingDays } from '../../../../kernel/clock-colours.ts';
import { dueOnDate } from '../../../../kernel/clocks.ts';
import { localDateOf } from '../../../../kernel/local-date.ts';
import type { PaperFormat } from '../../../papers/index.ts';
import type { Tx } from '../../../../platform/database/index.ts';
import { visibleNumbers, type OrganisationSnapshot } from '../../../petitions/index.ts';
import type { SupervisionDeps } from '../../commands/deps.ts';
import { personNamed, unitNamed } from '../../inspections/queries/lines.ts';
import { openOwn, pageOfOwn, readAs } from '../../queries/own-pages.ts';
import {
  openOwnFile,
  openOwnPaper,
  type OpenedOwnFile,
  type OwnPaperFile,
} from '../../queries/own-paper.ts';
import type { RecommendationQuery } from '../contract.ts';
import { recommendationDocument } from '../recommendation-document.ts';
import {
  dueOf,
  isItemWithheld,
  isLate,
  isWithheld,
  runsFrom,
  type Recommendation,
  type RecommendationFile,
  type RecommendationPaper,
} from '../recommendation.ts';
import type { RecommendationLine, RecommendationPage, RecommendationView } from '../view.ts';
import { recommendationKind } from './kind.ts';
import { isWaitingFor, paperStepsOf, stepsOf } from './steps.ts';

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
  const dueOn = dueOf(recommendation);
  const from = runsFrom(recommendation);
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
    dueOn,
    remainingDays: dueOn === null ? null : remainingDays(now, dueOn),
    colour: dueOn === null || from === null ? null : colourOf(from, dueOnDate(dueOn).dueAt, now),
    late: isLate(recommendation, localDateOf(now)),
  };
}

/** Statuses in which somebody still has something to do. */
const running: readonly Recommendation['status'][] = [
  'drafted',
  'sealed',
  'served',
  'answered',
  'reported',
];

const mostPressingFirst = (one: Recommendation, other: Recommendation): number => {
  const [due, otherDue] = [dueOf(one) ?? '9999', dueOf(other) ?? '9999'];
  return due === otherDue ? one.draftedAt - other.draftedAt : due < otherDue ? -1 : 1;
};

/** What waits for the reader at their unit: it hangs on no petition and is on no line of a desk (P-15). */
async function waitingFor(
  tx: Tx,
  actor: StaffActor,
  limit: number,
): Promise<readonly Recommendation[]> {
  const { items } = await pageOfOwn(tx, recommendationKind, actor, {
    statuses: running,
    which: (recommendation) => isWaitingFor(actor, recommendation),
    limit: 500,
  });
  return items.toSorted(mostPressingFirst).slice(0, limit);
}

/** Recommendations that the reader may see, newest first; at the addressee from the seal on (Reg. 40). */
export const listRecommendations = (
  deps: SupervisionDeps,
  actor: StaffActor,
  query: RecommendationQuery,
  now: number,
): Promise<RecommendationPage> =>
  readAs(deps, actor, async (tx) => {
    const { items, next } =
      query.waiting === true
        ? { items: await waitingFor(tx, actor, query.limit), next: null }
        : await pageOfOwn(tx, recommendationKind, actor, {
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
        // Of an accusation not even its named handlers are led from here to there: others look on.
        return number === undefined || isWithheld(state, petitionId)
          ? []
          : [{ id: petitionId, number }];
      }),
      itemId: isItemWithheld(state) ? null : state.itemId,
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
): Promise<OpenedOwnFile | null> =>
  openOwnFile(deps, recommendationKind, { actor, id, fileId }, ({ reports }) =>
    reports.flatMap(({ files }) => files),
  );

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
