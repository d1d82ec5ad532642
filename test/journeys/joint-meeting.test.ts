import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { faultsAtRest } from './page-faults.ts';
import { visitCounty } from './visit.ts';

/* A question of competence, from the agenda to handlers in force, promises and signed minutes. */

const visits = visitCounty();

const inDays = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

async function register(title: string): Promise<string> {
  const clerk = await visits.callAs('clerk');
  const { id } = await clerk.must('POST', '/registrations', {
    channel: 'visit',
    title,
    text: '路口信号灯坏了半年，两个部门都说不归自己管。',
    demands: ['修好信号灯'],
    purpose: 'appeal',
    regionCode: '690121100',
    people: [{ role: 'petitioner', name: '柳会商' }],
  });
  return String(id);
}

test('J-1 a joint meeting decides: handlers in force, a promise, minutes signed and read', async () => {
  const title = `会商信号灯 ${randomUUID().slice(0, 6)}`;
  const petition = await register(title);
  const officer = await visits.callAs('officer1');
  await officer.must('POST', `/petitions/${petition}/commands/suggest-agenda`, {
    input: { question: 'competence', text: '两个单位意见不一致。' },
  });
  const office = await visits.callAs('joint-meeting');
  const { items: seats } = await office.must('GET', '/joint-meetings/seats');
  const seat = (unit: string, chair: boolean) => {
    const found = (seats as { userId: string; maySign: boolean; unit: { id: string } }[]).find(
      (each) => each.unit.id === unit && (!chair || each.maySign),
    );
    return { unit, userId: found?.userId ?? '' };
  };
  const leader = await visits.callAs('leader');
  const me = await leader.must('GET', '/session');
  const { id: meeting } = await office.must('POST', '/joint-meetings', {
    kind: 'joint-meeting',
    on: inDays(0),
    time: '09:00',
    place: '三楼会议室',
    chair: { unit: 'county-gov', userId: String(me['userId']) },
    members: [seat('transport', true)],
  });

  const page = await visits.openAs('joint-meeting');
  await page.goto(`/console/joint-meeting/${String(meeting)}?do=addItem&petition=${petition}`);
  await page.fill('#field-text', '信号灯由哪个单位负责维修？');
  await page.selectOption('#field-question', 'competence');
  expect(await faultsAtRest(page)).toEqual([]);
  await page.locator('form button[type=submit]').click();
  await page.getByRole('link', { name: '通知参会人' }).click();
  await page.locator('form button[type=submit]').click();
  await page.getByRole('link', { name: '开始会议' }).click();
  await page.locator('form button[type=submit]').click();
  await page.getByRole('link', { name: '记录决定' }).first().click();
  expect(await faultsAtRest(page)).toEqual([]);
  await page.getByRole('button', { name: '取消' }).click();

  const view = await office.must('GET', `/joint-meetings/${String(meeting)}`);
  const [item] = view.agenda as { id: string }[];
  const step = (caller: typeof office, type: string, input: object) =>
    caller.must('POST', `/joint-meetings/${String(meeting)}/steps`, { step: { type, input } });
  await step(office, 'decideItem', {
    itemId: item?.id,
    outcome: 'decided',
    text: '由交通运输局维修，城管局配合。',
    main: 'transport',
    coHandlers: [{ unit: 'urban', dueDate: inDays(20) }],
    commitments: [{ unit: 'transport', dueDate: inDays(30), text: '三十日内修好信号灯。' }],
  });
  const decided = await officer.must('GET', `/petitions/${petition}`);
  expect(decided).toMatchObject({ status: 'referred', holder: { id: 'transport' } });
  await step(office, 'closeMeeting', {});
  await step(office, 'draftMinutes', { summary: '会议听取了两个单位的意见。' });
  await step(leader, 'signMinutes', {});
  await step(office, 'issueMinutes', {});
  await page.goto(`/console/joint-meeting/${String(meeting)}`);
  await page.getByText('纪要已印发').waitFor();
  await page.getByRole('link', { name: '查看纪要（PDF）' }).waitFor();
  expect(await faultsAtRest(page)).toEqual([]);
}, 180_000);

test('J-2 the city takes a matter: who leads and helps stands on the strip, the days run on', async () => {
  const petition = await register(`提级信号灯 ${randomUUID().slice(0, 6)}`);
  const officer = await visits.callAs('officer1');
  await officer.must('POST', `/petitions/${petition}/commands/propose-raise`, {
    input: { reason: '涉及市级路网，建议提级办理。' },
  });
  const page = await visits.openAs('city-head');
  await page.goto(`/console/petitions/${petition}?do=raisePetition`);
  await page.locator('textarea').first().fill('涉及市级路网，由市信访局牵头办理。');
  await page.locator('form button[type=submit]').click();
  await page.getByText('牵头办理').first().waitFor();
  await page.getByText('协助办理').first().waitFor();
  expect(await faultsAtRest(page)).toEqual([]);
}, 120_000);
