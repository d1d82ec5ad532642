import { expect, test } from 'vitest';
import { phone, visitCounty } from './visit.ts';

/* A leader's reception by telephone: found by topic, booked, seen by the office, cancelled. */

const visits = visitCounty();

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

test('R-1, R-2 searching a topic finds the leader; a slot is booked without JavaScript', async () => {
  const citizen = await visits.open(phone);
  await citizen.goto('/');
  await citizen.click('a[href="/reception"]');
  await citizen.fill('#q', '校外培训');
  await citizen.click('form[role=search] button');
  await citizen.getByText('沈砚秋').first().waitFor();
  await citizen.locator('.tiles a', { hasText: '上线接访' }).first().click();
  await citizen.locator('input[name=slot]').last().check();
  await citizen.click('#booking button');
  await citizen.getByText('请写上您的姓名').first().waitFor();
  await citizen.fill('#name', '秦望舒');
  await citizen.fill('#telephone', '13900000123');
  await citizen.click('#booking button');
  await citizen.getByRole('heading', { name: '约好了' }).waitFor();
  expect(await citizen.content()).not.toContain('秦望舒');

  const day = /reception\/([\w-]+)\/bookings/.exec(citizen.url())?.[1] ?? '';
  const officer = await visits.openAs('officer1');
  await officer.goto(`/console/receptions/${day}`);
  await officer.getByText('秦望舒').waitFor();

  await citizen.click('#cancel button');
  await citizen.getByRole('heading', { name: '这个预约已经取消' }).waitFor();
});

test('R-2 an open day that comes too late is not announced, and says what to do', async () => {
  const officer = await visits.openAs('officer1');
  await officer.goto('/console/receptions');
  await officer.getByRole('heading', { name: '接访日' }).first().waitFor();
  const calendar = await (await officer.request.get('/reception.ics')).text();
  expect(calendar).toContain('BEGIN:VEVENT');
  const program = await visits.callAs('officer1');
  const { items } = (await program.must('GET', '/reception-leaders')) as {
    readonly items: readonly { readonly id: string }[];
  };
  const on = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  const { id } = (await program.must('POST', '/reception-days', {
    kind: 'open',
    on,
    from: '09:00',
    to: '11:00',
    place: '接待大厅',
    regionCode: '690121',
    leaders: [items[0]?.id],
  })) as { readonly id: string };
  await officer.goto(`/console/receptions/${id}`);
  await officer.getByRole('button', { name: '在门户公示' }).click();
  await officer.getByText('公开接访须提前 7 日公示').first().waitFor();
});

test('R-2 a picture proves a notice: uploaded, shown beside the channel, opened', async () => {
  const officer = await visits.openAs('officer1');
  await officer.goto('/console/receptions?view=list');
  await officer
    .getByRole('link', { name: /09:00–12:00/ })
    .first()
    .click();
  await officer.getByRole('button', { name: '登记公示渠道' }).click();
  await officer.selectOption('#field-channel', 'site');
  await officer.fill('#field-on', new Date(Date.now() - 86_400_000).toISOString().slice(0, 10));
  const picture = { name: '网站截图.png', mimeType: 'image/png', buffer: onePixel };
  await officer.setInputFiles('input[type=file]', picture);
  await officer.locator('form').getByText('网站截图.png').waitFor();
  await officer.locator('form').getByRole('button', { name: '登记公示渠道' }).click();
  const proof = officer.getByRole('link', { name: '网站截图.png' }).first();
  await proof.waitFor();
  const opened = await officer.request.get((await proof.getAttribute('href')) ?? '');
  expect(opened.headers()['content-type']).toBe('image/png');
  // A picture is written anew when it is taken in: what its maker hid in it stays behind.
  expect((await opened.body()).subarray(0, 8)).toEqual(onePixel.subarray(0, 8));
});
