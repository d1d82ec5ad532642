import type { Page } from 'playwright-core';

/** Keys on a page, counted apart from the text. */
export class Keyboard {
  readonly page: Page;
  /** Presses beyond the text. */
  presses = 0;

  constructor(page: Page) {
    this.page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      this.presses += 1;
    }
  }

  /** The text of the letter itself; it does not count. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
  }

  /** Tabs until the focus is where it should be; each counts. */
  async tabTo(id: string): Promise<void> {
    for (let left = 40; left > 0; left -= 1) {
      if ((await this.page.evaluate('document.activeElement?.id')) === id) return;
      await this.press('Tab');
    }
    throw new Error('the keyboard does not come there');
  }
}

/** Opens a petition in the console. */
export const openPetition = async (page: Page, id: string): Promise<void> => {
  await page.goto(`/console/petitions/${id}`);
  await page.locator('.strip h1').waitFor();
};

/** Opens the form of a step from the page of a petition. */
export const openStep = async (page: Page, id: string, command: string): Promise<void> => {
  await page.goto(`/console/petitions/${id}?do=${command}`);
  await page.locator('.workspace form').waitFor();
};

/** Types into a list that one searches. */
export const choose = async (page: Page, field: string, typed: string): Promise<void> => {
  await page.click(`#${field}`);
  await page.keyboard.insertText(typed);
  // Enter takes the one that is marked; before that it takes nothing.
  await page.locator('.ant-select-item-option-active:visible').first().waitFor();
  await page.keyboard.press('Enter');
};

/** Sends the form of a step and waits for the petition's page. */
export const send = async (page: Page): Promise<void> => {
  await page.locator('.workspace form button[type=submit]').click();
  await page
    .locator('.restored')
    .getByText('已完成')
    .waitFor()
    .catch(async (error: unknown) => {
      throw new Error(`not done: ${await page.textContent('main')}`, { cause: error });
    });
};

/** Takes a step on all papers that wait for it, on the page of papers. */
export const batch = async (page: Page, step: string, title: string): Promise<void> => {
  await page.goto(`/console/papers?step=${step}`);
  const row = page.getByRole('row').filter({ hasText: title });
  // While a page comes the button turns, and may be gone with the last one.
  const more = page.locator('button:not(.ant-btn-loading)', { hasText: '继续加载' });
  // By their due day; what is new stands on a later page.
  for (let pages = 1; pages < 20; pages += 1) {
    await row.or(more).first().waitFor();
    if ((await row.count()) > 0) break;
    await more.click();
  }
  await row.first().waitFor();
  for (const each of await row.all()) await each.getByRole('checkbox').check();
  await page.locator('.batch-bar button').click();
  await page
    .locator('.batch-bar')
    .getByText(/完成 \d+ 份/)
    .waitFor();
};
