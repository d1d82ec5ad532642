import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor, StaffActor } from '../../../kernel/actor.ts';
import { withClient } from '../../../platform/database/cluster-database.ts';
import type { InspectedUpload } from '../../../platform/files/index.ts';
import { newId } from '../../../platform/vault/index.ts';
import { listOfSource } from '../../commitments/index.ts';
import { rebuildCases, stageUpload } from '../../petitions/index.ts';
import { must, named, openCounty, type County } from '../../petitions/queries/county.test-data.ts';
import { staff } from '../../petitions/life.test-data.ts';
import {
  correctVisit,
  declineVisit,
  listOwnVisits,
  listVisits,
  listVisitsOfPetition,
  openVisit,
  openVisitFile,
  planVisit,
  promiseOfVisit,
  stepVisit,
  succeedVisits,
  takeAlong,
  visitKind,
  type VisitPlanInput,
  type VisitStep,
} from './index.ts';

let county: County;
const office: StaffActor = { ...staff('office'), roles: ['office-head'] };
const today = '2026-11-02';

beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

const plan = (more: Partial<VisitPlanInput> = {}): VisitPlanInput => ({
  day: today,
  time: '09:30',
  visitors: [office.userId],
  companions: '东门社区网格员',
  whom: '王小明',
  place: '东门社区三组',
  purpose: '当面看漏水的地方',
  ...more,
});

const rowsOf = (text: string, id: string): Promise<readonly unknown[]> =>
  withClient(
    county.database.ownerUrl,
    async (client) => (await client.query<Record<string, unknown>>(text, [id])).rows,
  );

const petitioner = (petitionId: string): Actor => ({ kind: 'petitioner', petitionId });

async function planned(
  more: Partial<VisitPlanInput> = {},
): Promise<{ readonly id: string; readonly petitionId: string }> {
  const { id: petitionId } = await county.register();
  const id = newId();
  must(
    await planVisit(county.deps, { visitId: id, petitionId }, plan(more), {
      actor: office,
      commandId: id,
    }),
  );
  return { id, petitionId };
}

const notes = {
  visitedOn: today,
  talks: [{ partner: 'petitioner' as const, name: '王小明' }],
  words: '一起看了漏水的地方，说明了安排。',
  uploads: [] as string[],
};
const record = (more: object = {}) => ({
  outcome: 'made' as const,
  ...notes,
  consent: null,
  promise: null,
  ...more,
});

const step = async (id: string, type: VisitStep, input: object, more: object = {}) => {
  const options = { actor: office, commandId: newId(), uploadOwner: 'phone', ...more };
  const done = await stepVisit(county.deps, id, type, input as never, options);
  return done.ok ? done.value.version : done.refusal.code;
};

const photo: InspectedUpload = {
  name: '照片 1.jpg',
  mediaType: 'image/jpeg',
  ext: 'jpg',
  bytes: Buffer.from('not really a picture'),
};
const staged = async (): Promise<string> =>
  must(await stageUpload(county.deps, photo, 'phone', county.at.now + 3_600_000)).id;

describe('S-3 home visits on a real database', () => {
  test('S-3 a visit is planned, recorded with a photograph, and read by its petitioner', async () => {
    const { id, petitionId } = await planned();
    expect(await step(id, 'recordVisit', record({ uploads: [await staged()] }))).toBe(2);
    const view = await openVisit(county.deps, office, id);
    expect(view).toMatchObject({
      status: 'made',
      whom: '王小明',
      record: { words: notes.words, files: [{ name: '照片 1.jpg' }] },
      steps: ['addToVisit'],
    });
    const [own] = await listOwnVisits(county.deps, petitionId);
    expect(own).toMatchObject({ record: { words: notes.words }, mayCorrect: true });
    const fileId = own?.record?.files[0]?.id ?? '';
    const file = await openVisitFile(county.deps, petitioner(petitionId), id, fileId);
    const parts: Buffer[] = [];
    for await (const part of file?.content ?? []) parts.push(part);
    expect(Buffer.concat(parts)).toEqual(photo.bytes);
    const other = await county.register();
    expect(await openVisitFile(county.deps, petitioner(other.id), id, fileId)).toBeNull();
  });

  test('S-3 an answer that was lost doubles nothing, whichever ids the files had the second time', async () => {
    const { id } = await planned();
    const commandId = newId();
    const first = await step(id, 'recordVisit', record({ uploads: [await staged()] }), {
      commandId,
      expectedVersion: 1,
    });
    const again = await step(id, 'recordVisit', record({ uploads: [await staged()] }), {
      commandId,
      expectedVersion: 1,
    });
    expect([first, again]).toEqual([2, 2]);
    expect((await openVisit(county.deps, office, id))?.record?.files).toHaveLength(1);
    expect(
      await step(id, 'recordVisit', record({ words: '完全不同的另一份记录。' }), { commandId }),
    ).toBe('idempotency-key-reused');
  });

  test('S-3 two people at once: one records, the other is told, and keeps theirs as an addition', async () => {
    const { id } = await planned();
    const both = await Promise.all([
      step(id, 'recordVisit', record(), { expectedVersion: 1 }),
      step(id, 'recordVisit', record({ words: '我记的是另外的情况。' }), { expectedVersion: 1 }),
    ]);
    expect(new Set(both)).toEqual(new Set([2, 'version-conflict']));
    expect(await step(id, 'addToVisit', { ...notes, words: '我记的是另外的情况。' })).toBe(3);
    expect((await openVisit(county.deps, office, id))?.additions).toHaveLength(1);
  });

  test('S-3 a visit that was cancelled while somebody was out still takes what they wrote', async () => {
    const { id } = await planned();
    await step(id, 'cancelVisit', { reason: '' });
    expect(await step(id, 'recordVisit', record())).toBe('visit-not-in-status');
    expect(await step(id, 'addToVisit', notes)).toBe(3);
  });

  test('S-3 the petitioner declines without a reason, and corrects a record beside it', async () => {
    const declined = await planned();
    const done = await declineVisit(county.deps, declined.id, {
      actor: petitioner(declined.petitionId),
      commandId: newId(),
    });
    expect(done.ok).toBe(true);
    expect((await openVisit(county.deps, office, declined.id))?.status).toBe('declined');
    const made = await planned();
    await step(made.id, 'recordVisit', record());
    const actor = petitioner(made.petitionId);
    must(
      await correctVisit(county.deps, made.id, '当天还说过下周再来。', {
        actor,
        commandId: newId(),
      }),
    );
    const foreign = petitioner(declined.petitionId);
    const wrong = await correctVisit(county.deps, made.id, '不是我的家访。', {
      actor: foreign,
      commandId: newId(),
    });
    expect(wrong.ok ? '' : wrong.refusal.code).toBe('not-found');
    expect(await openVisit(county.deps, office, made.id)).toMatchObject({
      record: { words: notes.words },
      corrections: [{ words: '当天还说过下周再来。' }],
    });
  });

  test('L-5 an accusation is visited by its named handlers alone, and neighbours are never asked', async () => {
    const { id: petitionId } = await county.register({ purpose: 'accusation' }, null);
    const handler = named('office');
    const visitId = newId();
    const begin = (actor: StaffActor, more: Partial<VisitPlanInput>, id = newId()) =>
      planVisit(county.deps, { visitId: id, petitionId }, plan(more), { actor, commandId: id });
    const code = async (done: ReturnType<typeof begin>) => {
      const answer = await done;
      return answer.ok ? 'done' : answer.refusal.code;
    };
    expect(await code(begin(office, {}))).toBe('not-found');
    const own = { visitors: [handler.userId], companions: '' };
    expect(await code(begin(handler, { ...own, visitors: [office.userId] }))).toBe(
      'visit-accusation',
    );
    expect(await code(begin(handler, { ...own, companions: '村干部' }))).toBe('visit-accusation');
    expect(await code(begin(handler, own, visitId))).toBe('done');
    const talks = [{ partner: 'neighbour', name: '' }];
    expect(await step(visitId, 'recordVisit', record({ talks }), { actor: handler })).toBe(
      'visit-neighbours-accusation',
    );
    const consent = { on: today, way: 'spoken' };
    expect(await step(visitId, 'noteConsent', consent, { actor: handler })).toBe(
      'visit-neighbours-accusation',
    );
    expect(await step(visitId, 'recordVisit', record())).toBe('not-found');
    expect(await openVisit(county.deps, office, visitId)).toBeNull();
    expect(await listVisitsOfPetition(county.deps, office, petitionId)).toBeNull();
    const { items } = await listVisits(county.deps, office, { limit: 100 });
    expect(items.some(({ id }) => id === visitId)).toBe(false);
    expect(await step(visitId, 'recordVisit', record(), { actor: handler })).toBe(2);
  });

  test('L-4 a visitor takes along their own planned visits of the day, and each taking is recorded', async () => {
    const own = await planned({ whom: '要带上的人', day: '2026-11-20' });
    await planned({ whom: '明天再去的人', day: '2026-11-21' });
    const taken = await takeAlong(county.deps, office, '2026-11-20');
    expect(taken.map(({ id, whom }) => [id, whom])).toEqual([[own.id, '要带上的人']]);
    const someone = { ...office, userId: 'somebody-else' };
    expect(await takeAlong(county.deps, someone, '2026-11-20')).toEqual([]);
    expect(
      await rowsOf('SELECT what FROM access_record WHERE stream_id = $1', own.petitionId),
    ).toContainEqual({ what: `home-visit:${own.id}` });
  });

  test('C-1 what was promised at the door is a commitment, once, also when its day is over', async () => {
    const { id } = await planned();
    const promise = { text: '下周五前修好渗水的外墙', dueDate: today };
    await step(id, 'recordVisit', record({ promise }));
    const later = county.at.now + 5 * 24 * 3_600_000;
    must(await promiseOfVisit(county.deps, id, later));
    must(await promiseOfVisit(county.deps, id, later + 24 * 3_600_000));
    const made = await listOfSource(county.deps, office, { kind: 'home-visit', id }, county.at.now);
    expect(made.map(({ text, dueDate }) => [text, dueDate])).toEqual([[promise.text, today]]);
  });

  test('O-1 the successor of a unit makes its planned visits; rows follow from the record', async () => {
    const { id } = await planned();
    const signal = new AbortController().signal;
    await succeedVisits(county.deps, { from: 'office', to: 'housing' }, signal);
    await succeedVisits(county.deps, { from: 'office', to: 'housing' }, signal);
    expect(
      await rowsOf('SELECT holder, reader_units FROM case_record WHERE stream_id = $1', id),
    ).toEqual([{ holder: 'housing', reader_units: ['housing'] }]);
    expect(await rebuildCases(county.deps, visitKind, 'check')).toEqual([]);
  });
});
