import type { StaffActor } from '../../../kernel/actor.ts';
import type { FlowPaper } from '../../../kernel/paper-flow.ts';
import { scopeOf, type Tx } from '../../../platform/database/index.ts';
import {
  findPaper,
  findTemplateTexts,
  paperDocumentSchema,
  renderPaper,
  type PaperDocument,
  type PaperFormat,
  type TemplatedKind,
} from '../../papers/index.ts';
import { documentItem, recordAccess, type Wording } from '../../petitions/index.ts';
import type { SupervisionDeps } from '../commands/deps.ts';
import type { OwnFile, OwnKind, OwnState } from '../own-kind.ts';
import { openOwn, readAs, type OpenedOwn } from './own-pages.ts';

/** A paper as it goes to a reader. */
export interface OwnPaperFile {
  readonly title: string;
  readonly bytes: Buffer;
}

interface Asked {
  readonly actor: StaffActor;
  readonly id: string;
  readonly paperId: string;
  readonly format: PaperFormat;
  readonly officeFonts?: string | undefined;
  /** Under what the look is recorded (L-4). */
  readonly looked: string;
}

/**
 * A paper of a record as a file: what was fixed at the seal and nothing else; before that a draft by
 * the same composition. Each look leaves its trace (L-4).
 * @param draft composes the draft
 * @returns null where there is none for this reader
 */
export async function openOwnPaper<
  Kind extends TemplatedKind,
  S extends OwnState & { readonly papers: readonly FlowPaper<Kind>[] },
  C extends { readonly type: string },
  E extends { readonly type: string; readonly data: object },
>(
  deps: SupervisionDeps,
  kind: OwnKind<S, C, E>,
  asked: Asked,
  draft: (
    tx: Tx,
    opened: OpenedOwn<S>,
    paper: S['papers'][number],
    wording: Wording,
  ) => Promise<PaperDocument | null>,
): Promise<OwnPaperFile | null> {
  const { actor, id, paperId, format, officeFonts } = asked;
  const found = await deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    const opened = await openOwn(tx, deps, kind, actor, id);
    const paper = opened?.state.papers.find((each) => each.id === paperId);
    if (opened === null || paper === undefined) return null;
    await recordAccess(tx, actor, id, `${asked.looked}:${paperId}`);
    const sealed = opened.items.get(documentItem(paperId));
    if (sealed === undefined) {
      const wording = await findTemplateTexts(tx, paper.issuer, paper.kind);
      return { document: await draft(tx, opened, paper, wording), stored: null };
    }
    const row = await findPaper(tx, id, paperId);
    const address = format === 'pdf' ? row?.pdfFile : row?.docxFile;
    return {
      document: paperDocumentSchema.parse(sealed),
      stored: address == null ? null : await deps.files.getBytes(id, opened.key, address),
    };
  });
  if (found === null || found.document === null) return null;
  const { document, stored } = found;
  const title = document.title.replaceAll('\n', '');
  const bytes = stored ?? Buffer.from((await renderPaper(document, format, officeFonts)).bytes);
  return { title, bytes };
}

/** A file of a record on its way to a reader. */
export interface OpenedOwnFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: AsyncIterable<Buffer>;
}

/**
 * Opens a file that came with a step.
 * @param filesOf all files of a record
 * @returns null where there is none for this reader
 */
export const openOwnFile = <
  S extends OwnState,
  C extends { readonly type: string },
  E extends { readonly type: string; readonly data: object },
>(
  deps: SupervisionDeps,
  kind: OwnKind<S, C, E>,
  { actor, id, fileId }: { actor: StaffActor; id: string; fileId: string },
  filesOf: (state: S) => readonly OwnFile[],
): Promise<OpenedOwnFile | null> =>
  readAs(deps, actor, async (tx) => {
    const opened = await openOwn(tx, deps, kind, actor, id);
    if (opened === null) return null;
    const file = filesOf(opened.state).find((each) => each.id === fileId);
    if (file === undefined) return null;
    return {
      name: opened.name(file.name),
      mediaType: file.mediaType,
      content: deps.files.get(id, opened.key, file.address),
    };
  });
