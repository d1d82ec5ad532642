import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StaffActor } from '../../../kernel/actor.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/vault/index.ts';
import { findPaper } from '../../papers/index.ts';
import { renderSealedPaper } from '../../petitions/commands/render.ts';
import { stageUpload, systemActor } from '../../petitions/index.ts';
import { must, openCounty, staff, type County } from '../../petitions/queries/county.test-data.ts';
import {
  inspectionPaperHost,
  openInspectionFile,
  openOrder,
  rebuildOwnRecords,
  stepInspection,
  stepItem,
  followStreams,
  listSupervision,
  openItem,
  rebuildSupervision,
} from '../index.ts';
import { by, head, housing, inspectionRoom, supervisor } from './inspections.test-data.ts';

let county: County;
const room = inspectionRoom(() => county);
const { inDays, inspection, step, see, finding } = room;

beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

describe('U-1 findings and their correction', () => {
  test('U-1 a finding is answered by the unit, verified by the team; what is not corrected opens again', async () => {
    const { number, id: petitionId } = await county.register();
    const id = await inspection({ numbers: number });
    expect(await step(id, 'recordFinding', finding())).toBe('inspection-not-in-status');
    await step(id, 'carryOut', { on: inDays(0), checked: '查阅台账' });
    expect(await step(id, 'recordFinding', finding({ dueOn: undefined }))).toBe(
      'finding-demand-date',
    );
    expect(await step(id, 'recordFinding', finding({ petitionId: newId() }))).toBe(
      'finding-petition',
    );
    const bytes = Buffer.from('现场照片');
    const picture = { name: '现场.png', mediaType: 'image/png', ext: 'png', bytes } as const;
    const staged = must(await stageUpload(county.deps, picture, 'test'));
    expect(await step(id, 'recordFinding', finding({ petitionId, uploads: [staged.id] }))).toBe(
      'done',
    );
    const [first] = (await see(id, supervisor))?.findings ?? [];
    const findingId = first?.id ?? '';
    expect(first).toMatchObject({ petition: { number }, status: 'open', overdue: false });
    const file = await openInspectionFile(
      county.deps,
      housing,
      id,
      first?.photographs[0]?.id ?? '',
    );
    expect(file?.name).toBe('现场.png');
    const text = '已整改';
    expect(await step(id, 'verifyFinding', { findingId, text }, housing)).toBe('not-permitted');
    expect(await step(id, 'answerFinding', { findingId, text })).toBe('not-permitted');
    expect(await step(id, 'answerFinding', { findingId, text }, housing)).toBe('done');
    expect(await step(id, 'closeInspection')).toBe('inspection-findings-open');
    expect(await step(id, 'reopenFinding', { findingId, text: '没有', dueOn: inDays(5) })).toBe(
      'done',
    );
    county.at.now += 6 * 86_400_000;
    expect((await see(id, housing))?.findings[0]).toMatchObject({ status: 'open', overdue: true });
    expect(await step(id, 'answerFinding', { findingId, text }, housing)).toBe('done');
    expect(await step(id, 'verifyFinding', { findingId, text })).toBe('done');
    expect(await step(id, 'verifyFinding', { findingId, text })).toBe('finding-not-in-status');
    expect(await step(id, 'closeInspection')).toBe('done');
    expect(await rebuildOwnRecords(county.deps, 'check')).toEqual([]);
  });

  test('U-1 two people at once: one answer stands, the other is told', async () => {
    const id = await inspection();
    await step(id, 'carryOut', { on: inDays(0), checked: '查阅台账' });
    await step(id, 'recordFinding', finding());
    const [first] = (await see(id, supervisor))?.findings ?? [];
    const answer = { findingId: first?.id ?? '', text: '已整改' };
    const both = await Promise.all([
      step(id, 'answerFinding', answer, housing),
      step(id, 'answerFinding', answer, housing),
    ]);
    expect(both.toSorted()).toEqual(['done', 'finding-not-in-status']);
    const stale = await stepInspection(
      county.deps,
      id,
      'verifyFinding',
      answer,
      by(supervisor, { expectedVersion: 1 }),
    );
    expect(stale).toMatchObject({ refusal: { code: 'version-conflict' } });
  });

  test('G-1 an order goes from draft to seal by two people, is printed and served; the unit sees no draft', async () => {
    const id = await inspection();
    await step(id, 'carryOut', { on: inDays(0), checked: '查阅台账' });
    expect(await step(id, 'draftOrder', { text: '请整改' })).toBe('order-nothing');
    await step(id, 'recordFinding', finding());
    expect(await step(id, 'draftOrder', { text: '请整改' })).toBe('done');
    const [paper] = (await see(id, head))?.papers ?? [];
    const paperId = paper?.id ?? '';
    expect((await see(id, housing))?.papers).toEqual([]);
    expect(await openOrder(county.deps, housing, id, paperId, 'pdf')).toBeNull();
    expect(await step(id, 'issuePaper', { paperId })).toBe('not-permitted');
    expect(await step(id, 'checkPaper', { paperId }, head)).toBe('done');
    expect(await step(id, 'signPaper', { paperId }, head)).toBe('done');
    const keeper: StaffActor = { ...staff('office', 'office-keeper'), roles: ['seal-keeper'] };
    expect(await step(id, 'sealPaper', { paperId }, keeper)).toBe('done');
    const place = { petitionId: id, paperId, kind: 'inspection' };
    await renderSealedPaper(county.deps, [inspectionPaperHost], place);
    const system = scopeOf(systemActor('test'));
    const row = await county.database.db.withActor(system, 'read', async (tx) => {
      await inspectionPaperHost.open(tx, id, paperId);
      return findPaper(tx, id, paperId);
    });
    const printed = await openOrder(county.deps, housing, id, paperId, 'pdf');
    expect(
      createHash('sha256')
        .update(printed?.bytes ?? '')
        .digest('hex'),
    ).toBe(row?.pdfSha256);
    const served = { paperId, way: 'hand', servedOn: inDays(0), proof: '办公室签收' };
    expect(await step(id, 'servePaper', served, head)).toBe('done');
    expect((await see(id, housing))?.papers[0]).toMatchObject({ stage: 'served' });
    expect(await rebuildOwnRecords(county.deps, 'check')).toEqual([]);
  });

  test('U-1, U-2 a finding that is grave or not corrected in time opens one supervision item, both linked', async () => {
    const { number, id: petitionId } = await county.register();
    await county.run(staff('office'), petitionId, 'refer', { to: 'housing' });
    const id = await inspection({ numbers: number });
    await step(id, 'carryOut', { on: inDays(0), checked: '查阅台账' });
    await step(id, 'recordFinding', finding({ petitionId }));
    await step(id, 'recordFinding', finding({ kind: 'other' }));
    await step(
      id,
      'recordFinding',
      finding({ kind: 'good-practice', demand: '', dueOn: undefined }),
    );
    const [grave, small, good] = (await see(id, supervisor))?.findings ?? [];
    const sent = (of: typeof grave, more: object = {}) => ({
      findingId: of?.id ?? newId(),
      words: '请说明没有到现场的原因。',
      dueDate: inDays(5),
      ...more,
    });
    const supervise = (of: typeof grave, more?: object, actor = supervisor) =>
      step(id, 'superviseFinding', sent(of, more), actor);
    expect(await supervise(undefined)).toBe('finding-unknown');
    expect(await supervise(small)).toBe('finding-not-supervised');
    expect(await supervise(good)).toBe('finding-not-supervised');
    expect(await supervise(grave, {}, housing)).toBe('not-permitted');
    expect(await supervise(grave, { dueDate: inDays(-1) })).toBe('supervision-date-past');
    expect((await see(id, supervisor))?.findings[0]?.itemId).toBeNull();
    const twice = await Promise.all([supervise(grave), supervise(grave)]);
    expect(twice.toSorted()).toEqual(['done', 'finding-supervised']);
    const itemId = (await see(id, supervisor))?.findings[0]?.itemId ?? '';
    const read = (actor: StaffActor, of: string) => openItem(county.deps, actor, of, county.at.now);
    expect(await read(housing, itemId)).toMatchObject({
      check: 'order',
      status: 'open',
      petition: { id: petitionId },
      unit: { id: 'housing' },
      office: { id: 'office' },
      steps: ['answerItem'],
      occurrences: [
        {
          evidence: {
            kind: 'finding',
            inspectionId: id,
            findingId: grave?.id,
            found: 'delay',
            words: '请说明没有到现场的原因。',
          },
        },
      ],
    });
    county.at.now += 11 * 86_400_000;
    expect(await supervise(small)).toBe('done');
    const aboutUnit = (await see(id, supervisor))?.findings[1]?.itemId ?? '';
    expect(await read(housing, aboutUnit)).toMatchObject({ petition: null, status: 'open' });
    expect(await read(staff('transport'), aboutUnit)).toBeNull();
    // About no petition: it stands on no line of a desk, and is listed as waiting instead.
    const waitingAt = async (actor: StaffActor) => {
      const query = { waiting: 'true', limit: 20 } as const;
      const { items } = await listSupervision(county.deps, actor, query, county.at.now);
      return items.map((line) => line.id);
    };
    expect(await waitingAt(housing)).toEqual([aboutUnit]);
    expect(await waitingAt(supervisor)).toEqual([]);
    expect(await waitingAt({ ...housing, roles: ['clerk'] })).toEqual([]);
    const answer = { words: '已安排专人到现场，本周内反馈。' };
    must(await stepItem(county.deps, aboutUnit, 'answerItem', answer, by(housing)));
    expect(await waitingAt(housing)).toEqual([]);
    expect(await waitingAt(supervisor)).toEqual([aboutUnit]);
    // Corrected afterwards: noted on the item, which only a person closes.
    const text = '已整改';
    const findingId = grave?.id ?? '';
    await step(id, 'answerFinding', { findingId, text }, housing);
    await step(id, 'verifyFinding', { findingId, text });
    for (let turn = 0; turn < 2; turn += 1) await followStreams(county.deps, [id]);
    expect(await read(supervisor, itemId)).toMatchObject({
      status: 'open',
      occurrences: [{ ended: { cause: 'done-late' } }],
    });
    expect(await rebuildOwnRecords(county.deps, 'check')).toEqual([]);
    expect(await rebuildSupervision(county.deps, 'check')).toEqual([]);
  });
});
