import { expect, test } from 'vitest';
import { localDateOf } from '../../src/kernel/local-date.ts';
import { faultsOf } from './page-faults.ts';
import { phone, tooWide, visitCounty } from './visit.ts';

/* Door, group and calling screen of a reception day at once, the door without its network for a while. */

const visits = visitCounty();

interface Hall {
  readonly screens: readonly { readonly path: string }[];
  readonly counts: Readonly<Record<string, number>>;
  readonly waiting: readonly { readonly label: string }[];
}

/** A day of today with one table, one desk and one screen; other journeys have days of their own. */
async function openDay() {
  const officer = await visits.callAs('officer1');
  const leaders = await officer.must('GET', '/reception-leaders');
  const [leader] = leaders['items'] as { id: string }[];
  const day = await officer.must('POST', '/reception-days', {
    kind: 'invited',
    on: localDateOf(Date.now()),
    from: '00:00',
    to: '23:59',
    place: '接待大厅',
    regionCode: '690121100',
    leaders: [leader?.id],
  });
  const id = String(day['id']);
  const step = (type: string) =>
    officer.must('POST', `/reception-days/${id}/steps`, { step: { type, input: {} } });
  await step('publishNotice');
  await step('openDay');
  const change = async (type: string, input: object): Promise<string> => {
    const place = `/reception-days/${id}/hall/steps`;
    return String((await officer.must('POST', place, { step: { type, input } }))['madeId']);
  };
  const group = { label: '第1接谈组', place: '1号桌', units: [], topics: [] };
  const groupId = await change('formGroup', group);
  await change('openGroup', { groupId });
  const deskId = await change('openDesk', { label: '东门' });
  await change('addScreen', { label: '大厅' });
  const hall = async (): Promise<Hall> =>
    (await officer.must('GET', `/reception-days/${id}/hall`)) as unknown as Hall;
  return { id, groupId, deskId, hall };
}

test('R-3 door, group and screen follow each other; a door without its network loses and doubles nothing', async () => {
  const day = await openDay();
  const [door, group, screen] = await Promise.all([
    visits.openAs('clerk'),
    visits.openAs('officer1'),
    visits.open(),
  ]);
  await door.addInitScript('window.print = () => undefined');
  await door.goto(`/console/halls/${day.id}/door?desk=${day.deskId}`);
  await group.goto(`/console/halls/${day.id}/groups/${day.groupId}`);
  const { screens } = await day.hall();
  await screen.goto(screens[0]?.path ?? '');
  await screen.getByText('暂时没有叫号').waitFor();

  const give = door.getByRole('button', { name: '出号并打印' });
  // A double click is one press: nobody stands behind a second ticket.
  await give.dblclick();
  await door.locator('.ticket-slip .ticket-figure', { hasText: 'A001' }).waitFor();
  await group.getByText('有 1 张号可由本组接谈').waitFor();

  // The network of the door goes: tickets are printed all the same, and sent when it is back.
  await door.context().setOffline(true);
  await door.getByLabel('称呼（可不填）').fill('断网来的人');
  await give.click();
  await door.locator('.ticket-slip .ticket-figure', { hasText: 'A002' }).waitFor();
  await give.click();
  await door.locator('.ticket-slip .ticket-figure', { hasText: 'A003' }).waitFor();
  await door.getByText('有 2 张号等网络恢复后送出').waitFor();
  expect((await day.hall()).counts['waiting']).toBe(1);
  await door.context().setOffline(false);
  await door.getByText('所有号都已送达').waitFor();
  await group.getByText('有 3 张号可由本组接谈').waitFor();
  expect((await day.hall()).waiting.map(({ label }) => label)).toEqual(['A001', 'A002', 'A003']);
  expect(await faultsOf(door)).toEqual([]);

  await group.getByRole('button', { name: '叫下一个号' }).click();
  await screen.locator('.number', { hasText: 'A001' }).waitFor();
  await screen.getByText('请到 1号桌').waitFor();
  expect(await faultsOf(screen)).toEqual([]);
  expect(await screen.content()).not.toContain('断网来的人');
  await group.getByRole('button', { name: '来了，开始接谈' }).click();
  await screen.getByText('暂时没有叫号').waitFor();

  // no conversation ends without a petition that answers it.
  await group.getByRole('button', { name: '结束接谈' }).click();
  await group.getByText('这次接谈还没有登记成信访事项').waitFor();
  await group.getByRole('button', { name: '登记新事项' }).click();
  await group.locator('#registration-title').fill('接访日当面反映路灯不亮');
  await group.locator('#registration-text').fill('小区主干道路灯已坏两周，老人夜间出行不便。');
  expect(await faultsOf(group)).toEqual([]);
  // A page that is loaded again in the middle of a conversation has kept what was typed.
  await group.reload();
  await group.getByRole('button', { name: '登记新事项' }).click();
  expect(await group.locator('#registration-title').inputValue()).toBe('接访日当面反映路灯不亮');
  await group.keyboard.press('Control+Enter');
  await group.getByRole('button', { name: '返回接谈' }).click();
  await group.getByLabel('当场办结').check();
  await group.getByRole('button', { name: '结束接谈' }).click();
  await group.getByRole('button', { name: '叫下一个号' }).waitFor();
  expect((await day.hall()).counts).toMatchObject({ heard: 1, matters: 1, waiting: 2 });
}, 180_000);

test('R-3 whoever has only a phone without scripts takes a ticket, sees the place, comes, cancels', async () => {
  const day = await openDay();
  const page = await visits.open(phone);
  await page.goto(`/tickets/${day.id}`);
  expect(await page.evaluate(tooWide)).toBe(false);
  await page.getByRole('button', { name: '取号', exact: true }).click();
  await page.getByText('W001').waitFor();
  await page.getByText('下一个就是您').waitFor();
  await page.getByRole('button', { name: '我到大厅了' }).click();
  await page.getByText('请留意叫号').first().waitFor();
  await page.getByText('不来了，取消这张号').click();
  await page.getByRole('button', { name: '确定取消' }).click();
  await page.getByText('您已经取消了这张号').waitFor();
  expect((await day.hall()).counts).toMatchObject({ waiting: 0, cancelled: 1 });
}, 120_000);
