import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPetition, openStep } from './console-steps.ts';
import { petitionOf } from './office-by-program.ts';
import { faultsAtRest, untilShown } from './page-faults.ts';
import { visitCounty } from './visit.ts';

/*
 * What opens upon pages: dialogs, forms and what is missing in them, clocks day by day, with the
 * checker; and the keyboard. The pages themselves are walked in `every-page.test.ts`.
 */

const visits = visitCounty();

type Look = (name: string) => Promise<void>;

const lookOf = (page: Page, found: string[]): Look => {
  return async (name) => {
    for (const each of await faultsAtRest(page)) found.push(`${name}: ${each}`);
  };
};

const dialogs: readonly (readonly [string, RegExp])[] = [
  ['saved searches', /常用筛选|Saved/],
  ['export', /导出 XLSX|Export/],
  ['keys', /键盘操作|Keyboard/],
];

/** Forms of commands are many; each kind of control appears in one of these. */
const forms = ['classify', 'refer', 'assign', 'redirect', 'split', 'merge', 'addMaterial'];

const someLine = async (userName: string, query: string): Promise<string> => {
  const caller = await visits.callAs(userName);
  const { items } = await caller.must('GET', `/desk?limit=50${query}`);
  return (items as { id: string }[])[0]?.id ?? '';
};

const walkOffice = async (page: Page, look: Look): Promise<void> => {
  const id = await someLine('officer1', '&task=triage');
  await page.goto(`/console/desk?sel=${id}`);
  await page.locator('.line').first().waitFor();
  for (const [name, label] of dialogs) {
    await page.getByRole('button', { name: label }).first().click();
    await page.getByRole('dialog').waitFor();
    await look(`dialog ${name}`);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }
  await page.locator('.line input[type=checkbox]').first().check();
  await page.locator('.bulk-bar button').first().click();
  await page.getByRole('dialog').waitFor();
  await look('dialog bulk');
  await page.keyboard.press('Escape');
  await openPetition(page, id);
  for (const each of await page.locator('.clock-item button').all()) await each.click();
  await page.locator('.strip-actions button').click();
  await look('petition with its clocks and steps');
  for (const form of forms) {
    await openStep(page, id, form);
    await page.locator('.workspace form button[type=submit]').click();
    await look(`form ${form}, with what is missing`);
  }
  await page.goto('/console/nowhere');
  await look('a page that is not there');
};

const sizes = [
  ['Chinese at 1280', { viewport: { width: 1280, height: 860 }, locale: 'zh-CN' }],
  ['English at 820', { viewport: { width: 820, height: 1180 }, locale: 'en-GB' }],
] as const;

describe('axe finds nothing in what opens upon the pages of the console', () => {
  test.each(sizes)('%s: the office', async (_, options) => {
    const found: string[] = [];
    const signIn = await visits.open(options);
    await signIn.goto('/console/');
    await signIn.locator('#sign-in-name').waitFor();
    await lookOf(signIn, found)('sign-in');
    const page = await visits.openAs('officer1', options);
    await walkOffice(page, lookOf(page, found));
    expect(found).toEqual([]);
  });

  test.each(sizes)('%s: the forms of clerk and unit', async (_, options) => {
    const found: string[] = [];
    const clerk = await visits.openAs('clerk', options);
    const look = lookOf(clerk, found);
    await clerk.goto('/console/register');
    await clerk.locator('#registration-channel').waitFor();
    for (const each of await clerk.locator('details > summary').all()) await each.click();
    await look('registration, all of it open');
    await clerk.keyboard.press('Control+Enter');
    await clerk.locator('form button[type=submit]').click();
    await look('registration with what is missing');
    const handler = await visits.openAs('housing', options);
    const caller = await visits.callAs('housing');
    for (const task of ['accept', 'handle']) {
      const id = await someLine('housing', `&task=${task}`);
      if (id === '') continue;
      const { allowances } = await petitionOf(caller, id);
      // Each form once: what differs in English is the words.
      const can = options.locale === 'zh-CN' ? allowances.filter(({ allowed }) => allowed) : [];
      for (const { command } of can) {
        await openStep(handler, id, command);
        await lookOf(handler, found)(`form ${command}`);
      }
    }
    expect(found).toEqual([]);
  });
});

/** What has the focus, and whether one sees it. */
const focused = `(() => {
  const each = document.activeElement;
  if (each === null || each === document.body) return null;
  each.dataset.reached = 'yes';
  const around = ['.ant-select', 'label', 'span'].map((name) => each.closest(name) ?? each);
  const styles = [each, ...around].map((one) => getComputedStyle(one));
  const marked = [...styles, getComputedStyle(each, '::after')].some(
    (one) =>
      (one.outlineStyle !== 'none' && parseFloat(one.outlineWidth) > 0) || one.boxShadow !== 'none',
  );
  const box = each.getBoundingClientRect();
  return { what: each.outerHTML.slice(0, 90), marked, hidden: box.width < 1 || box.height < 1 };
})()`;

interface Focused {
  readonly what: string;
  readonly marked: boolean;
  readonly hidden: boolean;
}

/** Everything that can be pressed on a page, as far as it shows. */
const pressable = `[...document.querySelectorAll(
  'a[href], button:not([disabled]):not([tabindex="-1"]), summary, select, textarea, input:not([type=hidden]):not([type=file]):not([tabindex="-1"])'
)].filter((each) => each.checkVisibility({ visibilityProperty: true }))
  .filter((each) => each.type !== 'radio' || each.checked || each.id !== '').length`;

describe('the keyboard reaches everything, and one sees where it is', () => {
  test.each([
    ['desk', 'officer1', '/console/desk'],
    ['registration', 'clerk', '/console/register'],
    ['papers', 'officehead', '/console/papers?step=issuePaper'],
  ])('%s', async (_, userName, path) => {
    const page = await visits.openAs(userName);
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    await untilShown(page);
    const wanted = await page.evaluate<number>(pressable);
    const unseen: string[] = [];
    // Past the end of the page the keyboard comes to its beginning again.
    for (let at = 0; at < wanted + 15; at += 1) {
      await page.keyboard.press('Tab');
      const now = await page.evaluate<Focused | null>(focused);
      if (now !== null && !now.marked && !now.hidden) unseen.push(now.what);
    }
    const reached = await page.evaluate('document.querySelectorAll("[data-reached]").length');
    expect(unseen).toEqual([]);
    expect(reached).toBeGreaterThanOrEqual(wanted);
  });
});
