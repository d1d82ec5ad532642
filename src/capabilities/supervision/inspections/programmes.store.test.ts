import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must, openCounty, type County } from '../../petitions/queries/county.test-data.ts';
import {
  openDraw,
  openProgramme,
  planInspection,
  planProgramme,
  rebuildOwnRecords,
  redraw,
} from '../index.ts';
import { planInspectionSchema } from './contract.ts';
import { by, head, housing, inspectionRoom, people, supervisor } from './inspections.test-data.ts';

let county: County;
const room = inspectionRoom(() => county);
const { inDays, programmeInput, onProgramme, view, programme } = room;

beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

describe('U-1 programmes', () => {
  test('U-1 whoever wrote a programme does not approve it, and nothing is inspected before', async () => {
    const { id } = must(await planProgramme(county.deps, programmeInput(), people, by(supervisor)));
    const { teams, rounds } = await view(id);
    expect([teams.length, teams[0]?.members.length, rounds.length]).toEqual([2, 2, 1]);
    const input = planInspectionSchema.parse({
      team: teams[0]?.id,
      unit: 'housing',
      way: 'open',
      on: inDays(3),
      task: '查看台账',
    });
    expect(await planInspection(county.deps, id, input, by(supervisor))).toMatchObject({
      refusal: { code: 'inspection-programme-approval' },
    });
    const both = { ...head, userId: supervisor.userId };
    expect(await onProgramme(id, 'approveProgramme', {}, both)).toBe('inspection-own-approval');
    expect(await onProgramme(id, 'approveProgramme', {}, head)).toBe('done');
    expect(await openProgramme(county.deps, housing, id, county.at.now)).toBeNull();
  });

  test('U-1 a team is written as people write it; who is not known is named', async () => {
    const plan = async (more: object) => {
      const input = programmeInput(more);
      const done = await planProgramme(county.deps, input, people, by(supervisor));
      return done.ok ? 'done' : done.refusal.code;
    };
    expect(await plan({ teams: '第一组' })).toBe('inspection-team-line');
    expect(await plan({ teams: '第一组：谁也不是' })).toBe('inspection-person-unknown');
    expect(await plan({ rounds: '第一轮 明天' })).toBe('inspection-round-line');
    expect(await plan({ rounds: `第一轮 ${inDays(-9)} ${inDays(3)}` })).toBe(
      'inspection-round-dates',
    );
    expect(await plan({ to: inDays(-1), rounds: '' })).toBe('inspection-dates');
  });

  test('U-1 the same form sent twice plans one programme', async () => {
    const options = by(supervisor);
    const input = programmeInput();
    const [one, other] = [
      await planProgramme(county.deps, input, people, options),
      await planProgramme(county.deps, input, people, options),
    ];
    expect(one).toEqual(other);
    const changed = { ...input, theme: '另一个' };
    expect(await planProgramme(county.deps, changed, people, options)).toMatchObject({
      refusal: { code: 'idempotency-key-reused' },
    });
  });
});

describe('U-1 draws', () => {
  test('U-1 the list is public before its seed can exist; anybody draws the same again, nobody twice', async () => {
    for (let at = 0; at < 6; at += 1) await county.register();
    const id = await programme();
    const days = { take: 3, from: inDays(-100), to: inDays(1) };
    const source = { seedText: '双色球第2026132期开奖号码' };
    expect(await onProgramme(id, 'freezeList', { ...days, ...source })).toBe('draw-seed-source');
    expect(await onProgramme(id, 'freezeList', { ...days, ...source, seedFrom: inDays(0) })).toBe(
      'draw-seed-early',
    );
    expect(await onProgramme(id, 'freezeList', { ...days, take: 90 })).toBe('draw-too-many');
    const wanted = { ...days, ...source, seedFrom: inDays(2) };
    expect(await onProgramme(id, 'freezeList', wanted)).toBe('done');
    const drawId = (await view(id)).draws[0]?.id ?? '';
    const frozen = await openDraw(county.deps, drawId);
    expect(frozen).toMatchObject({ drawn: null, take: 3, source: { kind: 'public' } });
    const text = '03 11 19 21 28 33 + 07';
    expect(await onProgramme(id, 'drawFromList', { drawId, seed: text })).toBe('draw-seed-not-yet');
    county.at.now += 2 * 86_400_000;
    expect(await onProgramme(id, 'drawFromList', { drawId })).toBe('draw-seed-missing');
    expect(await onProgramme(id, 'drawFromList', { drawId, seed: text })).toBe('done');
    expect(await onProgramme(id, 'drawFromList', { drawId, seed: text })).toBe('draw-made');
    const drawn = await openDraw(county.deps, drawId);
    if (drawn === null) throw new Error('not public');
    expect(drawn.entries).toEqual(frozen?.entries);
    expect(redraw(drawn)).toMatchObject({ sameList: true, sameResult: true });
    expect(redraw(drawn, 'something else').sameResult).toBe(false);
    expect(redraw({ ...drawn, entries: drawn.entries.slice(1) })).toMatchObject({
      sameList: false,
    });
    // Nothing public leads to a petition: neither its number nor its id is part of any entry.
    const { draws } = await view(id);
    for (const { id: petitionId, number } of draws[0]?.petitions ?? []) {
      const open = JSON.stringify(drawn);
      expect(open).not.toContain(number);
      expect(open.toLowerCase()).not.toContain(petitionId.slice(-12));
    }
    // What was drawn is left out of the next list, and the list says so.
    expect(await onProgramme(id, 'freezeList', { ...days, take: 1 })).toBe('done');
    const next = (await view(id)).draws[1]?.id ?? '';
    const excluded = (await openDraw(county.deps, next))?.excluded ?? [];
    expect(excluded.map(({ reason }) => reason)).toEqual(Array(3).fill('drawn-before'));
    expect(await onProgramme(id, 'drawFromList', { drawId: next })).toBe('done');
    expect((await openDraw(county.deps, next))?.drawn?.seed).toMatch(/^[0-9a-f]{64}$/);
    expect(await rebuildOwnRecords(county.deps, 'check')).toEqual([]);
  });
});
