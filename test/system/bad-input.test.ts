import { randomUUID } from 'node:crypto';
import { zipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RunningServer } from '../../src/main/run-server.ts';
import type { Answer, Caller } from './caller.ts';
import { setUpCounty, signIn, someMatter, type County } from './county.ts';
import { newHome, openHouse, removeHome, settingsOf } from './house.ts';
import { countRows } from './rows.ts';

let home: string;
let settings: Record<string, string>;
let house: RunningServer;
let county: County;

beforeAll(async () => {
  home = await newHome();
  settings = settingsOf(home);
  house = await openHouse(settings);
  county = await setUpCounty(house.url);
});
afterAll(async () => {
  await house.close();
  await removeHome(home, settings);
});

const rows = () => countRows(house.core.db.ownerUrl ?? '');

/** A refusal as the program promises it: a code, and what to do in both languages. */
function expectProblem(answer: Answer, status: number, code: string, field?: string): void {
  expect([answer.status, answer.body['code'], answer.text]).toEqual([status, code, answer.text]);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  const { detail, detailZh, detailEn, type, title } = answer.body;
  expect(detailZh).toMatch(/\p{Script=Han}.*[。：？！]?$/u);
  expect(detailEn).toMatch(/^[A-Z“"].{5,}/);
  expect([detailZh, detailEn]).toContain(detail);
  expect(type).toBe(`/problems/${code}`);
  expect(title).toBeTruthy();
  if (field !== undefined) expect(answer.body['field']).toBe(field);
}

const submit = (body: unknown, key: string = randomUUID()): Promise<Answer> =>
  county.anybody.ask('POST', '/petitions', { body, key });

/** A petition registered by staff, whose id the clerk then knows. */
const registerOne = async (more: Readonly<Record<string, unknown>> = {}) => {
  const body = someMatter({ channel: 'letter', purpose: 'appeal', ...more });
  const { id, number, lookupCode } = await county.officer.must('POST', '/registrations', body);
  return { id: String(id), number: String(number), lookupCode: String(lookupCode) };
};

const look = (number: string, code: string): Promise<Answer> =>
  county.anybody.ask('GET', `/public/petitions/${number}`, { headers: { 'x-lookup-code': code } });

describe('P-1 bad input is refused with a sentence and leaves nothing behind', () => {
  let before: Readonly<Record<string, number>>;
  beforeEach(async () => {
    before = await rows();
  });
  afterEach(async () => {
    const after = await rows();
    const more = Object.keys(after).filter((table) => after[table] !== before[table]);
    if (more.length > 0) throw new Error(`half saved: ${more.join(', ')}`);
  });

  const tomorrow = new Date(Date.now() + 36 * 3_600_000).toISOString().slice(0, 10);
  const wrong: readonly (readonly [string, Record<string, unknown>, string, string | undefined])[] =
    [
      ['over-long text', { text: '长'.repeat(10_001) }, 'text-too-long', 'text'],
      ['text beyond all measure', { text: '长'.repeat(60_000) }, 'input-invalid', 'text'],
      ['an over-long title', { title: '长'.repeat(101) }, 'text-too-long', 'title'],
      [
        '10,000 demands',
        { demands: Array.from({ length: 10_000 }, () => '修路') },
        'too-many-demands',
        'demands',
      ],
      ['nothing but blanks', { text: ' \u3000\u200B\n ' }, 'input-required', 'text'],
      ['no text', { text: '' }, 'input-required', 'text'],
      ['no title at all', { title: undefined }, 'input-required', 'title'],
      ['a lone surrogate', { text: '路灯\uD83D坏了' }, 'text-encoding', 'text'],
      ['a lost encoding', { title: '\uFFFD\uFFFD\uFFFD\uFFFD' }, 'text-encoding', 'title'],
      ['a broken demand', { demands: ['好', '\uDC00'] }, 'text-encoding', 'demands.1'],
      ['a letter of tomorrow', { letterDate: tomorrow }, 'date-in-future', 'letterDate'],
      ['a letter of the year 1900', { letterDate: '1900-01-01' }, 'date-too-old', 'letterDate'],
      ['a day that is none', { letterDate: '2026-02-30' }, 'input-invalid', 'letterDate'],
      ['an unknown region', { regionCode: '999999' }, 'region-unknown', 'regionCode'],
      ['a region that is no code', { regionCode: "4'; DROP" }, 'input-invalid', 'regionCode'],
      [
        'a person without measure',
        { people: Array.from({ length: 501 }, () => ({})) },
        'too-many-people',
        'people',
      ],
    ];
  test.each(wrong)('%s', async (_, more, code, field) => {
    expectProblem(await submit(someMatter(more)), 422, code, field);
    const byStaff = someMatter({ channel: 'letter', ...more });
    const answer = await county.officer.ask('POST', '/registrations', { body: byStaff });
    expectProblem(answer, 422, code, field);
  });

  test.each([
    ['no JSON', '{"title": ', 400, 'malformed-request'],
    [
      'bytes that are no UTF-8',
      Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
      400,
      'malformed-request',
    ],
    ['half a document', JSON.stringify(someMatter()).slice(0, 60), 400, 'malformed-request'],
    ['nothing', '', 400, 'malformed-request'],
    ['a list', '[]', 422, 'input-invalid'],
    [
      'five megabytes',
      JSON.stringify(someMatter({ text: 'x'.repeat(5_000_000) })),
      413,
      'body-too-large',
    ],
  ])('a body that is %s', async (_, body, status, code) => {
    const asked = { body: Buffer.isBuffer(body) ? new Uint8Array(body) : body };
    expectProblem(await county.anybody.ask('POST', '/petitions', asked), status, code);
  });

  test('text in another encoding than UTF-8 is refused, not stored as marks', async () => {
    const json = JSON.stringify(someMatter({ title: '@@' }));
    // 路灯 in GBK.
    const gbk = Buffer.from([0xc2, 0xb7, 0xb5, 0xc6]);
    const [head = '', tail = ''] = json.split('@@');
    const body = new Uint8Array(Buffer.concat([Buffer.from(head), gbk, Buffer.from(tail)]));
    const answer = await county.anybody.ask('POST', '/petitions', { body });
    expect([400, 422]).toContain(answer.status);
    expect(['malformed-request', 'text-encoding']).toContain(answer.body['code']);
    expectProblem(answer, answer.status, String(answer.body['code']));
  });

  const elf = new Uint8Array(Buffer.concat([Buffer.from('7f454c46', 'hex'), Buffer.alloc(2_000)]));
  const exe = new Uint8Array(Buffer.concat([Buffer.from('MZ\x90\0'), Buffer.alloc(2_000)]));
  const script = new Uint8Array(Buffer.from('<html><script>alert(1)</script></html>'));
  /** More than an Office file may unpack to, in a small part of it. */
  const bomb = () => {
    const sheet = new Uint8Array(210 * 1024 * 1024);
    return new Uint8Array(
      zipSync({
        '[Content_Types].xml': Buffer.from('<Types/>'),
        'xl/workbook.xml': Buffer.from('<workbook/>'),
        'xl/worksheets/sheet1.xml': [sheet, { level: 1 }],
      }),
    );
  };
  test.each([
    ['an empty file', '照片.jpg', () => new Uint8Array(), 'file-empty'],
    ['an executable named .jpg', '照片.jpg', () => exe, 'file-type'],
    ['a program named .pdf', '材料.pdf', () => elf, 'file-type'],
    ['a page named .png', '图.png', () => script, 'file-type'],
    [
      'a picture cut off',
      '图.jpg',
      () => new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
      'file-damaged',
    ],
    ['a zip bomb as XLSX', '表.xlsx', bomb, 'file-archive-bomb'],
  ])('%s', async (_, name, bytes, code) => {
    const answer = await county.officer.upload([{ name, bytes: bytes() }]);
    expect(answer.body['code']).toBe(code);
    expectProblem(answer, answer.status, code);
    expect(answer.status).toBeGreaterThanOrEqual(413);
    expect(answer.status).toBeLessThan(500);
  });

  test('a number with a wrong check digit, a number of nobody and the code of somebody else are one refusal', async () => {
    const [mine, other] = [await registerOne(), await registerOne()];
    before = await rows();
    const slip = `${mine.number.slice(0, -1)}${(Number(mine.number.at(-1)) + 1) % 10}`;
    const refused = [
      await look(slip, mine.lookupCode),
      await look(mine.number, other.lookupCode),
      await look(mine.number, ''),
      await look('0000000000000', mine.lookupCode),
      await look("' OR 1=1 --", mine.lookupCode),
    ];
    for (const answer of refused) {
      expectProblem(answer, 404, 'number-or-code-wrong');
      expect(answer.body['detail']).toBe(refused[0]?.body['detail']);
    }
    expect((await look(mine.number, mine.lookupCode)).status).toBe(200);
  });

  test('a session that ended in the middle: the sentence, and nothing changed', async () => {
    const { id } = await registerOne();
    before = await rows();
    const caller = await signIn(house.url, 'officer');
    await caller.must('GET', `/petitions/${id}`);
    const kept = new Map(caller.cookies);
    await caller.must('DELETE', '/session');
    for (const [name, value] of kept) caller.cookies.set(name, value);
    const input = { to: county.bureau, instruction: '请办理' };
    const answer = await caller.ask('POST', `/petitions/${id}/commands/refer`, { body: { input } });
    expectProblem(answer, 401, 'not-signed-in');
    before = { ...before, event: (before['event'] ?? 0) + 1 };
    const after = await rows();
    // The one event more is the end of the session itself.
    expect(after['event']).toBe(before['event']);
    before = after;
    const view = await county.officer.must('GET', `/petitions/${id}`);
    expect(view['status']).toBe('registered');
  });

  test('another site cannot make a signed-in browser do anything', async () => {
    const headers = { 'x-requested-with': '' };
    const body = someMatter({ channel: 'letter' });
    const answer = await county.officer.ask('POST', '/registrations', { body, headers });
    expectProblem(answer, 403, 'csrf-refused');
  });
});

describe('P-1 what is odd is taken, cleaned or said', () => {
  test('a wrong identity number and telephone warn and do not block', async () => {
    const people = [
      {
        name: '钱某',
        documentType: 'identity-card',
        documentNumber: '110105194912310021',
        mobile: '1391234567',
      },
    ];
    const answer = await submit(someMatter({ people }));
    expect(answer.status).toBe(201);
    const warnings = answer.body['warnings'] as { field: string; kind: string }[];
    expect(warnings.map(({ field }) => field)).toEqual([
      'people.0.documentNumber',
      'people.0.mobile',
    ]);
  });

  test('control characters, hidden marks and right-to-left overrides are cleaned', async () => {
    const { id } = await registerOne({
      title: '路灯\u202Egpj.exe\u0000坏了',
      text: '第一行\r\n第二行\u0007\u200B，\u2066隐藏\u2069。',
    });
    const view = await county.officer.must('GET', `/petitions/${id}`);
    expect(view['title']).toBe('路灯gpj.exe坏了');
    expect(view['text']).toBe('第一行\n第二行，隐藏。');
  });

  test('SQL and HTML are words like others: kept as typed, shown escaped', async () => {
    const title = `<script>alert('1')</script>`;
    const text = `'; DROP TABLE petition; -- <img src=x onerror="alert(1)"> {{7*7}} \${1}`;
    const { id, number, lookupCode } = await registerOne({ title, text });
    const view = await county.officer.must('GET', `/petitions/${id}`);
    expect([view['title'], view['text']]).toEqual([title, text]);
    const citizen = county.anybody;
    await citizen.open('/progress');
    const opened = await citizen.sendForm('/progress', { number, code: lookupCode });
    expect([opened.status, opened.headers.get('location')]).toEqual([303, `/p/${number}`]);
    const page = await citizen.open(`/p/${number}`);
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('<script>alert');
    expect(page.text).toContain('&lt;script&gt;alert');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  });
});

describe('P-1 sent twice', () => {
  test('the same key with the same body gives the same number, with another body a refusal', async () => {
    const key = randomUUID();
    const body = someMatter({ title: '水压不足' });
    const first = await submit(body, key);
    const before = await rows();
    const second = await submit(body, key);
    expect([second.status, second.body['number'], second.body['lookupCode']]).toEqual([
      201,
      first.body['number'],
      first.body['lookupCode'],
    ]);
    expectProblem(await submit({ ...body, title: '别的' }, key), 409, 'idempotency-key-reused');
    expectProblem(await submit(body, 'short'), 422, 'input-invalid', 'idempotency-key');
    expect(await rows()).toEqual(before);
  });

  test('a double click makes one petition', async () => {
    const before = (await rows())['petition'] ?? 0;
    const key = randomUUID();
    const clicks = await Promise.all(
      Array.from({ length: 8 }, () => submit(someMatter({ title: '连点' }), key)),
    );
    expect(
      new Set(clicks.map(({ status, body }) => `${status} ${String(body['number'])}`)).size,
    ).toBe(1);
    expect((await rows())['petition']).toBe(before + 1);
  });

  const refer = (caller: Caller, id: string, expectedVersion: number, key: string, to: string) =>
    caller.ask('POST', `/petitions/${id}/commands/refer`, {
      key,
      body: { expectedVersion, input: { to, instruction: '请依法办理' } },
    });

  test('two people at once: one is told that the other was faster', async () => {
    const { id } = await registerOne();
    const { version } = await county.officer.must('GET', `/petitions/${id}`);
    const answers = await Promise.all([
      refer(county.officer, id, Number(version), randomUUID(), county.bureau),
      refer(county.head, id, Number(version), randomUUID(), county.bureau),
    ]);
    const [done, late] = answers.toSorted((one, other) => one.status - other.status);
    expect(done?.status).toBe(200);
    if (late !== undefined) expectProblem(late, 409, 'version-conflict');
    const view = await county.officer.must('GET', `/petitions/${id}`);
    expect(view['version']).toBe(done?.body['version']);
  });

  test('a command sent twice with one key is done once', async () => {
    const { id } = await registerOne();
    const { version } = await county.officer.must('GET', `/petitions/${id}`);
    const key = randomUUID();
    const send = () => refer(county.officer, id, Number(version), key, county.bureau);
    const [one, two] = await Promise.all([send(), send()]);
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(two.body).toEqual(one.body);
    expectProblem(
      await refer(county.officer, id, Number(version), key, 'office-4301'),
      409,
      'idempotency-key-reused',
    );
  });
});
