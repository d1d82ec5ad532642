import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StaffActor } from '../../kernel/actor.ts';
import { localDateOf } from '../../kernel/local-date.ts';
import { run } from '../../platform/database/index.ts';
import { newId } from '../../platform/vault/index.ts';
import { must, type County } from '../petitions/queries/county.test-data.ts';
import { openProgress } from '../petitions/index.ts';
import {
  besidePetition,
  changeDisputeSettings,
  judgeMatch,
  listDisputes,
  openDispute,
  openParties,
  originOf,
  promoteDispute,
  rebuildDisputes,
  recordDispute,
  stepDispute,
  succeedDisputes,
  suggestMatches,
  type DisputeStep,
  type DisputeStepInput,
} from './index.ts';
import { listQuerySchema, settingsSchema, type PromoteInput } from './contract.ts';
import { usualSettings } from './settings.ts';
import { openSettings } from './queries/index.ts';
import {
  grid,
  officer,
  openVillage,
  town,
  typed,
  villageCode,
  worker,
} from './village.test-data.ts';

let county: County;

beforeAll(async () => {
  county = await openVillage();
});
afterAll(() => county.close());

const record = async (more = {}, actor: StaffActor = grid): Promise<string> =>
  must(await recordDispute(county.deps, typed(more), { actor, commandKey: newId() })).id;

const step = async <T extends DisputeStep>(
  actor: StaffActor,
  id: string,
  type: T,
  input: DisputeStepInput<T>,
  more: { readonly commandId?: string; readonly expectedVersion?: number } = {},
): Promise<string> => {
  const { commandId = newId(), ...rest } = more;
  const done = await stepDispute(county.deps, id, type, input, { actor, commandId, ...rest });
  return done.ok ? 'done' : done.refusal.code;
};

const view = (id: string, actor: StaffActor = grid) =>
  openDispute(county.deps, actor, id, county.at.now);

const promotion = (more: Partial<PromoteInput> = {}): PromoteInput => ({
  ownWish: true,
  way: 'spoken',
  saidOn: localDateOf(county.at.now),
  wish: '我想请信访局来处理这件事。',
  title: '楼上漏水两年没有修好',
  text: '楼上卫生间漏水，天花板发霉，调解两次没有谈成。',
  name: '甲一户',
  mobile: '13900000001',
  ...more,
});

describe('D-1 a dispute before it is a petition', () => {
  test('D-1 is recorded once however often the form comes, also by two hands at once', async () => {
    const options = { actor: grid, commandKey: 'typed-in-the-browser' };
    const [first, second] = await Promise.all([
      recordDispute(county.deps, typed(), options),
      recordDispute(county.deps, typed(), options),
    ]);
    expect(must(first)).toEqual(must(second));
    const other = await recordDispute(
      county.deps,
      typed({ about: '另一件事，不是同一件。' }),
      options,
    );
    expect(other.ok ? '' : other.refusal.code).toBe('idempotency-key-reused');
  });

  test('D-1 is recorded by whoever is nearest, for their own place and a known kind', async () => {
    const refusal = async (more: object, actor = grid): Promise<string> => {
      const done = await recordDispute(county.deps, typed(more), { actor, commandKey: newId() });
      return done.ok ? 'done' : done.refusal.code;
    };
    expect(await refusal({ regionCode: '690121100202' })).toBe('dispute-elsewhere');
    expect(await refusal({ kind: 'nothing' })).toBe('dispute-kind-unknown');
    expect(await refusal({ about: '漏水' })).toBe('explanation-required');
    expect(await refusal({}, worker('housing'))).toBe('dispute-no-line');
    expect(await refusal({}, worker('office', 'seal-keeper'))).toBe('not-permitted');
  });

  test('D-1 settled in the village, asked after, handled again where it was not kept', async () => {
    const id = await record();
    expect(await step(grid, id, 'settle', { agreed: '两家各出一半，物业月底修好。' })).toBe('done');
    const words = '楼下说还在漏。';
    expect(await step(grid, id, 'followUp', { kept: 'no', words })).toBe('done');
    expect(await view(id)).toMatchObject({ status: 'open', clock: { period: 'dispute-handling' } });
    await step(grid, id, 'settle', { agreed: '由物业重做防水，费用各半。' });
    await step(grid, id, 'followUp', { kept: 'yes', words: '已经修好，两家都满意。' });
    expect(await view(id)).toMatchObject({ status: 'kept', clock: null, waitingAt: null });
  });

  test('D-1 passed up level by level, acknowledged there, given back down', async () => {
    const id = await record();
    const reason = '涉及整栋楼，村里谈不下来。';
    expect(await step(grid, id, 'passUp', { reason })).toBe('done');
    // Until somebody says that they have it, the village holds it and the township's clock runs.
    expect(await view(id, town)).toMatchObject({
      status: 'passed',
      holder: { id: 'village' },
      waitingAt: { id: 'town' },
      clock: { period: 'dispute-receipt', days: 3 },
    });
    expect(await step(grid, id, 'acknowledge', {})).toBe('not-permitted');
    expect(await step(town, id, 'acknowledge', {})).toBe('done');
    expect(await step(grid, id, 'settle', { agreed: '两家各出一半修理。' })).toBe('not-permitted');
    await step(town, id, 'passUp', { reason });
    await step(officer, id, 'acknowledge', {});
    expect(await step(officer, id, 'passUp', { reason })).toBe('dispute-no-level-above');
    expect(await step(officer, id, 'passDown', { to: 'village2', reason })).toBe(
      'dispute-not-below',
    );
    expect(await step(officer, id, 'passDown', { to: 'town2', reason })).toBe('dispute-not-below');
    expect(await step(officer, id, 'passDown', { to: 'village', reason })).toBe('done');
    expect(await step(grid, id, 'acknowledge', {})).toBe('done');
    expect(await view(id)).toMatchObject({ status: 'open', level: 'village' });
  });

  test('D-1 seen along its line, and nowhere beside it; the list asks by place, kind and state', async () => {
    const id = await record();
    for (const actor of [grid, town, officer]) expect(await view(id, actor)).not.toBeNull();
    const strangers = [
      worker('village2', 'grid-member'),
      worker('town2'),
      worker('housing'),
      { ...worker('county-government', 'leader'), readingUnits: ['housing'] },
      worker('village', 'auditor'),
    ];
    for (const actor of strangers) {
      expect(await view(id, actor)).toBeNull();
      expect(await openParties(county.deps, actor, id)).toBeNull();
      expect(await step(actor, id, 'noteAttempt', { words: '不该能写的一句话。' })).toBe(
        'not-found',
      );
      const { items } = await listDisputes(
        county.deps,
        actor,
        listQuerySchema.parse({}),
        Date.now(),
      );
      expect(items).toEqual([]);
    }
    expect(Object.keys(listQuerySchema.shape).toSorted()).toEqual(
      ['after', 'kind', 'limit', 'region', 'status', 'whose'].toSorted(),
    );
  });

  test('D-1 lists page by page: what waits by its day, all by the day of recording', async () => {
    for (let at = 0; at < 3; at += 1) {
      county.at.now += 60_000;
      await record({ kind: 'wages' });
    }
    const page = (query: object) =>
      listDisputes(county.deps, grid, listQuerySchema.parse(query), county.at.now);
    const first = await page({ kind: 'wages', limit: 2 });
    const second = await page({ kind: 'wages', limit: 2, after: first.next });
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    const waiting = await page({ whose: 'waiting', kind: 'wages', region: villageCode });
    expect(waiting.items.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect(second.next).toBeNull();
  });

  test('D-1 two people at once: the second is told, and a retry changes nothing', async () => {
    const id = await record();
    const version = (await view(id))?.version ?? 0;
    const commandId = newId();
    const agreed = { agreed: '物业月底前修好，费用各半。' };
    const sent = { commandId, expectedVersion: version };
    const answers = await Promise.all([
      step(grid, id, 'settle', agreed, sent),
      step(
        grid,
        id,
        'passUp',
        { reason: '村里谈不下来，请镇里帮忙。' },
        { expectedVersion: version },
      ),
    ]);
    expect(answers.toSorted()).toEqual(['done', 'version-conflict']);
    if (answers[0] === 'done') expect(await step(grid, id, 'settle', agreed, sent)).toBe('done');
    expect((await view(id))?.version).toBe(version + 1);
  });

  test('D-1, L-3 who is concerned lies sealed, is opened one by one, and nobody is looked up', async () => {
    const id = await record();
    expect(await openParties(county.deps, town, id)).toEqual([
      { name: '甲一户', contact: '13900000001' },
      { name: '乙二户', contact: '' },
    ]);
    const system = { actor: 'system:test', units: [], roles: ['system'], streams: [id] };
    const [events, indexes] = await county.deps.db.withActor(system, 'read', (tx) =>
      Promise.all([
        run<{ data: unknown }>(tx, {
          name: 'test.events',
          text: 'SELECT data FROM event WHERE stream_id = $1',
          values: [id],
        }),
        run<{ count: number }>(tx, {
          name: 'test.indexes',
          text: 'SELECT count(*)::int AS count FROM blind_index WHERE stream_id = $1',
          values: [id],
        }),
      ]),
    );
    expect(JSON.stringify(events)).not.toMatch(/甲一户|13900000001|漏水/);
    expect(indexes[0]?.count).toBe(0);
  });

  test('D-1 row-level security shows a row to the acting unit of its line alone', async () => {
    const id = await record();
    const sees = async (units: readonly string[]): Promise<number> => {
      const scope = { actor: 'staff:x', units, roles: ['handler'] };
      const rows = await county.deps.db.withActor(scope, 'read', (tx) =>
        run(tx, {
          name: 'test.row',
          text: 'SELECT 1 FROM dispute WHERE stream_id = $1',
          values: [id],
        }),
      );
      return rows.length;
    };
    const all = ['village', 'village2', 'town', 'town2', 'office', 'housing', 'county-government'];
    const line = new Set(['village', 'town', 'office']);
    for (let at = 0; at < 40; at += 1) {
      const [first = '', ...more] = all.toSorted(() => (at % 7) / 7 - Math.sin(at * 7.3));
      expect(await sees([first, ...more.slice(0, at % 4)])).toBe(line.has(first) ? 1 : 0);
    }
    expect(await sees([])).toBe(0);
  });

  test('D-1 a leader reads what the offices below theirs have, changes nothing, and nobody else does', async () => {
    const id = await record();
    const leader: StaffActor = {
      ...worker('county-government', 'leader'),
      roles: ['leader'],
      readingUnits: ['county-government', 'office', 'town'],
    };
    const listed = async (actor: StaffActor) => {
      const query = { whose: 'line', limit: 50 } as const;
      const { items } = await listDisputes(county.deps, actor, query, county.at.now);
      return items.map((line) => line.id);
    };
    expect(await listed(leader)).toContain(id);
    expect(await view(id, leader)).toMatchObject({ id, allowances: [] });
    expect(await openParties(county.deps, leader, id)).toBeNull();
    for (const other of [
      { ...leader, readingUnits: ['county-government', 'housing'] },
      { ...leader, roles: ['handler'] as const },
    ]) {
      expect(await listed(other)).not.toContain(id);
      expect(await view(id, other)).toBeNull();
    }
  });

  test('D-1 a leader of the city reads what the offices of its counties have, and no other city does', async () => {
    const id = await record();
    const ids = [await record(), await record()];
    const leaderOf = (unit: string): StaffActor => ({
      ...worker(unit, 'leader'),
      readingUnits: [unit, `${unit}-office`],
    });
    const page = (actor: StaffActor, more: object = {}) =>
      listDisputes(
        county.deps,
        actor,
        listQuerySchema.parse({ whose: 'line', limit: 100, ...more }),
        county.at.now,
      );
    const leader = leaderOf('city-government');
    const all = (await page(leader)).items.map((line) => line.id);
    expect(all).toEqual(expect.arrayContaining([id, ...ids]));
    const first = await page(leader, { limit: 2 });
    const second = await page(leader, { limit: 2, after: first.next });
    expect([...first.items, ...second.items].map((line) => line.id)).toEqual(all.slice(0, 4));
    expect(await view(id, leader)).toMatchObject({ id, allowances: [] });
    expect(await openParties(county.deps, leader, id)).toBeNull();
    expect(await step(leader, id, 'noteAttempt', { words: '不该能写的一句话。' })).toBe(
      'not-found',
    );
    const handler: StaffActor = { ...leader, roles: ['handler'] };
    for (const other of [leaderOf('other-city'), handler]) {
      expect((await page(other)).items).toEqual([]);
      expect(await view(id, other)).toBeNull();
    }
  });

  test('D-1 an office sets its limits and kinds with their source; two people do not undo each other', async () => {
    const head = worker('office', 'office-head');
    const change = async (more: object, actor = head, expectedVersion = 0) => {
      const input = settingsSchema.parse({ ...usualSettings, ...more, expectedVersion });
      const done = await changeDisputeSettings(county.deps, input, { actor, commandKey: newId() });
      return done.ok ? done.value.version : done.refusal.code;
    };
    const kinds = usualSettings.kinds.map((kind) =>
      kind.code === 'property' ? { ...kind, retired: true } : kind,
    );
    expect(await change({ kinds }, officer)).toBe('not-permitted');
    expect(await change({ kinds }, worker('town', 'unit-head'))).toBe('not-permitted');
    const both = await Promise.all([change({ kinds }), change({ kinds })]);
    expect(both.map(String).toSorted()).toEqual(['1', 'version-conflict']);
    expect(await openSettings(county.deps, officer)).toMatchObject({
      version: 1,
      mayChange: false,
    });
    const kept = await openSettings(county.deps, head);
    expect(kept).toMatchObject({ version: 1, mayChange: true });
    expect(kept.kinds.filter(({ retired }) => retired).map(({ code }) => code)).toEqual([
      'property',
    ]);
    // Begun on a phone before it was retired: taken, with its name.
    expect(await view(await record())).toMatchObject({ kind: { name: { zh: '房屋物业' } } });
    for (const fault of [
      { kinds: kinds.map((kind) => ({ ...kind, retired: true })) },
      { lookBackMonths: 0 },
      { limits: { ...usualSettings.limits, receipt: { days: 0, source: '县里的规定' } } },
      { limits: { ...usualSettings.limits, receipt: { days: 3, source: '' } } },
    ]) {
      const input = { ...usualSettings, ...fault, expectedVersion: 1 };
      expect(settingsSchema.safeParse(input).success).toBe(false);
    }
    expect(await change({}, head, 1)).toBe(2);
  });

  test('O-1 a unit that ended is succeeded along the whole line, with its clock', async () => {
    const id = await record();
    await succeedDisputes(
      county.deps,
      { from: 'village', to: 'village2' },
      AbortSignal.timeout(20_000),
    );
    expect(await view(id)).toBeNull();
    expect(await view(id, worker('village2', 'grid-member'))).toMatchObject({
      holder: { id: 'village2' },
      waitingAt: { id: 'village2' },
    });
  });

  test('L-1 rows follow from the record', async () => {
    expect(await rebuildDisputes(county.deps, 'check')).toEqual([]);
    expect(await rebuildDisputes(county.deps, 'write')).toEqual([]);
    expect(await rebuildDisputes(county.deps, 'check')).toEqual([]);
  });
});

describe('D-1, D-2 from a dispute to a petition', () => {
  test('D-1 only the own wish makes a petition, with number and code, once', async () => {
    const id = await record();
    const send = async (input: PromoteInput, commandId = newId()) =>
      promoteDispute(county.deps, id, input, { actor: grid, commandId });
    const bare = await send(promotion({ wish: '要' }));
    expect(bare.ok ? '' : bare.refusal.code).toBe('explanation-required');
    const tomorrow = localDateOf(county.at.now + 86_400_000);
    const early = await send(promotion({ saidOn: tomorrow }));
    expect(early.ok ? '' : early.refusal.code).toBe('date-in-future');
    expect(await view(id)).toMatchObject({ status: 'open' });

    const commandId = newId();
    const made = must(await send(promotion(), commandId));
    expect(must(await send(promotion(), commandId))).toEqual(made);
    const again = await send(promotion({ title: '另一个标题' }));
    expect(again.ok ? '' : again.refusal.code).toBe('dispute-not-in-status');
    // As with every petition: number and code open its page, and the office has it.
    const opened = must(
      await openProgress(county.deps, made.number, made.lookupCode, county.at.now),
    );
    expect(opened.number).toBe(made.number);
    const petitioner = { kind: 'petitioner', petitionId: made.petitionId } as const;
    expect(await originOf(county.deps, petitioner, made.petitionId)).toMatchObject({
      id: null,
      way: 'spoken',
      recordedBy: 'village by name',
    });
    expect(await view(id, officer)).toMatchObject({
      status: 'promoted',
      clock: null,
      promotion: { petition: { number: made.number } },
    });
    // What the petition grew out of is no matter of opinion.
    must(await suggestMatches(county.deps, made.petitionId, { commandId: newId() }));
    const beside = await besidePetition(county.deps, officer, made.petitionId);
    expect(beside?.origin?.id).toBe(id);
    expect(beside?.matches.map(({ verdict }) => verdict)).toContain('origin');
    const place = { petitionId: made.petitionId, disputeId: id };
    const judged = await judgeMatch(county.deps, place, 'rejected', {
      actor: officer,
      commandId: newId(),
    });
    expect(judged.ok ? '' : judged.refusal.code).toBe('match-is-origin');
  });

  test('D-2 like matters of the township are suggested, and people say whether it is so', async () => {
    const about = '养猪场污水直排到村口水塘，臭味很大，鱼都死了，村民要求停止排污。';
    const id = await record({ kind: 'environment', about, parties: [] });
    county.at.now += 86_400_000;
    const like = await county.register({
      title: '养猪场污水直排水塘',
      text: '养猪场污水直排村口水塘，臭味很大，水塘里的鱼死了，要求停止排污。',
      demands: ['停止排污'],
      regionCode: villageCode,
      category: { first: '生态环境', second: '污染', third: null },
    });
    const elsewhere = await county.register({
      title: '养猪场污水直排水塘',
      text: '养猪场污水直排村口水塘，臭味很大，水塘里的鱼死了。',
      regionCode: '690121101201',
    });
    const accusation = await county.register(
      { purpose: 'accusation', text: about, regionCode: villageCode },
      null,
    );
    for (const { id: petitionId } of [like, elsewhere, accusation]) {
      must(await suggestMatches(county.deps, petitionId, { commandId: newId() }));
    }
    expect((await besidePetition(county.deps, officer, elsewhere.id))?.matches).toEqual([]);
    const found = await besidePetition(county.deps, officer, like.id);
    expect(found).toMatchObject({
      mayJudge: true,
      matches: [{ disputeId: id, verdict: 'suggested', likenesses: ['village', 'kind', 'words'] }],
    });
    const place = { petitionId: like.id, disputeId: id };
    const judge = async (actor: StaffActor, verdict: 'confirmed' | 'rejected') => {
      const done = await judgeMatch(county.deps, place, verdict, { actor, commandId: newId() });
      return done.ok ? 'done' : done.refusal.code;
    };
    expect(await judge(worker('housing'), 'confirmed')).toBe('not-found');
    expect(await judge(officer, 'rejected')).toBe('done');
    expect(await judge(officer, 'confirmed')).toBe('done');
    must(await suggestMatches(county.deps, like.id, { commandId: newId() }));
    expect((await besidePetition(county.deps, officer, like.id))?.matches).toMatchObject([
      { verdict: 'confirmed', judgedBy: 'office-case-officer by name' },
    ]);
  });
});
