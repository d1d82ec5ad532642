import type { LocalDate } from '../../../kernel/local-date.ts';
import { scopeOf, type Tx } from '../../../platform/database/index.ts';
import { systemActor } from '../../petitions/index.ts';
import type { Commitment, CommitmentStatus } from '../commitment.ts';
import type { CommitmentDeps } from '../commands/deps.ts';
import { openRecord } from './open.ts';

/** How a promise stands, for the record that it was made by; told to nobody but through that record. */
export interface CommitmentStand {
  readonly status: CommitmentStatus;
  readonly source: Commitment['source'];
  readonly unit: string;
  readonly byUnit: string;
  readonly dueDate: LocalDate;
  /** Days that were promised before, with the reason why each was moved. */
  readonly formerDates: readonly {
    readonly dueDate: LocalDate;
    readonly changedAt: number;
    readonly reason: string;
  }[];
  /** Why it was taken back; null while it was not. */
  readonly withdrawn: { readonly at: number; readonly reason: string } | null;
}

const standIn = async (
  tx: Tx,
  deps: Pick<CommitmentDeps, 'vault'>,
  id: string,
): Promise<CommitmentStand | null> => {
  const record = await openRecord(tx, deps, id);
  if (record === null) return null;
  const { commitment, text } = record;
  const { status, source, unit, byUnit, dueDate, formerDates, withdrawn } = commitment;
  return {
    status,
    source,
    unit,
    byUnit,
    dueDate,
    formerDates: formerDates.map(({ reason, ...former }) => ({ ...former, reason: text(reason) })),
    withdrawn: withdrawn === null ? null : { at: withdrawn.at, reason: text(withdrawn.reason) },
  };
};

/**
 * How a promise stands now, read by the system: the caller answers for who is told (L-5).
 * @returns null where there is none
 */
export const readStand = (
  deps: Pick<CommitmentDeps, 'db' | 'vault'>,
  id: string,
): Promise<CommitmentStand | null> =>
  deps.db.withActor(scopeOf(systemActor('commitments')), 'read', (tx) => standIn(tx, deps, id));
