import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
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

/** Until nothing on the page says that it still waits. */
export const untilShown = (page: Page): Promise<void> =>
  expect
    .poll(() => page.locator('[aria-busy=true], .waiting').count(), { timeout: 60_000 })
    .toBe(0);

/** The same, once the page asks for nothing more. */
export const faultsAtRest = async (page: Page): Promise<string[]> => {
  await page.waitForLoadState('networkidle');
  await untilShown(page);
  return faultsOf(page);
};
