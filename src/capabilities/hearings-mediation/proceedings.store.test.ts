import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, localDate, localDateOf } from '../../kernel/local-date.ts';
import { run } from '../../platform/database/index.ts';
import { withClient } from '../../platform/database/cluster-database.ts';
import { newId } from '../../platform/vault/index.ts';
import {
  head,
  must,
  openCounty,
  staff,
  type County,
} from '../petitions/queries/county.test-data.ts';
import type { NewMember } from './contract.ts';
import { drawPanel } from './draw.ts';
import {
  beginProceeding,
  listMember,
  listOfPetition,
  openAll,
  openProceeding,
  placesOfPaper,
  planShift,
  rebuildProceedings,
  stepBySystem,
  stepProceeding,
  watchWindows,
} from './index.ts';
import type { StepInput, StepType } from './contract.ts';
import type { ProceedingKind } from './terms.ts';

let county: County;
let petitionId: string;
const members = new Map<string, string>();

const handler = staff('housing');
const system = { actor: 'system:test', units: [], roles: ['system'] };
const day = 86_400_000;

const listed = async (name: string, more: Partial<NewMember> = {}): Promise<void> => {
  const member: NewMember = {
    name,
    kinds: ['deputy'],
    profession: '',
    regionCode: '430121',
    from: '2025-01-01',
    ...more,
  };
  const options = { actor: staff('office'), commandKey: newId() };
  members.set(name, must(await listMember(county.deps, member, options)).id);
};

const today = (plus = 0) => addDays(localDateOf(county.at.now), plus);

const begin = async <K extends ProceedingKind>(
  kind: K,
  input: Parameters<typeof beginProceeding<K>>[3],
): Promise<string> =>
  must(
    await beginProceeding(county.deps, petitionId, kind, input, {
      actor: handler,
      commandKey: newId(),
    }),
  ).id;

const step = <K extends ProceedingKind, T extends StepType<K>>(
  id: string,
  kind: K,
  type: T,
  input: StepInput<K, T>,
  actor: Parameters<typeof stepProceeding>[5]['actor'] = handler,
) =>
  stepProceeding(county.deps, { petitionId, id }, kind, type, input, {
    actor,
    commandId: newId(),
  });

const view = async (id: string, actor: Parameters<typeof openProceeding>[1] = handler) => {
  const found = await openProceeding(county.deps, actor, petitionId, id, county.at.now);
  if (found === null) throw new Error('not found');
  return found;
};

beforeAll(async () => {
  county = await openCounty();
  petitionId = (await county.register()).id;
  await county.run(staff('office'), petitionId, 'refer', { to: 'housing' });
  await county.issue('office', petitionId);
  await county.run(handler, petitionId, 'accept', {});
  await county.issue('housing', petitionId);
  for (const name of ['代表甲', '代表乙', '代表丙', '代表丁']) await listed(name);
  await listed('律师戊', { kinds: ['lawyer'], profession: '律师' });
  await listed('律师己', { kinds: ['lawyer'], profession: '律师' });
  await listed('住建局庚', { affiliation: 'housing' });
  await listed('王小明');
  await listed('离任辛', { to: '2025-12-31' });
  await listed('外县壬', { regionCode: '430500', kinds: ['expert'], profession: '建筑工程' });
});
afterAll(() => county.close());

describe('hearing', () => {
  test('M-1 from convening to conclusion: draw, notice seven days ahead, vote, paper', async () => {
    const id = await begin('hearing', {
      topic: '供水水压不足的原因和整改期限。',
      open: true,
      parties: [{ role: 'unit', unit: 'housing' }],
    });
    const place = { petitionId, id };
    const drawn = await step(id, 'hearing', 'drawPanel', {
      seats: 3,
      kinds: ['lawyer'],
      region: 'same-county',
      professions: [],
    });
    expect(drawn.ok).toBe(true);
    const after = await view(id);
    const [draw] = after.hearing?.draws ?? [];
    const reasons = Object.fromEntries(
      (draw?.excluded ?? []).map(({ name, reason }) => [name, reason]),
    );
    expect(reasons).toMatchObject({
      住建局庚: 'affiliated',
      王小明: 'party',
      离任辛: 'inactive',
      外县壬: 'region',
    });
    expect(after.hearing?.panel).toHaveLength(3);
    expect(after.hearing?.panel.some(({ kind }) => kind === 'lawyer')).toBe(true);

    // Somebody declines; the seat goes to one who was not on the panel.
    const leaving = after.hearing?.panel.find(({ kind }) => kind !== 'lawyer');
    must(
      await step(id, 'hearing', 'replaceMember', {
        memberId: leaving?.memberId ?? '',
        cause: 'declined',
        reason: '当天出差在外。',
      }),
    );
    // The petitioner objects with the code; it must be decided before anything is sent out.
    const petitioner = { kind: 'petitioner', petitionId } as const;
    const seat = (await view(id)).hearing?.panel.find(({ state }) => state === 'seated');
    const objection = { memberId: seat?.memberId ?? '', reason: '与对方是亲戚关系。' };
    must(await step(id, 'hearing', 'objectToMember', objection, petitioner));
    const schedule = { time: '14:30', mode: 'room', place: '三楼听证室' } as const;
    must(await step(id, 'hearing', 'schedule', { ...schedule, date: today(7) }));
    const blocked = await step(id, 'hearing', 'draftNotice', {});
    expect(blocked).toMatchObject({ refusal: { code: 'panel-objection-open' } });
    must(
      await step(id, 'hearing', 'rejectObjection', { ...objection, reason: '经核实不是亲属。' }),
    );

    const late = await step(id, 'hearing', 'draftNotice', {});
    expect(late).toMatchObject({ refusal: { code: 'hearing-notice-late' } });
    must(await step(id, 'hearing', 'schedule', { ...schedule, date: today(8) }));
    must(await step(id, 'hearing', 'draftNotice', {}));

    // The notice is one of the petition's papers; served, it begins the seven days.
    const paperId = await county.issue('housing', petitionId);
    await county.run(handler, petitionId, 'servePaper', {
      paperId,
      way: 'hand',
      servedOn: today(),
      proof: '本人签收',
    });
    expect(await placesOfPaper(county.deps, paperId)).toMatchObject([{ id }]);
    const itself = { kind: 'system', name: 'proceedings' } as const;
    const service = { type: 'recordService', paperId, on: today() } as const;
    const once = { actor: itself, commandId: newId() };
    must(await stepBySystem(county.deps, place, service, once));
    expect((await view(id)).stage).toBe('noticed');
    expect(await step(id, 'hearing', 'open', {})).toMatchObject({
      refusal: { code: 'hearing-early' },
    });

    county.at.now += 8 * day;
    must(await step(id, 'hearing', 'open', {}));
    const [first] = (await view(id)).hearing?.parties ?? [];
    county.at.now += day;
    must(
      await step(id, 'hearing', 'close', {
        days: [today(-1), today()],
        came: [first?.id ?? ''],
        record: '双方陈述，出示检测报告。',
      }),
    );
    const panel = (await view(id)).hearing?.panel.filter(({ state }) => state === 'seated') ?? [];
    const [missing, ...voting] = panel;
    for (const { memberId } of voting) {
      must(await step(id, 'hearing', 'vote', { memberId, vote: 'support' }));
    }
    const conclusion = { conclusion: '应当在三十日内完成加压设备改造。' };
    expect(await step(id, 'hearing', 'conclude', conclusion)).toMatchObject({
      refusal: { code: 'votes-missing', params: { count: 1 } },
    });
    const last = { memberId: missing?.memberId ?? '', vote: 'against' } as const;
    must(await step(id, 'hearing', 'vote', last));
    must(await step(id, 'hearing', 'conclude', conclusion));
    const ended = await view(id);
    expect(ended.stage).toBe('concluded');
    expect(ended.hearing?.counts).toMatchObject({ support: 2, against: 1 });
    expect(ended.hearing?.days).toEqual([today(-1), today()]);
    await county.issue('housing', petitionId);

    // What the petitioner reads: the outcome, not how each member voted.
    const [own] = await openAll(county.deps, petitioner, petitionId, county.at.now);
    expect(own?.hearing?.conclusion).toBe(conclusion.conclusion);
    expect(own?.hearing?.panel.every(({ vote }) => vote === null)).toBe(true);
    expect(own?.hearing?.record).toBeNull();
  });

  test('M-1 another unit and another petitioner do not see that a hearing exists', async () => {
    const id = await begin('hearing', { topic: '是否公开检测结果。', open: true, parties: [] });
    expect(await listOfPetition(county.deps, staff('transport'), petitionId)).toBeNull();
    const stranger = await step(id, 'hearing', 'open', {}, staff('transport'));
    expect(stranger).toMatchObject({ refusal: { code: 'not-found' } });
    // The office sees it, but the unit that convened it conducts it.
    const office = await step(
      id,
      'hearing',
      'cancel',
      { reason: '不再需要听证。' },
      staff('office'),
    );
    expect(office).toMatchObject({ refusal: { code: 'not-permitted' } });
  });

  test('M-1 the same form sent twice convenes one hearing, and two people cannot both step', async () => {
    const input = { topic: '同一表单发送两次。', open: true, parties: [] };
    const options = { actor: handler, commandKey: 'twice' };
    const once = must(await beginProceeding(county.deps, petitionId, 'hearing', input, options));
    const again = must(await beginProceeding(county.deps, petitionId, 'hearing', input, options));
    expect(again.id).toBe(once.id);
    const at = { petitionId, id: once.id };
    const both = await Promise.all(
      ['一', '二'].map((reason) =>
        stepProceeding(
          county.deps,
          at,
          'hearing',
          'cancel',
          { reason: `不再需要听证，理由${reason}。` },
          { actor: handler, commandId: newId(), expectedVersion: 1 },
        ),
      ),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('L-5 an accusation has no hearing', async () => {
    const { id } = await county.register({ purpose: 'accusation', title: '反映工作人员违纪' });
    const named = { ...staff('office', 'office-named'), roles: ['accusation-officer'] } as const;
    const begun = await beginProceeding(
      county.deps,
      id,
      'hearing',
      { topic: '是否违纪需要听证。', open: true, parties: [] },
      { actor: named, commandKey: newId() },
    );
    expect(begun).toMatchObject({ refusal: { code: 'proceeding-not-for-accusation' } });
  });
});

describe('mediation', () => {
  const propose = () =>
    begin('mediation', {
      kind: 'people',
      topic: '停水造成的损失如何补偿。',
      parties: [{ role: 'third-party', name: '供水公司' }],
      mediatorName: '调解员癸',
    });

  const settle = async (): Promise<string> => {
    const id = await propose();
    const parties = (await view(id)).mediation?.parties ?? [];
    const other = parties.find(({ role }) => role === 'third-party');
    must(
      await step(
        id,
        'mediation',
        'answerProposal',
        { given: true },
        {
          kind: 'petitioner',
          petitionId,
        },
      ),
    );
    const session = {
      on: today(),
      place: '社区调解室',
      came: parties.map((party) => party.id),
      record: '双方各自陈述。',
    };
    expect(await step(id, 'mediation', 'holdSession', session)).toMatchObject({
      refusal: { code: 'proceeding-not-in-stage' },
    });
    must(
      await step(id, 'mediation', 'recordConsent', {
        partyId: other?.id ?? '',
        given: true,
        on: today(),
        proof: '书面同意书存卷。',
      }),
    );
    must(await step(id, 'mediation', 'holdSession', session));
    must(
      await step(id, 'mediation', 'agree', {
        form: 'mediation-agreement',
        terms: '供水公司一次性补偿八百元。',
        effectiveOn: today(),
      }),
    );
    return id;
  };

  test('M-2 no session before both sides consented; the agreement is a paper of the petition', async () => {
    const id = await settle();
    const settled = await view(id);
    expect(settled.stage).toBe('settled');
    expect(settled.mediation?.confirmation).toMatchObject({ state: 'window', daysLeft: 30 });
    await county.issue('housing', petitionId);
  });

  test('M-2 a refusal by code ends it, and only the own petitioner can give it', async () => {
    const id = await propose();
    const stranger = { kind: 'petitioner', petitionId: newId() } as const;
    expect(await step(id, 'mediation', 'answerProposal', { given: true }, stranger)).toMatchObject({
      refusal: { code: 'not-found' },
    });
    expect(await step(id, 'mediation', 'answerProposal', { given: true })).toMatchObject({
      refusal: { code: 'not-permitted' },
    });
    const own = { kind: 'petitioner', petitionId } as const;
    must(await step(id, 'mediation', 'answerProposal', { given: false }, own));
    expect((await view(id)).stage).toBe('refused');
  });

  test('M-3 the unit is warned before the window closes, and a missed window is recorded', async () => {
    const id = await settle();
    const signal = new AbortController().signal;
    const messages = async (): Promise<number> => {
      const rows = await county.deps.db.withActor(system, 'write', (tx) =>
        run<{ n: number }>(tx, {
          name: 'test.messages',
          text: `SELECT count(*)::int AS n FROM message WHERE template = 'task-for-staff'`,
          values: [],
        }),
      );
      return rows[0]?.n ?? 0;
    };
    const before = await messages();
    await watchWindows(county.deps, county.at.now + 10 * day, signal);
    expect(await messages()).toBe(before);
    await watchWindows(county.deps, county.at.now + 25 * day, signal);
    const warned = await messages();
    expect(warned).toBeGreaterThan(before);
    await watchWindows(county.deps, county.at.now + 26 * day, signal);
    expect(await messages()).toBe(warned);
    county.at.now += 32 * day;
    await watchWindows(county.deps, county.at.now, signal);
    expect((await view(id)).mediation?.confirmation?.state).toBe('missed');
  });
});

describe('advice and roster', () => {
  test('M-4 reviewers have the profession and come from another region', async () => {
    const ask = (name: string) =>
      beginProceeding(
        county.deps,
        petitionId,
        're-evaluation',
        {
          body: 'office',
          question: '原检测方法是否可靠？',
          professions: ['建筑'],
          reviewers: [members.get(name) ?? newId()],
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
        expertId: members.get(name) ?? newId(),
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
      members: [members.get('代表甲') ?? ''],
      record: '居民代表发言。',
      advice: '建议按户分摊。',
    };
    expect(await step(id, 'deliberation', 'hold', held)).toMatchObject({
      refusal: { code: 'proceeding-not-in-stage' },
    });
    const own = { kind: 'petitioner', petitionId } as const;
    must(await step(id, 'deliberation', 'answerProposal', { given: true }, own));
    must(await step(id, 'deliberation', 'hold', held));
  });

  test('M-5 a shift needs the profession, and nobody stands in two places at once', async () => {
    const plan = (name: string, part: 'morning' | 'day') =>
      planShift(
        county.deps,
        { on: today(1), part, role: 'lawyer', memberId: members.get(name) ?? '' },
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
    expect(await rebuildProceedings(county.deps, 'check')).toEqual([]);
    const asOwner = (text: string) =>
      withClient(county.database.ownerUrl, (client) => client.query<{ all: string }>(text));
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
      const found = await rebuildProceedings(county.deps, 'check');
      expect(new Set(found.map((fault) => fault.what))).toEqual(new Set([what]));
      expect(await rebuildProceedings(county.deps, 'write')).toEqual([]);
      expect(await rebuildProceedings(county.deps, 'check')).toEqual([]);
    }
    expect(await Promise.all(tables.map(rowsOf))).toEqual(before);
    for (const table of tables) await asOwner(`DELETE FROM ${table}`);
    expect(await rebuildProceedings(county.deps, 'write')).toEqual([]);
    expect(await Promise.all(tables.map(rowsOf))).toEqual(before);
  });
});
