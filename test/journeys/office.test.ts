import { randomUUID } from 'node:crypto';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { submitPetition, lookUp, press, type Slip } from './citizen-steps.ts';
import { batch, choose, openPetition, openStep, send } from './console-steps.ts';
import { dayAfter, findByNumber, movePapers, petitionOf, step } from './office-by-program.ts';
import { phone, visitCounty, untilCount } from './visit.ts';

/* A petition from the desk of the petition office to an answer in the petitioner's hand. */

const visits = visitCounty();

const some = (words: string): string => `${words} ${randomUUID().slice(0, 6)}`;

const fromPhone = async (title: string): Promise<{ slip: Slip; page: Page; id: string }> => {
  const page = await visits.open(phone);
  const text = '小区围墙倒了一段，三个月没有人来修，孩子天天从砖堆上过。';
  const slip = await submitPetition(page, { title, text, name: '吴秀英' });
  const id = await findByNumber(await visits.callAs('officer1'), slip.number);
  return { slip, page, id };
};

/** Every running clock of a petition opens to its law and its days. */
const openClocks = async (page: Page): Promise<void> => {
  const panel = page.locator('.panel', { hasText: '期限' }).locator('.clock-item');
  const count = await panel.count();
  expect(count).toBeGreaterThan(0);
  for (let at = 0; at < count; at += 1) {
    const clock = panel.nth(at);
    await clock.getByRole('button', { name: /逐日说明/ }).click();
    await clock.locator('table.days td').first().waitFor();
    expect(await clock.textContent()).toMatch(/条例|规定|办法|本地|规则/);
    expect(await clock.locator('.day-counted, .day-skipped').count()).toBeGreaterThan(0);
  }
};

describe('P-4 P-5 P-6 P-7 P-8 the office answers', () => {
  test('from triage on the desk to the answer on the phone', async () => {
    const title = some('围墙倒塌');
    const { slip, page: citizen, id } = await fromPhone(title);

    // The desk: j and k move, Enter opens, the full stop takes the next step.
    const officer = await visits.openAs('officer1');
    await officer.goto('/console/desk?task=triage');
    await officer.locator('.line').first().waitFor();
    await officer.keyboard.press('j');
    await officer.keyboard.press('j');
    await officer.keyboard.press('k');
    await officer.locator('.line-current').waitFor();
    await officer.keyboard.press('Enter');
    await officer.locator('.strip h1').waitFor();

    await openPetition(officer, id);
    await officer.keyboard.press('.');
    await officer.locator('.workspace form').waitFor();
    expect(new URL(officer.url()).searchParams.get('do')).toBe('refer');
    await choose(officer, 'field-to', '临澄县住房和城乡建设局');
    await officer.fill('#field-instruction', '请按期受理，查清情况后书面答复。');
    await officer.keyboard.press('Control+Enter');
    await officer.locator('.restored').getByText('已完成').waitFor();

    const head = await visits.openAs('officehead');
    await batch(head, 'issuePaper', title);

    // The unit accepts, and its clock explains itself.
    const handler = await visits.openAs('housing');
    await openPetition(handler, id);
    await openClocks(handler);
    await handler.locator('.strip .primary-link').click();
    await send(handler);
    const unitHead = await visits.openAs('housing-head');
    await batch(unitHead, 'issuePaper', title);
    await lookUp(citizen, slip);
    expect(await citizen.textContent('section.now')).toContain('正在办理');
    expect(await citizen.textContent('section.now')).toContain('临澄县住房和城乡建设局');

    // Another unit has a part of the work and finishes it.
    await openStep(handler, id, 'giveTask');
    await choose(handler, 'field-unit', '临澄县应急管理局');
    await handler.fill('#field-text', '请检查剩下的围墙是否安全。');
    await handler.fill('#field-dueDate', dayAfter(10));
    await send(handler);
    const helper = await visits.openAs('emergency');
    await helper.goto('/console/desk?task=task');
    await helper.getByRole('link', { name: title }).first().click();
    await openStep(helper, id, 'completeTask');
    await helper.selectOption('#field-taskId', { index: 1 });
    await helper.fill('#field-result', '已检查，余下墙体有裂缝，需拆除重建。');
    await send(helper);

    await openStep(handler, id, 'recordTalk');
    await handler.fill('#field-record', '与吴秀英在现场谈话，她希望放假前修好。');
    await send(handler);

    // The petitioner is asked, and answers on the phone.
    await openStep(handler, id, 'askSupplement');
    await handler.fill('#field-request', '请补充围墙倒塌当天的照片。');
    await send(handler);
    await citizen.goto(`/p/${slip.number}`);
    expect(await citizen.textContent('main')).toContain('请补充围墙倒塌当天的照片');
    await citizen.getByRole('link', { name: '回答问题、补充材料' }).click();
    await citizen.fill('#text', '照片没有，当天是九月三号夜里。');
    await press(citizen, 'next');

    // More time is asked for, and the head grants it by issuing the paper.
    await openStep(handler, id, 'requestExtension');
    await handler.fill('#field-days', '15');
    await handler.fill('#field-reason', '墙体需要第三方检测。');
    await send(handler);
    await openPetition(handler, id);
    const before = (await petitionOf(await visits.callAs('housing'), id)).clock?.dueDate ?? '';
    await batch(unitHead, 'issuePaper', title);
    const after = (await petitionOf(await visits.callAs('housing'), id)).clock?.dueDate ?? '';
    expect(after > before).toBe(true);

    // The opinion, demand by demand.
    await openStep(handler, id, 'draftOpinion');
    const form = handler.locator('.workspace form');
    await form.locator('select').first().selectOption('supported');
    const areas = form.locator('textarea');
    await areas.nth(0).fill('经现场查看，围墙于九月三日倒塌约六米，余下墙体有裂缝。');
    await areas.nth(1).fill('《物业管理条例》第五十五条');
    await areas.nth(2).fill('予以支持：拆除危墙并重建。');
    const lines = form.locator('.sub-form input:not([type=date])');
    await lines.nth(0).fill('物业科');
    await lines.nth(1).fill(dayAfter(20));
    await send(handler);
    await batch(unitHead, 'issuePaper', title);

    // Served by the worker, because the petitioner agreed to read it here.
    await expect
      .poll(
        async () => {
          await citizen.goto(`/p/${slip.number}`);
          return citizen.textContent('main');
        },
        { timeout: 90_000, interval: 1_500 },
      )
      .toMatch(/您可以在 .*以前（含当天）请上一级机关再看一次/);
    const read = (await citizen.textContent('main')) ?? '';
    expect(read).toContain('支持');
    expect(read).toContain('由物业科在');
    const link = citizen.getByRole('link', { name: /处理意见书/ });
    const paper = await citizen.request.get((await link.getAttribute('href')) ?? '');
    expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');

    await openPetition(handler, id);
    await openClocks(handler);
    expect(await handler.locator('.timeline').textContent()).toContain('信访人可见');
  });

  test('P-4b an assigned matter is reported back and accepted', async () => {
    const title = some('井盖缺失');
    const { id } = await fromPhone(title);
    const officer = await visits.openAs('officer1');
    await openStep(officer, id, 'assign');
    await choose(officer, 'field-to', '临澄县城市管理和综合执法局');
    await officer.fill('#field-dueDate', dayAfter(40));
    await officer.fill('#field-instruction', '请办结后报送办结报告。');
    await send(officer);
    const program = {
      head: await visits.callAs('officehead'),
      handler: await visits.callAs('urban'),
      unitHead: await visits.callAs('urban-head'),
    };
    await movePapers(program.head, id, 'issuePaper');
    await step(program.handler, id, 'accept');
    await movePapers(program.unitHead, id, 'issuePaper');
    await movePapers(program.handler, id, 'servePaper');
    const { demands } = await petitionOf(program.handler, id);
    await step(program.handler, id, 'draftOpinion', {
      demands: demands.map((demand) => ({
        demandId: demand.id,
        outcome: 'explained',
        facts: '井盖已经补装。',
        basis: '《城市道路管理条例》第二十三条',
        answer: '已经补装，今后每月巡查。',
      })),
    });
    await movePapers(program.unitHead, id, 'issuePaper');

    const handler = await visits.openAs('urban');
    await openStep(handler, id, 'fileReport');
    await handler.fill('#field-text', '井盖已补装，处理意见书已作出。');
    await send(handler);
    await movePapers(program.unitHead, id, 'issuePaper');
    await openStep(officer, id, 'acceptReport');
    await send(officer);
    const opened = await petitionOf(await visits.callAs('officer1'), id);
    expect(opened.timeline.map(({ type }) => type)).toContain('ReportAccepted');
  });
});

describe('P-15 lists', () => {
  test('search from two characters, saved search, XLSX that opens', async () => {
    const title = some('桥栏杆断裂');
    await fromPhone(title);
    const page = await visits.openAs('officer1');
    await page.keyboard.press('/');
    await page.locator('[data-search]').waitFor();
    await page.fill('[data-search]', '栏杆');
    await page.getByRole('link', { name: title }).first().waitFor();

    await page.goto('/console/petitions?channel=web&status=registered');
    await page.locator('.line').first().waitFor();
    await page.getByRole('button', { name: '常用筛选' }).click();
    const name = some('网上新来的');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('名称').fill(name);
    await dialog.getByRole('button', { name: '保存当前筛选' }).click();
    await dialog.getByText(name).waitFor();
    await page.goto('/console/petitions');
    await page.getByRole('button', { name: '常用筛选' }).click();
    await page.getByRole('dialog').getByText(name).click();
    await page.waitForURL(/channel=web/);
    await page.locator('.line').first().waitFor();

    await page.getByRole('button', { name: '导出 XLSX' }).click();
    await page.getByRole('dialog').getByLabel('导出用途').fill('月度汇报核对');
    await page.getByRole('button', { name: '开始导出' }).click();
    const link = page.getByRole('link', { name: '下载 XLSX 文件' }).first();
    await link.waitFor({ timeout: 60_000 });
    const download = page.waitForEvent('download');
    await link.click();
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(await (await download).path());
    const cells: string[] = [];
    book.worksheets[0]?.eachRow((row) => row.eachCell(({ text }) => cells.push(text)));
    expect(cells.some((cell) => cell.includes(title))).toBe(true);
  });
});

describe('two people, and a session that ends', () => {
  test('a conflict shows both sides and loses neither', async () => {
    const { id } = await fromPhone(some('同时办理'));
    const first = await visits.openAs('officer1');
    const second = await visits.openAs('officer2');
    await openStep(first, id, 'addMaterial');
    await first.fill('#field-text', '第一个窗口补充的内容。');
    await openStep(second, id, 'addMaterial');
    await second.fill('#field-text', '第二个窗口补充的内容。');
    await send(first);
    await second.locator('.workspace form button[type=submit]').click();
    const conflict = second.locator('.conflict');
    await conflict.waitFor();
    await untilCount(conflict.locator('.conflict-sides section'), 2);
    expect(await second.inputValue('#field-text')).toBe('第二个窗口补充的内容。');
    await conflict.getByRole('button', { name: '按新的情况继续' }).click();
    await send(second);
    const shown = await petitionOf(await visits.callAs('officer1'), id);
    const texts = shown.timeline.map(({ text }) => text ?? '').join();
    expect(texts).toContain('第一个窗口');
    expect(texts).toContain('第二个窗口');
  });

  test('an expired session in the middle of a form keeps what was typed', async () => {
    const { id } = await fromPhone(some('登录过期'));
    const page = await visits.openAs('officer1');
    await openStep(page, id, 'addMaterial');
    await page.fill('#field-text', '打了很久的一段话。');
    await page.context().clearCookies();
    await page.locator('.workspace form button[type=submit]').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('登录已过期').waitFor();
    await dialog.locator('#sign-in-password').fill(visits.password);
    await dialog.locator('#sign-in-password').press('Enter');
    await page.locator('.restored').getByText('已完成').waitFor();
    const shown = await petitionOf(await visits.callAs('officer1'), id);
    expect(shown.timeline.some(({ text }) => text?.includes('打了很久的一段话'))).toBe(true);
  });
});
