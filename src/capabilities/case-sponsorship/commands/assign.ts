import type { StaffActor } from '../../../kernel/actor.ts';
import { localDate, type LocalDate } from '../../../kernel/local-date.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import {
  beginCase,
  checkWords,
  findListed,
  openCase,
  runSystemCommand,
  systemActor,
  type CommandOptions,
} from '../../petitions/index.ts';
import type { Batch } from '../backlog.ts';
import type { BacklogCommand } from '../command.ts';
import type { BacklogRow } from '../contract.ts';
import { limits } from '../limits.ts';
import { mayAssign } from '../policy.ts';
import { backlogKind } from '../queries/kind.ts';
import type { SponsorshipDeps } from './deps.ts';

/** How lists call units, by code or full name, and leaders, by name. */
export interface ListNames {
  readonly unit: (called: string) => string | undefined;
  /** User id of the only leader of that name; undefined where there is none, or more than one. */
  readonly leader: (called: string) => string | undefined;
}

/** What became of one row; `listed` stood in the batch before, which makes a list harmless twice. */
export interface AssignedRow {
  readonly row: number;
  readonly number: string;
  readonly id: string | null;
  readonly outcome: 'assigned' | 'listed' | Refusal;
}

/** A petition stands in one batch once, however often the list is read. */
export const backlogIdOf = (
  deps: Pick<SponsorshipDeps, 'keys'>,
  batch: string,
  petitionId: string,
): string => deriveId(deps.keys, 'system:backlog', batch, petitionId);

/** The same name is the same batch. */
export const batchOf = (deps: Pick<SponsorshipDeps, 'keys'>, name: string): Batch => ({
  id: deriveId(deps.keys, 'system:backlog', 'batch', name),
  name,
});

/** `2026-11-30`, `2026/11/30`, `2026年11月30日`; empty is no date. */
function dateOf(typed: string): Result<LocalDate | null, Refusal> {
  const found = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?:\s*日)?(?:\s.*)?$/.exec(
    typed.trim(),
  );
  if (typed.trim() === '') return ok(null);
  const [, year = '', month = '', day = ''] = found ?? [];
  try {
    return ok(localDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`));
  } catch {
    return refuse('backlog-date', {}, 'dueDate');
  }
}

async function assignOne(
  deps: SponsorshipDeps,
  batch: string,
  row: BacklogRow,
  names: ListNames,
  options: Pick<CommandOptions, 'actor' | 'at'> & { readonly actor: StaffActor },
): Promise<Result<{ readonly id: string; readonly before: boolean }, Refusal>> {
  const found = await findListed(deps, options, row.number);
  if (!found.ok) return found;
  const petitionId = found.value;
  const id = backlogIdOf(deps, batch, petitionId);
  const before = await deps.db.withActor(
    scopeOf(options.actor),
    'read',
    async (tx) => (await openCase(tx, id)) !== null,
  );
  if (before) return ok({ id, before });
  const due = dateOf(row.dueDate);
  if (!due.ok) return due;
  const named = row.unit.trim() === '' ? null : names.unit(row.unit.trim());
  if (named === undefined) return refuse('unit-unknown', {}, 'unit');
  const leader = row.leader.trim();
  if (leader === '') return refuse('backlog-leader', {}, 'leader');
  const listed = checkWords(
    row.listedAs.trim() === '' ? '-' : row.listedAs,
    'listedAs',
    limits.listed,
  );
  if (!listed.ok) return listed;
  const assigned = await beginCase(
    deps,
    backlogKind,
    { caseId: id, petitionId },
    {
      type: 'assignBacklog',
      // Whoever sends the list again, worded anew, means the same case.
      input: { batch },
      mayOpen: mayAssign,
      compose: ({ petition, words }): BacklogCommand => ({
        type: 'assignBacklog',
        petitionId,
        batch: batchOf(deps, batch),
        listedAs: row.listedAs.trim() === '' ? null : listed.value,
        office: petition.office,
        unit: named ?? petition.holder,
        leader: words(leader, 'leader', limits.leader),
        leaderId: names.leader(leader) ?? null,
        dueDate: due.value,
      }),
    },
    { ...options, commandId: id },
  );
  if (!assigned.ok) return assigned;
  // Whoever has to resolve it reads what it is about.
  const admitted =
    named === null
      ? ok(undefined)
      : await runSystemCommand(
          deps,
          petitionId,
          { type: 'admitReader', unit: named },
          {
            actor: systemActor('backlog'),
            commandId: deriveId(deps.keys, 'system:backlog', 'admit', id),
            ...(options.at === undefined ? {} : { at: options.at }),
          },
        );
  return admitted.ok ? ok({ id, before: false }) : admitted;
}

/**
 * Puts rows of a superior's list into the ledger, each in a transaction of its own (S-6): what is
 * wrong with one keeps no other back, and a list that is read twice doubles nothing.
 * @param batch the superior's name for it
 * @param names finds units and leaders by what the list calls them
 * @returns one answer for each row, in order. Refusals of a row: `number-length`,
 * `number-check-digit`, `not-found`, `unit-unknown`, `backlog-leader`, `backlog-date`,
 * `backlog-accusation`, `not-permitted`
 */
export async function assignRows(
  deps: SponsorshipDeps,
  batch: string,
  rows: readonly BacklogRow[],
  names: ListNames,
  options: Pick<CommandOptions, 'at'> & { readonly actor: StaffActor },
): Promise<Result<readonly AssignedRow[], Refusal>> {
  const name = checkWords(batch, 'batch', limits.batch);
  if (!name.ok) return name;
  const done: AssignedRow[] = [];
  for (const row of rows) {
    const { row: place, number } = row;
    const answer = await assignOne(deps, name.value, row, names, options);
    done.push(
      answer.ok
        ? {
            row: place,
            number,
            id: answer.value.id,
            outcome: answer.value.before ? 'listed' : 'assigned',
          }
        : { row: place, number, id: null, outcome: answer.refusal },
    );
  }
  return ok(done);
}
