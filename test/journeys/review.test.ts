import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { lookUp, press, submitPetition } from './citizen-steps.ts';
import { batch, openStep, send } from './console-steps.ts';
import { answerPetition, dayAfter, petitionOf } from './office-by-program.ts';
import { messageAt } from './real-messages.ts';
import { askOnPhone, examine, issue, officePlaceOf } from './review-steps.ts';
import { faultsAtRest } from './page-faults.ts';
import { visitCounty } from './visit.ts';

/*
 * What people wrote, refused by the unit and taken to review: one who wins there, and one who is
 * refused at every stage. The petitioner on a phone with number and code, the bodies in the console.
 */

const visits = visitCounty();
const narrow = { viewport: { width: 390, height: 844 } } as const;

/** One grey pixel. */
const picture =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';
const photograph = {
  name: '现场.png',
  mimeType: 'image/png',
  buffer: Buffer.from(picture, 'base64'),
};

/** Reads a page of the phone again until a sentence stands there. */
const until = (phone: Page, sentence: string): Promise<unknown> =>
  expect
    .poll(
      async () => {
        await phone.reload();
        return phone.textContent('main');
      },
      { timeout: 60_000, interval: 1_000 },
    )
    .toContain(sentence);

/** Opens a paper that stands on the page; it is a file that can be read. */
const readPaper = async (phone: Page, name: string | RegExp): Promise<void> => {
  const link = phone.getByRole('link', { name }).first();
  const paper = await phone.request.get((await link.getAttribute('href')) ?? '');
  expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');
};

test('V-1 who wins at review: sent back by the chosen body, not answered the same way again, supported', async () => {
  const phone = await visits.open(narrow);
  const told = { ...messageAt(3), name: '柳复查' };
  const slip = await submitPetition(phone, told);
  const id = await answerPetition(visits, slip.number, 'housing', 'not-supported');

  await lookUp(phone, slip);
  await phone.locator('main a[href$="/review"]').first().click();
  await phone.getByRole('heading', { level: 1, name: '申请复查' }).waitFor();
  expect(await faultsAtRest(phone)).toEqual([]);
  await phone.getByRole('link', { name: '开始填写' }).click();
  // Two bodies are lawful: the petitioner chooses.
  await phone.getByLabel('临澄县信访事项复查委员会').check();
  expect(await faultsAtRest(phone)).toEqual([]);
  await press(phone, 'next');
  await phone.fill('#grounds', '答复没有说到我反映的主要问题，也没有人到现场。');
  expect(await faultsAtRest(phone)).toEqual([]);
  await press(phone, 'next');
  await phone.setInputFiles('#files', photograph);
  await press(phone, 'upload');
  await phone.getByText(photograph.name).waitFor();
  expect(await faultsAtRest(phone)).toEqual([]);
  await press(phone, 'next');
  await phone.getByRole('heading', { level: 1, name: '请核对后提出' }).waitFor();
  expect(await faultsAtRest(phone)).toEqual([]);
  await phone.getByRole('button', { name: '提出申请' }).click();
  await phone.getByText('已收到申请，等待受理').waitFor();
  expect(await faultsAtRest(phone)).toEqual([]);

  const page = await visits.openAs('review');
  const place = officePlaceOf(phone);
  await examine(page, place, {
    finding: 'handle-again',
    facts: '原办理单位没有到现场核查，主要事实没有查清。',
    answer: '请到现场查清后重新答复。',
    conclusion: '原意见事实不清，退回重新办理。',
  });
  expect(await faultsAtRest(page)).toEqual([]);
  await issue(await visits.openAs('review-head'), place, '复查意见书');
  // Served by the worker: the petitioner agreed to read papers here.
  await until(phone, '要求原单位重新办理');
  await readPaper(phone, /复查意见书/);
  expect(await faultsAtRest(phone)).toEqual([]);

  const housing = await visits.callAs('housing');
  await expect
    .poll(async () => (await petitionOf(housing, id)).round, { timeout: 60_000, interval: 500 })
    .toBe(2);
  const handler = await visits.openAs('housing');
  await openStep(handler, id, 'draftOpinion');
  const form = handler.locator('.workspace form');
  const areas = form.locator('textarea');
  const outcome = form.locator('select').first();
  await outcome.selectOption('not-supported');
  await areas.nth(0).fill('经再次到现场核查，反映的情况属实。');
  await areas.nth(1).fill('《信访工作条例》第三十二条');
  await areas.nth(2).fill('按照规定解决。');
  await form.locator('button[type=submit]').click();
  // The same answer, and not a word of what was found this time.
  await form.getByText('不能作出与原意见相同的答复').first().waitFor();
  await outcome.selectOption('supported');
  const lines = form.locator('.sub-form input:not([type=date])');
  await lines.nth(0).fill('物业科');
  await lines.nth(1).fill(dayAfter(20));
  await send(handler);
  await batch(await visits.openAs('housing-head'), 'issuePaper', told.title);
  await phone.goto(`/p/${slip.number}`);
  await until(phone, '由物业科在');
  // A new answer, a new right.
  expect(await phone.textContent('main')).toContain('申请复查');
});

test('V-3 who is refused three times: the procedure ends, the same again is no longer accepted, new facts begin anew', async () => {
  const phone = await visits.open(narrow);
  const told = { ...messageAt(7), name: '莫三审' };
  const slip = await submitPetition(phone, told);
  const id = await answerPetition(visits, slip.number, 'urban', 'not-supported');
  const refusal = {
    finding: 'upheld',
    facts: '原办理单位到过现场，认定的事实清楚。',
    answer: '原意见依据正确。',
    conclusion: '维持原意见。',
  } as const;

  await lookUp(phone, slip);
  await askOnPhone(phone, '申请复查', '我不同意，请重新看一看。');
  const first = officePlaceOf(phone);
  await examine(await visits.openAs('review'), first, refusal);
  await issue(await visits.openAs('review-head'), first, '复查意见书');
  await until(phone, '维持原来的意见');

  await askOnPhone(phone, '申请复核', '复查没有听我说，请上级再看一次。');
  const second = officePlaceOf(phone);
  await examine(await visits.openAs('city-review'), second, refusal);
  await issue(await visits.openAs('city-review-head'), second, '复核意见书');
  await until(phone, '信访程序到此结束');
  await readPaper(phone, /复核意见书/);
  await phone.goto(`/p/${slip.number}`);
  await until(phone, '信访程序终结');
  expect(await phone.locator('main a[href$="/review"]').count()).toBe(0);
  const officer = await visits.callAs('officer1');
  expect((await petitionOf(officer, id)).procedureEndedAt).not.toBeNull();

  // The same facts and reasons once more: taken in, and refused on paper, with what ended it.
  const again = await submitPetition(phone, told);
  const page = await visits.openAs('officer1');
  const found = await officer.must('GET', `/search?q=${again.number}`);
  const sameId = (found['items'] as { id: string }[])[0]?.id ?? '';
  await openStep(page, sameId, 'noLongerAccept');
  await page.selectOption('#field-reason', 'procedure-ended');
  await page.fill('#field-endedPetition', slip.number);
  await page.locator('.workspace input[type=radio]').first().check();
  await page.fill('#field-explanation', '来信所述与复核时相同，没有新的事实和理由。');
  await send(page);
  await batch(await visits.openAs('officehead'), 'issuePaper', told.title);
  await lookUp(phone, again);
  await until(phone, '不再受理告知书');
  await readPaper(phone, /不再受理告知书/);
  expect(await phone.textContent('main')).toContain('不同意，请没参加过的人再核查');

  // New facts are a new petition, handled like any other.
  const fresh = await submitPetition(phone, {
    ...told,
    text: `${told.text}\n上个月又出了新的情况：现场重新施工，墙体开裂。`,
  });
  const freshId = await answerPetition(visits, fresh.number, 'urban');
  await lookUp(phone, fresh);
  await until(phone, '支持');
  expect((await petitionOf(officer, freshId)).procedureEndedAt).toBeNull();
});
