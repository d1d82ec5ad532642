import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { dayAfter, movePapers, step } from './office-by-program.ts';
import { tooWide, visitCounty } from './visit.ts';

/* One hearing from convening to its conclusion, as the unit conducts it and the petitioner sees it. */

const visits = visitCounty();

const registration = {
  channel: 'visit',
  title: '小区屋顶漏水无人维修',
  text: '雨天顶楼漏水已有两年，多次报修没有结果，请依法处理。',
  demands: ['修好漏水的屋顶'],
  purpose: 'appeal',
  regionCode: '690121100',
  people: [{ role: 'petitioner', name: '耿听证' }],
};

const faultsOf = async (page: Page): Promise<string[]> => {
  await page.waitForLoadState('networkidle');
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const wide = await page.evaluate(tooWide);
  return [...violations.map(({ id }) => id), ...(wide ? ['too wide'] : [])];
};

test('M-1 a unit convenes, draws with reasons, holds and concludes a hearing; the petitioner sees it', async () => {
  const clerk = await visits.callAs('clerk');
  const registered = await clerk.must('POST', '/registrations', registration);
  const id = String(registered['id']);
  const number = String(registered['number']);
  await step(await visits.callAs('officer1'), id, 'refer', { to: 'housing' });
  await movePapers(await visits.callAs('officehead'), id, 'issuePaper');
  const housing = await visits.callAs('housing');
  await step(housing, id, 'accept', {});
  await movePapers(await visits.callAs('housing-head'), id, 'issuePaper');

  const page = await visits.openAs('housing');
  await page.goto(`/console/petitions/${id}`);
  await page.getByRole('link', { name: '开始：听证' }).click();
  await page.getByLabel('事由').fill('屋顶漏水的成因和维修责任。');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: '开始', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /听证 · 已决定/ }).waitFor();

  await page.getByRole('button', { name: '抽取听证员' }).click();
  await page.getByLabel('人数（单数）').fill('3');
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('已完成：抽取听证员').waitFor();
  await page.getByText(/未列入抽取的人及理由/).click();
  // Affiliated with the unit that holds the petition, and off the roster: told, not hidden.
  await page.getByText('路遥生：与有关单位有隶属关系').waitFor();
  await page.getByText('卸任人：不在任期内').waitFor();
  expect(await faultsOf(page)).toEqual([]);

  const proceedingId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const place = `/petitions/${id}/hearings/${proceedingId}/steps`;
  const take = (type: string, input: object) =>
    housing.must('POST', place, { step: { type, input } });
  const view = () => housing.must('GET', `/petitions/${id}/proceedings/${proceedingId}`);
  const room = { time: '09:30', mode: 'room', place: '县住建局三楼听证室' };
  await take('schedule', { ...room, date: dayAfter(0) });
  const early = await housing.ask('POST', place, {
    body: { step: { type: 'draftNotice', input: {} } },
  });
  expect(early.body['code']).toBe('hearing-notice-late');
  await take('waiveNotice', { on: dayAfter(0), proof: '各方当场签署的同意书，存卷。' });
  await take('draftNotice', {});
  await take('open', {});
  await take('close', { days: [], came: [], record: '各方陈述意见，出示检测报告。' });
  const { hearing } = (await view()) as { hearing: { panel: { memberId: string }[] } };
  for (const { memberId } of hearing.panel) await take('vote', { memberId, vote: 'support' });

  await page.reload();
  await page.getByRole('button', { name: '形成听证意见' }).click();
  await page.getByLabel('听证意见').fill('漏水系防水层老化所致，建议限期维修。');
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('已完成：形成听证意见').waitFor();

  const phone = await visits.open({
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: true,
  });
  await phone.goto('/progress');
  await phone.locator('#number').fill(number);
  await phone.locator('#code').fill(String(registered['lookupCode']));
  await phone.locator('form#look button.button').click();
  await phone.getByRole('link', { name: '查看时间、地点、参加的人，并答复' }).click();
  await phone.getByRole('heading', { name: /听证 · 已有意见/ }).waitFor();
  await phone.getByText('漏水系防水层老化所致，建议限期维修。').waitFor();
  await phone.getByText('支持 3 人').waitFor();
  expect(await faultsOf(phone)).toEqual([]);
});

test('M-1, M-5 roster, shifts and the list of the unit are clean pages', async () => {
  const page = await visits.openAs('officer1');
  for (const address of ['roster', 'hall-shifts', 'hearings']) {
    await page.goto(`/console/${address}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await faultsOf(page), address).toEqual([]);
  }
});
