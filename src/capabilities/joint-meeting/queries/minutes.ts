import type { StaffActor } from '../../../kernel/actor.ts';
import { scopeOf, setStream, type Tx } from '../../../platform/database/index.ts';
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
import type { MeetingDeps } from '../commands/deps.ts';
import { numbersOf } from './numbers.ts';
import type { Meeting } from '../meeting.ts';
import { minutesDocument } from '../paper-content/minutes.ts';
import { mayRead } from '../policy.ts';
import { loadMeeting } from './load.ts';

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

async function readMinutes(
  tx: Tx,
  deps: MeetingDeps,
  meeting: Meeting,
  format: PaperFormat,
): Promise<OpenedMinutes> {
  const numbers = await numbersOf(tx, meeting);
  const key = await caseKeyOf(tx, deps, meeting.id);
  const opened = await openItems(tx, deps, meeting.id, key);
  const issued = meeting.minutes?.issued ?? null;
  if (issued === null) {
    const source = {
      meeting,
      opened,
      numbers,
      organisation: await deps.organisation(tx),
      now: tx.openedAt.getTime(),
      number: null,
      verify: null,
    };
    const wording = await findTemplateTexts(tx, meeting.unit, 'joint-meeting-minutes');
    return { document: minutesDocument(source, wording), stored: null };
  }
  const row = await findPaper(tx, meeting.id, issued.paperId);
  const address = format === 'pdf' ? row?.pdfFile : row?.docxFile;
  return {
    document: paperDocumentSchema.parse(opened.get(documentItem(issued.paperId))),
    stored: address == null ? null : await deps.files.getBytes(meeting.id, key, address),
  };
}

/**
 * The minutes of a meeting as a file (J-1, G-1): what was issued under the chair's signature and nothing else; before that a
 * draft by the same composition. Each look leaves its trace (L-4).
 * @param officeFonts folder with the office's own fonts
 * @returns nothing where there are none, or the reader has no part in the meeting
 */
export async function openMinutes(
  deps: MeetingDeps,
  actor: StaffActor,
  id: string,
  format: PaperFormat,
  officeFonts?: string,
): Promise<MinutesFile | null> {
  const opened = await deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    const meeting = await loadMeeting(tx, id);
    if (meeting?.minutes == null || !mayRead(actor, meeting)) return null;
    await recordAccess(tx, actor, id, `joint-meeting-minutes:${id}`);
    await setStream(tx, id);
    return readMinutes(tx, deps, meeting, format);
  });
  if (opened === null) return null;
  const { document, stored } = opened;
  const title = document.title.replaceAll('\n', '');
  const bytes = stored ?? Buffer.from((await renderPaper(document, format, officeFonts)).bytes);
  return { title, bytes };
}
