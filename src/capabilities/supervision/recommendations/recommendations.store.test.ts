import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StaffActor } from '../../../kernel/actor.ts';
import { withClient } from '../../../platform/database/cluster-database.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/vault/index.ts';
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
  draftRecommendation,
  followForRecommendations,
  listRecommendations,
  noteGap,
  openGap,
  openRecommendationPaper,
  rebuildOwnRecords,
  recommendationPaperHost,
  remindLate,
  succeedRecommendations,
} from '../index.ts';
import { noteGapSchema } from './contract.ts';

import {
  supervisor,
  head,
  officer,
  housing,
  transport,
  by,
  signal,
  recommendationRoom,
} from './recommendations.test-data.ts';

let county: County;
const {
  inDays,
  draftInput,
  drafted,
  step,
  see,
  paperOf,
  servedFrom,
  served,
  classify,
  adopted,
  messagesOf,
} = recommendationRoom(() => county);

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
