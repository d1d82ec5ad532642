import { DatabaseError } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  named,
  openCounty,
  staff,
  type County,
} from '../src/capabilities/petitions/queries/county.test-data.ts';
import { takeNumber } from '../src/capabilities/papers/index.ts';
import { stageUpload } from '../src/capabilities/petitions/index.ts';
import { roles } from '../src/kernel/permissions.ts';
import { withClient } from '../src/platform/database/cluster-database.ts';
import type { DatabaseRole, DatabaseScope } from '../src/platform/database/scope.ts';

/* Every table as every database role, for people whom a petition does not concern. */

interface Table {
  readonly name: string;
  readonly fenced: boolean;
  readonly hasStream: boolean;
}

let county: County;
let tables: readonly Table[];
let accusation: string;
let letter: string;

const asOwner = <Row extends object>(text: string): Promise<readonly Row[]> =>
  withClient(county.database.ownerUrl, async (client) => (await client.query<Row>(text)).rows);

beforeAll(async () => {
  county = await openCounty();
  ({ id: letter } = await county.register());
  await county.run(staff('office'), letter, 'refer', { to: 'housing', instruction: '请依法办理' });
  ({ id: accusation } = await county.register({ purpose: 'accusation' }, null));
  await county.run(named('office'), accusation, 'addMaterial', {
    text: '补充：另有收据一张。',
    uploads: [],
  });
  tables = await asOwner<Table>(`
    SELECT c.relname::text AS name, c.relrowsecurity AS fenced,
           EXISTS (SELECT FROM pg_attribute a
                    WHERE a.attrelid = c.oid AND a.attname = 'stream_id') AS "hasStream"
      FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
     ORDER BY c.relname COLLATE "C"`);
});
afterAll(() => county.close());

const databaseRoles: readonly DatabaseRole[] = ['read', 'write', 'statistics'];

/** Nobody; the petitioner of another petition; all posts at once elsewhere and in the office. */
const strangers = (): readonly DatabaseScope[] => [
  { actor: '', units: [], roles: [] },
  { actor: `petitioner:${letter}`, units: [], roles: [], streams: [letter] },
  { actor: 'staff:x', units: ['transport'], roles: [...roles] },
  { actor: 'staff:office-officer', units: ['office', 'housing'], roles: [...roles] },
];

/** Rows of a petition in a table, or why they cannot be asked for. */
async function rowsOf(
  scope: DatabaseScope,
  role: DatabaseRole,
  table: string,
  streamId: string,
): Promise<number | 'denied'> {
  try {
    return await county.database.db.withActor(scope, role, async (tx) => {
      const text = `SELECT stream_id FROM ${table} WHERE stream_id = $1`;
      return (await tx.query({ name: `test.rows.${table}`, text, values: [streamId] })).length;
    });
  } catch (error) {
    if (error instanceof DatabaseError && error.code === '42501') return 'denied';
    throw error;
  }
}

/**
 * Tables without a fence of their own. They hold ids, hashes and counters: heads and places of
 * streams, and directories keyed by their own value, which lead to a petition that is then refused.
 */
const unfenced: Readonly<Record<string, readonly DatabaseRole[]>> = {
  command: ['write'],
  petition_number: ['read', 'write'],
  stream: ['read', 'write'],
  unlogged: ['read', 'write'],
};

describe('L-5, O-3 row-level security, table by table and role by role', () => {
  test('every table that holds more than ids and hashes of petitions has its fence', () => {
    const open = tables.filter(({ hasStream, fenced }) => hasStream && !fenced);
    expect(open.map(({ name }) => name)).toEqual([
      'blind_index',
      'command',
      'log_leaf',
      'paper_verification',
      'petition_number',
      'search_entry',
      'stored_file',
      'stream',
      'unlogged',
    ]);
  });

  test('every other table with rows of people has its fence too', () => {
    const open = tables.filter(({ hasStream, fenced }) => !hasStream && !fenced);
    // Days, cursors, versions, the words of forms, and counts by codes.
    expect(open.map(({ name }) => name)).toEqual([
      'calendar_day',
      'calendar_version',
      'fact_dims',
      'fact_source',
      'fact_stale',
      'fact_third',
      'feed_cursor',
      'migration',
      'open_month',
      'organisation_version',
      'paper_template',
    ]);
  });

  test('a file that waits for its form is seen by its owner alone', async () => {
    const bytes = Buffer.from('票据');
    const file = { name: '票据.png', mediaType: 'image/png', ext: 'png', bytes } as const;
    await stageUpload(county.deps, file, 'draft:mine');
    const seen = (scope: DatabaseScope, owner: string) =>
      county.database.db.withActor(scope, 'write', async (tx) => {
        await tx.query({
          name: 'test.open-staged',
          text: `SELECT set_config('app.uploads', $1, true)`,
          values: [owner],
        });
        const text = 'SELECT upload_id FROM staged_upload';
        return (await tx.query({ name: 'test.staged', text, values: [] })).length;
      });
    for (const scope of strangers()) {
      expect([await seen(scope, ''), await seen(scope, 'draft:other')]).toEqual([0, 0]);
      expect(await seen(scope, 'draft:mine')).toBe(1);
    }
  });

  test('a register of document numbers is drawn from by its unit alone', async () => {
    const draw = (scope: DatabaseScope) =>
      county.database.db.withActor(scope, 'write', (tx) =>
        takeNumber(tx, 'housing', 2026, '信处字'),
      );
    const housing = { actor: 'staff:x', units: ['housing'], roles: ['unit-head'] };
    const first = await draw(housing);
    for (const scope of strangers().filter(({ units }) => !units.includes('housing'))) {
      await expect(draw(scope)).rejects.toThrow('row-level security');
    }
    expect(await draw(housing)).toBe(first + 1);
  });

  test('no stranger reads a row of an accusation, but for directories of ids', async () => {
    const seen: Record<string, DatabaseRole[]> = {};
    for (const { name, hasStream } of tables) {
      if (!hasStream) continue;
      for (const role of databaseRoles) {
        for (const scope of strangers()) {
          const rows = await rowsOf(scope, role, name, accusation);
          if (rows === 'denied' || rows === 0) continue;
          seen[name] = [...new Set([...(seen[name] ?? []), role])];
        }
      }
    }
    expect(seen).toEqual(unfenced);
  });

  test('nobody reads a row of any petition but for the same ids and keyed hashes', async () => {
    const seen = new Set<string>();
    for (const { name, hasStream } of tables) {
      for (const role of databaseRoles) {
        if (!hasStream) continue;
        const rows = await rowsOf({ actor: '', units: [], roles: [] }, role, name, letter);
        if (rows !== 'denied' && rows > 0) seen.add(`${role} ${name}`);
      }
    }
    const directories = Object.entries(unfenced).flatMap(([name, held]) =>
      held.map((role) => `${role} ${name}`),
    );
    // Of petitions that are no accusation also keyed hashes, and the columns of statistics.
    const hashes = ['read blind_index', 'write blind_index', 'write search_entry'];
    const expected = [...directories, ...hashes, 'statistics petition'];
    expect([...seen].toSorted()).toEqual(expected.toSorted());
  });

  test('the named handler reads it in all of its tables, so that the fence is not a wall', async () => {
    const scope = {
      actor: 'staff:office-named',
      units: ['office'],
      roles: ['accusation-officer'],
      streams: [accusation],
    };
    for (const table of ['petition', 'event', 'sealed', 'petition_clock', 'accusation_item']) {
      expect([table, await rowsOf(scope, 'read', table, accusation)]).not.toEqual([table, 0]);
    }
  });
});

describe('X-3 what the database roles may do', () => {
  test('statistics reads these columns and writes nothing', async () => {
    const grants = await asOwner<{ grant: string }>(`
      SELECT table_name || '.' || column_name || ' ' || privilege_type AS grant
        FROM information_schema.column_privileges
       WHERE grantee = 'huiyin_statistics' AND table_schema = 'public'`);
    const readable = [...new Set(grants.map(({ grant }) => grant.split('.')[0] ?? ''))].toSorted();
    expect(grants.filter(({ grant }) => !grant.endsWith(' SELECT'))).toEqual([]);
    expect(readable).toEqual([
      'calendar_day',
      'calendar_version',
      'category',
      'fact',
      'fact_dims',
      'fact_source',
      'fact_stale',
      'fact_third',
      'open_month',
      'organisation_version',
      'person',
      'petition',
      'post',
      'region',
      'unit',
    ]);
    const columns = (table: string): string[] =>
      grants
        .flatMap(({ grant }) =>
          grant.startsWith(`${table}.`) ? [grant.split(/[. ]/)[1] ?? ''] : [],
        )
        .toSorted();
    expect(columns('person')).toEqual(['display_name', 'user_id']);
    // No number, no reader, no one named: nothing that leads to a person.
    expect(columns('petition')).toEqual(
      'channel holder office purpose region_code registered_at status stream_id'.split(' '),
    );
  });

  test('nobody updates or deletes the record, and no table is truncated', async () => {
    const grants = await asOwner<{ grant: string }>(`
      SELECT grantee || ' ' || privilege_type || ' ' || table_name AS grant
        FROM information_schema.table_privileges
       WHERE table_schema = 'public' AND grantee IN ('huiyin_app', 'huiyin_read', 'huiyin_write',
             'huiyin_statistics', 'PUBLIC') AND privilege_type NOT IN ('SELECT', 'INSERT')
       ORDER BY 1`);
    const changing = grants.map(({ grant }) => grant);
    for (const table of ['event', 'sealed', 'access_record', 'log_leaf', 'petition_number']) {
      expect(changing.filter((grant) => grant.endsWith(` ${table}`))).toEqual([]);
    }
    expect(changing.filter((grant) => /TRUNCATE|REFERENCES|TRIGGER/.test(grant))).toEqual([]);
    expect(changing).not.toContain('huiyin_write DELETE petition');
  });

  test('lists open the titles of petitions that stand in the reader’s lists, and no others', async () => {
    const opened = (scope: DatabaseScope) =>
      county.database.db.withActor(scope, 'read', async (tx) => {
        const text = 'SELECT stream_id::text AS id FROM list_summaries($1::uuid[])';
        const values = [[letter, accusation]];
        const rows = await tx.query<{ id: string }>({ name: 'test.summaries', text, values });
        return rows.map(({ id }) => (id === letter ? 'letter' : 'accusation')).toSorted();
      });
    const seen = [];
    for (const scope of strangers()) seen.push(await opened(scope));
    // The last is of the office, where the letter stands.
    expect(seen).toEqual([[], [], [], ['letter']]);
    const handler = { actor: 'staff:office-named', roles: ['accusation-officer'] };
    expect(await opened({ ...handler, units: ['office'] })).toEqual(['accusation', 'letter']);
    expect(await opened({ ...handler, units: [] })).toEqual([]);
  });

  test('only four functions work with the owner’s rights; each applies the reader’s scope', async () => {
    const functions = await asOwner<{ name: string; path: string; text: string; read: boolean }>(`
      SELECT p.proname AS name, array_to_string(p.proconfig, ' ') AS path, p.prosrc AS text,
             has_function_privilege('huiyin_read', p.oid, 'EXECUTE')
             AND NOT has_function_privilege('huiyin_write', p.oid, 'EXECUTE')
             AND NOT has_function_privilege('huiyin_statistics', p.oid, 'EXECUTE')
             AND NOT has_function_privilege('huiyin_app', p.oid, 'EXECUTE') AS read
        FROM pg_proc p
       WHERE p.prosecdef AND p.pronamespace = 'public'::regnamespace ORDER BY 1`);
    expect(functions.map(({ name, read }) => [name, read])).toEqual([
      ['has_words', true],
      ['list_summaries', true],
      ['search_petitions', true],
      ['similar_petitions', true],
    ]);
    for (const { name, path, text } of functions) {
      expect(path).toContain('search_path=public, pg_temp');
      expect(text).toContain(`current_setting('app.units', true)`);
      // What is planned anew is a constant; what people typed is passed to it by USING.
      const rest = text.replaceAll(/\bEXECUTE \$sql\$[^$]*(?:\$\d[^$]*)*\$sql\$\s+USING\b/g, '');
      expect(rest).not.toMatch(/\bEXECUTE\b/);
      // Only lists open anything sealed, and of it the titles alone; the test above tells for whom.
      if (name === 'list_summaries') {
        expect(text.match(/\b(?:FROM|JOIN) sealed\b.*/g)).toEqual([
          `JOIN sealed s ON s.stream_id = w.id AND s.id = 'summary'`,
        ]);
        expect(text).toContain(`'staff:' || a.user_id = reader`);
      } else {
        expect(text).not.toMatch(/\bsealed\b|\baccusation_item\b/);
      }
    }
  });
});
