import { setTimeout } from 'node:timers/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { tooWide } from './visit.ts';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What the checker finds on a page as it stands now, and whether it is wider than its window. */
export const faultsOf = async (page: Page): Promise<string[]> => {
  // No page has frames, so that none needs a second window for its frames' results.
  const checker = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  const { violations } = await checker.withTags(levels).setLegacyMode().analyze();
  const faults = violations.map(
    ({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
  return (await page.evaluate(tooWide)) ? [...faults, 'too wide'] : faults;
};

/**
 * Until nothing is counted any more. Not by `expect.poll`: of tests that run at once it knows one alone,
 * and none once that is over.
 */
export async function untilNone(count: () => number | Promise<number>): Promise<void> {
  const until = Date.now() + 60_000;
  for (let left = await count(); left > 0; left = await count()) {
    if (Date.now() > until) throw new Error(`${left} still waiting`);
    await setTimeout(50);
  }
}

/** Until nothing on the page says that it still waits. */
export const untilShown = (page: Page): Promise<void> =>
  untilNone(() => page.locator('[aria-busy=true], .waiting').count());

/** The same, once the page asks for nothing more. */
export const faultsAtRest = async (page: Page): Promise<string[]> => {
  await page.waitForLoadState('networkidle');
  await untilShown(page);
  return faultsOf(page);
};
