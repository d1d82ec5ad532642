import type { StaffActor } from '../../../kernel/actor.ts';
import { scopeOf, type Tx } from '../../../platform/database/index.ts';
import { caseKeyOf, openItems } from '../../../platform/vault/index.ts';
import {
  findPaper,
  findTemplateTexts,
  paperDocumentSchema,
  renderPaper,
  type PaperDocument,
  type PaperFormat,
} from '../../papers/index.ts';
import { documentItem, recordAccess } from '../../petitions/index.ts';
import type { ReceptionDeps } from '../commands/deps.ts';
import { minutesDocument } from '../paper-content/minutes.ts';
import type { ReceptionDay } from '../reception-day.ts';
import { openForReading } from './inside.ts';

/** A paper as it goes to a reader. */
export interface MinutesFile {
  readonly title: string;
  readonly bytes: Buffer;
}

interface OpenedMinutes {
  readonly document: PaperDocument;
  /** The very file that was rendered, where it is. */
  readonly stored: Buffer | null;
}

/**
 * The minutes of a day as a file (R-4, G-1): what was fixed at issue and nothing else; before that
 * a draft by the same composition. Minutes name petitioners: each look leaves its trace (L-4).
 * @param officeFonts folder with the office's own fonts
 * @returns nothing where there are none, or the reader has no part in the day
 */
export async function openMinutes(
  deps: ReceptionDeps,
  actor: StaffActor,
  id: string,
  format: PaperFormat,
  officeFonts?: string,
): Promise<MinutesFile | null> {
  const opened = await deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    const day = await openForReading(tx, actor, id);
    if (day?.minutes == null) return null;
    await recordAccess(tx, actor, id, `reception-minutes:${id}`);
    return readMinutes(tx, deps, day, format);
  });
  if (opened === null) return null;
  const { document, stored } = opened;
  const title = document.title.replaceAll('\n', '');
  const bytes = stored ?? Buffer.from((await renderPaper(document, format, officeFonts)).bytes);
  return { title, bytes };
}

async function readMinutes(
  tx: Tx,
  deps: ReceptionDeps,
  day: ReceptionDay,
  format: PaperFormat,
): Promise<OpenedMinutes> {
  const key = await caseKeyOf(tx, deps, day.id);
  const opened = await openItems(tx, deps, day.id, key);
  const issued = day.minutes?.issued ?? null;
  if (issued?.paperId == null) {
    const source = {
      day,
      opened,
      organisation: await deps.organisation(tx),
      now: issued?.at ?? tx.openedAt.getTime(),
      number: issued?.number ?? null,
      verify: null,
    };
    const wording = await findTemplateTexts(tx, day.unit, 'reception-minutes');
    return { document: minutesDocument(source, wording), stored: null };
  }
  const row = await findPaper(tx, day.id, issued.paperId);
  const address = format === 'pdf' ? row?.pdfFile : row?.docxFile;
  return {
    document: paperDocumentSchema.parse(opened.get(documentItem(issued.paperId))),
    stored: address == null ? null : await deps.files.getBytes(day.id, key, address),
  };
}
