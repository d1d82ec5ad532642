import type { StaffActor } from '../../kernel/actor.ts';
import { colourOf, remainingDays } from '../../kernel/clock-colours.ts';
import { daysBetween, localDate, localDateOf } from '../../kernel/local-date.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Vault } from '../../platform/vault/index.ts';
import {
  openSummaries,
  readingUnitsOf,
  type OrganisationSnapshot,
  type PetitionLine,
  type Summary,
} from '../petitions/index.ts';
import type { ListRow } from './row.ts';

/** What showing lists needs. */
export interface LineDeps {
  readonly vault: Vault;
  readonly organisation: (tx: Tx) => Promise<OrganisationSnapshot>;
}

/** The units whose lists a person reads, the own one first. */
export const unitsOf = (actor: StaffActor): readonly string[] => {
  const readable = readingUnitsOf(actor);
  return readable.includes(actor.unitId)
    ? [actor.unitId, ...readable.filter((unit) => unit !== actor.unitId)]
    : readable;
};

/** Makes lines of rows that row-level security has let through. */
export async function linesOf(
  tx: Tx,
  deps: LineDeps,
  rows: readonly ListRow[],
  now: number,
): Promise<PetitionLine[]> {
  const ids = rows.map((row) => row.stream_id);
  const [summaries, organisation] = await Promise.all([
    openSummaries(tx, deps.vault, ids),
    deps.organisation(tx),
  ]);
  return rows.map((row) => lineOf(row, summaries.get(row.stream_id), organisation, now));
}

/** One line of a list. */
export function lineOf(
  row: ListRow,
  summary: Summary | undefined,
  organisation: OrganisationSnapshot,
  now: number,
): PetitionLine {
  // Codes were written from the same types; the database keeps them as text.
  const codes = row as unknown as Pick<
    PetitionLine,
    'status' | 'purpose' | 'channel' | 'urgency' | 'tasks'
  >;
  const registeredAt = row.registered_at.getTime();
  return {
    id: row.stream_id,
    number: row.number,
    title: summary?.title ?? '',
    petitioner: summary?.petitioner ?? '',
    status: codes.status,
    purpose: codes.purpose,
    channel: codes.channel,
    category: row.category === null ? null : { first: row.category, second: null, third: null },
    urgency: codes.urgency,
    regionCode: row.region_code,
    holder: { id: row.holder, name: organisation.find(row.holder)?.name ?? '' },
    tasks: codes.tasks,
    case: row.case_kind === null ? null : { kind: row.case_kind, id: row.place_id },
    registeredAt,
    daysSinceRegistration: daysBetween(localDateOf(registeredAt), localDateOf(now)),
    clock: clockOf(row, now),
  };
}

function clockOf(row: ListRow, now: number): PetitionLine['clock'] {
  if (row.clock_period === null || row.clock_started_at === null || row.due_date === null) {
    return null;
  }
  const dueAt = row.due_at.getTime();
  return {
    period: row.clock_period as NonNullable<PetitionLine['clock']>['period'],
    dueDate: row.due_date,
    dueAt,
    remainingDays: remainingDays(now, localDate(row.due_date)),
    colour: colourOf(row.clock_started_at.getTime(), dueAt, now),
    provisional: row.provisional,
  };
}
