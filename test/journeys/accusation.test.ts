import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { lookUp, press, readSlip, untilCheck, type Slip } from './citizen-steps.ts';
import { openStep } from './console-steps.ts';
import { findByNumber } from './office-by-program.ts';
import { phone, visitCounty } from './visit.ts';

/* Who accuses a bureau on the portal is safe from everybody but the one named for it. */

const visits = visitCounty();
const accused = '临澄县住房和城乡建设局';

const accuse = async (page: Page, title: string): Promise<Slip> => {
  await page.goto('/submit');
  await page.getByRole('link', { name: '开始填写' }).click();
  await page.check('input[name=helping][value=self]');
  await press(page, 'next');
  await page.check('input[name=purpose][value=accusation]');
  await press(page, 'next');
  await page.fill('#title', title);
  await page.fill('#text', '住建局某科长在验收时收受施工单位购物卡。');
  await press(page, 'next');
  await page.fill('#demand-1', '查清事实，依法处理');
  await press(page, 'next');
  await page.selectOption('#region', { index: 1 });
  await press(page, 'next');
  while (new URL(page.url()).pathname === '/submit/place') await press(page, 'next');
  expect(await page.textContent('main')).toContain('也查不到有这件事');
  await page.fill('#unit', accused);
  await page.fill('#accusedPersons', '某科长');
  await press(page, 'next');
  await page.check('input[name=anonymous][value=no]');
  await page.fill('#name', '郑直');
  await page.fill('#mobile', '13912345699');
  await press(page, 'next');
  await untilCheck(page);
  await press(page, 'next');
  return readSlip(page);
};

const strangers = [
  'clerk',
  'officer1',
  'officehead',
  'leader',
  'housing',
  'housing-head',
  'admin',
  'city-officer',
] as const;

/** What each stranger's desk counts, once the worker has ended what earlier journeys began. */
const steadySummaries = async (): Promise<Map<string, unknown>> => {
  const read = async (): Promise<Map<string, unknown>> => {
    const found = new Map<string, unknown>();
    for (const name of strangers) {
      const caller = await visits.callAs(name);
      found.set(name, JSON.parse((await caller.ask('GET', '/desk/summary')).text));
    }
    return found;
  };
  for (let before = await read(); ;) {
    await wait(3_000);
    const now = await read();
    if (isDeepStrictEqual(now, before)) return now;
    before = now;
  }
};

/** the proof grew old while somebody typed; it is asked for in place, and the form goes on. */
const addInTheMiddle = async (page: Page, id: string): Promise<void> => {
  const typed = '来访时又交来一张收据';
  await openStep(page, id, 'addMaterial');
  await page.locator('.workspace textarea').first().fill(typed);
  const asked = { title: '', status: 403, code: 'fresh-sign-in-required', detail: '' };
  const refused = { status: 403, contentType: 'application/problem+json', json: asked };
  await page.route('**/commands/add-material', (route) => route.fulfill(refused), { times: 1 });
  await page.locator('.workspace form button[type=submit]').click();
  await page.locator('#sign-in-password').fill(visits.password);
  expect(await page.locator('.workspace textarea').first().inputValue()).toBe(typed);
  await page.press('#sign-in-password', 'Enter');
  await page.locator('.restored').getByText('已完成').waitFor();
};

describe('L-5 an accusation exists for those named alone', () => {
  test('others find it by no list, search, number, counter or address', async () => {
    const title = `验收收卡 ${randomUUID().slice(0, 6)}`;
    const before = await steadySummaries();
    const citizen = await visits.open(phone);
    const slip = await accuse(citizen, title);
    const named = await visits.callAs('accusations');
    const id = await findByNumber(named, slip.number);
    expect(id).not.toBe('');

    const page = await visits.openAs('accusations');
    await page.goto(`/console/petitions/${id}`);
    await page.getByText('检举控告，仅指定人员可见').waitFor();
    await addInTheMiddle(page, id);

    for (const name of strangers) {
      const caller = await visits.callAs(name);
      const lists = [
        `/search?q=${slip.number}`,
        `/search?q=${encodeURIComponent('购物卡')}`,
        `/search?q=13912345699`,
        '/petitions?limit=100',
        '/petitions?purpose=accusation&limit=100',
        '/desk?limit=100',
      ];
      for (const list of lists) {
        const answer = await caller.ask('GET', list);
        expect([name, list, answer.text.includes(id)]).toEqual([name, list, false]);
        expect([name, list, answer.text.includes(slip.number)]).toEqual([name, list, false]);
      }
      for (const address of [`/petitions/${id}`, `/petitions/${id}/presence`]) {
        expect([name, (await caller.ask('GET', address)).status]).toEqual([name, 404]);
      }
      const similar = await caller.ask('POST', '/similar', { body: { mobile: '13912345699' } });
      expect([name, similar.text.includes(id)]).toEqual([name, false]);
      const step = await caller.ask('POST', `/petitions/${id}/commands/classify`, {
        body: { expectedVersion: 1, input: { purpose: 'appeal', regionCode: '430121' } },
      });
      expect([name, step.status]).toEqual([name, 404]);
      const summary = await caller.ask('GET', '/desk/summary');
      expect([name, JSON.parse(summary.text)]).toEqual([name, before.get(name)]);
    }

    const stranger = await visits.openAs('housing-head');
    await stranger.goto(`/console/petitions/${id}`);
    await stranger.locator('.problem, [role=alert]').first().waitFor();
    expect(await stranger.textContent('main')).not.toContain(title);

    // The petitioner sees that it is in hand, on the usual page.
    await lookUp(citizen, slip);
    expect(await citizen.textContent('h1')).toBe(title);
  });
});
