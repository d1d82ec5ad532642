import { randomUUID } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { choose } from './console-steps.ts';
import { phone, tooWide, visitCounty } from './visit.ts';

/* One table for petitioner, unit and enterprise; and help in hardship, approved by three, then paid. */

const visits = visitCounty();

const faultsOf = async (page: Page): Promise<string[]> => {
  await page.waitForLoadState('networkidle');
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return [...violations.map(({ id }) => id), ...((await page.evaluate(tooWide)) ? ['wide'] : [])];
};

const send = (page: Page) => page.locator('form button[type=submit]').click();
const inDays = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
const primaries = (page: Page) => page.locator('.petition-main .ant-btn-primary');

/** A matter that the housing bureau has. */
async function matter(title: string) {
  const clerk = await visits.callAs('clerk');
  const made = await clerk.must('POST', '/registrations', {
    channel: 'visit',
    title: `${title} ${randomUUID().slice(0, 6)}`,
    text: '外墙渗水三年，多次反映没有彻底修好。',
    demands: ['彻底修好外墙'],
    purpose: 'appeal',
    regionCode: '690121100',
    people: [{ role: 'petitioner', name: '柳会谈', mobile: '15400001234' }],
  });
  const officer = await visits.callAs('officer1');
  await officer.must('POST', `/petitions/${String(made.id)}/commands/refer`, {
    input: { to: 'housing', instruction: '请依法办理。' },
  });
  return { id: String(made.id), number: String(made.number), code: String(made.lookupCode) };
}

test('S-4, C-1 invited, put off, held: what was agreed is promised; minutes by somebody else, answered on a phone', async () => {
  const { id, number, code } = await matter('外墙渗水三头对面');
  const page = await visits.openAs('housing');
  await page.goto(`/console/petitions/${id}`);
  await page.getByRole('link', { name: '安排会议' }).click();
  await page.fill('#field-on', inDays(3));
  await page.fill('#field-time', '9点半');
  await page.fill('#field-place', '县信访局二楼会议室');
  await page.fill('#field-petitioner', '柳会谈，信访人');
  await page.fill('#field-enterprise', '郑立，物业公司经理');
  await send(page);
  await page.getByText('以及责任单位或包案领导').waitFor();
  await choose(page, 'field-unit', '何子安');
  await page.keyboard.press('Escape');
  expect(await faultsOf(page)).toEqual([]);
  await send(page);
  await page.getByText('会议开过以后').waitFor();
  // What was not held yet is not recorded, and nothing that leads away stands as the next step.
  expect(await primaries(page).count()).toBe(0);

  await page.getByRole('button', { name: '改期' }).click();
  await page.fill('#field-on', inDays(0));
  await page.fill('#field-reason', '企业负责人提前回来，改在今天。');
  await send(page);
  await page.getByText('请填写“怎样告知企业和专家”').first().waitFor();
  await page.fill('#field-told', '已电话告知郑立。');
  await send(page);

  await page.getByRole('button', { name: '记录会议' }).click();
  await page.getByRole('button', { name: '加一项商定的事', exact: true }).click();
  await page.fill('#field-action-1', '完成外墙防水维修');
  await page.getByRole('button', { name: '加一项没有商定的事', exact: true }).click();
  await page.fill('#field-matter-1', '家具赔偿');
  await page.fill('#field-reason-1', '双方对损失数额意见不一，另行调解。');
  const meeting = new URL(page.url()).pathname;
  // Who leaves and comes back finds every row that they had typed.
  await page.goto('/console/desk');
  await page.goto(meeting);
  await page.getByRole('button', { name: '记录会议' }).click();
  expect(await page.inputValue('#field-action-1')).toBe('完成外墙防水维修');
  expect(await page.inputValue('#field-matter-1')).toBe('家具赔偿');
  await choose(page, 'field-came', '柳会谈');
  await page.keyboard.press('Escape');
  await page.fill('#field-position-petitioner', '希望尽快修好外墙。');
  await choose(page, 'field-unit-1', '临澄县住房和城乡建设局');
  await page.fill('#field-who-1', '秦文');
  await page.fill('#field-due-1', inDays(45));
  expect(await faultsOf(page)).toEqual([]);
  await page.locator('form button[type=submit]').dblclick();
  await page.locator('#actions ~ ul').getByText('完成外墙防水维修').waitFor();
  expect(await page.getByRole('button', { name: '签发会议纪要' }).count()).toBe(0);

  const head = await visits.openAs('housing-head');
  await head.goto(meeting);
  await head.getByRole('button', { name: '签发会议纪要' }).click();
  await send(head);
  await head.locator('#minutes ~ p').getByRole('link', { name: 'PDF' }).waitFor();
  expect(await faultsOf(head)).toEqual([]);

  const citizen = await visits.open(phone);
  await citizen.goto('/progress');
  await citizen.fill('input[name=number]', number);
  await citizen.fill('input[name=code]', code);
  await citizen.locator('main form button').first().click();
  const own = citizen.locator('section[aria-labelledby=meetings]');
  await own.getByText('完成外墙防水维修').waitFor();
  // Who was asked and did not come is not among those who took part.
  expect(await own.textContent()).not.toContain('郑立');
  await own.locator('textarea').fill('没说');
  await own.getByRole('button', { name: '补充更正' }).click();
  await citizen.getByText('至少五个字').waitFor();
  expect(await citizen.inputValue('textarea')).toBe('没说');
  await citizen.fill('textarea', '还说过先搭防雨棚，纪要里没有写。');
  await citizen.getByRole('button', { name: '补充更正' }).click();
  await own.getByText('还说过先搭防雨棚').waitFor();
  const promise = citizen.getByText('三方见面时答应的');
  expect(await promise.count()).toBe(1);
}, 120_000);

test('S-5 aid goes from the proposal over three heads to the payment, and asks for nothing in return', async () => {
  const { id } = await matter('生活困难申请救助');
  const page = await visits.openAs('housing');
  await page.goto(`/console/petitions/${id}/ways-out/new?way=aid`);
  await page.fill('#field-reason', '生活确有困难，依规救助。');
  await page.selectOption('#field-kind', 'petition-relief');
  await page.fill('#field-circumstances', '漏水期间在外租住，收入低于当地低保标准。');
  await page.fill('#field-basis', '《信访工作条例》第二十七条。');
  await page.fill('#field-amount', '三千');
  await send(page);
  await page.getByText('大于零的元数').waitFor();
  await page.fill('#field-amount', '3,000.50');
  await page.locator('form button[type=submit]').dblclick();
  await page.getByText('等待审批人审批').waitFor();
  expect(await primaries(page).count()).toBe(0);
  const address = new URL(page.url()).pathname;
  for (const [at, user] of ['housing-head', 'officehead', 'leader'].entries()) {
    const head = await visits.openAs(user);
    await head.goto(address);
    await head.getByRole('button', { name: '批准', exact: true }).click();
    await head.fill('#field-words', '情况属实，同意。');
    await send(head);
    await head.locator('#approvals ~ ol > li').nth(at).getByText('情况属实').waitFor();
    await head.context().close();
  }
  // The sheet is printed by a job, which is a step of the record too.
  const caller = await visits.callAs('housing');
  const record = address.replace('/console', '');
  await expect
    .poll(async () => (await caller.must('GET', record)).version, { timeout: 30_000 })
    .toBe(6);
  await page.reload();
  await page.getByRole('button', { name: '记录发放' }).click();
  await page.fill('#field-on', inDays(-1));
  await page.fill('#field-proof', '银行转账回单');
  await send(page);
  await page.getByText('发放日期不能早于批准的那天').waitFor();
  await page.fill('#field-on', inDays(0));
  await send(page);
  await page.locator('#payment ~ p').getByText('银行转账回单').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  const sheet = await page.request.get(`/api/v1${record}/sheet`);
  expect(sheet.headers()['content-type']).toBe('application/pdf');
}, 120_000);

test('S-4, S-5 a meeting called off and aid refused: the petitioner reads why, and nothing promises more', async () => {
  const { id, number, code } = await matter('会议取消救助未批');
  const page = await visits.openAs('housing');
  await page.goto(`/console/petitions/${id}/meetings/new`);
  await page.fill('#field-on', inDays(3));
  await page.fill('#field-time', '9点半');
  await page.fill('#field-place', '县信访局二楼会议室');
  await page.fill('#field-petitioner', '柳会谈，信访人');
  await choose(page, 'field-unit', '何子安');
  await page.keyboard.press('Escape');
  await send(page);
  await page.getByRole('button', { name: '会议不开了' }).click();
  await page.fill('#field-reason', '双方已先行达成一致。');
  await send(page);
  await page.getByText('已取消：双方已先行达成一致').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  const made = await (
    await visits.callAs('housing')
  ).must('POST', `/petitions/${id}/ways-out`, {
    way: 'aid',
    reason: '生活确有困难。',
    kind: 'other',
    basis: '《信访工作条例》第二十七条。',
    circumstances: '收入低于低保标准。',
    amount: '100',
  });
  const head = await visits.openAs('housing-head');
  await head.goto(`/console/ways-out/${String(made.id)}`);
  await head.getByRole('button', { name: '不批准' }).click();
  await send(head);
  await head.getByText('请填写“不批准的原因”').first().waitFor();
  await head.fill('#field-words', '收入超过当地规定的救助标准。');
  await send(head);
  await head.locator('#approvals ~ ol').getByText('收入超过当地').waitFor();
  // What was refused is not going to be paid.
  expect(await head.getByText('还没有发放').count()).toBe(0);
  expect(await faultsOf(head)).toEqual([]);

  const citizen = await visits.open(phone);
  await citizen.goto('/progress');
  await citizen.fill('input[name=number]', number);
  await citizen.fill('input[name=code]', code);
  await citizen.locator('main form button').first().click();
  await citizen.getByText('的会议取消了：双方已先行达成一致').waitFor();
  const ways = citizen.locator('section[aria-labelledby=ways-out]');
  await ways.getByText('申请帮扶没有批准').waitFor();
  await ways.getByText('没有批准：收入超过当地').waitFor();
  expect(await ways.textContent()).not.toContain('给予帮扶');
}, 120_000);

test('S-4, S-5 what is sent wrongly is answered by a sentence, and nothing is convened or chosen', async () => {
  const { id } = await matter('填错的会议和救助');
  const unit = await visits.callAs('housing');
  const person = { side: 'petitioner', name: '柳会谈' };
  const plan = { on: inDays(1), time: '09:30', place: '二楼', participants: [person] };
  const aid = {
    way: 'aid',
    reason: '生活确有困难。',
    kind: 'other',
    basis: '《信访工作条例》第二十七条。',
    circumstances: '收入低于低保标准。',
    amount: '100',
  };
  const path = { way: 'policy', reason: '有政策支持，按步骤办。' };
  const step = { text: '完成鉴定', dueDate: inDays(-1) };
  const nowhere = randomUUID();
  const wrong: readonly (readonly [string, object, number])[] = [
    [`/petitions/${id}/meetings`, plan, 422],
    [`/petitions/${id}/meetings`, { ...plan, participants: [] }, 422],
    [`/petitions/${id}/meetings`, { ...plan, time: '25:00' }, 422],
    [`/petitions/${id}/meetings`, { ...plan, on: '2026-02-30' }, 422],
    [`/petitions/${nowhere}/meetings`, plan, 404],
    [`/meetings/${nowhere}/record`, { input: { came: [], positions: [] } }, 404],
    [`/petitions/${id}/ways-out`, { ...aid, amount: '-5' }, 422],
    [`/petitions/${id}/ways-out`, { ...aid, kind: 'gift' }, 422],
    [`/petitions/${id}/ways-out`, { ...aid, demandId: nowhere }, 422],
    [`/petitions/${id}/ways-out`, { ...path, steps: [] }, 422],
    [`/petitions/${id}/ways-out`, { ...path, steps: [step] }, 422],
    [`/ways-out/${nowhere}/approvals`, { input: { words: '同意。' } }, 404],
  ];
  for (const [url, body, status] of wrong) {
    const answer = await unit.ask('POST', url, { body });
    expect([url, answer.status]).toEqual([url, status]);
    expect(answer.body['detailZh']).toEqual(expect.stringMatching(/\p{Script=Han}{4}/u));
  }
  expect((await unit.must('GET', `/petitions/${id}/meetings`)).items).toEqual([]);
  expect((await unit.must('GET', `/petitions/${id}/ways-out`)).items).toEqual([]);
});
