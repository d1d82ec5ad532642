import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { faultsAtRest } from './page-faults.ts';
import { visitCounty } from './visit.ts';

/* A reminder to a bureau, from the supervisor's desk to the answer that is accepted, and the trace-back. */

const visits = visitCounty();

const press = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).click();
  await page.locator('form button[type=submit]').click();
};

test('U-4, U-5 a reminder is drafted, signed, sealed, served, answered and accepted; who had it when is read', async () => {
  const clerk = await visits.callAs('clerk');
  const { id } = await clerk.must('POST', '/registrations', {
    channel: 'visit',
    title: `督办楼道照明 ${randomUUID().slice(0, 6)}`,
    text: '楼道照明坏了半年，物业和社区都没有修。',
    demands: ['修好楼道照明'],
    purpose: 'appeal',
    regionCode: '690121100',
    people: [{ role: 'petitioner', name: '纪督办' }],
  });
  const officer = await visits.callAs('officer1');
  await officer.must('POST', `/petitions/${String(id)}/commands/refer`, {
    input: { to: 'housing' },
  });

  const supervisor = await visits.openAs('supervisor1');
  await supervisor.goto(`/console/petitions/${String(id)}`);
  await supervisor.getByRole('link', { name: '起草督办函件' }).click();
  await supervisor.fill('#field-words', '超过告知期限，仍未书面告知信访人。');
  expect(await faultsAtRest(supervisor)).toEqual([]);
  await supervisor.locator('form button[type=submit]').click();
  await supervisor.getByText('待审核').first().waitFor();
  const ladder = new URL(supervisor.url()).pathname;
  expect(await faultsAtRest(supervisor)).toEqual([]);

  const head = await visits.openAs('officehead');
  await head.goto(ladder);
  await press(head, '审核');
  await head.getByText('待签发').first().waitFor();
  await press(head, '签发');
  await head.getByText('待用印').first().waitFor();
  const seal = await visits.openAs('seal');
  await seal.goto(ladder);
  await press(seal, '用印');
  await seal.getByText('待送达').first().waitFor();
  await press(seal, '登记送达');
  await seal.getByText('待回复').first().waitFor();

  const unit = await visits.openAs('housing-head');
  await unit.goto('/console/supervision/letters?whose=to-answer');
  expect(await faultsAtRest(unit)).toEqual([]);
  await unit.goto(ladder);
  await unit.getByRole('button', { name: '书面回复' }).click();
  await unit.fill('#field-words', '已书面告知信访人，照明三日内修复。');
  await unit.locator('form button[type=submit]').click();
  await unit.getByText('已回复，待审核').first().waitFor();

  await supervisor.goto(ladder);
  await supervisor.getByRole('button', { name: '通过回复' }).click();
  await supervisor.fill('#field-words', '经核实，情况属实。');
  await supervisor.locator('form button[type=submit]').click();
  await supervisor.getByText('已办结').first().waitFor();

  await supervisor.goto(`/console/petitions/${String(id)}/trace-back`);
  await supervisor.getByRole('heading', { name: '责任倒查', exact: true }).waitFor();
  expect(await supervisor.getByText('纪督办').count()).toBe(0);
  expect(await faultsAtRest(supervisor)).toEqual([]);
}, 240_000);
