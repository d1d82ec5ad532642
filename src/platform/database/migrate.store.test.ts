import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { ensureDatabase, onDatabase, withClient } from './cluster-database.ts';
import { checkSchema, migrate } from './migrate.ts';
import { parseMigration, readMigrations, type MigrationFile } from './migration-file.ts';

const { adminUrl } = inject('testPostgres');
let name: string;
let url: string;
let known: readonly MigrationFile[];

const file = (text: string, stem = '209901010000_more'): MigrationFile =>
  parseMigration(`${stem}.sql`, text);
const roles = (): MigrationFile[] => known.slice(0, 1);
const codeOf = async (migrations: readonly MigrationFile[]): Promise<string> => {
  const migrated = await migrate(url, { migrations });
  return migrated.ok ? 'ok' : migrated.refusal.code;
};
const exists = (table: string): Promise<boolean> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ there: boolean }>(
      'SELECT to_regclass($1) IS NOT NULL AS there',
      [table],
    );
    return rows[0]?.there ?? false;
  });

const inParts = (last: string): string =>
  [
    '-- no-transaction',
    'CREATE TABLE IF NOT EXISTS a (n int);',
    'CREATE INDEX CONCURRENTLY IF NOT EXISTS a_n ON a (n);',
    last,
  ].join('\n');

beforeEach(async () => {
  known = await readMigrations();
  name = `huiyin_migrate_${randomBytes(4).toString('hex')}`;
  url = onDatabase(adminUrl, name);
  await withClient(adminUrl, (client) => ensureDatabase(client, name));
});
afterEach(() =>
  withClient(adminUrl, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`)),
);

test('X-8 all migrations apply once, in the order of their names, and then nothing is left', async () => {
  const first = await migrate(url);
  expect(first).toEqual({ ok: true, value: known.map((migration) => migration.name) });
  expect(await migrate(url)).toEqual({ ok: true, value: [] });
  expect(await checkSchema(url)).toBeUndefined();
});

test('X-8 two programs that migrate at once do it once', async () => {
  const results = await Promise.all([migrate(url), migrate(url), migrate(url)]);
  const counts = results.map((result) => (result.ok ? result.value.length : -1));
  expect(counts.toSorted((a, b) => a - b)).toEqual([0, 0, known.length]);
});

test('X-8 a changed migration refuses', async () => {
  expect(await codeOf([...roles(), file('CREATE TABLE a (n int);')])).toBe('ok');
  expect(await codeOf([...roles(), file('CREATE TABLE a (n bigint);')])).toBe('migration-changed');
});

test('X-8 a checkout with other line ends is not a change', async () => {
  expect(await codeOf([...roles(), file('CREATE TABLE a (n int);\n-- end\n')])).toBe('ok');
  expect(await codeOf([...roles(), file('CREATE TABLE a (n int);\r\n-- end\r\n')])).toBe('ok');
});

test('X-8 a newer schema refuses', async () => {
  expect(await codeOf([...roles(), file('CREATE TABLE a (n int);')])).toBe('ok');
  expect(await codeOf(roles())).toBe('migration-unknown');
  expect((await checkSchema(url, roles()))?.code).toBe('migration-unknown');
});

test('X-8 a program without the owner login refuses an older schema', async () => {
  expect(await codeOf(roles())).toBe('ok');
  const problem = await checkSchema(url, [...roles(), file('SELECT 1;')]);
  expect(problem).toMatchObject({ code: 'migration-missing' });
  expect(problem?.en).toContain('209901010000_more');
});

test('X-8 a migration that fails leaves nothing, and the corrected one applies', async () => {
  const failed = await migrate(url, {
    migrations: [...roles(), file('CREATE TABLE a (n int); SELECT 1/0;')],
  });
  expect(failed).toMatchObject({ ok: false, refusal: { code: 'migration-failed' } });
  expect(await exists('a')).toBe(false);
  expect(await codeOf([...roles(), file('CREATE TABLE a (n int);')])).toBe('ok');
  expect(await exists('a')).toBe(true);
});

test('X-8 a half-done migration refuses the start and is finished by npm run migrate', async () => {
  expect(await codeOf([...roles(), file(inParts('SELECT 1/0;'))])).toBe('migration-failed');
  const whole = [...roles(), file(inParts('SELECT 1;'))];
  expect(await exists('a_n')).toBe(true);
  expect(await codeOf(whole)).toBe('migration-half');
  expect((await checkSchema(url, whole))?.code).toBe('migration-half');
  expect(await migrate(url, { migrations: whole, halfDone: 'resume' })).toMatchObject({ ok: true });
  expect(await codeOf(whole)).toBe('ok');
});

test('X-3 tables belong to the owner role and the app login cannot change the schema', async () => {
  expect(await codeOf([...roles(), file('CREATE TABLE a (n int);')])).toBe('ok');
  const { adminUrl: admin, appPassword } = inject('testPostgres');
  const app = new URL(onDatabase(admin, name));
  app.username = 'huiyin_app';
  app.password = appPassword;
  const asApp = (sql: string) => withClient(app.href, (client) => client.query(sql));
  await expect(asApp('CREATE TABLE b (n int)')).rejects.toThrow('permission denied');
  await expect(asApp('SET ROLE huiyin_write; CREATE TABLE b (n int)')).rejects.toThrow(
    'permission denied',
  );
  await expect(asApp('SET ROLE huiyin_owner')).rejects.toThrow('permission denied');
  await expect(asApp(`UPDATE migration SET sha256 = ''`)).rejects.toThrow('permission denied');
  const owner = await withClient(url, async (client) => {
    const { rows } = await client.query<{ tableowner: string }>(
      `SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'`,
    );
    return rows.map((row) => row.tableowner);
  });
  expect(owner).toEqual(['huiyin_owner']);
});
