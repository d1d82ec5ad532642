import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { run, scopeOf } from '../../../platform/database/index.ts';
import { oneTimeWord } from '../../../platform/vault/index.ts';
import { input, openCounty, staff, type County } from '../queries/county.test-data.ts';
import { openLookupCode, openProgress } from '../queries/index.ts';
import { askForWord, makeWord, replaceLostCode } from './lost-code.ts';
import type { Registered } from './register.ts';

const minute = 60_000;
const mobile = '13800000042';
const email = 'wang@example.org';

let county: County;
beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

let petition: Registered;
beforeEach(async () => {
  const [person] = input().people;
  petition = await county.register({
    people: [{ ...person!, mobile, email }],
  });
});

const ask = (contact: string, now = county.at.now): Promise<void> =>
  askForWord(county.deps, { number: petition.number, contact }, { language: 'zh-CN', now });

const messages = () =>
  county.deps.db.withActor(scopeOf({ kind: 'system', name: 'test' }), 'read', (tx) =>
    run<{ params: object; sms: string | null; email: string | null; urgent: boolean }>(tx, {
      name: 'test.words-sent',
      text: `SELECT params, sms_address AS sms, email_address AS email, urgent FROM message
              WHERE stream_id = $1 AND template = 'code-word'`,
      values: [petition.id],
    }),
  );

const word = (now = county.at.now, version = 1): string =>
  oneTimeWord(county.deps.keys, petition.id, version, now);

const replace = (
  typed: string,
  more: { contact?: string; number?: string; key?: string; now?: number } = {},
) =>
  replaceLostCode(
    county.deps,
    { number: more.number ?? petition.number, contact: more.contact ?? mobile, word: typed },
    { commandKey: more.key ?? crypto.randomUUID(), now: more.now ?? county.at.now },
  );

const opens = async (code: string): Promise<boolean> =>
  (await openProgress(county.deps, petition.number, code, county.at.now)).ok;

describe('P-3 a lost code is replaced by the registered contact', () => {
  test('P-3 digits go to the contact that was named, however it is typed, once in ten minutes', async () => {
    await ask('+86 138-0000-0042');
    await ask(mobile);
    expect(await messages()).toMatchObject([{ email: null, urgent: true }]);
    await ask(' Wang@Example.org ');
    await ask(mobile, county.at.now + 10 * minute);
    const sent = await messages();
    expect(sent.filter(({ sms, email: to }) => sms !== null && to === null)).toHaveLength(2);
    expect(sent.filter(({ sms, email: to }) => sms === null && to !== null)).toHaveLength(1);
  });

  test('P-3 to another contact nothing goes, and nobody is told so', async () => {
    await expect(ask('13800000043')).resolves.toBeUndefined();
    await expect(ask('other@example.org')).resolves.toBeUndefined();
    expect(await messages()).toEqual([]);
  });

  test('P-3 the digits stand in no outbox; they are made as the message leaves', async () => {
    await ask(mobile);
    expect(JSON.stringify(await messages())).not.toMatch(/"\d{8}"/);
    const made = await county.deps.db.withActor(
      scopeOf({ kind: 'system', name: 'test' }),
      'read',
      (tx) => makeWord(county.deps)(tx, petition.id),
    );
    expect(made).toMatch(/^\d{8}$/);
  });

  test('P-3 who has the digits gets a new code, and the old one is void', async () => {
    const done = await replace(word());
    expect(done).toMatchObject({ ok: true, value: { number: petition.number } });
    expect(done.ok && (await opens(done.value.lookupCode))).toBe(true);
    expect(await opens(petition.lookupCode)).toBe(false);
    // No one at the window gave this code: to them it does not open (P-14).
    expect(await openLookupCode(county.deps, staff('office'), petition.id)).toBeNull();
  });

  test('P-3 the same press twice gives the same code; the digits serve no second press', async () => {
    const digits = word();
    const first = await replace(digits, { key: 'one press' });
    expect(first.ok).toBe(true);
    expect(await replace(digits, { key: 'one press' })).toEqual(first);
    expect(await replace(digits, { key: 'another' })).toMatchObject({
      refusal: { code: 'lost-code-word' },
    });
  });

  test.each([
    ['wrong digits', () => replace('00000000')],
    ['digits of half an hour ago', () => replace(word(county.at.now - 30 * minute))],
    ['another contact', () => replace(word(), { contact: '13800000043' })],
    ['another number', () => replace(word(), { number: '2026000000018' })],
    ['no digits', () => replace('')],
  ])('P-3 %s: refused alike', async (_, press) => {
    expect(await press()).toEqual({ ok: false, refusal: { code: 'lost-code-word', params: {} } });
    expect(await opens(petition.lookupCode)).toBe(true);
  });
});
