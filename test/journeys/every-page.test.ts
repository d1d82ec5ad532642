import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserContextOptions, Page, Request } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { consoleStops, type Stop } from './every-console-page.ts';
import { sendingOn, walkPortal } from './every-portal-page.ts';
import { consolePages, portalPages } from './page-table.ts';
import { faultsOf, untilNone, untilShown } from './page-faults.ts';
import { visitCounty, type Visits } from './visit.ts';

/*
 * Every address of both faces, read from where it is declared, with the checker. `PICTURES` names a
 * folder that gets a picture of each: whoever changes a page looks at it.
 */

const visits = visitCounty({ keep: true });

/** Signs everybody in once: many sign-ins under one name within moments are slowed down. */
const callers = new Map<string, ReturnType<typeof visits.callAs>>();
const asked: Visits = {
  ...visits,
  callAs: (userName) => {
    const caller = callers.get(userName) ?? visits.callAs(userName);
    callers.set(userName, caller);
    return caller;
  },
};
const pictures = process.env['PICTURES'];

const takePicture = async (page: Page, name: string): Promise<void> => {
  if (pictures === undefined) return;
  await mkdir(pictures, { recursive: true });
  const file = path.join(pictures, `${name.replaceAll(/[^\w-]+/g, '-').slice(0, 80)}.png`);
  await page.screenshot({ path: file, fullPage: true, animations: 'disabled' });
};

/** Waits until a page asks for nothing more and shows no wait; a stream of news never ends. */
const quietly = (page: Page): (() => Promise<void>) => {
  const asking = new Set<Request>();
  page.on('request', (request) => {
    if (request.resourceType() !== 'eventsource') asking.add(request);
  });
  page.on('requestfinished', (request) => asking.delete(request));
  page.on('requestfailed', (request) => asking.delete(request));
  return async () => {
    await untilNone(() => asking.size);
    await untilShown(page);
  };
};

const openFor = async (who: string, options: BrowserContextOptions) => {
  const page = await (who === '' ? visits.open(options) : visits.openAs(who, options));
  return { page, quiet: quietly(page) };
};

// A walk through all pages takes minutes on a busy machine.
describe('every page is clean', { timeout: 1_200_000, retry: 0 }, () => {
  test.concurrent.each([
    ['Chinese at 1280', { viewport: { width: 1280, height: 860 }, locale: 'zh-CN' }],
    ['English at 820', { viewport: { width: 820, height: 1180 }, locale: 'en-GB' }],
  ])('the console, %s', async (size, options: BrowserContextOptions) => {
    const found: string[] = [];
    const windows = new Map<string, { page: Page; quiet: () => Promise<void> }>();
    const stops: Stop[] = [];
    for (const stop of Object.values(consoleStops)) stops.push(...(await stop(asked)));
    for (const { who, at, shows } of stops) {
      const { page, quiet } = windows.get(who) ?? (await openFor(who, options));
      windows.set(who, { page, quiet });
      await page.goto(`/console/${at}`);
      const stands = page.locator(shows).first().waitFor({ timeout: 60_000 });
      await stands.catch(() => found.push(`${at}: nothing shows ${shows}`));
      await quiet();
      for (const fault of await faultsOf(page)) found.push(`${at}: ${fault}`);
      const short = at.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id');
      await takePicture(page, `console ${size} ${short} ${who}`);
    }
    expect(found).toEqual([]);
  });

  test.each([
    ['on a phone', { viewport: { width: 390, height: 844 } }],
    ['on a wide screen', { viewport: { width: 1280, height: 860 } }],
  ])('the portal, %s', async (size, options) => {
    const found: string[] = [];
    const seen = new Set<string>();
    const page = await visits.open(options);
    await walkPortal(page, visits, async (pattern, name) => {
      seen.add(pattern);
      for (const fault of await faultsOf(page)) found.push(`${name}: ${fault}`);
      await takePicture(page, `portal ${size} ${name}`);
    });
    expect(found).toEqual([]);
    expect([...seen, ...sendingOn].toSorted()).toEqual([...new Set(portalPages())].toSorted());
  });

  test('no page of the console is forgotten', () => {
    expect(Object.keys(consoleStops).toSorted()).toEqual(consolePages().toSorted());
  });
});
