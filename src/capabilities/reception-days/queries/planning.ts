import type { StaffActor } from '../../../kernel/actor.ts';
import { localDate, localDateOf, type LocalDate } from '../../../kernel/local-date.ts';
import { scopeOf, type Tx } from '../../../platform/database/index.ts';
import { loadOrganisation } from '../../identity-organisation/index.ts';
import type { ReceptionDeps } from '../commands/deps.ts';
import { coverageOf } from '../coverage.ts';
import { countDuty } from '../duty.ts';
import { findLeaders } from '../leaders-store.ts';
import { mayReadDays } from '../policy.ts';
import { proposeDays } from '../rotation.ts';
import { findSettings } from '../settings-store.ts';
import { usualSettings, type ReceptionSettings } from '../settings.ts';
import { findDays, type DayRow } from '../store.ts';
import type { CoverageView, DutyView, ProposalView, SettingsView } from '../view.ts';

const settingsOf = async (tx: Tx, unit: string): Promise<ReceptionSettings> =>
  (await findSettings(tx, unit))?.settings ?? usualSettings;

/** The sheet of the reader's unit; what practice says where it has none yet. */
export async function readSettings(
  deps: ReceptionDeps,
  actor: StaffActor,
): Promise<SettingsView | null> {
  if (!mayReadDays(actor)) return null;
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const row = await findSettings(tx, actor.unitId);
    const settings = structuredClone(row?.settings ?? usualSettings);
    return { version: row?.version ?? 0, settings } as SettingsView;
  });
}

const isHeld = ({ state }: DayRow): boolean => state === 'closed' || state === 'running';

/**
 * who has received how often this year, and who is behind. Leaders of whose level the sheet
 * says nothing have no duty and are not behind.
 */
export async function readDuty(
  deps: ReceptionDeps,
  actor: StaffActor,
  year: number,
  now: number,
): Promise<DutyView | null> {
  if (!mayReadDays(actor)) return null;
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const organisation = await deps.organisation(tx);
    const { norms } = await settingsOf(tx, actor.unitId);
    const days = (
      await findDays(tx, localDate(`${year}-01-01`), localDate(`${year}-12-31`))
    ).filter(({ state }) => state !== 'cancelled');
    const rows = (await findLeaders(tx)).map((leader) => {
      const unit = organisation.find(leader.unitId);
      const norm = norms.find(({ level }) => level === unit?.level);
      const own = days
        .filter(({ plan }) => plan.leaders.some(({ id }) => id === leader.id))
        .map((row) => ({ on: row.on, held: isHeld(row) }));
      const duty = norm === undefined ? null : countDuty(norm, year, own, leader, localDateOf(now));
      return {
        id: leader.id,
        name: leader.name,
        post: leader.post,
        unit: { id: leader.unitId, name: unit?.name ?? leader.unitId },
        level: unit?.level ?? 'county',
        norm: norm ?? null,
        held: own.filter(({ held }) => held).length,
        planned: own.filter(({ held }) => !held).length,
        behind: duty?.behind ?? 0,
        counts: (duty?.counts ?? []).map((count) => ({ ...count })),
      };
    });
    return { year, leaders: rows.toSorted((one, other) => other.behind - one.behind) };
  });
}

/** leaders × places and fields on one sheet; nothing stays uncovered unseen. */
export async function readCoverage(
  deps: ReceptionDeps,
  actor: StaffActor,
  now: number,
): Promise<CoverageView | null> {
  if (!mayReadDays(actor)) return null;
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const { regions: all, units } = await loadOrganisation(tx);
    const own = units.find(({ id }) => id === actor.unitId)?.regionCode;
    const below = all.filter(({ parentCode }) => parentCode === own);
    const leaders = await findLeaders(tx);
    const sheet = coverageOf(
      leaders,
      below.map(({ code }) => code),
      await settingsOf(tx, actor.unitId),
      localDateOf(now),
    );
    const named = (ids: readonly string[]) =>
      leaders
        .filter(({ id }) => ids.includes(id))
        .map(({ id, name, post }) => ({ id, name, post }));
    const nameOf = (code: string): string =>
      below.find((region) => region.code === code)?.name ?? code;
    return {
      regions: sheet.regions.map((each) => ({
        ...each,
        name: nameOf(each.code),
        leaders: named(each.leaders),
      })),
      fields: sheet.fields.map((each) => ({
        ...each,
        name: each.code,
        leaders: named(each.leaders),
      })),
    };
  });
}

/** What the templates propose, without days on which the same leader receives already. */
export async function readProposals(
  deps: ReceptionDeps,
  actor: StaffActor,
  from: LocalDate,
  to: LocalDate,
): Promise<readonly ProposalView[] | null> {
  if (!mayReadDays(actor)) return null;
  return deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const { rotations } = await settingsOf(tx, actor.unitId);
    const days = await findDays(tx, from, to);
    const leaders = new Map((await findLeaders(tx)).map((leader) => [leader.id, leader]));
    return rotations
      .flatMap((rotation) => proposeDays(rotation, from, to, deps.calendar()))
      .filter(
        ({ on, leader }) =>
          !days.some(
            (day) =>
              day.on === on &&
              day.state !== 'cancelled' &&
              day.plan.leaders.some(({ id }) => id === leader),
          ),
      )
      .toSorted((one, other) => (one.on < other.on ? -1 : 1))
      .map(({ on, leader, rotation }) => ({
        template: rotation.name,
        leader: leaders.get(leader)?.name ?? '',
        plan: {
          kind: rotation.kind,
          way: rotation.way,
          on,
          from: rotation.from,
          to: rotation.to,
          place: rotation.place,
          regionCode: rotation.regionCode,
          leaders: [leader],
          theme: rotation.theme,
          topics: [],
          slotMinutes: rotation.slotMinutes,
        },
      }));
  });
}
