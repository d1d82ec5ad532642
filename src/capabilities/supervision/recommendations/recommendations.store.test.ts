import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StaffActor } from '../../../kernel/actor.ts';
import { addDays, localDateOf } from '../../../kernel/local-date.ts';
import { withClient } from '../../../platform/database/cluster-database.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/vault/index.ts';
import { listOfSource, stepCommitment } from '../../commitments/index.ts';
import { findPaper } from '../../papers/index.ts';
import { renderSealedPaper } from '../../petitions/commands/render.ts';
import { systemActor } from '../../petitions/index.ts';
import {
  endUnit,
  must,
  openCounty,
  staff,
  type County,
} from '../../petitions/queries/county.test-data.ts';
import {
  beginRepair,
  draftRecommendation,
  dropGap,
  followForRecommendations,
  listGaps,
  listRecommendations,
  noteGap,
  openGap,
  openRecommendation,
  openRecommendationPaper,
  openRepair,
  rebuildOwnRecords,
  recommendationPaperHost,
  recommendationsFollow,
  remindLate,
  stepRecommendation,
  stepRepair,
  succeedRecommendations,
} from '../index.ts';
import { listRepairs } from './queries/index.ts';
import {
  noteGapSchema,
  recommendationSchema,
  recommendationStepSchemas,
  repairSchema,
  repairStepSchemas,
  type RecommendationStep,
  type RepairStep,
} from './contract.ts';

let county: County;
const supervisor: StaffActor = { ...staff('office', 'office-supervisor'), roles: ['supervisor'] };
const head: StaffActor = { ...staff('office', 'office-boss'), roles: ['office-head'] };
const officer = staff('office');
const housing = staff('housing');
const transport = staff('transport');
const people = (called: string) =>
  called === 'leader'
    ? { userId: 'county-government-leader', units: ['county-government'] }
    : called === 'clerk'
      ? { userId: 'office-clerk', units: ['office'] }
      : undefined;

const inDays = (days: number) => addDays(localDateOf(county.at.now), days);
const by = (actor: StaffActor, more: object = {}) => ({
  actor,
  commandId: newId(),
  uploadOwner: 'test',
  ...more,
});
const signal = new AbortController().signal;

const draftInput = (number: string, more: object = {}) =>
  recommendationSchema.parse({
    kind: 'improve-policy',
    unit: 'housing',
    subject: '二次供水维护责任',
    reasons: '同类信访事项多件，责任不清。',
    proposal: '明确由谁维护，限期修复。',
    numbers: number,
    ...more,
  });
const draftFrom = async (more: object = {}, actor = supervisor) => {
  const { number } = await county.register();
  return draftRecommendation(county.deps, draftInput(number, more), by(actor));
};
const drafted = async (): Promise<string> => must(await draftFrom()).id;

const step = async (
  id: string,
  type: RecommendationStep,
  input: object = {},
  actor = supervisor,
  more: object = {},
): Promise<string> => {
  const typed = recommendationStepSchemas[type].parse(input);
  const done = await stepRecommendation(
    county.deps,
    id,
    type,
    typed as never,
    by(actor, { at: county.at.now, ...more }),
  );
  return done.ok ? 'done' : done.refusal.code;
};
const see = (id: string, actor: StaffActor = supervisor) =>
  openRecommendation(county.deps, actor, id, county.at.now);
const paperOf = async (id: string): Promise<string> => (await see(id))?.papers.at(-1)?.id ?? '';

/** A recommendation that the body has had in its hands since today, and its first petition. */
async function servedFrom({ numbers = '' } = {}): Promise<{ id: string; petitionId: string }> {
  const petition = await county.register();
  const input = draftInput(`${petition.number}\n${numbers}`);
  const { id } = must(await draftRecommendation(county.deps, input, by(supervisor)));
  const paperId = await paperOf(id);
  expect(await step(id, 'issuePaper', { paperId }, head)).toBe('done');
  const service = { paperId, way: 'hand', servedOn: inDays(0), proof: '办公室签收' };
  expect(await step(id, 'servePaper', service, head)).toBe('done');
  return { id, petitionId: petition.id };
}
const served = async (): Promise<string> => (await servedFrom()).id;

let lastSeq = 100;
/** Tells the reactions what somebody has found that a petition is. */
async function classify(petitionId: string, purpose: string): Promise<void> {
  lastSeq += 1;
  const event = {
    streamId: petitionId,
    seq: lastSeq,
    type: 'PetitionClassified',
    data: { purpose },
  };
  must(await followForRecommendations(county.deps, event as never));
}
const adopted = { adoption: 'partly', text: '维护责任已明确', doneBy: '2027-01-01' };

const stepOnRepair = async (
  id: string,
  type: RepairStep,
  input: object = {},
  actor = head,
): Promise<string> => {
  const typed = repairStepSchemas[type].parse(input);
  const done = await stepRepair(county.deps, id, type, typed as never, people, by(actor));
  return done.ok ? 'done' : done.refusal.code;
};
const noted = async (more: object = {}, actor = officer) => {
  const { id: petition } = await county.register();
  const input = noteGapSchema.parse({
    petition,
    department: 'housing',
    policy: '二次供水办法',
    missing: '没有写谁来维护',
    ...more,
  });
  return noteGap(county.deps, input, by(actor));
};
const repairInput = (gaps: readonly string[], more: object = {}) =>
  repairSchema.parse({
    title: '完善二次供水办法',
    large: '城乡建设',
    goal: '明确维护责任',
    leader: 'leader',
    departments: ['housing'],
    gaps,
    ...more,
  });

/** Hands on to the reactions what a record has said so far. */
async function react(id: string): Promise<void> {
  const events = await withClient(county.database.ownerUrl, async (client) => {
    const text = `SELECT stream_id AS "streamId", seq, type, type_version AS "typeVersion", data
                    FROM event WHERE stream_id = $1 ORDER BY seq`;
    return (await client.query(text, [id])).rows;
  });
  for (const event of events) {
    if (!recommendationsFollow.includes(event.type)) continue;
    must(await followForRecommendations(county.deps, event));
  }
}
const messagesOf = (id: string) =>
  withClient(county.database.ownerUrl, async (client) => {
    const text = `SELECT template, recipient_unit AS unit FROM message WHERE stream_id = $1`;
    return (await client.query<{ template: string; unit: string | null }>(text, [id])).rows;
  });

beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

describe('U-6 recommendations (Reg. 36, 40)', () => {
  test('Reg. 40: two people issue it; the body sees it from the seal on and answers in writing', async () => {
    const id = await drafted();
    const paperId = await paperOf(id);
    expect(await see(id, housing)).toBeNull();
    expect(await step(id, 'issuePaper', { paperId })).toBe('not-permitted');
    expect(await step(id, 'checkPaper', { paperId }, head)).toBe('done');
    expect(await step(id, 'signPaper', { paperId }, head)).toBe('done');
    const keeper: StaffActor = { ...staff('office', 'office-keeper'), roles: ['seal-keeper'] };
    expect(await step(id, 'sealPaper', { paperId }, keeper)).toBe('done');
    const place = { petitionId: id, paperId, kind: 'recommendation' };
    const seen = { expectedVersion: (await see(id))?.version };
    await renderSealedPaper(county.deps, [recommendationPaperHost], place);
    const row = await county.database.db.withActor(
      scopeOf(systemActor('test')),
      'read',
      async (tx) => {
        await recommendationPaperHost.open(tx, id, paperId);
        return findPaper(tx, id, paperId);
      },
    );
    const printed = await openRecommendationPaper(county.deps, housing, id, paperId, 'pdf');
    const hash = createHash('sha256').update(printed?.bytes ?? '');
    expect(hash.digest('hex')).toBe(row?.pdfSha256);
    const service = { paperId, way: 'hand', servedOn: inDays(0), proof: '办公室签收' };
    // The worker printed it while the page was open: that is no other decision.
    expect(await step(id, 'servePaper', service, head, seen)).toBe('done');
    expect(await see(id, housing)).toMatchObject({
      status: 'served',
      answerBy: inDays(30),
      period: { source: '《信访条例》（2005年）第三十六条' },
    });
    expect(await see(id, transport)).toBeNull();
    // Adopted things have a day, others none.
    const { doneBy: _, ...undated } = adopted;
    expect(await step(id, 'answerRecommendation', undated, housing)).toBe('recommendation-done-by');
    const past = { ...adopted, doneBy: inDays(-1) };
    expect(await step(id, 'answerRecommendation', past, housing)).toBe('recommendation-day-past');
    expect(await step(id, 'answerRecommendation', adopted, transport)).toBe('not-found');
    expect(await step(id, 'answerRecommendation', adopted, housing)).toBe('done');
    expect(await see(id)).toMatchObject({ status: 'answered', dueOn: '2027-01-01' });
    expect(await rebuildOwnRecords(county.deps, 'check')).toEqual([]);
  });

  test('U-6 what was adopted is reported, sent back, reported again and verified by the office', async () => {
    const id = await served();
    await step(id, 'answerRecommendation', adopted, housing);
    expect(await step(id, 'verifyAdoption', { text: '看过' })).toBe('recommendation-not-in-status');
    expect(await step(id, 'reportAdoption', { text: '发了通知' }, housing)).toBe('done');
    expect(await step(id, 'verifyAdoption', { text: '自己核实' }, housing)).toBe('not-permitted');
    const back = { text: '没有修', doneBy: inDays(20) };
    expect(await step(id, 'sendBackAdoption', back)).toBe('done');
    expect(await see(id)).toMatchObject({ status: 'answered', dueOn: inDays(20) });
    await step(id, 'reportAdoption', { text: '都修了' }, housing);
    expect(await step(id, 'verifyAdoption', { text: '看过三个小区' })).toBe('done');
    const view = await see(id);
    expect(view).toMatchObject({ status: 'carried-out', dueOn: null });
    expect(view?.judgements.map(({ verified }) => verified)).toEqual([false, true]);
  });

  test('U-6 a body that answers on paper is written down by the office, and the record says so', async () => {
    const id = await served();
    const not = { adoption: 'not', text: '不属于本局职责，来函附后。' };
    expect(await step(id, 'answerRecommendation', not)).toBe('done');
    expect(await see(id)).toMatchObject({ status: 'declined', answer: { recorded: true } });
  });

  test('U-6 a returned draft is written anew; one that is given up reaches nobody', async () => {
    const id = await drafted();
    const first = await paperOf(id);
    const again = { subject: '二次供水', reasons: '十二件', proposal: '一个月内明确' };
    expect(await step(id, 'redraft', again)).toBe('order-on-its-way');
    await step(id, 'returnPaper', { paperId: first, reason: '不具体' }, head);
    expect(await step(id, 'redraft', again)).toBe('done');
    expect(await paperOf(id)).not.toBe(first);
    expect(await see(id)).toMatchObject({ proposal: '一个月内明确' });
    expect(await step(id, 'dropDraft', { reason: '已经改进' })).toBe('done');
    expect(await see(id)).toMatchObject({ status: 'dropped' });
    expect(await see(id, housing)).toBeNull();
    expect(await step(id, 'issuePaper', { paperId: await paperOf(id) }, head)).toBe(
      'recommendation-not-in-status',
    );
  });

  test('U-6 it stands on something, names no petitioner, and goes to another unit', async () => {
    const { number } = await county.register();
    const codeOf = async (more: object) => {
      const done = await draftRecommendation(county.deps, draftInput(number, more), by(supervisor));
      return done.ok ? 'done' : done.refusal.code;
    };
    expect(await codeOf({ numbers: '' })).toBe('recommendation-basis');
    expect(await codeOf({ reasons: '王小明多次反映。' })).toBe('recommendation-names');
    expect(await codeOf({ unit: 'office' })).toBe('recommendation-own-unit');
    expect(await codeOf({ unit: 'nowhere' })).toBe('unit-unknown');
    expect(await codeOf({ item: newId() })).toBe('not-found');
    expect(await codeOf({ inspection: newId() })).toBe('not-found');
    const own = draftInput('', { inspection: newId(), unit: 'transport' });
    const refused = await draftRecommendation(
      county.deps,
      own,
      by({ ...housing, roles: ['handler'] }),
    );
    expect(refused).toMatchObject({ refusal: { code: 'not-permitted' } });
  });

  test('U-6 nothing of what it says lies open in the record', async () => {
    const id = await served();
    await step(id, 'answerRecommendation', { ...adopted, text: '维护责任归供水公司' }, housing);
    const open = await withClient(county.database.ownerUrl, async (client) => {
      const text = `SELECT data::text AS open FROM event WHERE stream_id = $1
                    UNION ALL SELECT state::text FROM supervision_record WHERE stream_id = $1
                    UNION ALL SELECT params::text FROM message WHERE stream_id = $1`;
      return (await client.query<{ open: string }>(text, [id])).rows.map((row) => row.open);
    });
    expect(open.length).toBeGreaterThan(5);
    for (const word of ['供水', '责任', '王小明']) expect(open.join('\n')).not.toContain(word);
  });

  test('L-5 nothing is drafted from an accusation; a draft whose petition becomes one is gone', async () => {
    const accusation = await county.register({ purpose: 'accusation' });
    const named: StaffActor = {
      ...supervisor,
      userId: 'office-named',
      roles: ['supervisor', 'accusation-officer'],
    };
    const input = draftInput(accusation.number);
    expect(await draftRecommendation(county.deps, input, by(supervisor))).toMatchObject({
      refusal: { code: 'inspection-petition' },
    });
    expect(await draftRecommendation(county.deps, input, by(named))).toMatchObject({
      refusal: { code: 'inspection-accusation' },
    });
    const petition = await county.register();
    const { id } = must(
      await draftRecommendation(county.deps, draftInput(petition.number), by(supervisor)),
    );
    const gap = must(
      await noteGap(
        county.deps,
        noteGapSchema.parse({
          petition: petition.id,
          department: 'housing',
          policy: '办法',
          missing: '没有写',
        }),
        by(officer),
      ),
    );
    const classified = {
      streamId: petition.id,
      seq: 9,
      type: 'PetitionClassified',
      data: { purpose: 'accusation' },
    };
    must(await followForRecommendations(county.deps, classified as never));
    must(await followForRecommendations(county.deps, classified as never));
    expect(await see(id)).toBeNull();
    expect(await openGap(county.deps, officer, gap.id)).toBeNull();
    const { items } = await listRecommendations(
      county.deps,
      supervisor,
      { limit: 100 },
      county.at.now,
    );
    expect(items.map((each) => each.id)).not.toContain(id);
    expect(await rebuildOwnRecords(county.deps, 'check')).toEqual([]);
  });

  test('L-5 an issued one whose petition becomes an accusation leads nowhere, and is hidden if it stands on nothing else', async () => {
    const { id: alone, petitionId } = await servedFrom();
    const other = await county.register();
    const both = await servedFrom({ numbers: other.number });
    const start = county.at.now;
    await classify(petitionId, 'accusation');
    await classify(petitionId, 'accusation');
    await classify(both.petitionId, 'accusation');
    // The law's answer is owed to the other matter; of this one nothing is left.
    expect(await see(both.id)).toMatchObject({ petitions: [{ number: other.number }] });
    expect(await see(both.id, housing)).toMatchObject({ status: 'served' });
    for (const actor of [supervisor, head, housing]) {
      expect(await see(alone, actor)).toBeNull();
      const { items } = await listRecommendations(
        county.deps,
        actor,
        { limit: 100 },
        county.at.now,
      );
      expect(items.map((line) => line.id)).not.toContain(alone);
    }
    expect(await step(alone, 'answerRecommendation', adopted, housing)).toBe('not-found');
    const told = await messagesOf(alone);
    county.at.now = start + 40 * 86_400_000;
    await remindLate(county.deps, county.at.now, signal);
    expect(await messagesOf(alone)).toEqual(told);
    county.at.now = start;
    expect(await rebuildOwnRecords(county.deps, 'check')).toEqual([]);
    // Classified by mistake: the body owes its answer again.
    await classify(petitionId, 'appeal');
    expect(await see(alone, housing)).toMatchObject({ status: 'served', dueOn: inDays(30) });
    expect(await rebuildOwnRecords(county.deps, 'check')).toEqual([]);
  });

  test('P-15 what somebody has to do with it waits on their desk, and on no other', async () => {
    const waits = async (id: string, actor: StaffActor) => {
      const asked = { waiting: true, limit: 100 } as const;
      const { items } = await listRecommendations(county.deps, actor, asked, county.at.now);
      return items.find((line) => line.id === id);
    };
    const everybody = { supervisor, head, housing, transport };
    const whom = async (id: string) => {
      const found: string[] = [];
      for (const [name, actor] of Object.entries(everybody)) {
        if ((await waits(id, actor)) !== undefined) found.push(name);
      }
      return found;
    };
    const id = await drafted();
    expect(await whom(id)).toEqual(['head']);
    const paperId = await paperOf(id);
    await step(id, 'returnPaper', { paperId, reason: '不具体' }, head);
    expect(await whom(id)).toEqual(['supervisor']);
    await step(id, 'dropDraft', { reason: '已经改进' });
    expect(await whom(id)).toEqual([]);
    const sent = await served();
    expect(await whom(sent)).toEqual(['housing']);
    expect(await waits(sent, housing)).toMatchObject({ colour: 'green', remainingDays: 30 });
    const start = county.at.now;
    county.at.now = start + 20 * 86_400_000;
    expect(await waits(sent, housing)).toMatchObject({ colour: 'blue', remainingDays: 10 });
    county.at.now = start + 31 * 86_400_000;
    expect(await waits(sent, housing)).toMatchObject({ colour: 'red', remainingDays: -1 });
    county.at.now = start;
    await step(sent, 'answerRecommendation', adopted, housing);
    expect(await whom(sent)).toEqual(['housing']);
    await step(sent, 'reportAdoption', { text: '发了通知' }, housing);
    expect(await whom(sent)).toEqual(['supervisor', 'head']);
    await step(sent, 'verifyAdoption', { text: '看过' });
    expect(await whom(sent)).toEqual([]);
  });

  test('U-6 two people at once: one draft has one seal; the same answer sent twice is one', async () => {
    const id = await drafted();
    const paperId = await paperOf(id);
    const other: StaffActor = { ...head, userId: 'office-deputy' };
    const both = await Promise.all([
      step(id, 'issuePaper', { paperId }, head, { expectedVersion: 2 }),
      step(id, 'issuePaper', { paperId }, other, { expectedVersion: 2 }),
    ]);
    expect(both.toSorted()).toEqual(['done', 'version-conflict']);
    const service = { paperId, way: 'hand', servedOn: inDays(0), proof: '办公室签收' };
    await step(id, 'servePaper', service, head);
    const key = { commandId: newId() };
    expect(await step(id, 'answerRecommendation', adopted, housing, key)).toBe('done');
    const version = (await see(id))?.version;
    expect(await step(id, 'answerRecommendation', adopted, housing, key)).toBe('done');
    expect((await see(id))?.version).toBe(version);
    const changed = { ...adopted, text: '别的' };
    expect(await step(id, 'answerRecommendation', changed, housing, key)).toBe(
      'idempotency-key-reused',
    );
  });

  test('U-6 what is late is listed, and told once to body and office for each day missed', async () => {
    const id = await served();
    const start = county.at.now;
    await remindLate(county.deps, county.at.now, signal);
    expect(await see(id)).toMatchObject({ late: false });
    county.at.now = start + 31 * 86_400_000;
    expect(await see(id)).toMatchObject({ late: true });
    const late = { late: true, limit: 50 } as const;
    const listed = await listRecommendations(county.deps, housing, late, county.at.now);
    expect(listed.items.map((each) => each.id)).toContain(id);
    const told = async () => (await messagesOf(id)).map(({ unit }) => unit ?? '');
    const before = await told();
    await remindLate(county.deps, county.at.now, signal);
    await remindLate(county.deps, county.at.now, signal);
    expect((await told()).toSorted()).toEqual([...before, 'housing', 'office'].toSorted());
    county.at.now = start;
  });

  test('O-1 when the body ends, its successor has the recommendation and may answer', async () => {
    const id = await served();
    await endUnit(county, 'housing', 'transport');
    const units = { from: 'housing', to: 'transport' };
    await succeedRecommendations(county.deps, units, signal);
    await succeedRecommendations(county.deps, units, signal);
    expect(await see(id, housing)).toBeNull();
    expect(await step(id, 'answerRecommendation', adopted, transport)).toBe('done');
  });
});

describe('U-6 policy gaps and their repair', () => {
  test('U-6 a gap stands under a topic: what the office calls it, or the category of its petition', async () => {
    const { id } = must(await noted());
    expect(await openGap(county.deps, officer, id)).toMatchObject({
      topic: 'category 城乡建设',
      status: 'noted',
      missing: '没有写谁来维护',
    });
    const own = must(await noted({ topic: '二次供水' }));
    const page = await listGaps(county.deps, officer, { topic: '二次供水', limit: 50 });
    expect(page.items.map((each) => each.id)).toEqual([own.id]);
    expect(await noted({}, transport)).toMatchObject({ refusal: { code: 'not-found' } });
    must(await dropGap(county.deps, own.id, { reason: '政策里有' }, by(supervisor)));
    expect(await openGap(county.deps, officer, own.id)).toMatchObject({ status: 'dropped' });
  });

  test('U-6 gaps go under a leader; each stands in one repair; commitments carry it to a document', async () => {
    const gaps = [must(await noted()).id, must(await noted()).id];
    const begin = (input: ReturnType<typeof repairInput>, actor = head) =>
      beginRepair(county.deps, input, people, by(actor));
    expect(await begin(repairInput([], { leader: 'clerk' }))).toMatchObject({
      refusal: { code: 'repair-leader' },
    });
    expect(await begin(repairInput([], { leader: 'nobody' }))).toMatchObject({
      refusal: { code: 'person-unknown' },
    });
    expect(await begin(repairInput([]), housing)).toMatchObject({
      refusal: { code: 'not-permitted' },
    });
    const { id } = must(await begin(repairInput(gaps)));
    await react(id);
    await react(id);
    expect(await begin(repairInput(gaps))).toMatchObject({ refusal: { code: 'gap-taken' } });
    const promised = { text: '拿出修订草案', unit: 'housing', dueDate: inDays(30) };
    expect(await stepOnRepair(id, 'addStep', promised)).toBe('done');
    expect(await stepOnRepair(id, 'dropRepair', { reason: '省里统一改' })).toBe(
      'repair-promises-open',
    );
    const [promise] = await listOfSource(
      county.deps,
      head,
      { kind: 'policy-repair', id },
      county.at.now,
    );
    const report = {
      evidence: '草案已报送',
      doneOn: inDays(0),
      withoutConfirmation: '内部事项，由信访局核实',
      uploads: [],
    };
    const kept = await stepCommitment(
      county.deps,
      promise?.id ?? '',
      'reportFulfilled',
      report as never,
      by(housing) as never,
    );
    expect(kept.ok ? 'done' : kept.refusal).toBe('done');
    const view = await openRepair(county.deps, head, id, county.at.now);
    expect(view).toMatchObject({
      status: 'open',
      gaps: [{}, {}],
      commitments: [{ text: '拿出修订草案' }],
    });
    const result = { kind: 'changed', documentNumber: '临政办〔2026〕9号', text: '新增一章' };
    expect(await stepOnRepair(id, 'recordResult', { ...result, on: inDays(2) })).toBe(
      'date-in-future',
    );
    expect(await stepOnRepair(id, 'tellPetitioners')).toBe('recommendation-not-in-status');
    expect(await stepOnRepair(id, 'recordResult', { ...result, on: inDays(0) })).toBe('done');
    expect(await stepOnRepair(id, 'tellPetitioners')).toBe('done');
    await react(id);
    expect(await openGap(county.deps, officer, gaps[0] ?? '')).toMatchObject({
      status: 'repaired',
      repair: { id },
    });
    const petition = (await openGap(county.deps, officer, gaps[0] ?? ''))?.petition?.id ?? '';
    await react(id);
    const told = (await messagesOf(petition)).filter(
      ({ template }) => template === 'policy-repaired',
    );
    expect(told).toHaveLength(1);
    expect(await stepOnRepair(id, 'tellPetitioners')).toBe('repair-told');
  });

  test('U-6 two repairs want one gap at the same moment: one has it, the other is told', async () => {
    const gaps = [must(await noted()).id, must(await noted()).id];
    const begin = (wanted: readonly string[]) =>
      beginRepair(county.deps, repairInput(wanted), people, by(head));
    const both = await Promise.all([begin(gaps), begin(gaps.toReversed())]);
    const begun = both.flatMap((each) => (each.ok ? [each.value.id] : []));
    const refused = both.flatMap((each) => (each.ok ? [] : [each.refusal.code]));
    expect(refused).toEqual(['gap-taken']);
    const { id: late } = must(await begin([]));
    const gap = must(await noted()).id;
    const added = await Promise.all(
      [begun[0] ?? '', late].map((id) => stepOnRepair(id, 'addGaps', { gaps: [gap] })),
    );
    expect(added.toSorted()).toEqual(['done', 'gap-taken']);
    for (const id of [begun[0] ?? '', late]) await react(id);
    const { items } = await listRepairs(county.deps, head, { limit: 100 });
    for (const line of items) {
      const view = await openRepair(county.deps, head, line.id, county.at.now);
      expect(line.gaps).toBe(view?.gaps.length);
    }
    expect(await rebuildOwnRecords(county.deps, 'check')).toEqual([]);
  });

  test('U-6 when a repair is dropped its gaps wait for another', async () => {
    const gap = must(await noted()).id;
    const { id } = must(await beginRepair(county.deps, repairInput([]), people, by(head)));
    expect(await stepOnRepair(id, 'addGaps', { gaps: [gap] })).toBe('done');
    await react(id);
    expect(await openGap(county.deps, officer, gap)).toMatchObject({ status: 'grouped' });
    expect(await stepOnRepair(id, 'dropRepair', { reason: '省里统一改' })).toBe('done');
    await react(id);
    expect(await openGap(county.deps, officer, gap)).toMatchObject({
      status: 'noted',
      repair: null,
    });
    expect(await rebuildOwnRecords(county.deps, 'check')).toEqual([]);
  });
});
