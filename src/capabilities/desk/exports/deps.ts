import { z } from 'zod';
import type { StaffActor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { JobKind, JobRetry } from '../../../platform/jobs/index.ts';
import type { PetitionReads } from '../../petitions/index.ts';
import type { DeskDeps } from '../queries.ts';

/** What exports need besides the desk. */
export interface ExportDeps extends DeskDeps, PetitionReads {
  /** Sends the job that makes the file, in the caller's transaction. */
  readonly enqueueExport: (tx: Tx, exportId: string) => Promise<void>;
  /** The person in the posts held now: what was taken away since asking is not exported. */
  readonly findActor: (tx: Tx, userId: string, unitId: string) => Promise<StaffActor | null>;
}

/** The job that makes the file of an export. */
export const exportKind: JobKind<{ exportId: string }> = {
  name: 'desk.export',
  schema: z.object({ exportId: z.uuid() }),
};

/** A list that cannot be made is said to be so within minutes, not after hours of trying. */
export const exportRetry: JobRetry = { limit: 3, delaySeconds: 5, maximumDelaySeconds: 300 };

/**
 * Milliseconds after which an unfinished export is lost: four runs of a quarter of an hour at most,
 * with what lies between them. Its process may have died in the last run.
 */
export const lostAfter = 2 * 3_600_000;

/** Rows from which a second person must approve. */
export const rowsWithoutApproval = 500;

/** Rows of one file. */
export const mostRows = 50_000;

/** What lies sealed of an export: it may name people. */
export interface ExportRequest {
  readonly query: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly language: 'zh-CN' | 'en';
}

export const requestPlace = (exportId: string): string => `export:${exportId}`;
