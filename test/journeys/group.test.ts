import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { lookUp, submitPetition } from './citizen-steps.ts';
import { openPetition, openStep, send } from './console-steps.ts';
import { findByNumber, petitionOf, step } from './office-by-program.ts';
import { phone, visitCounty } from './visit.ts';

/* Two households with one matter: handled together, each with an own record, and apart again. */

const visits = visitCounty();

describe('P-13 a group matter', () => {
  test('joined at the console, seen on the phone, left by one press', async () => {
    const title = `供暖不足 ${randomUUID().slice(0, 6)}`;
    const text = '十一月供暖以来，全小区室内不到十五度，老人孩子受冻。';
    const officer = await visits.callAs('officer1');
    const citizen = await visits.open(phone);
    const first = await submitPetition(citizen, { title, text, name: '周建国' });
    const own = await submitPetition(citizen, { title, text, name: '吴秀英' });
    const headId = await findByNumber(officer, first.number);
    const memberId = await findByNumber(officer, own.number);

    const page = await visits.openAs('officer1');
    await openStep(page, headId, 'formGroup');
    await page.fill('#field-reason', '全小区多户反映同一事项，一并办理。');
    await send(page);

    await openStep(page, memberId, 'joinGroup');
    await page.fill('#field-head', first.number);
    await page.locator('.workspace input[type=radio]').first().check();
    await page.locator('#field-consent').check();
    await page.fill('#field-reason', '与牵头件反映同一事项，本人同意。');
    await send(page);
    const { group } = await petitionOf(officer, memberId);
    expect(group).toEqual({ isHead: false, head: headId });

    await openPetition(page, memberId);
    await page.getByRole('link', { name: '群体事项进度' }).click();
    await page.getByRole('heading', { name: '一起办理的事项' }).waitFor();
    await page.locator('tbody tr').first().waitFor();
    expect(await page.textContent('main')).toContain('1 件');

    await lookUp(citizen, own);
    const seen = await citizen.textContent('main');
    expect(seen).toContain('您的事和其他人的同一件事一起办理');
    expect(seen).not.toContain('周建国');
    await citizen.getByRole('button', { name: '我想单独办理' }).click();
    expect(await citizen.textContent('main')).toContain('从现在起，您的事单独办理');
    const left = await petitionOf(officer, memberId);
    expect(left.group.head).toBeNull();
    expect(left.relations).toMatchObject([{ kind: 'member-of', undone: { by: 'petitioner' } }]);
  });

  test('a whole list joins on the page of the group: pasted and from a sheet, what is wrong told by its row', async () => {
    const title = `电梯停运 ${randomUUID().slice(0, 6)}`;
    const clerk = await visits.callAs('clerk');
    const officer = await visits.callAs('officer1');
    const numbers: string[] = [];
    for (const name of ['郑一', '王二', '冯三', '陈四']) {
      const registered = await clerk.must('POST', '/registrations', {
        channel: 'visit',
        title,
        text: '全楼电梯停运两个月，老人下不了楼。',
        demands: ['恢复电梯运行'],
        purpose: 'appeal',
        regionCode: '690121100',
        people: [{ role: 'petitioner', name }],
      });
      numbers.push(String(registered['number']));
    }
    const [head = '', first = '', second = '', third = ''] = numbers;
    const headId = await findByNumber(officer, head);
    await step(officer, headId, 'formGroup', { reason: '同一栋楼多户反映，一并办理。' });

    const page = await visits.openAs('officer1');
    await page.goto(`/console/groups/${headId}`);
    await page.getByText('批量加入').click();
    await page.getByLabel('信访编号').fill(`${first}\n${second}，1234 5678 9012 3`);
    await page.getByText('读到 3 个编号').waitFor();
    await page.getByLabel('理由', { exact: true }).fill('与牵头件反映同一事项。');
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: /^加入 \d+ 件$/ }).click();
    await page.getByRole('table').filter({ hasText: '1234 5678 9012 3' }).waitFor();

    // The next ones come as a sheet.
    const sheet = Buffer.from(`登记编号\n${third}\n`, 'utf8');
    await page.setInputFiles('input[type=file]', {
      name: '名单.csv',
      mimeType: 'text/csv',
      buffer: sheet,
    });
    await page.getByText('读到 1 个编号').waitFor();
    await page.getByRole('button', { name: /^加入 \d+ 件$/ }).click();
    await page.getByText('新加入 1，').waitFor();
    for (const number of [first, second, third]) {
      const { group } = await petitionOf(officer, await findByNumber(officer, number));
      expect(group).toEqual({ isHead: false, head: headId });
    }
  });
});
