import { loadEvents } from '../../../platform/record/index.ts';
import { type CaseKey, caseKeyOf, deriveId, openItems } from '../../../platform/vault/index.ts';
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
import type { PetitionDeps } from './deps.ts';
import { documentItem } from './paper-seal.ts';
import { runSystemCommand } from './run.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import { fold } from '../evolve.ts';
import { findPaper, type Paper, type Petition } from '../petition.ts';
import { internalPapers } from '../projection.ts';
import { openPetition } from '../store.ts';
import { keepFiles } from '../file-store.ts';
import { upcast } from '../upcast.ts';
import { StepRefused, systemActor } from './run-all.ts';

const actor = systemActor('papers');

/** A paper by its petition. */
export interface PaperPlace {
  readonly petitionId: string;
  readonly paperId: string;
}

interface SealedPaper {
  readonly petition: Petition;
  readonly paper: Paper;
  readonly row: PaperRow;
  readonly key: CaseKey;
  readonly document: PaperDocument;
  /** Epoch ms; null while the rendering is not in the record. */
  readonly renderedAt: number | null;
}

/**
 * Makes PDF and DOCX of a sealed paper, records their hashes, and serves the paper electronically
 * where the petitioner agreed to that (G-1, G-2). Every step is done once however often it runs.
 * @param officeFonts folder with the office's own fonts
 * @throws StepRefused when the disk is full or a rule refuses; to be run again
 */
export async function renderSealedPaper(
  deps: PetitionDeps,
  place: PaperPlace,
  officeFonts?: string,
): Promise<void> {
  const sealed = await load(deps, place);
  if (!['sealed', 'served'].includes(sealed.paper.stage)) return;
  if (!sealed.paper.rendered) await render(deps, place, sealed, officeFonts);
  await serve(deps, place, await load(deps, place));
}

const load = (deps: PetitionDeps, { petitionId, paperId }: PaperPlace): Promise<SealedPaper> =>
  deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    if (!(await openPetition(tx, petitionId))) throw new Error(`No petition ${petitionId}`);
    const events = (await loadEvents(tx, petitionId)).map(upcast);
    const petition = fold(petitionId, events);
    const paper = petition === null ? undefined : findPaper(petition, paperId);
    const row = await findPaperRow(tx, petitionId, paperId);
    if (petition === null || paper === undefined || row === undefined) {
      throw new Error(`No paper ${paperId}`);
    }
    const key = await caseKeyOf(tx, deps, petitionId);
    const item = documentItem(paperId);
    const opened = await openItems(tx, deps, petitionId, key, [item]);
    const rendered = events.find(
      (event) => event.type === 'PaperRendered' && event.data.paperId === paperId,
    );
    return {
      petition,
      paper,
      row,
      key,
      document: paperDocumentSchema.parse(opened.get(item)),
      renderedAt: rendered?.at ?? null,
    };
  });

async function render(
  deps: PetitionDeps,
  place: PaperPlace,
  sealed: SealedPaper,
  officeFonts: string | undefined,
): Promise<void> {
  const { petitionId, paperId } = place;
  const { row } = sealed;
  const hashes =
    row.pdfSha256 !== null && row.docxSha256 !== null
      ? { pdfHash: row.pdfSha256, docxHash: row.docxSha256 }
      : await store(deps, place, sealed, officeFonts);
  const answer = await runSystemCommand(
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
    if (!(await openPetition(tx, petitionId))) throw new Error(`No petition ${petitionId}`);
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
async function serve(deps: PetitionDeps, place: PaperPlace, sealed: SealedPaper): Promise<void> {
  const { petitionId, paperId } = place;
  const { petition, paper, renderedAt } = sealed;
  const wanted =
    petition.electronicService &&
    paper.stage === 'sealed' &&
    paperKinds[paper.kind].addressedTo === 'petitioner' &&
    !internalPapers.has(paper.kind);
  if (!wanted || renderedAt === null) return;
  const answer = await runSystemCommand(
    deps,
    petitionId,
    { type: 'servePaper', paperId, way: 'electronic', servedOn: renderedAt, proof: null },
    { actor, commandId: deriveId(deps.keys, 'system:papers', 'serve-electronically', paperId) },
  );
  // Somebody handed it over in the meantime: it is served, and that is what was wanted.
  if (!answer.ok && answer.refusal.code !== 'paper-stage') throw new StepRefused(answer.refusal);
}
