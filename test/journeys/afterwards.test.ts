import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { lookUp, press, submitPetition } from './citizen-steps.ts';
import { openPetition, openStep, send } from './console-steps.ts';
import { answerPetition, findByNumber, movePapers, step } from './office-by-program.ts';
import { phone, tooWide, visitCounty } from './visit.ts';

/* What comes after the answer, from a phone without script and from the office's screen. */

const visits = visitCounty();
const story = '楼下的下水井盖坏了半年，孩子踩空过一次。\n社区说不归他们管。';
const titleOf = (what: string): string => `${what} ${randomUUID().slice(0, 6)}`;

describe('P-11 a bad rating', () => {
  test('is given without a reason, shows the review right, and the head of the office sees it', async () => {
    const page = await visits.open(phone);
    const told = { title: titleOf('井盖坏了没人修'), text: story, name: '钱秀英' };
    const slip = await submitPetition(page, told);
    const id = await answerPetition(visits, slip.number);

    await lookUp(page, slip);
    await page.getByRole('link', { name: '评价', exact: true }).click();
    expect(await page.textContent('main')).toContain('只有您本人能评价');
    // What is left open is named, and what was chosen stays chosen.
    await page.check('input[name=office][value=satisfied]');
    await press(page, 'next');
    expect(await page.textContent('.faults')).toContain('对办理单位的评价');
    expect(await page.isChecked('input[name=office][value=satisfied]')).toBe(true);
    await page.check('input[name=unit][value=not]');
    await page.check('input[name=demand-0][value=not]');
    await press(page, 'next');
    const after = (await page.textContent('main')) ?? '';
    for (const word of ['您的评价已经记下', '不满意', '信访部门的负责人会看到', '申请复查']) {
      expect(after).toContain(word);
    }
    await page.waitForLoadState();
    expect(await page.evaluate(tooWide)).toBe(false);

    const head = await visits.openAs('officehead');
    await head.goto('/console/?task=rating-bad');
    await head.getByText(told.title).first().waitFor();
    await openPetition(head, id);
    await head.getByText('等信访部门负责人过问').first().waitFor();
    await openStep(head, id, 'noteRating');
    await head.fill('#field-note', '请承办单位三日内到现场，与信访人见面说明。');
    await send(head);
    await head.getByText('信访部门负责人已过问').first().waitFor();
  });
});

describe('P-19 a refusal', () => {
  test('is contested from the phone and decided by somebody who had no part in it', async () => {
    const page = await visits.open(phone);
    const told = { title: titleOf('井盖丢失有危险'), text: story, name: '吴建国' };
    const slip = await submitPetition(page, told);
    const officer = await visits.callAs('officer1');
    const id = await findByNumber(officer, slip.number);
    await step(officer, id, 'notAccept', {
      reason: 'same-matter-open',
      explanation: '同一事项已在办理之中，请等待答复。',
    });
    await movePapers(await visits.callAs('officehead'), id, 'issuePaper');

    await lookUp(page, slip);
    await page.getByRole('link', { name: '不同意，请没参加过的人再核查' }).click();
    await page.fill('#text', '我说的是另一条街的井盖。');
    await press(page, 'next');
    expect(await page.textContent('main')).toContain('正在核查');

    const drafter = officer.ask('POST', `/petitions/${id}/commands/decide-contest`, {
      body: { input: { decision: 'rejected', reasons: '维持原来的处理。' } },
    });
    expect((await drafter).body['code']).toBe('contest-involved');
    const other = await visits.openAs('officer2');
    await openStep(other, id, 'decideContest');
    await other.selectOption('#field-decision', 'upheld');
    await other.fill('#field-reasons', '经核实不是同一处井盖，应当重新办理。');
    await send(other);

    await page.reload();
    const after = (await page.textContent('main')) ?? '';
    expect(after).toContain('异议成立，重新办理');
    expect(after).toContain('经核实不是同一处井盖');
    expect(after).toContain('已登记');
  });
});
