import type { StaffActor } from '../../../kernel/actor.ts';
import { isGranted } from '../../../kernel/permissions.ts';
import type { UnitKind } from '../../../kernel/units.ts';
import { parsePlace, placeBefore, scopeOf, start } from '../../../platform/database/index.ts';
import { disputeLevels, type DisputeLevel } from '../case.ts';
import type { DisputeDeps } from '../commands/deps.ts';
import type { ListQuery } from '../contract.ts';
import { isDisputeVisible, looksOver, mayAtUnit } from '../policy.ts';
import { listAlongLine, listWaiting } from '../store.ts';
import type { DisputePage } from '../view.ts';
import { lineOf } from './lines.ts';
import { openDisputes } from './open.ts';
import { settingsOf } from './settings.ts';

/** Units that disputes go through; others have none. */
const linePosts: ReadonlySet<UnitKind> = new Set<UnitKind>([
  'village',
  'township',
  'petition-office',
]);

/**
 * Disputes along the reader's own line: what waits at their unit by its day, or all by the day on
 * which they were recorded. By place, kind and state; never by person (D-1).
 * @param now epoch ms
 */
export function listDisputes(
  deps: DisputeDeps,
  actor: StaffActor,
  query: ListQuery,
  now: number,
): Promise<DisputePage> {
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const organisation = await deps.organisation(tx);
    const own = organisation.find(actor.unitId);
    // A leader's own unit stands on no line; the petition office of the place does.
    const seat =
      own !== undefined && looksOver(actor) && !linePosts.has(own.kind)
        ? organisation.find(organisation.petitionOfficeOf(own.regionCode) ?? '')
        : own;
    const level = disputeLevels.find((each) => each === seat?.level);
    const onLine = own !== undefined && linePosts.has(own.kind);
    const mayRecord = onLine && mayAtUnit(actor, 'dispute.record');
    const reads = isGranted(actor.roles, 'dispute.read', new Set(['reader']));
    if (own === undefined || seat === undefined || level === undefined || !reads) {
      return { items: [], next: null, mayRecord };
    }
    const waiting = query.whose === 'waiting';
    const question = {
      unitId: waiting ? actor.unitId : seat.id,
      region: query.region ?? null,
      kind: query.kind ?? null,
      status: query.status ?? null,
      limit: query.limit,
    };
    const rows = waiting
      ? await listWaiting(tx, question, parsePlace(query.after) ?? start)
      : await listAlongLine(tx, level satisfies DisputeLevel, question, placeBefore(query.after));
    const office = organisation.petitionOfficeOf(own.regionCode) ?? '';
    const { settings } = await settingsOf(tx, office);
    const opened = await openDisputes(
      tx,
      deps,
      rows.map(({ id }) => id),
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    const items = opened.flatMap((record) => {
      const row = byId.get(record.dispute.id);
      return row === undefined || !isDisputeVisible(actor, record.dispute)
        ? []
        : [lineOf(record, row, organisation, settings, now)];
    });
    const last = rows.length < query.limit ? undefined : rows.at(-1);
    const place = last === undefined ? null : waiting ? last.dueAt : last.recordedAt;
    return {
      items,
      next: last === undefined || place === null ? null : `${place}.${last.id}`,
      mayRecord,
    };
  });
}
