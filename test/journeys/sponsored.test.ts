import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { faultsAtRest } from './page-faults.ts';
import { visitCounty } from './visit.ts';

/* A leader takes a petition to the end: plan, a task for the police post, hand-over, verified ending. */

const visits = visitCounty();

const send = (page: Page) => page.locator('form button[type=submit]').click();
const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('S-1, S-2 a leader plans, hands over, is acknowledged; the police post sees its task alone; ended from outside', async () => {
  const title = `包案外墙渗水 ${randomUUID().slice(0, 6)}`;
  const clerk = await visits.callAs('clerk');
  const { id } = await clerk.must('POST', '/registrations', {
    channel: 'visit',
    title,
    text: '外墙渗水三年，多次反映没有彻底修好。',
    demands: ['彻底修好外墙'],
    purpose: 'appeal',
    regionCode: '690121100',
    people: [{ role: 'petitioner', name: '柳包案' }],
  });
  const officer = await visits.callAs('officer1');
  await officer.must('POST', `/petitions/${String(id)}/commands/refer`, {
    input: { to: 'housing', instruction: '请依法办理。' },
  });

  const leader = await visits.openAs('leader');
  await leader.goto(`/console/petitions/${String(id)}`);
  await leader.getByRole('button', { name: '由我包案' }).click();
  await send(leader);
  await leader.waitForURL(/\/sponsored\//);
  await leader.getByRole('button', { name: '写方案' }).click();
  await leader.fill('#field-matterKnot', '保修责任两家公司互相推脱。');
  await leader.fill('#field-mindKnot', '担心修了又漏没有人管。');
  await leader.fill('#field-administrative', '由住建局牵头，两周内确定维修责任。');
  expect(await faultsAtRest(leader)).toEqual([]);
  await send(leader);
  await leader.getByText('担心修了又漏没有人管。').waitFor();
  await leader.getByRole('button', { name: '给专班分任务' }).click();
  await leader.selectOption('#field-post', 'police-post');
  await leader.selectOption('#field-holder', { label: '雷震 · 临澄县公安局城关派出所' });
  await leader.fill('#field-task', `座谈当天到场维护秩序 ${title.slice(-6)}`);
  await leader.fill('#field-dueDate', inDays(7));
  await send(leader);
  await leader.locator('#seven ~ ul').getByText('座谈当天到场维护秩序').waitFor();
  const at = new URL(leader.url()).pathname;

  const police = await visits.openAs('police-post');
  await police.goto('/console/desk');
  const own = police.locator('#own-tasks ~ ul li').filter({ hasText: title.slice(-6) });
  await own.getByRole('button', { name: '报告完成' }).click();
  await own.getByRole('textbox').fill('当天到场，秩序正常。');
  await own.locator('form button[type=submit]').click();
  await own.getByText('已报完成，待认可').waitFor();
  expect(await faultsAtRest(police)).toEqual([]);
  await police.goto(at);
  await police.getByRole('alert').waitFor();
  const shown = (await police.textContent('body')) ?? '';
  for (const hidden of [title, '互相推脱', '担心']) expect(shown).not.toContain(hidden);

  await leader.getByRole('button', { name: '移交给别的领导' }).click();
  await leader.selectOption('#field-leader', { label: '俞志强 · 临澄县城关镇人民政府' });
  await leader.fill('#field-reason', '分工调整，由分管领导接手。');
  await send(leader);
  await leader.getByText('确认之前仍由 程怀民 负责').waitFor();

  const deputy = await visits.openAs('chengguan-deputy');
  await deputy.goto(at);
  await deputy.getByRole('button', { name: '确认接手' }).click();
  await send(deputy);
  await deputy.getByRole('button', { name: '报告办结' }).click();
  await deputy.selectOption('#field-result', 'resolved');
  await deputy.fill('#field-words', '外墙已整体重做防水，雨后查看没有渗水。');
  await send(deputy);
  await deputy.locator('#facts ~ dl').getByText('待核实办结').waitFor();

  const head = await visits.openAs('officehead');
  await head.goto(at);
  await head.getByRole('button', { name: '核实通过，办结' }).click();
  await head.fill('#field-words', '已到现场核实，并与信访人通话。');
  await send(head);
  await head.locator('#facts ~ dl').getByText('已办结').waitFor();
  expect(await faultsAtRest(head)).toEqual([]);
}, 240_000);
