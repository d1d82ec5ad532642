import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { launchOwnBrowser } from '../harness/browser.ts';
import { inspectContent } from '../../src/platform/files/inspect.ts';
import { uploadLimits } from '../../src/platform/files/limits.ts';
import type { Caller } from '../system/caller.ts';
import { faultsOf } from './page-faults.ts';
import { photograph, signInOn, tooWide, visitCounty } from './visit.ts';

/* A day out without network: three visits written down on a phone that dies, sent once (S-3). */

const visits = visitCounty();
const word = '东门-七号-路灯';
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now());
const opened: BrowserContext[] = [];
const homes: string[] = [];

afterEach(async () => {
  for (const context of opened.splice(0)) await context.close();
  for (const home of homes.splice(0)) await rm(home, { recursive: true, force: true });
});

/**
 * The same telephone, switched on: what its browser kept is there. Without network every request ends
 * at a port where nobody is, also those of the service worker.
 */
const switchOn = async (
  home: string,
  network: boolean,
  more: Parameters<typeof launchOwnBrowser>[1] = {},
): Promise<BrowserContext> => {
  const context = await launchOwnBrowser(home, {
    viewport: { width: 390, height: 800 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    baseURL: visits.base,
    permissions: ['microphone'],
    ...more,
    ...(network ? {} : { proxy: { server: 'http://127.0.0.1:9', bypass: '<-loopback>' } }),
  });
  context.setDefaultTimeout(30_000);
  opened.push(context);
  return context;
};

/** The telephone dies: nothing is closed, nothing is written any more. */
const die = async (context: BrowserContext): Promise<void> => {
  const [page] = context.pages();
  if (page === undefined) throw new Error('no page');
  const closed = new Promise((resolve) => context.once('close', resolve));
  const session = await context.newCDPSession(page);
  await session.send('Browser.crash').catch(() => undefined);
  await closed;
};

const openByWord = async (page: Page): Promise<void> => {
  await page.goto('/console/field/visits');
  await page.locator('#field-word').fill(word);
  await page.getByRole('button', { name: '打开' }).click();
};

const pageOf = (context: BrowserContext): Promise<Page> => {
  const [first] = context.pages();
  return first === undefined ? context.newPage() : Promise.resolve(first);
};

interface Planned {
  readonly id: string;
  readonly whom: string;
}

/** A petition with a visit of today, planned by the unit itself. */
const planVisit = async (unit: Caller, whom: string): Promise<Planned> => {
  const { items } = await unit.must('GET', '/desk?task=handle&limit=5');
  const [line] = items as readonly { readonly id: string }[];
  const me = await unit.must('GET', '/session');
  const { id } = await unit.must('POST', `/petitions/${line?.id ?? ''}/home-visits`, {
    day,
    time: '10:00',
    visitors: [me['userId']],
    whom,
    place: '东门社区三组',
    purpose: '看现场，当面说明办理安排。',
  });
  return { id: String(id), whom };
};

/** What lies in the browser, as the disk has it: states and numbers, nothing that can be read. */
const kept = (page: Page) =>
  page.evaluate<{ readonly files: number; readonly records: readonly string[] }>(`
    new Promise((resolve, reject) => {
      const request = indexedDB.open('huiyin-field');
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const on = request.result.transaction(['file', 'record']);
        const files = on.objectStore('file').count();
        const records = on.objectStore('record').getAll();
        on.oncomplete = () => {
          request.result.close();
          resolve({ files: files.result, records: records.result.map(({ state }) => state) });
        };
      };
    })`);

/** The files of the open record as the store has them, by their kind. */
const heldOf = (page: Page) =>
  page.evaluate<Record<'audio' | 'img', string>>(`
    Promise.all(['audio', 'img'].map(async (kind) => {
      const source = document.querySelector('.field-shots ' + kind).src;
      const bytes = new Uint8Array(await (await fetch(source)).arrayBuffer());
      return [kind, btoa(Array.from(bytes, (each) => String.fromCharCode(each)).join(''))];
    })).then(Object.fromEntries)`);

/** A file of a visit as the server gives it out. */
const fileOf = async (page: Page, visitId: string, fileId: string): Promise<Buffer> => {
  const answer = await page.request.get(`/api/v1/home-visits/${visitId}/files/${fileId}`);
  expect(answer.headers()['content-type']).not.toContain('html');
  return answer.body();
};

/** Writes one visit down, with a photograph, without network. */
const write = async (page: Page, { whom }: Planned, words: string, voice: boolean) => {
  await page.getByRole('link', { name: whom }).click();
  await page.getByLabel('情况记录').fill(words);
  await page.setInputFiles('input[type=file]', await photograph(whom));
  await page.locator('.field-shots img').waitFor();
  if (voice) {
    const note = page.locator('.field-shots audio');
    const silent = page.getByText('没有录到声音');
    // On a busy machine the microphone may give nothing for a second: one records again, as asked.
    for (let tries = 1; tries <= 5 && (await note.count()) === 0; tries += 1) {
      await page.getByRole('button', { name: '录音', exact: true }).click();
      await page.getByText('正在录音').waitFor();
      await page.waitForTimeout(1500 * tries);
      await page.getByRole('button', { name: '停止录音' }).click();
      await note.or(silent).first().waitFor();
    }
    await note.waitFor();
  }
  await page.getByText('已保存在手机上').waitFor();
};

const finish = async (page: Page) => {
  await page.getByRole('button', { name: '写好了，等待发送' }).click();
  await page.getByRole('button', { name: '继续写' }).waitFor();
  await page.getByRole('link', { name: '返回家访列表' }).click();
};

interface Written {
  readonly status: string;
  readonly version: number;
  readonly record: {
    readonly words: string;
    readonly files: readonly { readonly id: string; readonly mediaType: string }[];
  } | null;
  readonly additions: readonly { readonly words: string }[];
}

const readVisit = async (caller: Caller, id: string): Promise<Written> =>
  (await caller.must('GET', `/home-visits/${id}`)) as unknown as Written;

test('S-3 three visits are written without network, survive the browser and are sent exactly once', async () => {
  const home = await mkdtemp(path.join(tmpdir(), 'huiyin-phone-'));
  homes.push(home);
  const unit = await visits.callAs('housing');
  const mark = randomUUID().slice(0, 4);
  const planned: Planned[] = [];
  for (const name of ['甲', '乙', '丙']) planned.push(await planVisit(unit, `${name}户 ${mark}`));
  const [first, second, third] = planned;
  if (first === undefined || second === undefined || third === undefined) throw new Error('three');

  let context = await switchOn(home, true);
  let page = await pageOf(context);
  await page.goto('/console/field/visits');
  await signInOn(page, 'housing', visits.password);
  await page.getByLabel('设一个口令').fill(word);
  await page.getByRole('button', { name: '带上这一天的家访' }).click();
  await page.getByText('已带上。现在可以断网出门了。').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await die(context);

  context = await switchOn(home, false);
  page = await pageOf(context);
  await openByWord(page);
  await write(page, first, `第一户 ${mark}：墙面渗水，已看过。`, true);
  await finish(page);
  await write(page, second, `第二户 ${mark}：和信访人谈了安排。`, false);
  await finish(page);
  // In the middle of the third the telephone dies.
  await write(page, third, `第三户 ${mark}：只写了一半`, false);
  await die(context);

  // The rules of our own pages forbid what this test does: to read what a picture on the page holds.
  context = await switchOn(home, false, { bypassCSP: true });
  page = await pageOf(context);
  await page.goto('/console/field/visits');
  await page.locator('#field-word').fill('不是这个口令');
  await page.getByRole('button', { name: '打开' }).click();
  await page.getByText('口令不对，请再试。').waitFor();
  await openByWord(page);
  await page.getByRole('link', { name: third.whom }).click();
  expect(await page.getByLabel('情况记录').inputValue()).toBe(`第三户 ${mark}：只写了一半`);
  await page.locator('.field-shots img').waitFor();
  await page.getByLabel('情况记录').fill(`第三户 ${mark}：写完了。`);
  await finish(page);
  await page.getByRole('link', { name: first.whom }).click();
  await page.getByRole('button', { name: '继续写' }).click();
  await page.locator('.field-shots audio').waitFor();
  await page.locator('.field-shots img').waitFor();
  const held = await heldOf(page);
  await finish(page);
  expect(await kept(page)).toEqual({ files: 4, records: ['waiting', 'waiting', 'waiting'] });
  await page.getByRole('button', { name: '现在发送' }).click();
  await page.locator('#sign-in-name').waitFor();
  await context.close();

  // Meanwhile a colleague records the second visit at the office.
  const before = await readVisit(unit, second.id);
  await unit.must('POST', `/home-visits/${second.id}/record`, {
    expectedVersion: before.version,
    input: { outcome: 'not-home', visitedOn: day, talks: [], words: '同事记的：家中无人。' },
  });

  context = await switchOn(home, true);
  // The session of the morning is over; whether the dying telephone still wrote it down is chance.
  await context.clearCookies();
  page = await pageOf(context);
  await page.goto('/console/field/visits');
  await page.getByRole('button', { name: '有网络，登录' }).click();
  await signInOn(page, 'housing', visits.password);
  await page.getByRole('button', { name: '现在发送' }).waitFor();
  const other = await context.newPage();
  await other.goto('/console/field/visits');
  await other.getByRole('button', { name: '现在发送' }).waitFor();
  // At once: what one window has sent, the other may no longer offer.
  const buttons = await Promise.all(
    [page, other].map((each) => each.getByRole('button', { name: '现在发送' }).elementHandle()),
  );
  await Promise.all(buttons.map((button) => button?.dispatchEvent('click')));
  await page.getByText('待发送 0 份，在写 0 份，要您看的 1 份。').waitFor();
  expect(await kept(page)).toMatchObject({ files: 1 });

  const one = await readVisit(unit, first.id);
  expect(one).toMatchObject({
    status: 'made',
    version: before.version + 1,
    record: { words: `第一户 ${mark}：墙面渗水，已看过。` },
  });
  expect(one.record?.files.map(({ mediaType }) => mediaType)).toEqual(['image/jpeg', 'audio/webm']);
  const [photo, voice] = one.record?.files ?? [];
  const sound = await fileOf(page, first.id, voice?.id ?? '');
  expect(sound.equals(Buffer.from(held.audio, 'base64'))).toBe(true);
  // A picture is drawn anew by the server from the very bytes that the telephone held.
  const drawn = await inspectContent(Buffer.from(held.img, 'base64'), uploadLimits);
  if (!drawn.ok) throw new Error(drawn.fault);
  const picture = await fileOf(page, first.id, photo?.id ?? '');
  expect(picture.equals(drawn.content.bytes)).toBe(true);
  expect(await readVisit(unit, third.id)).toMatchObject({
    status: 'made',
    version: before.version + 1,
    record: { words: `第三户 ${mark}：写完了。` },
  });

  // Both sides stand there; the person keeps theirs as an addition, and sends again from two windows.
  await page.getByRole('link', { name: second.whom }).click();
  await page.getByText('同事记的：家中无人。').waitFor();
  await page.getByText(`第二户 ${mark}：和信访人谈了安排。`).waitFor();
  expect(await page.evaluate(tooWide)).toBe(false);
  await page.getByRole('button', { name: '我的作为补充一起保留' }).click();
  await page.getByRole('button', { name: '现在发送' }).click();
  await page.getByText('待发送 0 份，在写 0 份，要您看的 0 份。').waitFor();
  const two = await readVisit(unit, second.id);
  expect(two).toMatchObject({ status: 'not-home', version: before.version + 2 });
  expect(two.additions.map(({ words }) => words)).toEqual([`第二户 ${mark}：和信访人谈了安排。`]);
  expect(await kept(page)).toEqual({ files: 0, records: ['sent', 'sent', 'sent'] });
}, 180_000);
