import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { submitPetition } from './citizen-steps.ts';
import { openPetition, openStep, send } from './console-steps.ts';
import { findByNumber } from './office-by-program.ts';
import { phone, visitCounty, untilCount } from './visit.ts';

/* An urgent matter, from one key at the office to the answer of the leadership. */

const visits = visitCounty();

test('P-17 one key reports, the leadership sees it on its desk, confirms and answers', async () => {
  const citizen = await visits.open(phone);
  const slip = await submitPetition(citizen, {
    title: `小区停水 ${randomUUID().slice(0, 6)}`,
    text: '整个小区从昨晚起停水，几十户老人孩子没有水喝，物业电话打不通。',
    name: '吴秀英',
  });
  const id = await findByNumber(await visits.callAs('officer1'), slip.number);

  const officer = await visits.openAs('officer1');
  await openPetition(officer, id);
  await officer.keyboard.press('u');
  await officer.locator('.workspace form').waitFor();
  expect(new URL(officer.url()).searchParams.get('do')).toBe('reportUrgent');
  await officer.selectOption('#field-level', 'urgent');
  await officer.fill('#field-text', '小区整体停水，几十户居民受影响，请协调应急供水。');
  await send(officer);
  const panel = officer.locator('.panel', { hasText: '重大紧急报告' });
  await panel.getByText('临澄县人民政府').first().waitFor();
  await untilCount(panel.getByText('尚未确认'), 3);

  const head = await visits.openAs('gov-head');
  await openPetition(head, id);
  await head.getByRole('link', { name: '确认收到紧急报告' }).first().waitFor();
  await openStep(head, id, 'replyUrgent');
  await head.fill('#field-reply', '请水利局今晚恢复供水，先送水到楼下。');
  await send(head);

  await openPetition(officer, id);
  await panel.getByText('先送水到楼下').waitFor();
  await untilCount(panel.getByText('尚未回复'), 2);
});
