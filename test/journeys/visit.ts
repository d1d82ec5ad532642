import { randomInt } from 'node:crypto';
import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Locator,
  Page,
} from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { launchBrowser } from '../harness/browser.ts';
import { Caller } from '../system/caller.ts';

/** Windows of one test file on the running county; those of a test are closed after it. */
export interface Visits {
  readonly base: string;
  /** Everybody's. */
  readonly password: string;
  /** A window without anybody's session. */
  readonly open: (options?: BrowserContextOptions) => Promise<Page>;
  /** A window of the console in which somebody is signed in. */
  readonly openAs: (userName: string, options?: BrowserContextOptions) => Promise<Page>;
  /** The same person as a program. */
  readonly callAs: (userName: string) => Promise<Caller>;
}

const someAddress = (): string => `10.${randomInt(250)}.${randomInt(250)}.${randomInt(250)}`;

/** A phone as many people hold it. */
export const phone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false } as const;

/**
 * The browser for the tests of one file.
 * @param keep whether windows stay open between the tests of the file
 */
export const visitCounty = ({ keep = false } = {}): Visits => {
  const { url, password } = inject('county');
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const closeAll = async (): Promise<void> => {
    for (const context of contexts.splice(0)) await context.close();
  };
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(() => (keep ? undefined : closeAll()));
  afterAll(async () => {
    await closeAll();
    await browser.close();
  });

  const open = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 860 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      // One address is throttled; each window is somebody else.
      extraHTTPHeaders: { 'x-forwarded-for': someAddress() },
      baseURL: url,
      ...options,
    });
    // A busy machine is slow, not wrong: what never comes fails all the same.
    context.setDefaultTimeout(60_000);
    contexts.push(context);
    const page = await context.newPage();
    // Who listens only when the key is pressed may come too late: the browser then opens its own dialog.
    page.on('filechooser', () => undefined);
    return page;
  };
  const callAs = async (userName: string): Promise<Caller> => {
    const caller = new Caller(url);
    await caller.must('POST', '/session', { userName, password });
    return caller;
  };
  return {
    base: url,
    password,
    open,
    callAs,
    openAs: async (userName, options) => {
      const page = await open(options);
      await page.goto('/console/');
      await signInOn(page, userName, password);
      await page.locator('nav .side-link').first().waitFor();
      return page;
    },
  };
};

/** Types name and password where the console asks for them. */
export const signInOn = async (page: Page, userName: string, password: string): Promise<void> => {
  await page.fill('#sign-in-name', userName);
  await page.fill('#sign-in-password', password);
  await page.press('#sign-in-password', 'Enter');
};

/** A photograph as a phone takes it. */
export const photograph = async (label: string) => ({
  name: `${label}.jpg`,
  mimeType: 'image/jpeg',
  buffer: await sharp({
    create: {
      width: 1200,
      height: 900,
      channels: 3,
      background: '#7a8a6a',
      noise: { type: 'gaussian', mean: 120, sigma: 30 },
    },
  })
    .jpeg({ quality: 70 })
    .toBuffer(),
});

/** Whether the page is wider than its window. */
export const tooWide = 'document.documentElement.scrollWidth > innerWidth';

/** Waits until so many of something stand on the page. */
export const untilCount = (found: Locator, wanted: number): Promise<void> =>
  expect.poll(() => found.count(), { timeout: 60_000 }).toBe(wanted);
