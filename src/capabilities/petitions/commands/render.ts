import { deriveId, caseKeyOf, openItems, type CaseKey } from '../../../platform/vault/index.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import {
  findPaper as findPaperRow,
  paperDocumentSchema,
  paperKinds,
  recordRendering,
  recordVerification,
  renderPaper,
  type PaperDocument,
  type PaperRow,
  type RenderedPaper,
} from '../../papers/index.ts';
import { keepFiles } from '../file-store.ts';
import type { PetitionDeps } from './deps.ts';
import { petitionPaperHost, type HostedPaper, type PaperHost } from './paper-host.ts';
import { documentItem } from './paper-seal.ts';
import { StepRefused, systemActor } from './run-all.ts';

const actor = systemActor('papers');

/** A paper by the record that has it. */
export interface PaperPlace {
  /** The stream: a petition, or a record beside one. */
  readonly petitionId: string;
  readonly paperId: string;
  /** Kind of the stream; a petition unless told. */
  readonly kind?: string | undefined;
}

interface SealedPaper extends HostedPaper {
  readonly row: PaperRow;
  readonly key: CaseKey;
  readonly document: PaperDocument;
}

/**
 * Makes PDF and DOCX of a sealed paper, records their hashes, and serves the paper electronically
 * where the petitioner agreed to that (G-1, G-2). Every step is done once however often it runs.
 * @param hosts the records beside petitions that have papers, by the kind of their stream
 * @param officeFonts folder with the office's own fonts
 * @throws StepRefused when the disk is full or a rule refuses; to be run again
 */
export async function renderSealedPaper(
  deps: PetitionDeps,
  hosts: readonly PaperHost[],
  place: PaperPlace,
  officeFonts?: string,
): Promise<void> {
  const kind = place.kind ?? petitionPaperHost.kind;
  const host = [petitionPaperHost, ...hosts].find((each) => each.kind === kind);
  if (host === undefined) throw new Error(`No papers of a ${kind} here`);
  const sealed = await load(deps, host, place);
  if (!['sealed', 'served'].includes(sealed.paper.stage)) return;
  if (!sealed.paper.rendered) await render(deps, host, place, sealed, officeFonts);
  await serve(deps, host, place, await load(deps, host, place));
}

const load = (
  deps: PetitionDeps,
  host: PaperHost,
  { petitionId, paperId }: PaperPlace,
): Promise<SealedPaper> =>
  deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const hosted = await host.open(tx, petitionId, paperId);
    const row = await findPaperRow(tx, petitionId, paperId);
    if (hosted === null || row === undefined) throw new Error(`No paper ${paperId}`);
    const key = await caseKeyOf(tx, deps, petitionId);
    const item = documentItem(paperId);
    const opened = await openItems(tx, deps, petitionId, key, [item]);
    return { ...hosted, row, key, document: paperDocumentSchema.parse(opened.get(item)) };
  });

async function render(
  deps: PetitionDeps,
  host: PaperHost,
  place: PaperPlace,
  sealed: SealedPaper,
  officeFonts: string | undefined,
): Promise<void> {
  const { petitionId, paperId } = place;
  const { row } = sealed;
  const hashes =
    row.pdfSha256 !== null && row.docxSha256 !== null
      ? { pdfHash: row.pdfSha256, docxHash: row.docxSha256 }
      : await store(deps, host, place, sealed, officeFonts);
  const answer = await host.run(
    deps,
    petitionId,
    { type: 'recordRendering', paperId, ...hashes },
    { actor, commandId: deriveId(deps.keys, 'system:papers', 'record-rendering', paperId) },
  );
  if (!answer.ok) throw new StepRefused(answer.refusal);
}

/** Renders, puts both files on the disk, then writes where they lie. */
async function store(
  deps: PetitionDeps,
  host: PaperHost,
  { petitionId, paperId }: PaperPlace,
  { key, document, row }: SealedPaper,
  officeFonts: string | undefined,
) {
  const put = async (rendered: RenderedPaper) => {
    const stored = await deps.files.put(petitionId, key, Buffer.from(rendered.bytes));
    if (!stored.ok) throw new StepRefused(stored.refusal);
    return { sha256: rendered.sha256, file: stored.value.address };
  };
  const paged = await renderPaper(document, 'pdf', officeFonts);
  const pdf = await put(paged);
  const docx = await put(await renderPaper(document, 'docx', officeFonts));
  await deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    if ((await host.open(tx, petitionId, paperId)) === null) throw new Error(`No paper ${paperId}`);
    await recordRendering(tx, { streamId: petitionId, paperId }, { pages: paged.pages, pdf, docx });
    if (row.verifyCode !== null) {
      await recordVerification(tx, {
        verifyCode: row.verifyCode,
        streamId: petitionId,
        paperId,
        sha256: pdf.sha256,
        issuedAt: row.createdAt,
      });
    }
    await keepFiles(tx, petitionId, [pdf.file, docx.file]);
  });
  return { pdfHash: pdf.sha256, docxHash: docx.sha256 };
}

/** G-2: by consent, a paper for the petitioner arrives the moment it can be opened. */
async function serve(
  deps: PetitionDeps,
  host: PaperHost,
  place: PaperPlace,
  sealed: SealedPaper,
): Promise<void> {
  const { petitionId, paperId } = place;
  const { electronicService, internal, paper, renderedAt } = sealed;
  const wanted =
    electronicService &&
    paper.stage === 'sealed' &&
    paperKinds[paper.kind].addressedTo === 'petitioner' &&
    !internal;
  if (!wanted || renderedAt === null) return;
  const answer = await host.run(
    deps,
    petitionId,
    { type: 'servePaper', paperId, way: 'electronic', servedOn: renderedAt, proof: null },
    { actor, commandId: deriveId(deps.keys, 'system:papers', 'serve-electronically', paperId) },
  );
  // Somebody handed it over in the meantime: it is served, and that is what was wanted.
  if (!answer.ok && answer.refusal.code !== 'paper-stage') throw new StepRefused(answer.refusal);
}
