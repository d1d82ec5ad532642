import { afterAll, beforeAll, expect, test } from 'vitest';
import { displayPetitionNumber } from '../../../kernel/petition-number.ts';
import { newId } from '../../../platform/vault/index.ts';
import { changeWording } from '../../papers/index.ts';
import { mergePetition, splitPetition, undoMerge } from '../commands/index.ts';
import { head, must, openCounty, staff, type County } from '../queries/county.test-data.ts';
import { openPaperDocument, openPart, openPetitionView, openProgress } from '../queries/index.ts';

let county: County;
beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

const sealedText = async (id: string, actor = head('office')): Promise<string> => {
  const view = await openPetitionView(county.deps, actor, id, county.at.now);
  const paperId = view?.papers.find(({ steps }) => steps.includes('issuePaper'))?.id ?? '';
  await county.run(actor, id, 'issuePaper', { paperId });
  const opened = await openPaperDocument(county.deps, actor, id, paperId);
  return JSON.stringify(opened?.document);
};

test('G-1 the merge notice names number and handler of the petition that goes on', async () => {
  const target = await county.register();
  const { id } = await county.register();
  const input = { into: target.id, explanation: '两件事项反映同一处停水' };
  const options = { actor: staff('office'), commandId: newId() };
  must(await mergePetition(county.deps, id, input, options));
  const text = await sealedText(id);
  expect(text).toContain(displayPetitionNumber(target.number));
  expect(text).toContain('由office办理');
});

test('G-1 L-5 the split notice names every part, of an accusation nothing but its number', async () => {
  const { id } = await county.register({ demands: ['恢复供水', '查处某科长收受好处'] });
  const view = await openPetitionView(county.deps, staff('office'), id, county.at.now);
  const [first, second] = view?.demands ?? [];
  const part = (title: string, purpose: 'appeal' | 'accusation', demandId = '') => ({
    title,
    purpose,
    demandIds: [demandId],
    attachmentIds: [],
  });
  const input = {
    parts: [part('恢复供水', 'appeal', first?.id), part('收受好处', 'accusation', second?.id)],
    explanation: '两项诉求性质不同，分别办理',
  };
  const options = { actor: staff('office'), commandId: newId() };
  must(await splitPetition(county.deps, id, input, options));
  // The undivided letter tells of the accusation: only its named readers see it from now on.
  const text = await sealedText(id, { ...head('office'), userId: 'office-named' });
  expect(text).toContain('恢复供水');
  expect(text).toContain('检举控告类问题');
  expect(text).not.toContain('收受好处');
  expect(text.match(/2026 \d{4} \d{4} \d/g)?.length).toBeGreaterThanOrEqual(3);
});

test('P-4 L-5 a mixed letter with one demand is split by writing the other one down; the appeal tells nothing of the accusation', async () => {
  const { id } = await county.register({ demands: ['恢复供水并查处某科长收受好处'] });
  const view = await openPetitionView(county.deps, staff('office'), id, county.at.now);
  const [only] = view?.demands ?? [];
  const appeal = {
    title: '恢复供水',
    purpose: 'appeal',
    demandIds: [],
    attachmentIds: [],
  } as const;
  const accusation = {
    title: '收受好处',
    purpose: 'accusation' as const,
    demandIds: [only?.id ?? ''],
    attachmentIds: [],
  };
  const ask = (newDemand?: string) =>
    splitPetition(
      county.deps,
      id,
      {
        parts: [{ ...appeal, demandIds: [], attachmentIds: [], newDemand }, accusation],
        explanation: '一项诉求里说了两件事，分别办理',
      },
      { actor: staff('office'), commandId: newId() },
    );
  await expect(ask()).resolves.toMatchObject({
    refusal: { code: 'split-part-empty', params: { n: 1 } },
  });
  const { parts } = must(await ask('恢复供水'));
  const part = await openPetitionView(county.deps, staff('office'), parts[0] ?? '', county.at.now);
  expect(part?.demands.map(({ text }) => text)).toEqual(['恢复供水']);
  expect(JSON.stringify(part)).not.toContain('收受好处');
});

test('P-4 P-13 L-5 the petitioner finds the parts and opens them, an accusation by number alone', async () => {
  const { id, number, lookupCode } = await county.register({ demands: ['通路', '查处某某'] });
  const view = await openPetitionView(county.deps, staff('office'), id, county.at.now);
  const [first, second] = view?.demands ?? [];
  const part = (purpose: 'appeal' | 'accusation', demandId = '') => ({
    title: '一部分',
    purpose,
    demandIds: [demandId],
    attachmentIds: [],
  });
  const { parts } = must(
    await splitPetition(
      county.deps,
      id,
      {
        parts: [part('appeal', first?.id), part('accusation', second?.id)],
        explanation: '两项诉求性质不同，分别办理',
      },
      { actor: staff('office'), commandId: newId() },
    ),
  );
  const progress = must(await openProgress(county.deps, number, lookupCode, county.at.now));
  const [appeal, accusation] = progress.continuedIn;
  expect(appeal).toEqual({ id: parts[0], number: expect.stringMatching(/^\d{13}$/) });
  expect(accusation).toEqual({ number: expect.stringMatching(/^\d{13}$/) });
  const opened = must(await openPart(county.deps, id, appeal?.number ?? ''));
  const there = await openProgress(county.deps, opened.number, opened.lookupCode, county.at.now);
  expect(must(there).id).toBe(parts[0]);
  for (const other of [accusation?.number ?? '', number, (await county.register()).number]) {
    expect((await openPart(county.deps, id, other)).ok).toBe(false);
  }
  await county.run(staff('office'), parts[0] ?? '', 'replaceLookupCode', {});
  expect((await openPart(county.deps, id, opened.number)).ok).toBe(false);
});

test('P-13 who was merged learns the number in which it goes on, and opens nothing of others', async () => {
  const target = await county.register();
  const { id, number, lookupCode } = await county.register();
  must(
    await mergePetition(
      county.deps,
      id,
      { into: target.id, explanation: '两件事项反映同一处停水' },
      { actor: staff('office'), commandId: newId() },
    ),
  );
  const progress = must(await openProgress(county.deps, number, lookupCode, county.at.now));
  expect(progress.continuedIn).toEqual([{ number: target.number }]);
  expect((await openPart(county.deps, id, target.number)).ok).toBe(false);
});

test('P-4 a refusal names the legal route and the body; half an ending is not named', async () => {
  const explanation = '该事项应当通过仲裁程序处理';
  const refused = await county.register();
  await county.run(staff('office'), refused.id, 'notAccept', {
    reason: 'legal-route',
    way: 2,
    body: '临江县劳动人事争议仲裁委员会',
    explanation,
  });
  const refusal = await sealedText(refused.id);
  expect(refusal).toContain('第二项');
  expect(refusal).toContain('向临江县劳动人事争议仲裁委员会提出');
  const ended = async (more: { endedOn?: string }) => {
    const { id } = await county.register();
    await county.run(staff('office'), id, 'noLongerAccept', {
      reason: 'procedure-ended',
      explanation,
      endedBy: '某市人民政府',
      endedNumber: '某政复核〔2026〕7号',
      ...more,
    });
    return sealedText(id);
  };
  expect(await ended({ endedOn: '2026-09-01' })).toContain(
    '由某市人民政府于2026年9月1日作出复核意见（某政复核〔2026〕7号）',
  );
  // Half a decision can be looked up by nobody.
  await expect(ended({})).rejects.toThrow('ended-procedure-named');
});

test("G-1 a sealed paper bears the issuing unit's own wording", async () => {
  const { id } = await county.register();
  await county.run(staff('office'), id, 'refer', { to: 'housing' });
  const text = '办理结果请及时登记，并直接答复信访人，抄告我局。';
  await county.deps.db.withActor(
    { actor: 'staff:office-head', units: ['office'], roles: ['office-head'] },
    'write',
    async (tx) => {
      const wording = { unitId: 'office', kind: 'referral', slot: 'closing', text } as const;
      must(await changeWording(tx, { ...wording, actor: 'staff:office-head', at: new Date() }));
    },
  );
  expect(await sealedText(id)).toContain('抄告我局');
});

test('P-13 a split that was a mistake is taken back by merging its parts, and that again is undone', async () => {
  const { id } = await county.register({ demands: ['恢复供水', '补贴停水期间的桶装水'] });
  const view = await openPetitionView(county.deps, staff('office'), id, county.at.now);
  const part = (title: string, at: number) => ({
    title,
    purpose: 'appeal' as const,
    demandIds: [view?.demands[at]?.id ?? ''],
    attachmentIds: [],
  });
  const options = () => ({ actor: staff('office'), commandId: newId() });
  const input = {
    parts: [part('恢复供水', 0), part('停水补贴', 1)],
    explanation: '两项诉求由不同单位办理',
  };
  const { parts } = must(await splitPetition(county.deps, id, input, options()));
  const [one = '', other = ''] = parts;
  const merged = { into: one, explanation: '核实后由同一单位办理，不再分开' };
  must(await mergePetition(county.deps, other, merged, options()));
  const whole = await openPetitionView(county.deps, staff('office'), one, county.at.now);
  expect(whole?.status).toBe('registered');
  expect(whole?.relations.map(({ kind }) => kind).toSorted()).toEqual(['absorbed', 'split-from']);
  must(await undoMerge(county.deps, other, { reason: '两个单位各管一项' }, options()));
  const again = await openPetitionView(county.deps, staff('office'), other, county.at.now);
  expect(again?.status).toBe('registered');
  expect(again?.relations.find(({ kind }) => kind === 'merged-into')?.undone).toMatchObject({
    reason: '两个单位各管一项',
  });
});
