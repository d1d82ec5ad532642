import type { StaffActor } from '../../../../kernel/actor.ts';
import { localDateOf, type LocalDate } from '../../../../kernel/local-date.ts';
import {
  visibleNumbers,
  systemActor,
  type OrganisationSnapshot,
} from '../../../petitions/index.ts';
import { scopeOf } from '../../../../platform/database/index.ts';
import type { SupervisionDeps } from '../../commands/deps.ts';
import { findOwn } from '../../own-store.ts';
import type { PaperFormat } from '../../../papers/index.ts';
import {
  openOwnFile,
  openOwnPaper,
  type OpenedOwnFile,
  type OwnPaperFile,
} from '../../queries/own-paper.ts';
import { openOwn, pageOfOwn, readAs, type OpenedOwn } from '../../queries/own-pages.ts';
import { inspectionSteps, type InspectionQuery, type InspectionStep } from '../contract.ts';
import {
  isFindingOverdue,
  maySupervise,
  type Finding,
  type Inspection,
  type OrderPaper,
} from '../inspection.ts';
import { isInspectionThinkable } from '../lifecycle.ts';
import { mayInspect } from '../policy.ts';
import type { Programme } from '../programme.ts';
import type { FindingView, InspectionPage, InspectionView } from '../view.ts';
import { orderDocument } from '../order-document.ts';
import { inspectionKind } from './kind.ts';
import { inspectionLineOf, personNamed } from './lines.ts';

const instant = (at: number): string => new Date(at).toISOString();

/**
 * The programme that inspections stand under: for its theme and the names of team and round, which
 * whoever sees the inspection may read.
 */
async function programmesOf(
  deps: SupervisionDeps,
  inspections: readonly Inspection[],
): Promise<ReadonlyMap<string, Programme>> {
  const ids = [...new Set(inspections.map(({ programmeId }) => programmeId))];
  if (ids.length === 0) return new Map();
  return deps.db.withActor(scopeOf(systemActor('inspections')), 'read', async (tx) => {
    const found = new Map<string, Programme>();
    for (const id of ids) {
      const row = await findOwn(tx, id);
      if (row !== null) found.set(id, row.state as Programme);
    }
    return found;
  });
}

/** Inspections that the reader may see, newest first; unannounced ones not at their unit (U-1). */
export async function listInspections(
  deps: SupervisionDeps,
  actor: StaffActor,
  query: InspectionQuery,
  now: number,
): Promise<InspectionPage> {
  const { page, organisation } = await readAs(deps, actor, async (tx) => ({
    page: await pageOfOwn(tx, inspectionKind, actor, {
      status: query.status ?? null,
      unit: query.unit ?? null,
      about: query.programme ?? null,
      after: query.after,
      limit: query.limit,
    }),
    organisation: await deps.organisation(tx),
  }));
  const programmes = await programmesOf(deps, page.items);
  return {
    items: page.items.map((each) =>
      inspectionLineOf(organisation, each, programmes.get(each.programmeId) ?? null, now),
    ),
    next: page.next,
  };
}

const paperSteps: readonly InspectionStep[] = [
  'checkPaper',
  'signPaper',
  'sealPaper',
  'issuePaper',
  'returnPaper',
  'servePaper',
];
const stagesOf: Readonly<Record<string, readonly OrderPaper['stage'][]>> = {
  checkPaper: ['drafted'],
  signPaper: ['checked'],
  sealPaper: ['signed'],
  issuePaper: ['drafted', 'checked'],
  returnPaper: ['drafted', 'checked', 'signed'],
  servePaper: ['sealed'],
};
const findingSteps: readonly InspectionStep[] = ['answerFinding', 'verifyFinding', 'reopenFinding'];

/** What the reader may try now, beside what belongs to single findings and papers. */
const stepsOf = (actor: StaffActor, inspection: Inspection, today: LocalDate): InspectionStep[] =>
  inspectionSteps.filter((step) => {
    if (paperSteps.includes(step)) return false;
    if (!isInspectionThinkable(step, inspection.status) || !mayInspect(actor, step, inspection)) {
      return false;
    }
    if (step === 'superviseFinding') {
      return inspection.findings.some((finding) => maySupervise(finding, today));
    }
    if (findingSteps.includes(step)) {
      const wanted = step === 'answerFinding' ? 'open' : 'answered';
      return inspection.findings.some(({ status }) => status === wanted);
    }
    const unsealed = inspection.papers.some(({ stage }) =>
      stagesOf['returnPaper']?.includes(stage),
    );
    if (step === 'draftOrder') {
      return !unsealed && inspection.findings.some(({ demand }) => demand !== null);
    }
    const open = inspection.findings.some(
      ({ status }) => status === 'open' || status === 'answered',
    );
    return step !== 'closeInspection' || (!open && !unsealed);
  });

const paperStepsOf = (
  actor: StaffActor,
  inspection: Inspection,
  paper: OrderPaper,
): InspectionStep[] =>
  paperSteps.filter(
    (step) =>
      stagesOf[step]?.includes(paper.stage) === true &&
      isInspectionThinkable(step, inspection.status) &&
      mayInspect(actor, step, inspection) &&
      (step === 'servePaper' ||
        step === 'returnPaper' ||
        paper.draftedBy !== `staff:${actor.userId}`),
  );

interface Reading {
  readonly opened: OpenedOwn<Inspection>;
  readonly organisation: OrganisationSnapshot;
  readonly numbers: ReadonlyMap<string, string>;
  readonly today: ReturnType<typeof localDateOf>;
}

function findingViewOf(finding: Finding, reading: Reading): FindingView {
  const { opened, organisation, numbers, today } = reading;
  const { text, name } = opened;
  const number = finding.petitionId === null ? undefined : numbers.get(finding.petitionId);
  const filesOf = (files: Finding['photographs']) =>
    files.map((file) => ({
      id: file.id,
      name: name(file.name),
      mediaType: file.mediaType,
      size: file.size,
    }));
  return {
    id: finding.id,
    kind: finding.kind,
    status: finding.status,
    petition:
      finding.petitionId === null || number === undefined
        ? null
        : { id: finding.petitionId, number },
    text: text(finding.text),
    basis: finding.basis === null ? null : text(finding.basis),
    demand: finding.demand === null ? null : text(finding.demand),
    dueOn: finding.dueOn,
    overdue: isFindingOverdue(finding, today),
    maySupervise: maySupervise(finding, today),
    itemId: finding.itemId ?? null,
    at: instant(finding.at),
    by: personNamed(organisation, finding.by),
    photographs: filesOf(finding.photographs),
    answers: finding.answers.map((answer) => ({
      at: instant(answer.at),
      by: personNamed(organisation, answer.by),
      text: text(answer.text),
      files: filesOf(answer.files),
    })),
    judgements: finding.judgements.map((judgement) => ({
      at: instant(judgement.at),
      by: personNamed(organisation, judgement.by),
      text: text(judgement.text),
      verified: judgement.verified,
    })),
  };
}

/** One inspection: what is looked at, found, demanded and corrected; null when there is none. */
export async function openInspection(
  deps: SupervisionDeps,
  actor: StaffActor,
  id: string,
  now: number,
): Promise<InspectionView | null> {
  const found = await readAs(deps, actor, async (tx) => {
    const opened = await openOwn(tx, deps, inspectionKind, actor, id);
    if (opened === null) return null;
    const { state } = opened;
    // Numbers of those alone that the reader may see: no count tells of the others (L-5).
    const numbers = await visibleNumbers(tx, state.petitions);
    return { opened, numbers, organisation: await deps.organisation(tx), today: localDateOf(now) };
  });
  if (found === null) return null;
  const { opened, organisation, numbers } = found;
  const { state: inspection, text } = opened;
  const programme = (await programmesOf(deps, [inspection])).get(inspection.programmeId) ?? null;
  const { findings: _, ...line } = inspectionLineOf(organisation, inspection, programme, now);
  return {
    ...line,
    version: inspection.version,
    members: inspection.members.map((userId) => organisation.userName(userId)),
    petitions: inspection.petitions.flatMap((petitionId) => {
      const number = numbers.get(petitionId);
      return number === undefined ? [] : [{ id: petitionId, number }];
    }),
    task: actor.unitId === inspection.unit ? '' : text(inspection.task),
    plannedAt: instant(inspection.plannedAt),
    carriedOut:
      inspection.carriedOut === null
        ? null
        : {
            at: instant(inspection.carriedOut.at),
            by: personNamed(organisation, inspection.carriedOut.by),
            on: inspection.carriedOut.on,
            checked: text(inspection.carriedOut.checked),
          },
    closedAt: inspection.closedAt === null ? null : instant(inspection.closedAt),
    cancelled:
      inspection.cancelled === null
        ? null
        : { at: instant(inspection.cancelled.at), reason: text(inspection.cancelled.reason) },
    findings: inspection.findings.map((finding) => findingViewOf(finding, found)),
    papers: inspection.papers
      // A draft is the office's own affair until it is sealed.
      .filter(
        ({ stage }) => actor.unitId !== inspection.unit || ['sealed', 'served'].includes(stage),
      )
      .map((paper) => ({
        id: paper.id,
        stage: paper.stage,
        number: paper.number,
        draftedBy: personNamed(organisation, paper.draftedBy),
        steps: paperStepsOf(actor, inspection, paper),
      })),
    steps: stepsOf(actor, inspection, found.today),
  };
}

/** A photograph or piece of evidence on its way to a reader; null when there is none for them. */
export const openInspectionFile = (
  deps: SupervisionDeps,
  actor: StaffActor,
  id: string,
  fileId: string,
): Promise<OpenedOwnFile | null> =>
  openOwnFile(deps, inspectionKind, { actor, id, fileId }, ({ findings }) =>
    findings.flatMap(({ photographs, answers }) => [
      ...photographs,
      ...answers.flatMap(({ files }) => files),
    ]),
  );

/**
 * An order as a file: the very one that was sealed, before that a draft of it; the look is recorded.
 * @param officeFonts folder with the office's own fonts
 * @returns null where the reader may not see it; the inspected unit sees no drafts
 */
export async function openOrder(
  deps: SupervisionDeps,
  actor: StaffActor,
  id: string,
  paperId: string,
  format: PaperFormat,
  officeFonts?: string,
): Promise<OwnPaperFile | null> {
  const view = await openInspection(deps, actor, id, Date.now());
  if (view?.papers.some((paper) => paper.id === paperId) !== true) return null;
  return openOwnPaper(
    deps,
    inspectionKind,
    { actor, id, paperId, format, officeFonts, looked: 'inspection-order' },
    async (tx, { state, items }, paper, wording) => {
      const programme = (await findOwn(tx, state.programmeId))?.state as Programme | undefined;
      if (programme === undefined) return null;
      const organisation = await deps.organisation(tx);
      const now = tx.openedAt.getTime();
      const draft = { number: null, verify: null };
      return orderDocument(
        { inspection: state, programme, paper, opened: items, organisation, now, ...draft },
        wording,
      );
    },
  );
}
