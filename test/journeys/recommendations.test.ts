import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { faultsAtRest } from './page-faults.ts';
import { visitCounty } from './visit.ts';

/* A recommendation from a supervision item: drafted, issued, answered by the body, its adoption verified. */

const visits = visitCounty();

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const take = async (page: Page, step: string, fields: Readonly<Record<string, string>> = {}) => {
  await page.getByRole('button', { name: step, exact: true }).first().press('Enter');
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`#field-${name}`);
    if (await field.evaluate((each) => Reflect.get(each, 'tagName') === 'SELECT')) {
      await field.selectOption(value);
    } else {
      await field.fill(value);
    }
  }
  await page.locator('form button[type=submit]').click();
};

test('U-6 a recommendation is issued, answered in writing, carried out and verified; gaps have a leader', async () => {
  const supervisor = await visits.openAs('supervisor1');
  const caller = await visits.callAs('supervisor1');
  const { items } = await caller.must('GET', '/supervision-items?unit=housing');
  const [item] = items as readonly { readonly id: string }[];
  await supervisor.goto(`/console/supervision/items/${item?.id ?? ''}`);
  await supervisor.getByRole('link', { name: '起草建议书' }).click();
  await supervisor.selectOption('#field-kind', 'improve-work');
  await supervisor.locator('#field-unit').fill('临澄县住房和城乡建设局');
  await supervisor.locator('#field-unit').press('Enter');
  await supervisor.fill('#field-subject', '督办事项按时答复');
  await supervisor.fill('#field-reasons', '督办件逾期没有答复。');
  await supervisor.fill('#field-proposal', '明确专人，按期答复。');
  expect(await faultsAtRest(supervisor)).toEqual([]);
  await supervisor.locator('form button[type=submit]').click();
  await supervisor.getByRole('heading', { name: '改进工作建议 · 督办事项按时答复' }).waitFor();
  const address = new URL(supervisor.url()).pathname;

  const head = await visits.openAs('officehead');
  await head.goto(address);
  await take(head, '审核、签发并用印');
  await head.getByText('已用印，待送达').first().waitFor();
  const keeper = await visits.openAs('seal');
  await keeper.goto(address);
  await take(keeper, '登记送达', { way: 'hand', servedOn: today, proof: '办公室签收' });
  await keeper.getByText('待答复').first().waitFor();

  const unit = await visits.openAs('housing-head', { viewport: { width: 390, height: 844 } });
  await unit.goto(address);
  await take(unit, '答复是否采纳', { adoption: 'wholly', text: '采纳，明确专人。', doneBy: today });
  await unit.getByText('已采纳，待落实').first().waitFor();
  expect(await faultsAtRest(unit)).toEqual([]);
  await take(unit, '报告落实情况', { text: '已经明确专人。' });
  await unit.getByText('已报告落实，待核实').first().waitFor();

  await supervisor.goto(address);
  await take(supervisor, '核实已落实', { text: '看过文件。' });
  await supervisor.getByText('核实：已经落实').waitFor();
  expect(await faultsAtRest(supervisor)).toEqual([]);

  await head.goto('/console/supervision/repairs?do=begin');
  for (const [name, value] of [
    ['title', '完善督办答复规定'],
    ['large', '机关工作'],
    ['goal', '写明谁答复、几天答复。'],
    ['leader', '程怀民'],
  ] as const) {
    await head.fill(`#field-${name}`, value);
  }
  await head.locator('#field-departments').fill('临澄县住房和城乡建设局');
  await head.locator('#field-departments').press('Enter');
  await head.locator('form button[type=submit]').click();
  await head.getByRole('heading', { name: '完善督办答复规定' }).waitFor();
  await head.getByText('还没有承诺。').waitFor();
  expect(await faultsAtRest(head)).toEqual([]);
}, 240_000);
