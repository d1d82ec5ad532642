import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from './caller.ts';
import { setUpCounty, someMatter, type County } from './county.ts';
import { ended, newHome, removeHome, settingsOf, spawnHouse, type ServerProcess } from './house.ts';
import { command, viewOf } from './life.ts';

/* A whole estate with one matter, from the list of its households to the answer in one hand. */

const households = 60;
const category = { first: '01', second: '01.02', third: null };

let home: string;
let settings: Record<string, string>;
let server: ServerProcess;
let county: County;

beforeAll(async () => {
  home = await newHome();
  settings = settingsOf(home);
  server = await spawnHouse(settings);
  county = await setUpCounty(server.url);
});
afterAll(async () => {
  server.child.kill('SIGTERM');
  await ended(server.child);
  await removeHome(home, settings);
});

/** The worker is the server's child that the server itself starts again. */
function findWorker(parent: number): number | undefined {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .find((pid) => {
      try {
        const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
        const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return Number(after.split(' ')[1]) === parent && args.includes('worker-process');
      } catch {
        return false;
      }
    });
}

interface Group {
  readonly members: number;
  readonly behind: number;
  readonly answers: readonly {
    readonly kind: string;
    readonly issued: number;
    readonly served: number;
  }[];
}

const register = async (officer: Caller, title: string) => {
  const made = await officer.must(
    'POST',
    '/registrations',
    someMatter({ channel: 'visit', title, purpose: 'appeal', category }),
  );
  return { id: String(made['id']), number: String(made['number']) };
};

const groupOf = async (id: string): Promise<Group> =>
  (await county.officer.must('GET', `/groups/${id}`)) as unknown as Group;

const issuedOf = (group: Group): number =>
  group.answers.find(({ kind }) => kind === 'opinion')?.issued ?? 0;

const issueDraft = async (by: Caller, id: string): Promise<void> => {
  const draft = (await viewOf(by, id)).papers.find(({ stage }) => stage === 'drafted');
  await command(by, id, 'issue-paper', { paperId: draft?.id });
};

async function answer(id: string): Promise<void> {
  const { officer, head, handler, unitHead, bureau } = county;
  await command(officer, id, 'refer', { to: bureau });
  await issueDraft(head, id);
  await command(handler, id, 'accept', {});
  await issueDraft(unitHead, id);
  await expect.poll(async () => (await groupOf(id)).behind, { timeout: 60_000 }).toBe(0);
  const { demands } = await viewOf(handler, id);
  await command(handler, id, 'draft-opinion', {
    demands: demands.map((demand) => ({
      demandId: demand.id,
      outcome: 'explained',
      facts: '经入户测温，反映的情况属实。',
      basis: '《供热条例》第二十条',
      answer: '已更换循环泵，达标供暖。',
    })),
  });
  await issueDraft(unitHead, id);
}

test('P-13 X-6 a worker killed amid the answers to a group goes on where it was, and nobody gets one twice', async () => {
  const { officer, handler } = county;
  const head = await register(officer, '全小区供暖不足');
  await command(officer, head.id, 'form-group', { reason: '全小区多户反映同一事项。' });
  const members = [];
  for (let place = 0; place < households; place += 1) {
    members.push(await register(officer, `供暖不足 ${place}`));
  }
  const list = {
    members: members.map(({ number }, at) => ({ row: at + 1, number })),
    consent: true,
    reason: '住户名单上本人签字同意一起办理。',
  };
  await officer.must('POST', `/groups/${head.id}/members`, list);
  await officer.must('POST', `/groups/${head.id}/members`, list);
  expect((await groupOf(head.id)).members).toBe(households);

  await answer(head.id);
  await expect
    .poll(async () => issuedOf(await groupOf(head.id)), { interval: 20, timeout: 60_000 })
    .toBeGreaterThan(3);
  const worker = findWorker(server.child.pid ?? 0) ?? 0;
  process.kill(worker, 'SIGKILL');
  const cut = issuedOf(await groupOf(head.id));
  expect(cut).toBeLessThan(households);

  // Found by the missing heartbeat, not when the job's own six hours are over.
  await expect
    .poll(async () => (await groupOf(head.id)).behind, { interval: 500, timeout: 150_000 })
    .toBe(0);
  expect(findWorker(server.child.pid ?? 0)).not.toBe(worker);
  expect(issuedOf(await groupOf(head.id))).toBe(households);
  for (const { id } of members) {
    const { papers, status } = await viewOf(handler, id);
    expect(status).toBe('issued');
    expect(papers.map(({ kind }) => kind)).toEqual(['acceptance-notice', 'opinion']);
  }

  // Each one's days begin when the paper is in that one's hand.
  const [first, second] = members;
  const mine = (await viewOf(handler, first?.id ?? '')).papers[1];
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  await command(handler, first?.id ?? '', 'serve-paper', {
    paperId: mine?.id,
    way: 'hand',
    servedOn: today,
    proof: '本人签收',
  });
  const clocksOf = async (id: string): Promise<readonly string[]> => {
    const view = (await officer.must('GET', `/petitions/${id}`)) as unknown as {
      readonly clocks: readonly { readonly period: string }[];
    };
    return view.clocks.map(({ period }) => period);
  };
  expect(await clocksOf(first?.id ?? '')).toContain('review-request');
  expect(await clocksOf(second?.id ?? '')).not.toContain('review-request');
});
