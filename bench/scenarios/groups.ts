import { setTimeout as wait } from 'node:timers/promises';
import { bureaus } from '../county.ts';
import { summarise } from '../load.ts';
import { Sender, signIn } from '../sender.ts';
import { nextRegistration } from './registration.ts';
import type { Figure, Ground, Scenario } from './scenario.ts';

/** As many as one estate of product.md. */
const households = 1_800;
const partSize = 200;
const readers = 8;

interface Registered {
  readonly id: string;
  readonly number: string;
  readonly demandIds: readonly string[];
}

interface Group {
  readonly behind: number;
  readonly answers: readonly { readonly kind: string; readonly issued: number }[];
}

/** Everybody whom the head of the group passes through. */
async function peopleOf({ program }: Ground) {
  const as = async (userName: string) => new Sender(program, await signIn(program, userName));
  return {
    clerk: await as('bench.clerk'),
    officer: await as('bench.officer'),
    handler: await as('bench.handler0'),
    head: await as('bench.unithead0'),
  };
}

async function registerAll({ program }: Ground): Promise<readonly Registered[]> {
  const cookie = await signIn(program, 'bench.clerk');
  const made: Registered[] = [];
  let begun = 0;
  const lane = async (): Promise<void> => {
    const sender = new Sender(program, cookie);
    while (begun < households) {
      begun += 1;
      made.push(await sender.post('/api/v1/registrations', nextRegistration('visit')));
    }
    sender.close();
  };
  await Promise.all(Array.from({ length: 16 }, lane));
  return made;
}

/** Seconds of some work. */
async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

async function readPages(ground: Ground, id: string, name: string): Promise<Figure> {
  const cookie = await signIn(ground.program, 'bench.officer');
  const sender = new Sender(ground.program, cookie);
  const first = JSON.parse((await sender.get(`/api/v1/groups/${id}/members?limit=50`)).body) as {
    readonly next: string;
  };
  sender.close();
  const members = `/api/v1/groups/${id}/members?limit=50`;
  const pages = [`/api/v1/groups/${id}`, members, `${members}&after=${first.next}`];
  const times: number[] = [];
  const begin = performance.now() + 3000;
  const end = begin + ground.settings.seconds * 1000;
  const read = async (reader: number): Promise<void> => {
    const own = new Sender(ground.program, cookie);
    for (let turn = reader; performance.now() < end; turn += 1) {
      const started = performance.now();
      await own.get(pages[turn % pages.length]!);
      if (started >= begin) times.push(performance.now() - started);
    }
    own.close();
  };
  await Promise.all(Array.from({ length: readers }, (_, reader) => read(reader)));
  const { p95 } = summarise(times, ground.settings.seconds);
  return { name, value: p95, unit: 'ms' };
}

/** A group of 1,800: joined by list, answered once at its head, made out to each by the worker. */
export const groups: Scenario = {
  name: 'groups',
  run: async (ground) => {
    const { clerk, officer, handler, head } = await peopleOf(ground);
    const { id, demandIds } = await clerk.post<Registered>(
      '/api/v1/registrations',
      nextRegistration('visit'),
    );
    const command = (sender: Sender, name: string, input: object): Promise<{ paperId?: string }> =>
      sender.post(`/api/v1/petitions/${id}/commands/${name}`, { input });
    const groupOf = async (): Promise<Group> =>
      JSON.parse((await officer.get(`/api/v1/groups/${id}`)).body) as Group;
    const followed = async (): Promise<void> => {
      while ((await groupOf()).behind > 0) await wait(250);
    };
    await command(officer, 'form-group', { reason: '全小区多户反映同一事项，一并办理。' });
    const members = await registerAll(ground);
    const joined = await timed(async () => {
      for (let at = 0; at < members.length; at += partSize) {
        const part = members.slice(at, at + partSize);
        await officer.post(`/api/v1/groups/${id}/members`, {
          members: part.map(({ number }, place) => ({ row: at + place + 1, number })),
          consent: true,
          reason: '住户名单上本人签字同意一起办理。',
        });
      }
    });
    await command(officer, 'refer', { to: bureaus[0], instruction: '请依法办理，逐户答复。' });
    await command(handler, 'accept', {});
    await followed();
    const atRest = await readPages(ground, id, 'groups.page.p95');
    const { paperId = '' } = await command(handler, 'draft-opinion', {
      demands: demandIds.map((demandId) => ({
        demandId,
        outcome: 'explained',
        facts: '经入户测温和调阅台账，反映的情况属实，涉及全小区。',
        basis: '《信访工作条例》第三十二条及有关行业管理规定。',
        answer: '责任单位已制定整改方案，按方案完成后将结果逐户告知。',
      })),
    });
    const issued = await timed(async () => {
      await command(head, 'issue-paper', { paperId });
      await followed();
    });
    const reached = (await groupOf()).answers.find(({ kind }) => kind === 'opinion')?.issued;
    if (reached !== households) throw new Error(`${reached} of ${households} got the opinion`);
    // Meanwhile the worker sets 1,800 papers, at the lower priority that it always has.
    const rendering = await readPages(ground, id, 'groups.page-while-rendering.p95');
    for (const sender of [clerk, officer, handler, head]) sender.close();
    return [
      { name: 'groups.join', value: households / joined, unit: '/s' },
      { name: 'groups.issue', value: households / issued, unit: '/s' },
      { name: 'groups.issue-all', value: issued * 1000, unit: 'ms' },
      atRest,
      rendering,
    ];
  },
};
