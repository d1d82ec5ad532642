import { expect, test } from 'vitest';
import { faultsAtRest } from './page-faults.ts';
import { visitCounty } from './visit.ts';

/* An unannounced inspection: nothing at the unit before, a finding on a phone, an answer, a verification. */

const visits = visitCounty();

interface Line {
  readonly id: string;
  readonly theme: string;
  readonly status: string;
}

test('U-1 an unannounced inspection is found out on a phone, answered by the unit, verified by the team', async () => {
  const supervisor = await visits.callAs('supervisor1');
  const { items } = await supervisor.must('GET', '/inspection-programmes?status=approved');
  const programme = (items as Line[]).find(({ theme }) => theme.startsWith('房屋质量'));
  const { teams } = await supervisor.must('GET', `/inspection-programmes/${programme?.id ?? ''}`);
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const planned = await supervisor.must(
    'POST',
    `/inspection-programmes/${programme?.id ?? ''}/inspections`,
    {
      team: (teams as Line[])[0]?.id,
      unit: 'housing',
      way: 'unannounced',
      on: today,
      task: '查看受理台账',
    },
  );
  const address = `/console/supervision/inspections/${String(planned.id)}`;

  const unit = await visits.openAs('housing');
  await unit.goto(address);
  await unit.getByText('没有找到').first().waitFor();

  const field = await visits.openAs('supervisor1');
  await field.setViewportSize({ width: 390, height: 844 });
  await field.goto(address);
  await field.getByRole('button', { name: '记录已开展' }).click();
  await field.fill('#field-on', today);
  await field.fill('#field-checked', '查阅受理台账，走访信访人。');
  await field.locator('form button[type=submit]').click();
  await field.getByRole('button', { name: '记录问题' }).click();
  await field.selectOption('#field-kind', 'delay');
  await field.fill('#field-text', '两个月没有到现场。');
  await field.fill('#field-demand', '到现场查清并答复。');
  await field.fill('#field-dueOn', today);
  expect(await faultsAtRest(field)).toEqual([]);
  await field.locator('form button[type=submit]').click();
  await field.getByText('待整改').first().waitFor();
  expect(await faultsAtRest(field)).toEqual([]);

  await unit.goto(address);
  await unit.getByRole('button', { name: '反馈整改情况' }).click();
  await unit.selectOption('#field-findingId', { index: 1 });
  await unit.fill('#field-text', '已到现场查清并答复。');
  await unit.locator('form button[type=submit]').click();
  await unit.getByText('已反馈，待核实').waitFor();
  expect(await unit.getByRole('button', { name: '核实通过' }).count()).toBe(0);

  await field.goto(address);
  await field.getByRole('button', { name: '核实通过' }).click();
  await field.selectOption('#field-findingId', { index: 1 });
  await field.fill('#field-text', '现场看过。');
  await field.locator('form button[type=submit]').click();
  await field.getByText('整改已核实').waitFor();
}, 180_000);

test('U-1 anybody draws again on the public page', async () => {
  const page = await visits.openAs('supervisor1');
  await page.goto('/draws');
  await page.getByRole('link', { name: '上半年办理质量随机抽查' }).first().click();
  await page.getByRole('button', { name: '再抽一遍' }).click();
  await page.getByText('结果和公布的一样。').waitFor();
  await page.getByText('名单指纹对得上，名单没有改过。').waitFor();
  expect(await faultsAtRest(page)).toEqual([]);
  await page.fill('#seed', '换一个种子');
  await page.getByRole('button', { name: '再抽一遍' }).click();
  await page.getByText('结果和公布的不一样').waitFor();
}, 120_000);
