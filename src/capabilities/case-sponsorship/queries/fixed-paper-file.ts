import { setStream, type Tx } from '../../../platform/database/index.ts';
import { caseKeyOf, openItems } from '../../../platform/vault/index.ts';
import {
  findPaper,
  paperDocumentSchema,
  renderPaper,
  type PaperDocument,
  type PaperFormat,
} from '../../papers/index.ts';
import { documentItem } from '../../petitions/index.ts';
import type { SponsorshipDeps } from '../commands/deps.ts';

/** A paper as it goes to a reader. */
export interface PaperOnItsWay {
  readonly title: string;
  readonly bytes: Buffer;
}

/** What is read of a paper inside a transaction. */
export interface ReadPaper {
  readonly document: PaperDocument;
  /** The very file that was rendered, where it is. */
  readonly stored: Buffer | null;
}

/** The fixed paper of a record that was passed: what was sealed at issue and nothing else. */
export async function readFixedPaper(
  tx: Tx,
  deps: SponsorshipDeps,
  id: string,
  paperId: string,
  format: PaperFormat,
): Promise<ReadPaper> {
  await setStream(tx, id);
  const key = await caseKeyOf(tx, deps, id);
  const opened = await openItems(tx, deps, id, key);
  const row = await findPaper(tx, id, paperId);
  const address = format === 'pdf' ? row?.pdfFile : row?.docxFile;
  return {
    document: paperDocumentSchema.parse(opened.get(documentItem(paperId))),
    stored: address == null ? null : await deps.files.getBytes(id, key, address),
  };
}

/** Outside the transaction: rendering takes its time. */
export async function fileOf(
  { document, stored }: ReadPaper,
  format: PaperFormat,
  officeFonts: string | undefined,
): Promise<PaperOnItsWay> {
  return {
    title: document.title.replaceAll('\n', ''),
    bytes: stored ?? Buffer.from((await renderPaper(document, format, officeFonts)).bytes),
  };
}
