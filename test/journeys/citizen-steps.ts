import type { Page } from 'playwright-core';

/** Number and look-up code, as the citizen writes them down. */
export interface Slip {
  readonly number: string;
  readonly code: string;
}

/** Presses a button of a form by what it does. */
export const press = (page: Page, value: string): Promise<void> =>
  page.locator(`main button[value="${value}"]`).first().click();

/** The first questions: who, what for, what happened. */
export const begin = async (page: Page, title: string, text: string): Promise<void> => {
  await page.goto('/submit');
  await page.getByRole('link', { name: '开始填写' }).click();
  await page.check('input[name=helping][value=self]');
  await press(page, 'next');
  await page.check('input[name=purpose][value=appeal]');
  await press(page, 'next');
  await page.fill('#title', title);
  await page.fill('#text', text);
  await press(page, 'next');
};

/** From the demands to the page before the files. */
export const goOn = async (
  page: Page,
  told: { readonly demands: readonly string[]; readonly name: string; readonly mobile: string },
): Promise<void> => {
  for (const [at, demand] of told.demands.entries()) {
    await page.fill(`#demand-${at + 1}`, demand);
    if (at < told.demands.length - 1) await press(page, 'add');
  }
  await press(page, 'next');
  await page.selectOption('#region', { index: 1 });
  await press(page, 'next');
  // Without script each level is a page of its own.
  while (new URL(page.url()).pathname === '/submit/place') await press(page, 'next');
  await press(page, 'next');
  await page.check('input[name=anonymous][value=no]');
  await page.fill('#name', told.name);
  await page.fill('#mobile', told.mobile);
  await press(page, 'next');
};

/** How the answer comes, then the page with everything once more. */
export const untilCheck = async (page: Page): Promise<void> => {
  await press(page, 'next');
  await page.check('input[name=service][value=electronic]');
  await press(page, 'next');
};

/** What stands on the page after sending. */
export const readSlip = async (page: Page): Promise<Slip> => {
  const [number = '', code = ''] = await page.locator('.code .big').allTextContents();
  return { number: number.replaceAll(/\D/g, ''), code: code.trim() };
};

/** A whole petition, quickly. */
export const submitPetition = async (
  page: Page,
  told: { readonly title: string; readonly text: string; readonly name: string },
): Promise<Slip> => {
  await begin(page, told.title, told.text);
  await goOn(page, { demands: ['解决这件事'], name: told.name, mobile: '13912340001' });
  await untilCheck(page);
  await press(page, 'next');
  return readSlip(page);
};

/** Opens the progress page with number and code. */
export const lookUp = async (page: Page, { number, code }: Slip): Promise<void> => {
  await page.goto('/progress');
  await page.fill('#number', number);
  await page.fill('#code', code);
  await press(page, 'next');
};
