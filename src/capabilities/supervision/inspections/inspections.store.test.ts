import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StaffActor } from '../../../kernel/actor.ts';
import { withClient } from '../../../platform/database/cluster-database.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/vault/index.ts';
import { endUnit, openCounty, type County } from '../../petitions/queries/county.test-data.ts';
import { listInspections, planInspection, succeedInspections } from '../index.ts';
import { planInspectionSchema } from './contract.ts';
import { by, housing, inspectionRoom, supervisor } from './inspections.test-data.ts';

let county: County;
const room = inspectionRoom(() => county);
const { inDays, onProgramme, view, programme, inspection, step, see, finding } = room;

beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

/** Ways by which the inspected unit could hear of an inspection. */
async function heardAt(unit: StaffActor, id: string): Promise<readonly unknown[]> {
  const { items } = await listInspections(county.deps, unit, { limit: 50 }, county.at.now);
  const told = await withClient(county.database.ownerUrl, async (client) => {
    const text = `SELECT 1 FROM message WHERE stream_id = $1 AND recipient_unit = $2`;
    return (await client.query(text, [id, unit.unitId])).rows;
  });
  return [
    ...items.filter((each) => each.id === id),
    ...told,
    ...((await see(id, unit)) === null ? [] : ['seen']),
  ];
}

describe('U-1 inspections', () => {
  test('U-1 an unannounced inspection is nowhere at the unit before it is carried out', async () => {
    const id = await inspection();
    expect(await heardAt(housing, id)).toEqual([]);
    const rows = await county.database.db.withActor(scopeOf(housing), 'read', (tx) =>
      tx.query({
        name: 'test.unannounced',
        text: 'SELECT 1 FROM supervision_record WHERE stream_id = $1',
        values: [id],
      }),
    );
    expect(rows).toEqual([]);
    expect(await step(id, 'answerFinding', { findingId: newId(), text: '猜的' }, housing)).toBe(
      'not-found',
    );
    expect(await step(id, 'carryOut', { on: inDays(0), checked: '查阅台账' })).toBe('done');
    expect(await heardAt(housing, id)).toHaveLength(3);
    // What the team was told to look for stays with the office.
    expect(await see(id, housing)).toMatchObject({ status: 'carried-out', task: '' });
  });

  test('U-1 an unannounced inspection that is called off was never there', async () => {
    const id = await inspection();
    expect(await step(id, 'cancelInspection', { reason: '时间冲突' })).toBe('done');
    expect(await heardAt(housing, id)).toEqual([]);
  });

  test('U-1 an open inspection announces itself and does not come earlier than it said', async () => {
    const id = await inspection({ way: 'open', on: inDays(3) });
    expect(await heardAt(housing, id)).toHaveLength(3);
    const checked = { on: inDays(0), checked: '查阅台账' };
    expect(await step(id, 'carryOut', checked)).toBe('inspection-before-day');
  });

  test('U-1 nobody inspects the own unit, and the unit verifies nothing', async () => {
    const id = await programme();
    const { teams } = await view(id);
    const plan = async (more: object) => {
      const input = planInspectionSchema.parse({
        team: teams[1]?.id,
        unit: 'housing',
        way: 'open',
        on: inDays(1),
        task: '查看台账',
        ...more,
      });
      const done = await planInspection(county.deps, id, input, by(supervisor));
      return done.ok ? 'done' : done.refusal.code;
    };
    expect(await plan({})).toBe('inspection-team-inside');
    expect(await plan({ unit: 'office', team: teams[0]?.id })).toBe('inspection-team-inside');
    expect(await plan({ unit: 'nowhere', team: teams[0]?.id })).toBe('unit-unknown');
    expect(await plan({ on: inDays(-1), team: teams[0]?.id })).toBe('inspection-day-past');
    expect(await plan({ team: newId() })).toBe('inspection-team-unknown');
    expect(await plan({ numbers: '12345', team: teams[0]?.id })).toBe('inspection-petition');
  });

  test('L-5 an accusation stands in no list of an inspection and in no draw', async () => {
    const accusation = await county.register({ purpose: 'accusation' }, null);
    const id = await programme();
    const { teams } = await view(id);
    const input = planInspectionSchema.parse({
      team: teams[0]?.id,
      unit: 'housing',
      way: 'open',
      on: inDays(1),
      task: '查看台账',
      numbers: accusation.number,
    });
    expect(await planInspection(county.deps, id, input, by(supervisor))).toMatchObject({
      refusal: { code: 'inspection-petition' },
    });
    const named: StaffActor = {
      ...supervisor,
      userId: 'office-named',
      roles: ['supervisor', 'accusation-officer'],
    };
    expect(await planInspection(county.deps, id, input, by(named))).toMatchObject({
      refusal: { code: 'inspection-accusation' },
    });
    await county.register();
    const days = { take: 1, from: inDays(-100), to: inDays(1) };
    expect(await onProgramme(id, 'freezeList', days, named)).toBe('done');
    const stored = await withClient(county.database.ownerUrl, async (client) => {
      const text = `SELECT count(*)::int AS n FROM event WHERE data::text LIKE $1`;
      return (await client.query<{ n: number }>(text, [`%${accusation.id}%`])).rows[0]?.n;
    });
    expect(stored).toBe(0);
  });

  test('O-1 when a unit ends, its successor stands in its inspections', async () => {
    const id = await inspection();
    await step(id, 'carryOut', { on: inDays(0), checked: '查阅台账' });
    await step(id, 'recordFinding', finding());
    await endUnit(county, 'housing', 'transport');
    const units = { from: 'housing', to: 'transport' };
    await succeedInspections(county.deps, units, new AbortController().signal);
    expect(await see(id, supervisor)).toMatchObject({ unit: { id: 'transport' } });
    expect(await see(id, housing)).toBeNull();
    await succeedInspections(county.deps, units, new AbortController().signal);
  });
});
