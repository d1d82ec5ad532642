import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import { createJobs, defineJob, installJobs, type JobDefinition, type Jobs } from './index.ts';

const scope = { actor: 'system:test', units: [], roles: [] };
const seen: string[] = [];
const count = { kind: { name: 'test.count', schema: z.object({ petitionId: z.uuid() }) } };
const counting = defineJob({
  ...count.kind,
  handler: async ({ petitionId }) => {
    seen.push(petitionId);
  },
});
const failing = defineJob({
  name: 'test.fail',
  schema: z.object({ id: z.uuid() }),
  retry: { limit: 0, delaySeconds: 1, maximumDelaySeconds: 1 },
  handler: async () => {
    throw Object.assign(new Error('张三 13800138000 was refused'), { code: 'EREFUSED' });
  },
});

let database: TestDatabase;
let jobs: Jobs;
const errors: unknown[] = [];
const nightly = defineJob({
  name: 'test.nightly',
  schema: z.object({}),
  schedule: { cron: '30 2 * * *' },
  handler: async () => undefined,
});
const definitions: readonly JobDefinition[] = [counting, failing, nightly];

beforeAll(async () => {
  database = await createTestDatabase();
  await installJobs(database.ownerUrl);
  await installJobs(database.ownerUrl);
  jobs = await createJobs({
    url: database.appUrl,
    definitions,
    onError: (error) => errors.push(error),
    pollingSeconds: 0.5,
  });
});

afterAll(async () => {
  await jobs.stop();
  await database.drop();
});

describe('jobs', () => {
  test('X-6 a job exists if and only if the transaction that sent it committed', async () => {
    const [kept, lost] = [randomUUID(), randomUUID()];
    await database.db.withActor(scope, 'write', (tx) =>
      jobs.enqueue(tx, counting, { petitionId: kept }),
    );
    await expect(
      database.db.withActor(scope, 'write', async (tx) => {
        await jobs.enqueue(tx, counting, { petitionId: lost });
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    await jobs.runDue();
    expect(seen).toContain(kept);
    expect(seen).not.toContain(lost);
  });

  test('sending a job costs one round trip in the transaction', async () => {
    const query = vi.spyOn(Client.prototype, 'query');
    try {
      await database.db.withActor(scope, 'write', async (tx) => {
        await jobs.enqueue(tx, counting, { petitionId: randomUUID() });
        query.mockClear();
        await jobs.enqueue(tx, counting, { petitionId: randomUUID() });
        expect(query).toHaveBeenCalledTimes(1);
      });
    } finally {
      query.mockRestore();
    }
  });

  test('a second job with the same id is not made', async () => {
    const id = randomUUID();
    const send = () =>
      database.db.withActor(scope, 'write', (tx) =>
        jobs.enqueue(tx, counting, { petitionId: randomUUID() }, { id }),
      );
    expect(await send()).toBe(id);
    expect(await send()).toBeUndefined();
  });

  test('a job for later waits', async () => {
    const petitionId = randomUUID();
    await database.db.withActor(scope, 'write', (tx) =>
      jobs.enqueue(tx, counting, { petitionId }, { startAfter: new Date(Date.now() + 60_000) }),
    );
    await jobs.runDue();
    expect(seen).not.toContain(petitionId);
  });

  test("L-3 a job takes ids and codes only, and keeps no words of its failure's", async () => {
    const talkative = { name: 'test.count', schema: z.object({ text: z.string() }) };
    await expect(
      database.db.withActor(scope, 'write', (tx) =>
        jobs.enqueue(tx, talkative, { text: '住在幸福路 12 号' }),
      ),
    ).rejects.toThrow(/Invalid/);

    const id = randomUUID();
    await database.db.withActor(scope, 'write', (tx) => jobs.enqueue(tx, failing, { id }));
    await jobs.runDue();
    const [letter] = await jobs.deadLetters();
    expect(letter).toMatchObject({ job: 'test.fail', data: { id }, attempts: 1 });
    expect(letter?.failure).toEqual({ kind: 'Error', code: 'EREFUSED' });
    const rows = await database.db.withActor(scope, 'write', (tx) =>
      tx.query({ name: 'test.all-jobs', text: 'SELECT * FROM pgboss.job', values: [] }),
    );
    expect(JSON.stringify(rows)).not.toMatch(/13800138000|张三/);
  });

  test('a dead letter can be sent again', async () => {
    const [letter] = await jobs.deadLetters();
    expect(await jobs.redrive([letter?.id ?? ''])).toBe(1);
    expect(await jobs.deadLetters()).toHaveLength(0);
    await jobs.runDue();
    expect(await jobs.deadLetters()).toHaveLength(1);
  });

  test('X-3 neither the reading role nor the app login itself reaches the queue', async () => {
    await expect(
      database.db.withActor(scope, 'read', (tx) =>
        tx.query({ name: 'test.peek', text: 'SELECT 1 FROM pgboss.job', values: [] }),
      ),
    ).rejects.toThrow(/permission denied/);
  });

  test('a worker takes jobs as they come', async () => {
    await jobs.start();
    const ids = Array.from({ length: 30 }, () => randomUUID());
    await database.db.withActor(scope, 'write', async (tx) => {
      for (const petitionId of ids) await jobs.enqueue(tx, counting, { petitionId });
    });
    await vi.waitFor(() => expect(seen).toEqual(expect.arrayContaining(ids)), 8000);
    expect(errors.filter((error) => !String(error).includes('was refused'))).toEqual([]);
  });

  test('a schedule is kept in Asia/Shanghai', async () => {
    const rows = await database.db.withActor(scope, 'write', (tx) =>
      tx.query({ name: 'test.schedules', text: 'SELECT * FROM pgboss.schedule', values: [] }),
    );
    expect(rows).toMatchObject([
      { name: 'test.nightly', cron: '30 2 * * *', timezone: 'Asia/Shanghai' },
    ]);
  });
});
