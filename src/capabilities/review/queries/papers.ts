import { localDateOf } from '../../../kernel/local-date.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { scopeOf, setStreams, type Tx } from '../../../platform/database/index.ts';
import {
  findPaper as findPaperRow,
  findTemplateTexts,
  paperDocumentSchema,
  renderPaper,
  type PaperDocument,
} from '../../papers/index.ts';
import { caseKeyOf } from '../../../platform/vault/index.ts';
import { documentItem, recordAccess } from '../../petitions/index.ts';
import type { ReviewDeps } from '../commands/deps.ts';
import { reviewDocumentOf } from '../paper-content/index.ts';
import { findReviewPaper, type ReviewPaper } from '../review.ts';
import { findLawfulBodies } from './bodies.ts';
import { openReviewFolder, type ReviewFolder } from './open.ts';

/**
 * The content of a review's paper: as it was sealed, and before that a preview by the same
 * composition.
 * @returns null when there is no such paper for this reader; a petitioner has served ones only
 */
export function openReviewPaper(
  deps: ReviewDeps,
  actor: Actor,
  reviewId: string,
  paperId: string,
): Promise<PaperDocument | null> {
  return deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    const opened = await openReviewFolder(tx, deps, actor, reviewId);
    const paper = opened === null ? undefined : findReviewPaper(opened.review, paperId);
    if (opened === null || paper === undefined) return null;
    if (actor.kind === 'petitioner' && paper.stage !== 'served') return null;
    const sealed = opened.items.get(documentItem(paperId));
    // A draft is the body's own until it is sealed.
    const own = actor.kind !== 'staff' || actor.readingUnits.includes(paper.issuer);
    if (sealed === undefined && !own) return null;
    const document =
      sealed === undefined
        ? await previewOf(tx, deps, opened, paper)
        : paperDocumentSchema.parse(sealed);
    if (actor.kind === 'staff') {
      // L-4: a paper names its petitioner.
      const { petitionId } = opened.review;
      await setStreams(tx, [petitionId]);
      await recordAccess(tx, actor, petitionId, `paper:${paperId}`);
    }
    return document;
  });
}

/** What a draft would say now, by the composition that its seal will use. */
async function previewOf(
  tx: Tx,
  deps: ReviewDeps,
  { folder, review, items }: ReviewFolder,
  paper: ReviewPaper,
): Promise<PaperDocument> {
  const organisation = await deps.organisation(tx);
  return reviewDocumentOf(
    {
      petition: folder.petition,
      state: review,
      paper,
      opened: new Map([...folder.words.all(), ...items]),
      organisation,
      calendar: deps.calendar(review.calendarVersion),
      now: tx.openedAt.getTime(),
      nextBodies: await findLawfulBodies(tx, organisation, {
        issuer: paper.issuer,
        stage: 're-examination',
        on: localDateOf(tx.openedAt),
        barred: review.barred.units,
      }),
      number: null,
      verify: null,
    },
    await findTemplateTexts(tx, paper.issuer, paper.kind),
  );
}

/** The PDF of a sealed paper: the very file whose hash is recorded, else the same document set now. */
export async function openReviewPaperFile(
  deps: ReviewDeps,
  actor: Actor,
  reviewId: string,
  paperId: string,
): Promise<{ readonly title: string; readonly bytes: Buffer } | null> {
  const document = await openReviewPaper(deps, actor, reviewId, paperId);
  if (document === null) return null;
  const stored = await deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const opened = await openReviewFolder(tx, deps, actor, reviewId);
    const row = opened === null ? undefined : await findPaperRow(tx, reviewId, paperId);
    return row?.pdfFile == null
      ? null
      : deps.files.getBytes(reviewId, await caseKeyOf(tx, deps, reviewId), row.pdfFile);
  });
  const bytes = stored ?? Buffer.from((await renderPaper(document, 'pdf')).bytes);
  return { title: document.title.replaceAll('\n', ''), bytes };
}
