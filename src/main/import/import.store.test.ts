import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import excel from 'exceljs';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import { setUp } from '../../capabilities/identity-organisation/index.ts';
import { localDateOf } from '../../kernel/local-date.ts';
import { seedCalendar } from '../../platform/calendar/index.ts';
import { withClient } from '../../platform/database/cluster-database.ts';
import { MasterKeys } from '../../platform/vault/index.ts';
import { composeCore, type Core } from '../core.ts';
import { importFile } from './index.ts';
import { writeTemplate } from './template.ts';

const made = path.resolve(import.meta.dirname, '../../../test/data/petitions.jsonl');
const realData = process.env['HUIYIN_REAL_DATA'];

let database: TestDatabase;
let core: Core;
let directory: string;

beforeAll(async () => {
  database = await createTestDatabase();
  directory = await mkdtemp(path.join(tmpdir(), 'huiyin-import-'));
  await seedCalendar(database.db);
  core = await composeCore({
    db: database.db,
    keys: new MasterKeys(1, new Map([[1, Buffer.alloc(32, 5)]])),
    dataDir: directory,
    publicUrl: 'https://huiyin.example',
  });
  const done = await setUp(core.identity, {
    regions: [{ code: '690121', name: '临澄县', level: 'county' }],
    office: '临澄县信访局',
    administrator: {
      userName: 'admin',
      displayName: '管理员',
      password: 'quiet river seven lamps',
    },
  });
  if (!done.ok) throw new Error(done.refusal.code);
});
afterAll(async () => {
  core.stop();
  await database.drop();
  await rm(directory, { recursive: true, force: true });
});

interface Ran {
  readonly code: number;
  readonly said: string;
  /** Lines of the list of bad rows, without its heading. */
  readonly errors: readonly string[];
}

const importing = async (
  file: string,
  more: { source?: string; dryRun?: boolean } = {},
): Promise<Ran> => {
  let said = '';
  const source = more.source ?? path.parse(file).name;
  const options = { file, source, region: '690121', dryRun: more.dryRun ?? false };
  const code = await importFile(core, options, (text) => (said += text));
  const list = `${file}.errors.csv`;
  const errors = existsSync(list)
    ? (await readFile(list, 'utf8')).trim().split('\r\n').slice(1)
    : [];
  return { code, said, errors };
};

const lines = async (name: string, content: string | Buffer): Promise<string> => {
  const file = path.join(directory, name);
  await writeFile(file, content);
  return file;
};

const count = async (): Promise<number> =>
  withClient(database.ownerUrl, async (client) => {
    const { rows } = await client.query<{ n: string }>('SELECT count(*) AS n FROM petition');
    return Number(rows[0]?.n);
  });

const row = (more: object = {}) =>
  JSON.stringify({ title: '路口积水', text: '路口一下雨就积水。', channel: 'web', ...more });

describe('JSON lines', () => {
  test('P-1 good rows come in, each bad row is told with line, field and reason', async () => {
    const copy = await lines('made.jsonl', await readFile(made));
    const dry = await importing(copy, { dryRun: true });
    expect(dry.said).toContain('可以导入 50，已有 0，不合格 10');
    expect(await count()).toBe(0);

    const ran = await importing(copy);
    expect(ran.code).toBe(2);
    expect(ran.said).toContain('Read 60: imported 50, already there 0, refused 10');
    expect(await count()).toBe(50);
    const told = ran.errors.map((line) => line.split(',').slice(0, 2).join(','));
    expect(told.toSorted()).toEqual(
      [
        '"27","text"',
        '"28","time"',
        '"29","regionCode"',
        '"30","category"',
        '"31",""',
        '"58",""',
        '"59","title"',
        '"60","channel"',
        '"61","time"',
        '"62","title"',
      ].toSorted(),
    );
    expect(dry.errors.toSorted()).toEqual(ran.errors.toSorted());
  });

  test('P-15 the same file again brings nothing new and draws no numbers', async () => {
    const drawn = () =>
      withClient(database.ownerUrl, async (client) => {
        const text = 'SELECT last_value FROM petition_number_sequence';
        return (await client.query<{ last_value: string }>(text)).rows[0]?.last_value;
      });
    const before = await drawn();
    const again = await importing(path.join(directory, 'made.jsonl'));
    expect(again.said).toContain('imported 0, already there 50, refused 10');
    expect([await count(), await drawn()]).toEqual([50, before]);
  });

  test('P-15 an import that was cut off goes on where it was', async () => {
    const all = (await readFile(made, 'utf8')).split('\n');
    const half = await lines('half.jsonl', all.slice(0, 30).join('\n'));
    await importing(half, { source: 'cut' });
    const whole = await importing(await lines('whole.jsonl', all.join('\n')), { source: 'cut' });
    expect(whole.said).toContain('imported 25, already there 25');
  });

  test('P-1 one number with two contents is refused the second time', async () => {
    const file = await lines(
      'twice.jsonl',
      [row({ id: '7' }), row({ id: '7' }), row({ id: '7', title: '别的内容' })].join('\n'),
    );
    const ran = await importing(file);
    expect(ran.said).toContain('imported 1, already there 1, refused 1');
    expect(ran.errors).toEqual([expect.stringContaining('"3","id"')]);
  });

  test('P-1 broken encodings, control characters and too much are sentences', async () => {
    const gbk = Buffer.from([0x7b, 0x22, 0xc2, 0xb7, 0xb5, 0xc6, 0x22, 0x7d]);
    const file = await lines(
      'odd.jsonl',
      Buffer.concat([
        Buffer.from('\uFEFF'),
        Buffer.from(row({ id: '1' })),
        Buffer.from('\r\n'),
        gbk,
        Buffer.from('\n'),
        Buffer.from([0x7b, 0xff, 0xfe, 0x7d, 0x0a]),
        Buffer.from('{"title":"a\u0001b"}\n'),
        Buffer.from(`${row({ id: '5', text: '有\u0000看不见的\u202E字符。' })}\n`),
        Buffer.from(`${row({ id: '6', demands: Array.from({ length: 10_000 }, String) })}\n`),
        Buffer.from(`${row({ id: '7', text: '长'.repeat(10_001) })}\n`),
        Buffer.from(`${row({ id: '8', text: '长'.repeat(50_000) })}\n`),
      ]),
    );
    const ran = await importing(file);
    expect(ran.said).toContain('Read 8: imported 2, already there 0, refused 6');
    expect(ran.said).toContain('taken out of 1 rows');
    const list = ran.errors.toSorted().join('\n');
    for (const words of ['GBK', 'UTF-8', '控制字符', '诉求', '最多 10000 字，现在有 50000 字']) {
      expect(list).toContain(words);
    }
    expect(list).not.toContain('长长');
  });

  test('X-5 a list of bad rows holds no formula', async () => {
    const file = await lines('formula.jsonl', row({ category: '=HYPERLINK("http://x")' }));
    const [line = ''] = (await importing(file)).errors;
    expect(line).not.toMatch(/"=/);
    expect(line).toContain('=HYPERLINK(""http');
  });

  test('P-1 a message of a public board keeps its masked user, its number and its time', async () => {
    const open = await lines(
      'board.jsonl',
      JSON.stringify({
        id: 'O1',
        user: '网民0001',
        title: '道路命名',
        time: '2026/2/28 11:25:05',
        text: '新修的路什么时候有名字。',
        likes: 3,
      }),
    );
    expect((await importing(open)).code).toBe(0);
    const events = await withClient(database.ownerUrl, async (client) => {
      const text = `SELECT at, data FROM event WHERE data->'numbersElsewhere' @> $1::jsonb`;
      const values = ['[{"source": "board", "number": "O1"}]'];
      return (await client.query<{ at: Date; data: Record<string, unknown> }>(text, values)).rows;
    });
    expect(events).toHaveLength(1);
    expect(events[0]?.at.toISOString()).toBe('2026-02-28T03:25:05.000Z');
    expect(events[0]?.data).toMatchObject({ channel: 'web', anonymous: false, purpose: null });
    expect(localDateOf(Number(events[0]?.data['receivedAt']))).toBe('2026-02-28');
  });
});

describe('a workbook', () => {
  const workbook = async (name: string, rows: readonly object[]): Promise<string> => {
    const file = path.join(directory, name);
    await writeTemplate(file);
    const book = new excel.Workbook();
    await book.xlsx.readFile(file);
    const sheet = book.worksheets[0];
    const titles = sheet?.getRow(1).values as string[];
    for (const each of rows) {
      const values = new Map(Object.entries(each));
      sheet?.addRow(titles.slice(1).map((title) => values.get(title) as string | undefined));
    }
    await book.xlsx.writeFile(file);
    return file;
  };

  test('P-1 the template with its example can be imported as it is', async () => {
    const file = path.join(directory, 'template.xlsx');
    await writeTemplate(file);
    const ran = await importing(file);
    expect(ran.said).toContain('Read 1: imported 1');
    expect((await importing(file)).said).toContain('imported 0, already there 1');
  });

  test('P-1 rows of a workbook are told by their line in it', async () => {
    const file = await workbook('batch.xlsx', [
      {
        编号: 'S1',
        标题: '水压不足',
        事实和理由: '六楼以上停水。',
        诉求: '恢复供水；公布结果',
        来源渠道: '来访',
        一级分类: '住房与城乡建设',
        二级分类: '市政',
        手机: '15400000001',
        姓名: '李某',
      },
      { 编号: 'S2', 标题: '没有事实' },
      {
        编号: 'S3',
        标题: '号码丢了位数',
        事实和理由: '证件号码存成了数字。',
        证件号码: 6.901211990010112e17,
      },
      { 编号: 'S4', 标题: '渠道写错', 事实和理由: '渠道写错了。', 来源渠道: '飞鸽' },
    ]);
    const ran = await importing(file);
    expect(ran.said).toContain('Read 5: imported 2, already there 0, refused 3');
    const places = ran.errors.map((line) => line.split(',').slice(0, 2).join(','));
    expect(places.toSorted()).toEqual(['"4","text"', '"5","documentNumber"', '"6","channel"']);
  });

  test('X-5 a bomb and a file that only pretends are refused whole', async () => {
    const parts = {
      '[Content_Types].xml': new Uint8Array(1),
      'xl/workbook.xml': new Uint8Array(60 * 1024 * 1024),
    };
    const bomb = await lines('bomb.xlsx', Buffer.from(zipSync(parts, { level: 9 })));
    const ran = await importing(bomb);
    expect(ran).toMatchObject({ code: 1, errors: [] });
    expect(ran.said).toContain('可能是恶意文件');
    expect((await importing(await lines('text.xlsx', 'not a workbook'))).said).toContain('XLSX');
    expect(await importing(path.join(directory, 'nothing.jsonl'))).toMatchObject({ code: 1 });
  });
});

/** Real messages, where they are at hand; the repository holds none. */
const realFiles = realData === undefined ? [] : ['labelled', 'open', 'replied'];

test.each(realFiles)('P-1 a slice of %s comes in once', async (name) => {
  const whole = await readFile(path.join(realData ?? '', `${name}.jsonl`), 'utf8');
  const file = await lines(`${name}.jsonl`, whole.split('\n').slice(0, 100).join('\n'));
  expect((await importing(file)).said).toContain('Read 100: imported 100');
  expect((await importing(file)).said).toContain('imported 0, already there 100');
});
