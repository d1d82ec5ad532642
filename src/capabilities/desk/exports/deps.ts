import { z } from 'zod';
import type { StaffActor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { JobKind } from '../../../platform/jobs/index.ts';
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
