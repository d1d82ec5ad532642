import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { withClient } from '../../platform/database/cluster-database.ts';
import { newId } from '../../platform/vault/index.ts';
import { head, must } from '../petitions/queries/county.test-data.ts';
import { drawPanel } from './draw.ts';
import { beginProceeding, planShift, rebuildProceedings } from './index.ts';
import { handler, openGround, type Ground } from './proceedings.test-data.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.county.close());

const begin: Ground['begin'] = (kind, input) => ground.begin(kind, input);
const step: Ground['step'] = (...asked) => ground.step(...asked);
const view: Ground['view'] = (...asked) => ground.view(...asked);
const today: Ground['today'] = (plus) => ground.today(plus);

describe('advice and roster', () => {
  test('M-4 reviewers have the profession and come from another region', async () => {
    const ask = (name: string) =>
      beginProceeding(
        ground.county.deps,
        ground.petitionId,
        're-evaluation',
        {
          body: 'office',
          question: '原检测方法是否可靠？',
          professions: ['建筑'],
          reviewers: [ground.members.get(name) ?? newId()],
        },
        { actor: handler, commandKey: newId() },
      );
    expect(await ask('律师戊')).toMatchObject({ refusal: { code: 'reviewer-unfit' } });
    const { id } = must(await ask('外县壬'));
    must(
      await step(id, 're-evaluation', 'recordAnswer', {
        on: today(),
        outcome: 'upheld',
        result: '原结论成立。',
      }),
    );
    const explain = (name: string) =>
      step(id, 're-evaluation', 'explain', {
        on: today(),
        expertId: ground.members.get(name) ?? newId(),
        record: '当面向信访人说明。',
      });
    expect(await explain('代表甲')).toMatchObject({ refusal: { code: 'expert-not-legal' } });
    must(await explain('律师戊'));
    expect((await view(id)).stage).toBe('explained');
  });

  test('M-5 no deliberation without the consent of the petitioner', async () => {
    const id = await begin('deliberation', { topic: '分摊方案是否合理。' });
    const held = {
      on: today(),
      place: '社区议事厅',
      members: [ground.members.get('代表甲') ?? ''],
      record: '居民代表发言。',
      advice: '建议按户分摊。',
    };
    expect(await step(id, 'deliberation', 'hold', held)).toMatchObject({
      refusal: { code: 'proceeding-not-in-stage' },
    });
    const own = { kind: 'petitioner', petitionId: ground.petitionId } as const;
    must(await step(id, 'deliberation', 'answerProposal', { given: true }, own));
    must(await step(id, 'deliberation', 'hold', held));
  });

  test('M-5 a shift needs the profession, and nobody stands in two places at once', async () => {
    const plan = (name: string, part: 'morning' | 'day') =>
      planShift(
        ground.county.deps,
        { on: today(1), part, role: 'lawyer', memberId: ground.members.get(name) ?? '' },
        { actor: head('office'), commandKey: newId() },
      );
    expect(await plan('代表甲', 'day')).toMatchObject({ refusal: { code: 'shift-role' } });
    must(await plan('律师戊', 'morning'));
    expect(await plan('律师戊', 'day')).toMatchObject({ refusal: { code: 'shift-taken' } });
  });

  test('M-1 the recorded seed draws the same panel again', () => {
    const roster = Array.from({ length: 12 }, (_, at) => ({
      id: `m${String(at).padStart(2, '0')}`,
      name: `人员${at}`,
      kinds: ['deputy' as const],
      profession: '',
      regionCode: '430121',
      affiliation: null,
      active: true,
    }));
    const wish = { seats: 5, kinds: [], region: 'any' as const, professions: [] };
    const matter = { regionCode: '430121', units: [], parties: [], text: '' };
    const past = { declined: [], objected: [], seated: [] };
    const draw = (seed: string) => drawPanel(roster, wish, matter, past, seed).seats;
    expect(draw('0a1b2c3d')).toEqual(draw('0a1b2c3d'));
    const drawn = new Set(
      Array.from({ length: 40 }, (_, at) => JSON.stringify(draw((at * 7919 + 1).toString(16)))),
    );
    expect(drawn.size).toBeGreaterThan(30);
    expect(localDate(today())).toBe(today());
  });
});

describe('the record and what follows from it', () => {
  test('L-1 rows of proceedings, their lines on the desk, members and shifts that are lost or say otherwise are found and made again', async () => {
    // One that still waits, so that the desk has a line.
    await begin('hearing', { topic: '是否公开检测结果。', open: true, parties: [] });
    expect(await rebuildProceedings(ground.county.deps, 'check')).toEqual([]);
    const asOwner = (text: string) =>
      withClient(ground.county.database.ownerUrl, (client) => client.query<{ all: string }>(text));
    const rowsOf = async (table: string) =>
      (await asOwner(`SELECT string_agg(r::text, '' ORDER BY r::text) AS all FROM ${table} r`))
        .rows[0]?.all;
    const tables = ['proceeding', 'case_item', 'roster_member', 'hall_shift'];
    const before = await Promise.all(tables.map(rowsOf));
    expect(before.every((rows) => (rows ?? '').length > 10)).toBe(true);
    const spoiling: Readonly<Record<string, string>> = {
      proceeding: `UPDATE proceeding SET petition_id = gen_random_uuid(), stage = 'elsewhere'`,
      items: 'DELETE FROM case_item',
      member: `UPDATE roster_member SET kept_by = 'housing', affiliation = 'housing'`,
      shifts: 'UPDATE hall_shift SET cancelled = NOT cancelled',
    };
    for (const [what, text] of Object.entries(spoiling)) {
      await asOwner(text);
      const found = await rebuildProceedings(ground.county.deps, 'check');
      expect(new Set(found.map((fault) => fault.what))).toEqual(new Set([what]));
      expect(await rebuildProceedings(ground.county.deps, 'write')).toEqual([]);
      expect(await rebuildProceedings(ground.county.deps, 'check')).toEqual([]);
    }
    expect(await Promise.all(tables.map(rowsOf))).toEqual(before);
    for (const table of tables) await asOwner(`DELETE FROM ${table}`);
    expect(await rebuildProceedings(ground.county.deps, 'write')).toEqual([]);
    expect(await Promise.all(tables.map(rowsOf))).toEqual(before);
  });
});
