import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../../kernel/result.ts';
import { buildHttp, type HttpServer } from '../../../platform/http/index.ts';
import { portalRoutes } from '../../../portal/routes.tsx';
import { petitionPages } from '../../petitions/index.ts';
import { Citizen } from '../../petitions/pages/testing/citizen.ts';
import { memoryHouse, type MemoryHouse } from '../../petitions/pages/testing/memory-deps.ts';
import type { OwnRequestInput } from '../contract.ts';
import type { ReviewChoice } from '../view.ts';
import { reviewPages } from './routes.tsx';

const code = '7K3M-0QXD-9A2B-ZC4W';
const grounds = '维修方案没有包括西侧外墙。';
const twoBodies: ReviewChoice = {
  stage: 'review',
  lastDay: '2026-12-22',
  late: false,
  bodies: [
    { id: 'review', name: '县复查委员会', source: '县复查办法' },
    { id: 'city-housing', name: '市住建局', source: '' },
  ],
  contested: { issuer: '县住建局', number: null, servedAt: 0 },
};
const late: ReviewChoice = { ...twoBodies, late: true, bodies: twoBodies.bodies.slice(0, 1) };

let app: HttpServer;
let house: MemoryHouse;
let citizen: Citizen;
let page: string;
let choice: ReviewChoice;
let asked: { readonly input: OwnRequestInput; readonly key: string }[];

beforeEach(async () => {
  house = memoryHouse();
  choice = twoBodies;
  asked = [];
  app = await buildHttp();
  await app.register(portalRoutes(house.deps));
  await app.register(petitionPages(house.deps));
  await app.register(
    reviewPages({
      petitions: house.deps,
      draftSecret: (petitionId, about) => `${petitionId}:${about}`,
      choice: async () => ok(choice),
      ask: async (_, input, key) => {
        asked.push({ input, key });
        return ok({ id: 'r1' });
      },
      open: async () => null,
      step: async () => ok(undefined),
      paper: async () => null,
    }),
  );
  const submitted = await house.deps.submit(
    {
      channel: 'web',
      title: '外墙脱落',
      text: '请修',
      demands: ['修好'],
      purpose: 'appeal',
      category: null,
      urgency: 'ordinary',
      regionCode: '340001',
      people: [],
      anonymous: false,
      secrecy: false,
      electronicService: true,
      accusedUnits: [],
      numbersElsewhere: [],
      uploads: [],
    },
    { commandKey: crypto.randomUUID(), owner: 'draft:x' },
  );
  if (!submitted.ok) throw new Error('not submitted');
  const { number } = submitted.value;
  page = `/p/${number}/review`;
  citizen = new Citizen(app);
  await citizen.get('/progress');
  await citizen.post('/progress', { number, code });
});
afterEach(() => app.close());

const answer = async (step: string, fields: Record<string, string>) => {
  await citizen.get(`${page}/${step}`);
  return citizen.post(`${page}/${step}`, { do: 'next', ...fields });
};

describe('V-1, W-1 asking for review, one question on each page, without script', () => {
  it('leads from question to question, keeps files, shows everything, sends once', async () => {
    expect((await citizen.get(page)).body).toContain(`${page}/body`);
    expect((await answer('body', { body: 'review' })).location).toBe(`${page}/grounds`);
    expect((await answer('grounds', { grounds })).location).toBe(`${page}/files`);
    await citizen.get(`${page}/files`);
    const file = { name: '外墙.jpg', bytes: Buffer.from('jpeg') };
    const uploaded = await citizen.postFiles(`${page}/files`, { do: 'upload' }, [file]);
    expect(uploaded.body).toContain('外墙.jpg');
    expect((await answer('files', {})).location).toBe(`${page}/check`);
    const check = await citizen.get(`${page}/check`);
    for (const told of ['县复查委员会', grounds, '外墙.jpg']) expect(check.body).toContain(told);
    const sent = await citizen.post(`${page}/check`, { do: 'next' });
    expect(sent.location).toContain('/reviews/r1');
    expect(asked).toHaveLength(1);
    expect(asked[0]?.input).toMatchObject({ grounds, body: 'review' });
    expect(asked[0]?.input.uploads).toHaveLength(1);
    // What was sent is no draft any more: a second press sends nothing.
    expect(house.drafts.size).toBe(0);
    await citizen.post(`${page}/check`, { do: 'next' });
    expect(asked).toHaveLength(1);
  });

  it('asks for the reason of a delay only where there is one, and no body where one is lawful', async () => {
    choice = late;
    expect((await citizen.get(`${page}/body`)).location).toBe(page);
    expect((await answer('grounds', { grounds })).location).toBe(`${page}/late`);
    expect((await answer('late', { lateReason: '晚' })).status).toBe(422);
    const reason = '在外地住院，有证明。';
    expect((await answer('late', { lateReason: reason })).location).toBe(`${page}/files`);
    await answer('check', {});
    expect(asked[0]?.input).toMatchObject({ lateReason: reason });
    expect(asked[0]?.input.body).toBeUndefined();
  });

  it('loses nothing on the way back, by a switch, or when a question was passed over', async () => {
    await answer('body', { body: 'review' });
    const back = await answer('grounds', { do: 'back', grounds });
    expect(back.location).toBe(`${page}/body`);
    expect((await citizen.get(`${page}/grounds`)).body).toContain(grounds);
    await answer('grounds', { do: 'elder-on', grounds: `${grounds}再写一句` });
    expect((await citizen.get(`${page}/grounds`)).body).toContain(`${grounds}再写一句`);
    // A change from the summary leads back to it.
    const changed = await answer('grounds', { return: 'check', grounds });
    expect(changed.location).toBe(`${page}/check`);
    choice = { ...twoBodies, contested: { ...twoBodies.contested, servedAt: 1 } };
    // Another opinion is another draft.
    expect((await citizen.get(`${page}/check`)).location).toBe(`${page}/body`);
  });

  it('carries what was typed over the page that asks for number and code again', async () => {
    await citizen.get(`${page}/grounds`);
    const { cookies } = citizen;
    cookies.delete('huiyin_progress');
    const asks = await citizen.post(`${page}/grounds`, { do: 'next', grounds });
    expect(asks.status).toBe(403);
    const text =
      /name="text" value="([^"]+)"/.exec(asks.body)?.[1]?.replaceAll('&quot;', '"') ?? '';
    const fields = { page: 'review', text, number: page.split('/')[2] ?? '', code };
    const on = await citizen.post('/progress', fields);
    expect([on.status, on.location]).toEqual([307, `${page}/carried`]);
    const kept = await citizen.post(`${page}/carried`, fields);
    expect(kept.location).toBe(`${page}/grounds`);
    expect((await citizen.get(`${page}/grounds`)).body).toContain(grounds);
  });

  it('takes no file of somebody who has not proved the code', async () => {
    await citizen.get(`${page}/files`);
    citizen.cookies.delete('huiyin_progress');
    const file = { name: '外墙.jpg', bytes: Buffer.from('jpeg') };
    await citizen.postFiles(`${page}/files`, { do: 'upload' }, [file]);
    expect(house.uploads.size).toBe(0);
  });
});
