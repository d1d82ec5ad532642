import { expect, test } from 'vitest';
import { dayAfter, movePapers, step } from './office-by-program.ts';
import { faultsAtRest } from './page-faults.ts';
import { phone, photograph, tooWide, visitCounty, untilCount } from './visit.ts';

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

/** A petition that the housing bureau handles. */
async function handled(name: string) {
  const people = [{ role: 'petitioner', name }];
  const clerk = await visits.callAs('clerk');
  const registered = await clerk.must('POST', '/registrations', { ...registration, people });
  const id = String(registered['id']);
  await step(await visits.callAs('officer1'), id, 'refer', { to: 'housing' });
  await movePapers(await visits.callAs('officehead'), id, 'issuePaper');
  const housing = await visits.callAs('housing');
  await step(housing, id, 'accept', {});
  await movePapers(await visits.callAs('housing-head'), id, 'issuePaper');
  const receipt = { number: String(registered['number']), code: String(registered['lookupCode']) };
  return { id, receipt, housing };
}

test('M-1 a unit convenes, draws with reasons, holds and concludes a hearing; the petitioner sees it', async () => {
  const { id, receipt, housing } = await handled('耿听证');

  const page = await visits.openAs('housing');
  await page.goto(`/console/petitions/${id}`);
  await page.getByRole('link', { name: '开始：听证' }).click();
  await page.getByLabel('事由').fill('屋顶漏水的成因和维修责任。');
  expect(await faultsAtRest(page)).toEqual([]);
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
  expect(await faultsAtRest(page)).toEqual([]);

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

  const mobile = await visits.open({
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: true,
  });
  await mobile.goto('/progress');
  await mobile.locator('#number').fill(receipt.number);
  await mobile.locator('#code').fill(receipt.code);
  await mobile.locator('form#look button.button').click();
  await mobile.getByRole('link', { name: '查看时间、地点、参加的人，并答复' }).click();
  await mobile.getByRole('heading', { name: /听证 · 已有意见/ }).waitFor();
  await mobile.getByText('漏水系防水层老化所致，建议限期维修。').waitFor();
  await mobile.getByText('支持 3 人').waitFor();
  expect(await faultsAtRest(mobile)).toEqual([]);
});

test('M-1, M-2 the petitioner objects to a member and consents to a mediation on the phone, without JavaScript', async () => {
  const { id, receipt, housing } = await handled('耿同意');
  const convened = await housing.must('POST', `/petitions/${id}/hearings`, {
    topic: '漏水责任由谁承担。',
    open: true,
    parties: [],
  });
  const place = `/petitions/${id}/hearings/${String(convened['id'])}/steps`;
  const input = { seats: 3, kinds: [], region: 'any', professions: [] };
  await housing.must('POST', place, { step: { type: 'drawPanel', input } });
  await housing.must('POST', `/petitions/${id}/mediations`, {
    kind: 'people',
    topic: '家具损失如何赔偿。',
    parties: [{ role: 'third-party', name: '澄江物业服务公司' }],
    mediatorName: '沈调解',
  });

  const own = await visits.open(phone);
  await own.goto('/progress');
  await own.locator('#number').fill(receipt.number);
  await own.locator('#code').fill(receipt.code);
  await own.locator('form#look button.button').click();
  await own.getByRole('link', { name: '查看时间、地点、参加的人，并答复' }).click();
  await own.getByText('申请换人', { exact: true }).first().click();
  // Sent without saying who: told so, nothing lost.
  await own.getByLabel('为什么要换').fill('与物业公司经理是亲戚。');
  await own.getByRole('button', { name: '申请换人' }).click();
  await own.getByText('请选择要换的人，并写明理由。').waitFor();
  await own.getByText('申请换人', { exact: true }).first().click();
  await own.getByRole('radio').first().check();
  await own.getByLabel('为什么要换').fill('与物业公司经理是亲戚。');
  await own.getByRole('button', { name: '申请换人' }).click();
  await own.getByText('已收到您的回避申请，正在决定').waitFor();
  await own.getByRole('button', { name: '我同意', exact: true }).click();
  await own.getByText('已收到您的答复。').waitFor();
  await untilCount(own.getByRole('button', { name: '我同意', exact: true }), 0);
  expect(await own.evaluate(tooWide)).toBe(false);

  const page = await visits.openAs('housing');
  await page.goto(`/console/petitions/${id}/proceedings/${String(convened['id'])}`);
  await page.getByRole('button', { name: '登记证据' }).click();
  await page.getByLabel('证据名称').fill('现场照片');
  const photo = await photograph('屋顶');
  await page.locator('input[type=file]').setInputFiles(photo);
  await page.getByText(photo.name).waitFor();
  await page.getByRole('button', { name: '提交' }).click();
  const link = page.getByRole('link', { name: '现场照片' });
  await link.waitFor();
  const opened = await page.request.get((await link.getAttribute('href')) ?? '');
  expect(opened.headers()['content-type']).toContain('image/');
  expect(await faultsAtRest(page)).toEqual([]);
});

test('M-1 a member of the roster gets another last day at the console', async () => {
  const page = await visits.openAs('officer1');
  await page.goto('/console/roster');
  const line = page.getByRole('row').filter({ hasText: '卸任人' });
  await line.getByRole('button', { name: /变更任期/ }).click();
  await page.locator('#field-to').fill(dayAfter(300));
  expect(await faultsAtRest(page)).toEqual([]);
  await page.getByRole('button', { name: '保存变更' }).click();
  await page.getByText('已变更：卸任人').waitFor();
  await line.getByText('在任', { exact: true }).waitFor();
});

test('M-1, M-5 roster, shifts and the list of the unit are clean pages', async () => {
  const page = await visits.openAs('officer1');
  for (const address of ['roster', 'hall-shifts', 'hearings']) {
    await page.goto(`/console/${address}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await faultsAtRest(page), address).toEqual([]);
  }
});
