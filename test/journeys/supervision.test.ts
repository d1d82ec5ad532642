import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { faultsAtRest } from './page-faults.ts';
import { visitCounty } from './visit.ts';

/* A matter came back after it had been settled: found, answered, verified, and found again. */

const visits = visitCounty();

interface Line {
  readonly id: string;
  readonly check: string;
  readonly status: string;
}

/** A matter that the housing bureau answered by an opinion, and that has not come back yet. */
async function settled(): Promise<string> {
  const officer = await visits.callAs('officer1');
  const list = '/petitions?status=concluded&holder=housing&limit=100';
  const { items } = await officer.must('GET', list);
  for (const { id } of (items as Line[]).toReversed()) {
    const { conclusion } = await officer.must('GET', `/petitions/${id}`);
    const found = await cameBack(id);
    if ((conclusion as { form: string } | null)?.form === 'opinion' && found === undefined) {
      return id;
    }
  }
  throw new Error('the county has no settled matter');
}

async function cameBack(petition: string): Promise<Line | undefined> {
  const supervisor = await visits.callAs('supervisor1');
  const { items } = await supervisor.must('GET', `/supervision-items?petition=${petition}`);
  return (items as Line[]).find(({ check }) => check === 'came-back');
}

/** The same petitioner is there again, and a person says that it is the same matter. */
async function comesAgain(petition: string): Promise<void> {
  const clerk = await visits.callAs('clerk');
  const { id } = await clerk.must('POST', '/registrations', {
    channel: 'visit',
    title: `又来反映同一事项 ${randomUUID().slice(0, 6)}`,
    text: '上次答复之后问题又出现了，请再处理一次。',
    demands: ['请真正解决'],
    purpose: 'appeal',
    regionCode: '690121100',
    people: [{ role: 'petitioner', name: '柳又来' }],
  });
  const officer = await visits.callAs('officer1');
  await officer.must('POST', `/petitions/${String(id)}/commands/relate`, {
    input: { kind: 'repeat-of', other: petition, reason: '同一人就同一事项再次反映。' },
  });
}

async function itemIn(petition: string, status: string): Promise<Line> {
  for (let turn = 0; turn < 60; turn += 1) {
    const found = await cameBack(petition);
    if (found?.status === status) return found;
    await wait(500);
  }
  throw new Error(`no item that is ${status}`);
}

async function take(page: Page, step: string, words: string): Promise<void> {
  await page.getByRole('button', { name: step }).click();
  await page.fill('#field-words', words);
  await page.locator('form button[type=submit]').click();
}

test('U-2 a matter that came back is found, answered, verified, and when it comes again open again', async () => {
  const petition = await settled();
  await comesAgain(petition);
  const { id } = await itemIn(petition, 'open');

  const unit = await visits.openAs('housing');
  await unit.goto('/console/supervision');
  await unit.locator(`a[href$="/supervision/items/${id}"]`).click();
  await unit.getByText('认定与信访事项').waitFor();
  expect(await faultsAtRest(unit)).toEqual([]);
  await take(unit, '书面答复', '上次只修了一处，现已整体返修，并与信访人一同验收。');
  await unit.getByText('已答复，待核查').waitFor();
  expect(await unit.getByRole('button', { name: '核查办结' }).count()).toBe(0);

  const supervisor = await visits.openAs('supervisor1');
  await supervisor.goto('/console/supervision/items?check=came-back&status=answered');
  await supervisor.locator(`a[href$="/supervision/items/${id}"]`).click();
  await take(supervisor, '核查办结', '已到现场核实，并与信访人通话，返修合格。');
  await supervisor.locator('#facts ~ dl').getByText('已办结').waitFor();
  expect(await faultsAtRest(supervisor)).toEqual([]);

  await comesAgain(petition);
  expect(await itemIn(petition, 'open')).toMatchObject({ id });
  await supervisor.reload();
  await supervisor.locator('#facts ~ dl').getByText('待答复').waitFor();
  await supervisor.getByText('第 2 次').waitFor();
}, 240_000);

test('U-1 a supervisor orders supervision of a unit and is told what is missing', async () => {
  const page = await visits.openAs('supervisor2');
  await page.goto('/console/supervision/items/new');
  await page.selectOption('#field-ground', 'shirking');
  await page.fill('#field-words', '多件事项互相推诿，请说明原因。');
  await page.fill('#field-dueDate', '2027-03-01');
  await page.locator('form button[type=submit]').click();
  await page.getByText('请写明信访编号，或者选择被督办的单位。').waitFor();
  expect(await faultsAtRest(page)).toEqual([]);
}, 120_000);
