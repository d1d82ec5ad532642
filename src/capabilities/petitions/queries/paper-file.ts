import type { Actor } from '../../../kernel/actor.ts';
import { renderPaper, findPaper as findPaperRow } from '../../papers/index.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import type { PetitionReads } from './deps.ts';
import { openPaperDocument } from './documents.ts';
import { openFolder } from './folder.ts';

/** A paper as a file. */
export interface PaperFile {
  readonly title: string;
  readonly bytes: Buffer;
}

/**
 * The PDF of a sealed paper: the very file that was rendered once and whose hash is recorded;
 * while that is under way, the same document rendered now.
 * @returns null when there is no such paper for this reader, or it is not sealed yet
 */
export async function openPaperFile(
  deps: PetitionReads,
  actor: Actor,
  petitionId: string,
  paperId: string,
): Promise<PaperFile | null> {
  const opened = await openPaperDocument(deps, actor, petitionId, paperId);
  if (opened === null) return null;
  const title = opened.document.title.replaceAll('\n', '');
  const stored = await deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const folder = await openFolder(tx, deps.vault, petitionId);
    const row = await findPaperRow(tx, petitionId, paperId);
    return folder === null || row?.pdfFile == null
      ? null
      : deps.files.getBytes(petitionId, folder.words.key, row.pdfFile);
  });
  const bytes = stored ?? Buffer.from((await renderPaper(opened.document, 'pdf')).bytes);
  return { title, bytes };
}
