import { run, send, type Tx } from '../../platform/database/index.ts';
import type { PaperKind, PaperStage } from './kinds.ts';

export type PaperRow = {
  readonly streamId: string;
  readonly paperId: string;
  readonly kind: PaperKind;
  readonly stage: PaperStage;
  readonly number: string | null;
  readonly unitId: string;
  readonly createdAt: Date;
  /** `YYYY-MM-DD` */
  readonly issuedOn: string | null;
  readonly verifyCode: string | null;
  readonly pages: number | null;
  readonly pdfSha256: string | null;
  readonly pdfFile: string | null;
  readonly docxSha256: string | null;
  readonly docxFile: string | null;
};

const columns = `stream_id AS "streamId", paper_id AS "paperId", kind, stage, number,
  unit_id AS "unitId", created_at AS "createdAt", issued_on::text AS "issuedOn",
  verify_code AS "verifyCode", pages, pdf_sha256 AS "pdfSha256", pdf_file AS "pdfFile",
  docx_sha256 AS "docxSha256", docx_file AS "docxFile"`;

/**
 * Records a paper at its issue, with its number, date and code; `takeNumber` comes before. The
 * stream must be open (row-level security).
 *
 * @param paper.paperId also the id of the sealed item that holds its content
 * @param paper.createdAt database time
 */
export function insertPaper(
  tx: Tx,
  paper: Pick<
    PaperRow,
    | 'streamId'
    | 'paperId'
    | 'kind'
    | 'stage'
    | 'unitId'
    | 'createdAt'
    | 'number'
    | 'issuedOn'
    | 'verifyCode'
  >,
): void {
  send(tx, {
    name: 'paper.insert',
    text: `INSERT INTO paper (stream_id, paper_id, kind, stage, unit_id, created_at,
                              number, issued_on, verify_code)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [
      paper.streamId,
      paper.paperId,
      paper.kind,
      paper.stage,
      paper.unitId,
      paper.createdAt,
      paper.number,
      paper.issuedOn,
      paper.verifyCode,
    ],
  });
}

/**
 * Moves a paper to a step; which steps may follow is decided by the capability that issues it.
 *
 * @throws when the paper is not there or its stream is not open
 */
export async function updateStage(
  tx: Tx,
  streamId: string,
  paperId: string,
  stage: PaperStage,
): Promise<void> {
  const rows = await run(tx, {
    name: 'paper.stage',
    text: `UPDATE paper SET stage = $3 WHERE stream_id = $1 AND paper_id = $2 RETURNING paper_id`,
    values: [streamId, paperId, stage],
  });
  mustBeOne(rows, paperId);
}

/** A rendered file and where it lies. */
export type RenderedFile = { readonly sha256: string; readonly file: string };

/**
 * Records what was rendered, before the paper is served: hashes and file addresses.
 *
 * @param rendering.pages of the PDF
 * @throws when the paper is not there or its stream is not open
 */
export async function recordRendering(
  tx: Tx,
  paper: { readonly streamId: string; readonly paperId: string },
  rendering: { readonly pages: number; readonly pdf: RenderedFile; readonly docx: RenderedFile },
): Promise<void> {
  const { pages, pdf, docx } = rendering;
  const rows = await run(tx, {
    name: 'paper.rendering',
    text: `UPDATE paper SET pages = $3, pdf_sha256 = $4, pdf_file = $5, docx_sha256 = $6,
           docx_file = $7 WHERE stream_id = $1 AND paper_id = $2 RETURNING paper_id`,
    values: [paper.streamId, paper.paperId, pages, pdf.sha256, pdf.file, docx.sha256, docx.file],
  });
  mustBeOne(rows, paper.paperId);
}

/** One paper of a case whose stream is open, or undefined. */
export async function findPaper(
  tx: Tx,
  streamId: string,
  paperId: string,
): Promise<PaperRow | undefined> {
  const rows = await run<PaperRow>(tx, {
    name: 'paper.find',
    text: `SELECT ${columns} FROM paper WHERE stream_id = $1 AND paper_id = $2`,
    values: [streamId, paperId],
  });
  return rows[0];
}

/** Papers of a case, oldest first. */
export async function listPapers(tx: Tx, streamId: string): Promise<readonly PaperRow[]> {
  return run<PaperRow>(tx, {
    name: 'paper.list',
    text: `SELECT ${columns} FROM paper WHERE stream_id = $1 ORDER BY created_at, paper_id`,
    values: [streamId],
  });
}

/** Row-level security or a wrong id: either way nothing was written, and that is a bug. */
function mustBeOne(rows: readonly unknown[], paperId: string): void {
  if (rows.length !== 1) throw new Error(`paper ${paperId} is not there or its stream not open`);
}
