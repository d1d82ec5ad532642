import type { Page } from 'playwright-core';
import { press } from './citizen-steps.ts';

type Scope = Page | ReturnType<Page['locator']>;

/** Opens the form of a step on the page of a review, or from a part of it. */
export const openForm = async (page: Page, step: string, from: Scope = page): Promise<void> => {
  await from.getByRole('button', { name: step, exact: true }).click();
  await page.getByRole('form', { name: step, exact: true }).waitFor();
};

/** Sends the form of a step; it goes away when the step was taken. */
export const sendForm = async (page: Page, step: string): Promise<void> => {
  const form = page.getByRole('form', { name: step, exact: true });
  await form.getByRole('button', { name: '确定' }).click();
  await form.waitFor({ state: 'detached' }).catch(async (error: unknown) => {
    throw new Error(`not done: ${await page.textContent('main')}`, { cause: error });
  });
};

/** The paper of a kind among those of a review. */
export const paperOf = (page: Page, title: string): Scope =>
  page.getByRole('listitem').filter({ hasText: title });

/** The page of the review that stands open on the phone, as the office opens it. */
export const officePlaceOf = (phone: Page): string =>
  `/console/reviews/${new URL(phone.url()).pathname.split('/').at(-1) ?? ''}`;

/** Asks on the phone, from the page with the answer to the page of the review, without files. */
export const askOnPhone = async (phone: Page, title: string, grounds: string): Promise<void> => {
  await phone.locator('main a[href$="/review"]').first().click();
  await phone.getByRole('heading', { level: 1, name: title }).waitFor();
  await phone.getByRole('link', { name: '开始填写' }).click();
  await phone.fill('#grounds', grounds);
  await press(phone, 'next');
  await phone.waitForURL(/\/review\/files$/);
  await press(phone, 'next');
  await phone.getByRole('button', { name: '提出申请' }).click();
  await phone.getByText('已收到申请，等待受理').waitFor();
};

/** Accepts at the body, and drafts what it found. */
export const examine = async (
  page: Page,
  place: string,
  found: {
    readonly finding: 'upheld' | 'changed' | 'handle-again';
    readonly facts: string;
    readonly answer: string;
    readonly conclusion: string;
  },
): Promise<void> => {
  await page.goto(place);
  await openForm(page, '受理');
  await sendForm(page, '受理');
  await openForm(page, '拟写决定');
  await page.getByLabel('审查意见').selectOption(found.finding);
  await page.getByLabel('查明的事实').fill(found.facts);
  await page.getByLabel('依据', { exact: true }).fill('《信访工作条例》第三十二条');
  await page.getByLabel('对本项的意见').fill(found.answer);
  await page.getByLabel('总的结论').fill(found.conclusion);
  await sendForm(page, '拟写决定');
};

/** The head of the body checks, signs and seals its opinion in one go. */
export const issue = async (head: Page, place: string, title: string): Promise<void> => {
  await head.goto(place);
  await openForm(head, '审核、签发并用印', paperOf(head, title));
  await sendForm(head, '审核、签发并用印');
};
