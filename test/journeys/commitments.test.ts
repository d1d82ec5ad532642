import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { lookUp, submitPetition } from './citizen-steps.ts';
import { choose } from './console-steps.ts';
import { dayAfter, findByNumber } from './office-by-program.ts';
import { faultsAtRest } from './page-faults.ts';
import { phone, photograph, visitCounty } from './visit.ts';

/* A letter, the leader's instruction on it, and what became of the promise until the writer said so. */

const visits = visitCounty();
const tablet = { viewport: { width: 820, height: 1180 } };
const instruction = '请住建局十日内修好外墙，并当面答复来信人。';

test('R-6, C-1 a letter is instructed upon, kept with evidence, denied and confirmed by its writer', async () => {
  const title = `外墙漏水两年没有人修 ${randomUUID().slice(0, 6)}`;
  const citizen = await visits.open(phone);
  const slip = await submitPetition(citizen, {
    title,
    text: '西侧外墙漏水两年，多次反映没有人来修，家里墙皮都掉了。',
    name: '陶承诺',
  });
  const officer = await visits.callAs('officer1');
  const petition = await findByNumber(officer, slip.number);
  await officer.must('POST', `/petitions/${petition}/letters`, { unit: 'county-gov' });

  // The leader reads on a tablet and instructs, with unit and date.
  const leader = await visits.openAs('leader', tablet);
  await leader.goto('/console/letters');
  await leader.getByRole('link', { name: title }).click();
  await leader.getByText('家里墙皮都掉了').waitFor();
  expect(await faultsAtRest(leader)).toEqual([]);
  await leader.getByRole('button', { name: '作出批示' }).click();
  await choose(leader, 'field-unit', '临澄县住房');
  await leader.fill('#field-text', instruction);
  await leader.fill('#field-dueDate', dayAfter(10));
  expect(await faultsAtRest(leader)).toEqual([]);
  await leader.locator('form button[type=submit]').click();
  await leader.getByRole('link', { name: instruction }).waitFor();

  // It waits at the unit as soon as the program has let it read the petition.
  const housing = await visits.callAs('housing');
  const owed = async (): Promise<string> => {
    const { items } = await housing.must('GET', '/commitments?status=open&source=instruction');
    const lines = items as { id: string; petition: { id: string } | null }[];
    return lines.find((line) => line.petition?.id === petition)?.id ?? '';
  };
  await expect.poll(owed, { timeout: 60_000 }).not.toBe('');
  const promise = await owed();
  const unit = await visits.openAs('housing');
  await unit.goto('/console/commitments?status=open&source=instruction');
  await unit.locator(`a[href$="/commitments/${promise}"]`).click();
  await unit.getByRole('button', { name: '报告完成' }).click();
  await unit.fill('#field-doneOn', dayAfter(0));
  await unit.fill('#field-evidence', '外墙已重新做了防水，雨后查看没有渗水。');
  await unit.setInputFiles('form input[type=file]', await photograph('西侧外墙'));
  await unit.getByText('西侧外墙.jpg').waitFor();
  expect(await faultsAtRest(unit)).toEqual([]);
  await unit.locator('form button[type=submit]').click();
  await unit.locator('#reports ~ ul').getByText('雨后查看没有渗水').waitFor();

  // Only whom it was promised to says whether it is done, here on a phone without scripts.
  await lookUp(citizen, slip);
  const told = citizen.locator('section', { hasText: '答应您的事' });
  await told.getByText(instruction).waitFor();
  await told.getByRole('link', { name: '西侧外墙.jpg' }).waitFor();
  await told.locator('textarea').fill('六楼的墙还在漏水。');
  await told.getByRole('button', { name: '没有办到' }).click();
  await told.getByText('最晚').waitFor();
  const report = {
    type: 'reportFulfilled',
    input: { doneOn: dayAfter(0), evidence: '六楼已补做防水，请您再看看。' },
  };
  await housing.must('POST', `/commitments/${promise}/steps`, { step: report });
  await citizen.reload();
  await told.getByText('六楼已补做防水').waitFor();
  await told.getByRole('button', { name: '办到了', exact: true }).click();
  await told.getByText('您说已经办到了').waitFor();

  await leader.reload();
  await leader.locator('section', { hasText: '批示' }).getByText('已兑现').first().waitFor();
}, 180_000);

test('C-1 what was promised to everybody and is overdue stands on the portal, with its history', async () => {
  const anyone = await visits.open({ viewport: phone.viewport });
  await anyone.goto('/commitments');
  const overdue = anyone.locator('section.warn', { hasText: '自来水管网改造招标' });
  await overdue.getByText('过期未办到').waitFor();
  await overdue.locator('summary').click();
  await overdue.getByText('作出承诺，最晚').waitFor();
  expect(await faultsAtRest(anyone)).toEqual([]);
}, 60_000);
