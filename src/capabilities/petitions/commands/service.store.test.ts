import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isRunning } from '../../../kernel/case-clocks.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import type { CommandInput } from '../contract.ts';
import { openCounty, staff, type County } from '../queries/county.test-data.ts';
import { openFolder } from '../queries/folder.ts';
import { openPetitionView, openServiceProof } from '../queries/index.ts';
import { completeAnnouncements } from './complete-announcements.ts';

const day = 24 * 3600 * 1000;
const housing = staff('housing');
const never = new AbortController().signal;
const system = scopeOf({ kind: 'system', name: 'test' });

let county: County;
beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

/** A petition with a sealed opinion that waits for its service. */
const sealed = async () => {
  const { id } = await county.register();
  await county.run(staff('office'), id, 'refer', { to: 'housing' });
  await county.run(housing, id, 'accept', {});
  const view = await openPetitionView(county.deps, housing, id, county.at.now);
  await county.issue('housing', id);
  await county.run(housing, id, 'draftOpinion', {
    demands: (view?.demands ?? []).map((demand) => ({
      demandId: demand.id,
      outcome: 'explained' as const,
      facts: '现场核查属实。',
      basis: '《条例》第三十二条',
      answer: '请与业主委员会协商。',
    })),
  });
  return { id, paperId: await county.issue('housing', id) };
};

const serve = (id: string, input: CommandInput<'servePaper'>) =>
  county.run(housing, id, 'servePaper', input);

const stateOf = (id: string) =>
  county.deps.db.withActor(system, 'read', async (tx) => {
    const folder = await openFolder(tx, county.deps.vault, id);
    if (folder === null) throw new Error('no petition');
    return folder.petition;
  });

const proofOf = async (id: string, paperId: string): Promise<string> =>
  JSON.stringify(await openServiceProof(county.deps, housing, id, paperId));

describe('G-2 announcement', () => {
  test('G-2 the nightly job lets it take effect on its last day, once, however late it runs', async () => {
    const { id, paperId } = await sealed();
    await serve(id, {
      paperId,
      way: 'announcement',
      servedOn: '2026-11-02',
      proof: '邮寄两次被退回，电话停机。',
      place: '《临江日报》第三版',
    });
    county.at.now += 29 * day;
    await completeAnnouncements(county.deps, never);
    expect((await stateOf(id)).status).toBe('issued');
    county.at.now += 6 * day;
    await Promise.all([
      completeAnnouncements(county.deps, never),
      completeAnnouncements(county.deps, never),
    ]);
    await completeAnnouncements(county.deps, never);
    const state = await stateOf(id);
    const { version } = state;
    expect(state.conclusion?.form).toBe('opinion');
    expect(state.papers.find((paper) => paper.id === paperId)).toMatchObject({
      servedBy: 'announcement',
      servedAt: Date.parse('2026-12-02T00:00:00+08:00'),
    });
    expect(state.clocks.filter(isRunning)).toContainEqual(
      expect.objectContaining({
        period: 'review-request',
        startedAt: Date.parse('2026-12-02T00:00:00+08:00'),
      }),
    );
    await completeAnnouncements(county.deps, never);
    expect((await stateOf(id)).version).toBe(version);
    const proof = await proofOf(id, paperId);
    expect(proof).toContain('■公告送达');
    expect(proof).toContain('2026年11月2日刊登于《临江日报》第三版，公告期至2026年12月2日');
  });
});

describe('G-2 proof of service', () => {
  test('G-2 before the service it leaves room to sign; afterwards it says what happened', async () => {
    const { id, paperId } = await sealed();
    expect(await proofOf(id, paperId)).toContain('□直接送达');
    county.at.now += day;
    const servedOn = new Date(county.at.now + 8 * 3_600_000).toISOString().slice(0, 10);
    await serve(id, {
      paperId,
      way: 'left',
      servedOn,
      proof: '当事人拒绝签收，文书留在住所。',
      witness: '社区干部李某',
    });
    const proof = await proofOf(id, paperId);
    expect(proof).toContain('■留置送达');
    expect(proof).toContain('社区干部李某');
    expect(proof).toContain('当事人拒绝签收');
    expect(proof).toContain('housing-officer by name');
    expect(proof).toContain('麓山路');
  });

  test('G-2 by post it bears the postal number and the day of receipt', async () => {
    const { id, paperId } = await sealed();
    county.at.now += 3 * day;
    const servedOn = new Date(county.at.now + 8 * 3_600_000 - day).toISOString().slice(0, 10);
    await serve(id, { paperId, way: 'post', servedOn, mailNumber: 'XA12345678943' });
    const proof = await proofOf(id, paperId);
    expect(proof).toContain('■邮寄送达');
    expect(proof).toContain('XA12345678943');
    const state = await stateOf(id);
    expect(state.clocks.find(({ period }) => period === 'review-request')?.startedAt).toBe(
      Date.parse(`${servedOn}T00:00:00+08:00`),
    );
  });

  test('G-2 nobody without a part in the petition opens it', async () => {
    const { id, paperId } = await sealed();
    expect(await openServiceProof(county.deps, staff('transport'), id, paperId)).toBeNull();
  });
});
