import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import { withClient } from './cluster-database.ts';
import { createDatabase } from './pool.ts';
import { nobody } from './scope.ts';
import { databaseNow, run, send, setStream } from './transaction.ts';

let it: TestDatabase;

beforeAll(async () => {
  it = await createTestDatabase();
  await withClient(it.ownerUrl, (client) =>
    client.query(`CREATE TABLE note (id int PRIMARY KEY, words text);
      GRANT SELECT, INSERT, UPDATE ON note TO huiyin_write; GRANT SELECT ON note TO huiyin_read;
      INSERT INTO note VALUES (1, ''), (2, '')`),
  );
});
afterAll(() => it.drop());

type NoteTable = { note: { id: number; words: string } };

test('X-3 a transaction works under the role it asked for, with its actor and units', async () => {
  const scope = { actor: 'staff:7', units: ['u1', 'u2'], roles: ['clerk'] };
  const seen = await it.db.withActor(scope, 'write', async (tx) => {
    await setStream(tx, 's-1');
    const { rows } = await sql`SELECT current_user AS who, current_setting('app.actor') AS actor,
      current_setting('app.units') AS units, current_setting('app.stream') AS stream`.execute(tx);
    return rows[0];
  });
  expect(seen).toEqual({ who: 'huiyin_write', actor: 'staff:7', units: 'u1,u2', stream: 's-1' });
});

test('X-3 nothing of an actor stays on the connection', async () => {
  const small = await createTestDatabase({ poolSize: 1 });
  await small.db.withActor({ actor: 'a', units: ['u'], roles: [] }, 'write', async () => undefined);
  const seen = await small.db.withActor(nobody, 'read', async (tx) => {
    const { rows } = await sql`SELECT current_setting('app.actor') AS actor,
      current_setting('app.units') AS units, current_user AS who`.execute(tx);
    return rows[0];
  });
  await small.drop();
  expect(seen).toEqual({ actor: '', units: '', who: 'huiyin_read' });
});

test('X-3 a scope value that could end the setting is thrown out', async () => {
  const attack = { actor: "x'; RESET ROLE; --", units: [], roles: [] };
  await expect(it.db.withActor(attack, 'read', async () => 1)).rejects.toThrow('scope value');
});

test('X-3 the read role cannot write and the app login alone sees nothing', async () => {
  const write = it.db.withActor(nobody, 'read', (tx) =>
    tx.withTables<NoteTable>().insertInto('note').values({ id: 9, words: '' }).execute(),
  );
  await expect(write).rejects.toThrow('permission denied');
  const bare = withClient(it.appUrl, (client) => client.query('SELECT * FROM note'));
  await expect(bare).rejects.toThrow('permission denied');
});

const insertion = (id: number) => ({
  name: 'note.insert',
  text: 'INSERT INTO note VALUES ($1, $2)',
  values: [id, 'held'],
});

test('X-6 what is sent without waiting is committed, and seen by the next statement', async () => {
  const seen = await it.db.withActor(nobody, 'write', async (tx) => {
    send(tx, insertion(70));
    const text = 'SELECT count(*) AS count FROM note WHERE id >= 70 AND id < 80';
    const rows = await run<{ count: number }>(tx, { name: 'note.count', text, values: [] });
    send(tx, insertion(71));
    return rows[0]?.count;
  });
  const text = `SELECT id FROM note WHERE words = 'held' ORDER BY id`;
  const kept = await it.db.withActor(nobody, 'read', (tx) =>
    run<{ id: number }>(tx, { name: 'note.held', text, values: [] }),
  );
  expect({ seen, kept }).toEqual({ seen: 1, kept: [{ id: 70 }, { id: 71 }] });
});

test('X-6 what was sent without waiting and failed fails the transaction, in its own words', async () => {
  const twice = it.db.withActor(nobody, 'write', async (tx) => {
    send(tx, insertion(80));
    send(tx, insertion(1));
    send(tx, insertion(81));
  });
  await expect(twice).rejects.toMatchObject({ code: '23505' });
  const later = it.db.withActor(nobody, 'write', async (tx) => {
    send(tx, insertion(1));
    await run(tx, insertion(82));
  });
  await expect(later).rejects.toMatchObject({ code: '23505' });
  const text = 'SELECT id FROM note WHERE id >= 80';
  const kept = await it.db.withActor(nobody, 'read', (tx) =>
    run(tx, { name: 'note.from-80', text, values: [] }),
  );
  expect(kept).toEqual([]);
});

test('X-3 a statement given after its transaction ended reaches nobody', async () => {
  const kept: { tx?: Parameters<typeof run>[0] } = {};
  await it.db.withActor(nobody, 'write', async (tx) => void (kept.tx = tx));
  if (kept.tx === undefined) throw new Error('no transaction was opened');
  await expect(run(kept.tx, insertion(90))).rejects.toThrow('has ended');
});

test('X-6 what was thrown is rolled back, and a swallowed failure is not called a success', async () => {
  const insert = async (fails: boolean): Promise<void> =>
    it.db.withActor(nobody, 'write', async (tx) => {
      const tables = tx.withTables<NoteTable>();
      await tables.insertInto('note').values({ id: 5, words: 'lost' }).execute();
      if (fails) throw new Error('changed my mind');
      await tables
        .insertInto('note')
        .values({ id: 1, words: '' })
        .execute()
        .catch(() => undefined);
    });
  await expect(insert(true)).rejects.toThrow('changed my mind');
  await expect(insert(false)).rejects.toThrow('passed over');
  const rows = await it.db.withActor(nobody, 'read', (tx) =>
    tx.withTables<NoteTable>().selectFrom('note').selectAll().where('id', '=', 5).execute(),
  );
  expect(rows).toEqual([]);
});

test('X-6 a deadlock runs again and both transactions arrive', async () => {
  let met = 0;
  const bothHere = Promise.withResolvers<void>();
  const touch = (first: number, second: number): Promise<void> =>
    it.db.withActor(nobody, 'write', async (tx) => {
      const text = `UPDATE note SET words = words || 'x' WHERE id = $1 RETURNING id`;
      await run(tx, { name: 'note.touch', text, values: [first] });
      met += 1;
      if (met === 2) bothHere.resolve();
      await bothHere.promise;
      await run(tx, { name: 'note.touch', text, values: [second] });
    });
  await Promise.all([touch(1, 2), touch(2, 1)]);
  const rows = await it.db.withActor(nobody, 'read', (tx) =>
    run<{ words: string }>(tx, {
      name: 'note.words',
      text: 'SELECT words FROM note WHERE id IN (1, 2)',
      values: [],
    }),
  );
  expect(rows).toEqual([{ words: 'xx' }, { words: 'xx' }]);
});

test('L-1 time comes from the database, or from the clock that a test gives', async () => {
  const drift = await it.db.withActor(nobody, 'read', async (tx) =>
    Math.abs((await databaseNow(tx)).getTime() - Date.now()),
  );
  expect(drift).toBeLessThan(2_000);
  const noon = new Date('2026-03-02T12:00:00+08:00');
  const told = await createTestDatabase({ clock: () => noon });
  const seen = await told.db.withActor(nobody, 'read', async (tx) => [
    tx.openedAt,
    await databaseNow(tx),
  ]);
  await told.drop();
  expect(seen).toEqual([noon, noon]);
});

test('X-7 a machine whose clock is 3 s off from the database is found out', async () => {
  const db = createDatabase({ url: it.appUrl, machineClock: () => Date.now() - 3_000 });
  await db.checkClock();
  expect(db.assertClockAgrees()).toMatchObject({ ok: false, refusal: { code: 'clock-skew' } });
  await db.close();
  await it.db.checkClock();
  expect(it.db.assertClockAgrees().ok).toBe(true);
});

test('moments are read as they were written, to the millisecond, however PostgreSQL spells them', async () => {
  const written = [
    '2026-03-02T09:31:13Z',
    '2026-03-02T09:31:13.5Z',
    '2026-12-31T15:59:59.999Z',
    '1970-01-01T00:00:00Z',
    '1890-06-01T00:00:00Z',
  ];
  const read = await it.db.withActor(nobody, 'read', (tx) =>
    run<{ at: Date }>(tx, {
      name: 'test.moments',
      text: 'SELECT at FROM unnest($1::timestamptz[]) WITH ORDINALITY AS t(at, n) ORDER BY n',
      values: [written],
    }),
  );
  expect(read.map(({ at }) => at.getTime())).toEqual(written.map((text) => Date.parse(text)));
  const [endless] = await it.db.withActor(nobody, 'read', (tx) =>
    run<{ at: unknown }>(tx, {
      name: 'test.endless',
      text: `SELECT 'infinity'::timestamptz AS at`,
      values: [],
    }),
  );
  expect(endless?.at).toBe(Number.POSITIVE_INFINITY);
});

test('a statement under the name of another is refused, and the connection stays of use', async () => {
  const small = await createTestDatabase({ poolSize: 1 });
  const named = (text: string) => ({ name: 'test.same', text, values: [] });
  await small.db.withActor(nobody, 'read', (tx) => run(tx, named('SELECT 1')));
  await expect(
    small.db.withActor(nobody, 'read', (tx) => run(tx, named('SELECT 2'))),
  ).rejects.toThrow('bear the name r.test.same');
  await expect(
    small.db.withActor(nobody, 'read', (tx) => run(tx, named('SELECT 1'))),
  ).resolves.toHaveLength(1);
  await small.drop();
});
