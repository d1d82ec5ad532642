import { run, send, type Tx } from '../../platform/database/index.ts';
import type { Proceeding } from './proceeding.ts';
import type { ProceedingKind, ProceedingStage } from './terms.ts';

/** A proceeding as lists know it. */
export interface ProceedingRow {
  readonly petitionId: string;
  readonly id: string;
  readonly kind: ProceedingKind;
  readonly stage: ProceedingStage;
  readonly unit: string;
  readonly begunAt: Date;
  /** `YYYY-MM-DD` */
  readonly plannedOn: string | null;
  readonly confirmBy: string | null;
}

const columns = `petition_id AS "petitionId", stream_id AS id, kind, stage, unit_id AS unit,
  begun_at AS "begunAt", planned_on::text AS "plannedOn", confirm_by::text AS "confirmBy"`;

/** Papers of the petition that belong to a proceeding. */
export function papersOf(state: Proceeding): readonly string[] {
  switch (state.kind) {
    case 'hearing':
      return [...state.notices, ...(state.conclusionPaper === null ? [] : [state.conclusionPaper])];
    case 'mediation':
      return state.agreement === null ? [] : [state.agreement.paperId];
    default:
      return [];
  }
}

/** The window to the court, while it is open. */
const windowOf = (state: Proceeding): string | null =>
  state.kind === 'mediation' && state.confirmation?.state === 'window'
    ? state.confirmation.confirmBy
    : null;

/** The row of a proceeding in plain values, as its record says it should be. */
export const proceedingRowOf = (state: Proceeding) => ({
  petition: state.petitionId,
  kind: state.kind,
  stage: state.stage,
  unit: state.unit,
  begunAt: state.begunAt,
  plannedOn: state.kind === 'hearing' ? (state.schedule?.date ?? null) : null,
  confirmBy: windowOf(state),
  papers: papersOf(state),
  version: state.version,
});

/** What the rows of a proceeding are: one, unless something is wrong; a transaction of the system. */
export async function readProceedingRows(tx: Tx, id: string): Promise<readonly unknown[]> {
  const rows = await run<{ row: unknown }>(tx, {
    name: 'proceeding.rebuild-rows',
    text: `SELECT jsonb_build_object('petition', petition_id, 'kind', kind, 'stage', stage,
             'unit', unit_id, 'begunAt', round(extract(epoch FROM begun_at) * 1000),
             'plannedOn', planned_on, 'confirmBy', confirm_by, 'papers', papers,
             'version', version) AS row
             FROM proceeding WHERE stream_id = $1`,
    values: [id],
  });
  return rows.map(({ row }) => row);
}

/** Makes a proceeding's row again; its own stream must be open. */
export async function writeProceedingAgain(tx: Tx, state: Proceeding): Promise<void> {
  await run(tx, {
    name: 'proceeding.drop',
    text: 'DELETE FROM proceeding WHERE stream_id = $1',
    values: [state.id],
  });
  writeProceeding(tx, state);
}

/** Writes a proceeding's row as it is after a command; its own stream must be open. */
export function writeProceeding(tx: Tx, state: Proceeding): void {
  send(tx, {
    name: 'proceeding.write',
    text: `INSERT INTO proceeding (petition_id, stream_id, kind, stage, unit_id, begun_at,
                                   planned_on, confirm_by, papers, version)
           VALUES ($1, $2, $3, $4, $5, $6, $7::date, $8::date, $9::uuid[], $10)
           ON CONFLICT (petition_id, stream_id) DO UPDATE
             SET stage = excluded.stage, planned_on = excluded.planned_on,
                 confirm_by = excluded.confirm_by, papers = excluded.papers,
                 version = excluded.version`,
    values: [
      state.petitionId,
      state.id,
      state.kind,
      state.stage,
      state.unit,
      new Date(state.begunAt),
      state.kind === 'hearing' ? (state.schedule?.date ?? null) : null,
      windowOf(state),
      papersOf(state),
      state.version,
    ],
  });
}

/** Whether a petition that was opened has this proceeding. */
export async function hasProceeding(tx: Tx, petitionId: string, id: string): Promise<boolean> {
  const rows = await run(tx, {
    name: 'proceeding.has',
    text: 'SELECT 1 FROM proceeding WHERE petition_id = $1 AND stream_id = $2',
    values: [petitionId, id],
  });
  return rows.length > 0;
}

/** Proceedings of a petition that was opened, newest first; by the primary key. */
export const findOfPetition = (tx: Tx, petitionId: string): Promise<readonly ProceedingRow[]> =>
  run<ProceedingRow>(tx, {
    name: 'proceeding.of-petition',
    text: `SELECT ${columns} FROM proceeding WHERE petition_id = $1
            ORDER BY begun_at DESC, stream_id`,
    values: [petitionId],
  });

/** Those that units conduct, newest first, by the index on unit; not more than 300. */
export const findOfUnits = (tx: Tx, units: readonly string[]): Promise<readonly ProceedingRow[]> =>
  run<ProceedingRow>(tx, {
    name: 'proceeding.of-units',
    text: `SELECT ${columns} FROM proceeding WHERE unit_id = ANY ($1::text[])
            ORDER BY begun_at DESC, stream_id LIMIT 300`,
    values: [units],
  });

/** What a paper belongs to, by the index on papers; a transaction of the system. */
export const findOfPaper = (tx: Tx, paperId: string): Promise<readonly ProceedingRow[]> =>
  run<ProceedingRow>(tx, {
    name: 'proceeding.of-paper',
    text: `SELECT ${columns} FROM proceeding WHERE papers @> ARRAY[$1::uuid]`,
    values: [paperId],
  });

/** Windows that end on or before a day, by the index on it; a transaction of the system. */
export const findWindows = (tx: Tx, until: string): Promise<readonly ProceedingRow[]> =>
  run<ProceedingRow>(tx, {
    name: 'proceeding.windows',
    text: `SELECT ${columns} FROM proceeding WHERE confirm_by <= $1::date
            ORDER BY confirm_by, stream_id LIMIT 500`,
    values: [until],
  });

/** Open windows page by page in the order in which they end, by the same index. */
export const findOpenWindows = (
  tx: Tx,
  after: Pick<ProceedingRow, 'id' | 'confirmBy'> | null,
): Promise<readonly ProceedingRow[]> =>
  run<ProceedingRow>(tx, {
    name: 'proceeding.open-windows',
    text: `SELECT ${columns} FROM proceeding
            WHERE confirm_by IS NOT NULL AND (confirm_by, stream_id) > ($1::date, $2::uuid)
            ORDER BY confirm_by, stream_id LIMIT 100`,
    values: [after?.confirmBy ?? '-infinity', after?.id ?? '00000000-0000-0000-0000-000000000000'],
  });

/** The last day of one open window; a transaction of the system. */
export async function findWindow(
  tx: Tx,
  { petitionId, id }: Pick<ProceedingRow, 'petitionId' | 'id'>,
): Promise<string | null> {
  const [row] = await run<{ day: string | null }>(tx, {
    name: 'proceeding.window',
    text: `SELECT confirm_by::text AS day FROM proceeding
            WHERE petition_id = $1 AND stream_id = $2`,
    values: [petitionId, id],
  });
  return row?.day ?? null;
}
