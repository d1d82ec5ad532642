import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StaffActor } from '../../../kernel/actor.ts';
import { addDays, localDateOf } from '../../../kernel/local-date.ts';
import { run as runSql } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/vault/index.ts';
import { rebuildCases } from '../../petitions/index.ts';
import { must, openCounty, staff, type County } from '../../petitions/queries/county.test-data.ts';
import {
  consequenceCasePapers,
  consequenceKind,
  findConsequencesOfPetition,
  listConsequences,
  listNotices,
  openConsequence,
  openConsequencePaper,
  openNotice,
  openTraceBack,
  openTracePaper,
  proposeConsequence,
  stepConsequence,
  succeedConsequences,
} from '../index.ts';
import type { ConsequenceStep, ProposeInput } from './contract.ts';
import type { ConsequenceKind } from './settings.ts';

let county: County;
const day = 24 * 3_600_000;
const supervisor: StaffActor = { ...staff('office', 'office-supervisor'), roles: ['supervisor'] };
const second: StaffActor = { ...supervisor, userId: 'office-supervisor-2' };
const officeHead: StaffActor = { ...staff('office', 'office-head'), roles: ['office-head'] };
const seal: StaffActor = { ...staff('office', 'office-seal'), roles: ['seal-keeper'] };
const unitHead: StaffActor = { ...staff('housing', 'housing-head'), roles: ['unit-head'] };
const leader: StaffActor = { ...staff('county-government', 'leader'), roles: ['leader'] };
const said = { words: '因人员调整，现已指定专人办理。', uploads: [] };
const note = { words: '经核查，整改到位，情况属实。' };

beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

const today = () => localDateOf(county.at.now);

async function referred(): Promise<string> {
  const { id } = await county.register();
  await county.run(staff('office'), id, 'refer', { to: 'housing' });
  return id;
}

const propose = (
  petitionId: string,
  kind: ConsequenceKind,
  more: Partial<ProposeInput> = {},
  actor = supervisor,
) => {
  const caseId = newId();
  const input: ProposeInput = {
    kind,
    unit: 'housing',
    reason: '多次超过期限未答复，经督办仍未改进。',
    petitions: [],
    ...more,
  };
  return proposeConsequence(county.deps, { caseId, petitionId }, input, {
    actor,
    commandId: caseId,
  });
};

const step = async (
  actor: StaffActor,
  id: string,
  type: ConsequenceStep,
  body: object = {},
  more: object = {},
): Promise<string> => {
  const options = { actor, commandId: newId(), uploadOwner: '', ...more };
  const done = await stepConsequence(county.deps, id, type, body as never, options);
  return done.ok ? 'done' : done.refusal.code;
};

const view = (id: string, actor: StaffActor = supervisor) =>
  openConsequence(county.deps, actor, id, county.at.now);

const terms = (): Readonly<Record<ConsequenceKind, object>> => ({
  interview: { heldOn: addDays(today(), 3), place: '信访局三楼会议室' },
  'circulated-notice': {},
  warning: { correctBy: addDays(today(), 20) },
  listing: { from: today(), to: addDays(today(), 90), correctBy: addDays(today(), 60) },
});

/** Heard, decided, and in the unit's hand. */
async function imposed(kind: ConsequenceKind): Promise<string> {
  const { id } = must(await propose(await referred(), kind));
  expect(await step(unitHead, id, 'makeStatement', said)).toBe('done');
  const decision = { words: '鉴于上述情况，作出本决定。', ...terms()[kind] };
  expect(await step(supervisor, id, 'draftDecision', decision)).toBe('done');
  const paperId = (await view(id))?.papers[0]?.id ?? '';
  expect(await step(officeHead, id, 'checkPaper', { paperId })).toBe('done');
  expect(await step(officeHead, id, 'signPaper', { paperId })).toBe('done');
  expect(await step(seal, id, 'sealPaper', { paperId })).toBe('done');
  const served = { paperId, way: 'electronic', servedOn: today() };
  expect(await step(seal, id, 'servePaper', served)).toBe('done');
  return id;
}

describe('U-5 consequences', () => {
  test.each(['interview', 'circulated-notice'] as const)(
    'U-5 %s: heard, decided, served, carried out; its paper names no petitioner',
    async (kind) => {
      const id = await imposed(kind);
      const seen = await view(id, unitHead);
      expect(seen).toMatchObject({ kind, status: 'in-force', basis: { law: '信访工作条例' } });
      const paperId = seen?.papers[0]?.id ?? '';
      const text = JSON.stringify(await openConsequencePaper(county.deps, unitHead, id, paperId));
      expect(text).toContain('现已指定专人办理');
      expect(text).not.toContain('王小明');
      expect(await step(supervisor, id, 'lift', note)).toBe('consequence-not-in-status');
      expect(await step(supervisor, id, 'recordCarriedOut', { ...note, on: '2026-10-01' })).toBe(
        'consequence-before-force',
      );
      expect(await step(supervisor, id, 'recordCarriedOut', { ...note, on: today() })).toBe('done');
      expect(await view(id)).toMatchObject({ status: 'done', done: note });
    },
  );

  test.each(['warning', 'listing'] as const)(
    'U-5 %s: corrected by the unit, sent back, corrected, lifted on verification by the office',
    async (kind) => {
      const id = await imposed(kind);
      expect((await view(id))?.due?.period).toBe('correction');
      expect(await step(supervisor, id, 'recordCarriedOut', { ...note, on: today() })).toBe(
        'consequence-needs-correction',
      );
      const report = { ...said, on: today() };
      expect(await step(unitHead, id, 'reportCorrection', report)).toBe('done');
      expect(await step(unitHead, id, 'lift', note)).toBe('not-permitted');
      expect(await step(supervisor, id, 'returnCorrection', note)).toBe('done');
      expect(await step(unitHead, id, 'reportCorrection', report)).toBe('done');
      expect(await step(supervisor, id, 'lift', note)).toBe('done');
      const ended = await view(id);
      expect(ended).toMatchObject({ status: 'done', done: note, due: null });
      expect([ended?.corrections.length, ended?.sentBack.length]).toEqual([2, 1]);
    },
  );

  test('U-5 the unit is heard first; only when its days are over is it silent', async () => {
    const { id } = must(await propose(await referred(), 'interview'));
    const draft = { words: '现决定约谈。', ...terms().interview };
    expect(await step(supervisor, id, 'draftDecision', draft)).toBe('consequence-not-in-status');
    expect(await step(supervisor, id, 'recordSilence')).toBe('consequence-still-to-hear');
    const before = county.at.now;
    county.at.now += 10 * day;
    expect(await step(supervisor, id, 'recordSilence')).toBe('done');
    county.at.now = before;
    expect(await view(id)).toMatchObject({ status: 'heard', heard: { how: 'silent', words: '' } });
  });

  test('U-5 who drafts does not decide; days that have passed are refused', async () => {
    const { id } = must(await propose(await referred(), 'listing'));
    expect(await step(unitHead, id, 'declineStatement')).toBe('done');
    const wrong = { words: '现决定挂牌督办。', ...terms().listing, to: '2026-01-01' };
    expect(await step(supervisor, id, 'draftDecision', wrong)).toBe('consequence-days');
    expect(await step(supervisor, id, 'draftDecision', { words: '现决定挂牌督办。' })).toBe(
      'consequence-days',
    );
    const draft = { words: '现决定挂牌督办。', ...terms().listing };
    expect(await step(supervisor, id, 'draftDecision', draft)).toBe('done');
    const paperId = (await view(id))?.papers[0]?.id ?? '';
    const same: StaffActor = { ...officeHead, userId: supervisor.userId };
    expect(await step(same, id, 'issuePaper', { paperId })).toBe('same-person');
    expect(
      await step(officeHead, id, 'returnPaper', { paperId, reason: '事实不清，请补充。' }),
    ).toBe('done');
    expect(await view(id)).toMatchObject({ status: 'deciding', next: 'draftDecision' });
    expect(await step(supervisor, id, 'drop', note)).toBe('done');
  });

  test('U-5 two at once propose one; heard and dropped at once: the second is told', async () => {
    const petitionId = await referred();
    const both = await Promise.all([
      propose(petitionId, 'warning'),
      propose(petitionId, 'warning', {}, second),
    ]);
    const codes = both.map((done) => (done.ok ? 'done' : done.refusal.code));
    expect(codes.toSorted()).toEqual(['consequence-open', 'done']);
    const id = both.flatMap((done) => (done.ok ? [done.value.id] : []))[0] ?? '';
    const version = { expectedVersion: 1 };
    const raced = await Promise.all([
      step(unitHead, id, 'makeStatement', said, version),
      step(supervisor, id, 'drop', note, version),
    ]);
    expect(raced.toSorted()).toEqual(['done', 'version-conflict']);
    const found = await findConsequencesOfPetition(county.deps, supervisor, petitionId, 0);
    expect(found).toMatchObject({ items: [{ id }], units: [{ id: 'housing' }] });
  });

  test('U-5 evidence that the proposer cannot see is refused; L-5 nothing from an accusation', async () => {
    const petitionId = await referred();
    const linked = await propose(petitionId, 'interview', { petitions: [newId()] });
    expect(linked.ok ? '' : linked.refusal.code).toBe('not-found');
    const { id } = await county.register({ purpose: 'accusation' }, null);
    const named: StaffActor = {
      ...supervisor,
      userId: 'office-named',
      roles: ['supervisor', 'accusation-officer'],
    };
    const asked = await propose(id, 'warning', { unit: 'discipline' }, named);
    expect(asked.ok ? '' : asked.refusal.code).toBe('letters-accusation');
  });

  test('U-5 a circulated notice is read by every unit, its record by the two alone', async () => {
    const id = await imposed('circulated-notice');
    const lines = await listNotices(county.deps);
    expect(lines.find((line) => line.id === id)).toMatchObject({ unit: { id: 'housing' } });
    const text = JSON.stringify(await openNotice(county.deps, id));
    expect(text).toContain('各有关单位');
    expect(text).not.toContain('2026000');
    expect(await view(id, staff('transport'))).toBeNull();
    expect(await openNotice(county.deps, await imposed('warning'))).toBeNull();
    const page = await listConsequences(
      county.deps,
      staff('transport'),
      { limit: 100 },
      county.at.now,
    );
    expect(page.items).toEqual([]);
  });

  test('P-4a papers of consequences stand in the lists and batches of papers', async () => {
    const { id } = must(await propose(await referred(), 'circulated-notice'));
    await step(unitHead, id, 'declineStatement');
    await step(supervisor, id, 'draftDecision', { words: '现予以通报。' });
    const papers = consequenceCasePapers(county.deps);
    const [paper] = await papers.list(officeHead, id, county.at.now);
    must(await papers.take(officeHead, id, { step: 'issuePaper', paperId: paper?.id ?? '' }));
    expect((await view(id))?.papers[0]?.stage).toBe('sealed');
  });

  test('O-1 a unit that ended leaves its consequences to its successor', async () => {
    const id = await imposed('listing');
    const units = { from: 'housing', to: 'transport' };
    const never = new AbortController().signal;
    await succeedConsequences(county.deps, units, never);
    await succeedConsequences(county.deps, units, never);
    expect(await view(id)).toMatchObject({ unit: { id: 'transport' }, status: 'in-force' });
  });

  test('L-1 rows of consequences follow from their records', async () => {
    expect(await rebuildCases(county.deps, consequenceKind, 'check')).toEqual([]);
  });
});

describe('U-5 trace-back', () => {
  test('U-5 from the record: who had it, late clocks, deeds; no word of the petitioner', async () => {
    const petitionId = await referred();
    const before = county.at.now;
    county.at.now += 40 * day;
    await county.run(staff('housing'), petitionId, 'accept', {});
    const trace = await openTraceBack(county.deps, supervisor, petitionId, county.at.now);
    expect(trace?.spells.map(({ unit }) => unit.id)).toEqual(['office', 'housing']);
    const acceptance = trace?.clocks.find(({ period }) => period === 'acceptance');
    expect(acceptance).toMatchObject({ state: 'overdue', unit: { id: 'housing' } });
    expect(acceptance?.lateDays).toBeGreaterThan(20);
    expect(trace?.spells[1]?.undone).toContain('acceptance');
    const paper = await openTracePaper(county.deps, supervisor, petitionId, county.at.now);
    const text = JSON.stringify([trace, paper]);
    for (const word of ['王小明', '13800001234', '二次供水']) expect(text).not.toContain(word);
    expect(text).toContain('逾期未完成');
    county.at.now = before;
  });

  test('U-5 for supervisors, heads and leaders of the matter alone, and the look leaves a trace', async () => {
    const petitionId = await referred();
    const now = county.at.now;
    expect(await openTraceBack(county.deps, unitHead, petitionId, now)).toBeNull();
    expect(await openTraceBack(county.deps, staff('transport'), petitionId, now)).toBeNull();
    expect(await openTraceBack(county.deps, leader, petitionId, now)).toBeNull();
    expect(await openTraceBack(county.deps, officeHead, petitionId, now)).not.toBeNull();
    const looks = await county.database.db.withActor(
      { actor: 'system:test', units: [], roles: ['system'], streams: [petitionId] },
      'read',
      (tx) =>
        runSql<{ actor: string }>(tx, {
          name: 'test.looks',
          text: "SELECT actor FROM access_record WHERE stream_id = $1 AND what = 'trace-back'",
          values: [petitionId],
        }),
    );
    expect(looks).toEqual([{ actor: 'staff:office-head' }]);
  });
});
