import type { StaffActor } from '../../../kernel/actor.ts';
import { isGranted } from '../../../kernel/permissions.ts';
import type { UnitKind } from '../../../kernel/units.ts';
import {
  parsePlace,
  placeBefore,
  scopeOf,
  start,
  type Tx,
} from '../../../platform/database/index.ts';
import { disputeLevels, type DisputeLevel } from '../case.ts';
import type { DisputeDeps } from '../commands/deps.ts';
import type { ListQuery } from '../contract.ts';
import { isDisputeVisible, looksOver, mayAtUnit } from '../policy.ts';
import type { DisputeRow } from '../projection.ts';
import type { DisputeSettings } from '../settings.ts';
import { listAlongLine, listWaiting, type ListQuestion } from '../store.ts';
import type { DisputeLine, DisputePage } from '../view.ts';
import { lineOf } from './lines.ts';
import { openDisputes } from './open.ts';
import { readerOf } from './reader.ts';
import { settingsOf } from './settings.ts';

/** Units that disputes go through; others have none. */
const linePosts: ReadonlySet<UnitKind> = new Set<UnitKind>([
  'village',
  'township',
  'petition-office',
]);

/** Along one line, or along those of all counties of a city: each a walk of its own along its index. */
async function listAlong(
  tx: Tx,
  level: DisputeLevel,
  seats: readonly string[],
  question: Omit<ListQuestion, 'unitId'>,
  after: string | undefined,
): Promise<readonly DisputeRow[]> {
  const found = await Promise.all(
    seats.map((unitId) => listAlongLine(tx, level, { ...question, unitId }, placeBefore(after))),
  );
  return found
    .flat()
    .toSorted((one, other) => other.recordedAt - one.recordedAt || (one.id < other.id ? 1 : -1))
    .slice(0, question.limit);
}

/**
 * Disputes along the reader's own line: what waits at their unit by its day, or all by the day on
 * which they were recorded; a city's leader has the lines of its counties. By place, kind and state;
 * never by person (D-1).
 * @param now epoch ms
 */
export async function listDisputes(
  deps: DisputeDeps,
  asking: StaffActor,
  query: ListQuery,
  now: number,
): Promise<DisputePage> {
  const { actor, counties } = await readerOf(deps, asking);
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const organisation = await deps.organisation(tx);
    const own = organisation.find(actor.unitId);
    // A leader's own unit stands on no line; the petition office of the place does.
    const seat =
      own !== undefined && looksOver(actor) && !linePosts.has(own.kind)
        ? organisation.find(organisation.petitionOfficeOf(own.regionCode) ?? '')
        : own;
    const ownLevel = disputeLevels.find((each) => each === seat?.level);
    const level = counties.length > 0 ? 'county' : ownLevel;
    const seats = counties.length > 0 || seat === undefined ? counties : [seat.id];
    const onLine = own !== undefined && linePosts.has(own.kind);
    const mayRecord = onLine && mayAtUnit(actor, 'dispute.record');
    const reads = isGranted(actor.roles, 'dispute.read', new Set(['reader']));
    if (own === undefined || seats.length === 0 || level === undefined || !reads) {
      return { items: [], next: null, mayRecord };
    }
    const waiting = query.whose === 'waiting';
    const question = {
      region: query.region ?? null,
      kind: query.kind ?? null,
      status: query.status ?? null,
      limit: query.limit,
    };
    const rows = waiting
      ? await listWaiting(
          tx,
          { ...question, unitId: actor.unitId },
          parsePlace(query.after) ?? start,
        )
      : await listAlong(tx, level, seats, question, query.after);
    const opened = await openDisputes(
      tx,
      deps,
      rows.map(({ id }) => id),
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    // Each county has kinds of its own.
    const offices = new Map<string, DisputeSettings>();
    const items: DisputeLine[] = [];
    for (const record of opened) {
      const row = byId.get(record.dispute.id);
      if (row === undefined || !isDisputeVisible(actor, record.dispute)) continue;
      const office = organisation.petitionOfficeOf(row.regionCode) ?? '';
      const settings = offices.get(office) ?? (await settingsOf(tx, office)).settings;
      offices.set(office, settings);
      items.push(lineOf(record, row, organisation, settings, now));
    }
    const last = rows.length < query.limit ? undefined : rows.at(-1);
    const place = last === undefined ? null : waiting ? last.dueAt : last.recordedAt;
    return {
      items,
      next: last === undefined || place === null ? null : `${place}.${last.id}`,
      mayRecord,
    };
  });
}
