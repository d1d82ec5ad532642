import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { faultsAtRest } from './page-faults.ts';
import { visitCounty } from './visit.ts';

/* A superior's list, from the sheet to the case that somebody outside the unit has verified. */

const visits = visitCounty();

test('S-6 a list is imported, its wrong row told, a case reported and closed from outside', async () => {
  const title = `积案外墙渗水 ${randomUUID().slice(0, 6)}`;
  const clerk = await visits.callAs('clerk');
  const { number } = await clerk.must('POST', '/registrations', {
    channel: 'visit',
    title,
    text: '外墙渗水三年，多次反映没有彻底修好。',
    demands: ['彻底修好外墙'],
    purpose: 'appeal',
    regionCode: '690121100',
    people: [{ role: 'petitioner', name: '柳积案' }],
  });
  const sheet = `信访编号,责任单位,包案领导\n${String(number)},housing,程怀民\n123,housing,程怀民\n`;

  const officer = await visits.openAs('officer1');
  await officer.goto('/console/backlog');
  await officer.getByText('导入上级名单').click();
  await officer.getByLabel('批次名称').fill('旅程批次');
  await officer.setInputFiles('details input[type=file]', {
    name: '名单.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(sheet),
  });
  await officer.getByRole('button', { name: '列入台账（2 行）' }).click();
  await officer.getByText('列入 1，原已在册 0，有错 1').waitFor();
  expect(await faultsAtRest(officer)).toEqual([]);

  const unit = await visits.openAs('housing');
  await unit.goto('/console/backlog?status=open');
  await unit.getByRole('link', { name: title }).click();
  await unit.getByRole('button', { name: '报告化解' }).click();
  await unit.fill('#field-evidence', '外墙已整体重做防水，雨后查看没有渗水。');
  await unit.selectOption('#field-view', 'agrees');
  await unit.fill('#field-viewWords', '信访人到现场看过，表示认可。');
  expect(await faultsAtRest(unit)).toEqual([]);
  await unit.locator('form button[type=submit]').click();
  await unit.getByText('已报化解，待核查').waitFor();
  expect(await unit.getByRole('button', { name: '核查通过，销号' }).count()).toBe(0);

  const head = await visits.openAs('officehead');
  await head.goto(new URL(unit.url()).pathname);
  await head.getByRole('button', { name: '核查通过，销号' }).click();
  await head.fill('#field-words', '已到现场核实，并与信访人通话。');
  await head.locator('form button[type=submit]').click();
  await head.locator('#facts ~ dl').getByText('已化解').waitFor();
  expect(await faultsAtRest(head)).toEqual([]);
}, 180_000);
