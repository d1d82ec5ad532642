import { localDateOf } from '../../../kernel/local-date.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { scopeOf, type Tx } from '../../../platform/database/index.ts';
import { findTemplateTexts, type PaperDocument } from '../../papers/index.ts';
import { documentOf } from '../paper-content/index.ts';
import { findPaper, type Paper } from '../petition.ts';
import { isVisible } from '../policy.ts';
import { recordAccess } from './access.ts';
import type { PetitionReads } from './deps.ts';
import { openFolder, type Folder } from './folder.ts';
import { isForPetitioner } from './progress.ts';
import { reachOf } from './reach.ts';

/** A file on its way to a reader; the content is opened as it is read. */
export interface OpenedAttachment {
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly content: AsyncIterable<Buffer>;
}

/** Opens a petition for showing parts that name people: the look is recorded (L-4). */
async function withFolder<T>(
  deps: PetitionReads,
  actor: Actor,
  petitionId: string,
  show: (folder: Folder, tx: Tx) => Promise<T | null>,
): Promise<T | null> {
  return deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    const folder = await openFolder(tx, deps.vault, petitionId);
    if (folder === null || !isVisible(actor, folder.petition)) return null;
    return show(folder, tx);
  });
}

/**
 * An attachment: a scanned letter shows its writer, so that each opening is recorded.
 * @returns null when there is no such petition or attachment for this reader
 */
export async function openAttachment(
  deps: PetitionReads,
  actor: Actor,
  petitionId: string,
  attachmentId: string,
): Promise<OpenedAttachment | null> {
  return withFolder(deps, actor, petitionId, async ({ petition, words }, tx) => {
    const attachment = petition.attachments.find((each) => each.id === attachmentId);
    if (attachment === undefined || reachOf(actor, petition) !== 'whole') return null;
    if (actor.kind === 'staff') {
      await recordAccess(tx, actor, petitionId, `attachment:${attachmentId}`);
    }
    return {
      name: words.open<{ readonly name: string }>(attachment.name)?.name ?? '',
      mediaType: attachment.mediaType,
      size: attachment.size,
      content: deps.files.get(petitionId, words.key, attachment.address),
    };
  });
}

/** The content of a paper: what was sealed, or what a draft would say now. */
export interface OpenedPaper {
  readonly document: PaperDocument;
  readonly paper: Paper;
}

/**
 * The content of a paper: as it was sealed, and before that a preview by the same composition.
 * @returns null when there is no such petition or paper for this reader; a petitioner has no
 *   previews
 */
export async function openPaperDocument(
  deps: PetitionReads,
  actor: Actor,
  petitionId: string,
  paperId: string,
): Promise<OpenedPaper | null> {
  return withFolder(deps, actor, petitionId, async (folder, tx) => {
    const paper = findPaper(folder.petition, paperId);
    if (paper === undefined || !mayRead(actor, folder, paper)) return null;
    const sealed = folder.words.find<PaperDocument>(`paper:${paperId}`);
    if (sealed === null && actor.kind === 'petitioner') return null;
    if (actor.kind === 'staff') await recordAccess(tx, actor, petitionId, `paper:${paperId}`);
    return { document: sealed ?? (await previewOf(deps, tx, folder, paper)), paper };
  });
}

async function previewOf(
  deps: PetitionReads,
  tx: Tx,
  folder: Folder,
  paper: Paper,
): Promise<PaperDocument> {
  const source = {
    petition: folder.petition,
    paper,
    opened: folder.words.all(),
    organisation: await deps.organisation(tx),
    calendar: deps.calendar(folder.petition.calendarVersion),
    now: tx.openedAt.getTime(),
    reviewBodies:
      paper.kind === 'opinion'
        ? ((await deps.reviewBodies?.(tx, paper.issuer, localDateOf(tx.openedAt))) ?? [])
        : [],
    number: null,
    verify: null,
  };
  return documentOf(source, await findTemplateTexts(tx, paper.issuer, paper.kind));
}

function mayRead(actor: Actor, { petition }: Folder, paper: Paper): boolean {
  if (actor.kind === 'petitioner') return isForPetitioner(paper);
  if (actor.kind === 'system' || reachOf(actor, petition) === 'whole') return true;
  return actor.readingUnits.includes(paper.issuer);
}
