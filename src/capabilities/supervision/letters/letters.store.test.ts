import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StaffActor } from '../../../kernel/actor.ts';
import { localDateOf } from '../../../kernel/local-date.ts';
import { newId } from '../../../platform/vault/index.ts';
import { runSystemCommand, systemActor } from '../../petitions/index.ts';
import { must, openCounty, staff, type County } from '../../petitions/queries/county.test-data.ts';
import type { BeginInput, LettersStep } from './contract.ts';
import {
  beginLetters,
  changeLettersSettings,
  escalateLetters,
  findLettersOfPetition,
  lettersCasePapers,
  listLetters,
  openLetterPaper,
  openLetters,
  readLettersSettings,
  rebuildLetters,
  stepLetters,
  succeedLetters,
} from '../index.ts';

let county: County;
const day = 24 * 3_600_000;
const supervisor: StaffActor = { ...staff('office', 'office-supervisor'), roles: ['supervisor'] };
const second: StaffActor = { ...supervisor, userId: 'office-supervisor-2' };
const officeHead: StaffActor = { ...staff('office', 'office-head'), roles: ['office-head'] };
const seal: StaffActor = { ...staff('office', 'office-seal'), roles: ['seal-keeper'] };
const unitHead: StaffActor = { ...staff('housing', 'housing-head'), roles: ['unit-head'] };
const handler: StaffActor = { ...staff('housing', 'housing-handler'), roles: ['handler'] };
const never = new AbortController().signal;

beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

const today = () => localDateOf(county.at.now);

/** A petition that the housing bureau has. */
async function referred(): Promise<string> {
  const { id } = await county.register();
  await county.run(staff('office'), id, 'refer', { to: 'housing' });
  return id;
}

const input = (more: Partial<BeginInput> = {}): BeginInput => ({
  unit: 'housing',
  step: 0,
  copies: [],
  words: '已超过告知期限，仍未书面告知信访人。',
  ...more,
});

const begin = (petitionId: string, more: Partial<BeginInput> = {}, actor = supervisor) => {
  const caseId = newId();
  return beginLetters(county.deps, { caseId, petitionId }, input(more), {
    actor,
    commandId: caseId,
  });
};

const step = async (
  actor: StaffActor,
  id: string,
  type: LettersStep,
  body: object,
  more: object = {},
): Promise<string> => {
  const options = { actor, commandId: newId(), uploadOwner: '', ...more };
  const done = await stepLetters(county.deps, id, type, body as never, options);
  return done.ok ? 'done' : done.refusal.code;
};

const view = (id: string, actor: StaffActor = supervisor) =>
  openLetters(county.deps, actor, id, county.at.now);

async function send(id: string): Promise<void> {
  const paperId = (await view(id))?.letters.at(-1)?.paper.id ?? '';
  for (const [actor, type] of [
    [officeHead, 'checkPaper'],
    [officeHead, 'signPaper'],
    [seal, 'sealPaper'],
  ] as const) {
    expect(await step(actor, id, type, { paperId })).toBe('done');
  }
  const served = { paperId, way: 'electronic', servedOn: today() };
  expect(await step(seal, id, 'servePaper', served)).toBe('done');
}

/** A reminder in the unit's hand. */
async function sent(): Promise<string> {
  const { id } = must(await begin(await referred()));
  await send(id);
  return id;
}

describe('U-4 the three letters', () => {
  test('U-4 drafted, checked, signed, sealed and served; only then the unit sees it and answers', async () => {
    const { id } = must(await begin(await referred()));
    expect(await view(id, unitHead)).toBeNull();
    const paperId = (await view(id))?.letters[0]?.paper.id ?? '';
    expect(await step(supervisor, id, 'checkPaper', { paperId })).toBe('not-permitted');
    await send(id);
    const seen = await view(id, unitHead);
    expect(seen).toMatchObject({ status: 'awaiting', next: 'answerLetter', name: '提醒函' });
    expect(seen?.due?.dueDate).toBe('2026-11-11');
    expect(seen?.timeline.map(({ type }) => type)).toEqual(['LetterServed']);
    expect(await step(handler, id, 'answerLetter', { words: '已经办理完毕。', uploads: [] })).toBe(
      'not-permitted',
    );
    expect(await step(unitHead, id, 'answerLetter', { words: '已经书面告知。', uploads: [] })).toBe(
      'done',
    );
    expect(await step(supervisor, id, 'acceptAnswer', { words: '经核实，情况属实。' })).toBe(
      'done',
    );
    expect(await view(id)).toMatchObject({
      status: 'settled',
      letters: [{ state: 'accepted', inTime: true, answers: [{ words: '已经书面告知。' }] }],
    });
  });

  test('U-4 L-5 a letter names no petitioner and tells what is wrong', async () => {
    const id = await sent();
    const paperId = (await view(id))?.letters[0]?.paper.id ?? '';
    const text = JSON.stringify(await openLetterPaper(county.deps, unitHead, id, paperId));
    expect(text).toContain('已超过告知期限，仍未书面告知信访人。');
    expect(text).toContain('7个工作日');
    expect(text).not.toContain('王小明');
    expect(await openLetterPaper(county.deps, staff('transport'), id, paperId)).toBeNull();
  });

  test('U-4 unanswered it rises by itself, once, however often the job runs', async () => {
    const id = await sent();
    const before = county.at.now;
    await escalateLetters(county.deps, before + 3 * day, never);
    expect((await view(id))?.letters).toHaveLength(1);
    const later = Date.parse('2026-11-12T00:05:00+08:00');
    await Promise.all([
      escalateLetters(county.deps, later, never),
      escalateLetters(county.deps, later + 60_000, never).catch(() => 0),
    ]);
    await escalateLetters(county.deps, later + day, never);
    const risen = await view(id);
    expect(risen?.letters.map(({ state, kind }) => [kind, state])).toEqual([
      ['reminder', 'unanswered'],
      ['supervision-letter', 'drafting'],
    ]);
    expect(risen).toMatchObject({ status: 'drafting', next: 'draftLetter' });
    expect(risen?.letters[1]?.paper).toMatchObject({ bySystem: true, steps: [] });
    expect(risen?.draftDue).not.toBeNull();
    county.at.now = later + 2 * day;
    // The unit sees that the letter is overdue, and not the draft.
    expect((await view(id, unitHead))?.letters).toHaveLength(1);
    expect(
      await step(supervisor, id, 'draftLetter', { words: '至今没有书面回复。', copies: [] }),
    ).toBe('done');
    await send(id);
    const paperId = (await view(id))?.letters[1]?.paper.id ?? '';
    const text = JSON.stringify(await openLetterPaper(county.deps, unitHead, id, paperId));
    county.at.now = before;
    expect(text).toContain('至今未收到书面回复');
  });

  test('U-4 two supervisors at once begin one ladder; another unit gets its own', async () => {
    const petitionId = await referred();
    const both = await Promise.all([begin(petitionId), begin(petitionId, {}, second)]);
    const codes = both.map((done) => (done.ok ? 'done' : done.refusal.code));
    expect(codes.toSorted()).toEqual(['done', 'letters-open']);
    expect(
      (await findLettersOfPetition(county.deps, supervisor, petitionId, 0))?.items,
    ).toHaveLength(1);
  });

  test('U-4 the same request sent twice is one; the same key with another body is refused', async () => {
    const petitionId = await referred();
    const place = { caseId: newId(), petitionId };
    const options = { actor: supervisor, commandId: place.caseId };
    const first = must(await beginLetters(county.deps, place, input(), options));
    expect(must(await beginLetters(county.deps, place, input(), options))).toEqual(first);
    const other = await beginLetters(county.deps, place, input({ words: '另一个理由。' }), options);
    expect(other.ok ? '' : other.refusal.code).toBe('idempotency-key-reused');
  });

  test('U-4 answered and raised at once: the second is told', async () => {
    const id = await sent();
    const version = (await view(id))?.version ?? 0;
    const raise = { words: '整改不力，问题仍未解决。', copies: [], to: 1, reason: '影响较大。' };
    const done = await Promise.all([
      step(
        unitHead,
        id,
        'answerLetter',
        { words: '已整改到位。', uploads: [] },
        { expectedVersion: version },
      ),
      step(supervisor, id, 'raiseLetter', raise, { expectedVersion: version }),
    ]);
    expect(done.toSorted()).toEqual(['done', 'version-conflict']);
  });

  test('L-5 there is no letter about an accusation, whoever asks', async () => {
    const { id } = await county.register({ purpose: 'accusation' }, null);
    const named: StaffActor = {
      ...supervisor,
      userId: 'office-named',
      roles: ['supervisor', 'accusation-officer'],
    };
    const asked = await begin(id, { unit: 'discipline' }, named);
    expect(asked.ok ? '' : asked.refusal.code).toBe('letters-accusation');
    const other = await begin(id, { unit: 'discipline' });
    expect(other.ok ? '' : other.refusal.code).toBe('not-found');
  });

  test('L-5 a petition that became an accusation takes its letters out of sight', async () => {
    const { id: petitionId } = await county.register();
    const actor = systemActor('test');
    must(
      await runSystemCommand(
        county.deps,
        petitionId,
        { type: 'admitReader', unit: 'housing' },
        { actor, commandId: newId() },
      ),
    );
    const { id } = must(await begin(petitionId));
    await send(id);
    await county.run(staff('office'), petitionId, 'classify', {
      purpose: 'accusation',
      category: null,
      urgency: 'ordinary',
      regionCode: '430121',
      accusedUnits: [],
    });
    expect(await view(id, unitHead)).toBeNull();
    expect(await view(id)).toBeNull();
    await escalateLetters(county.deps, county.at.now + 60 * day, never);
  });

  test('U-4 a day in the future, or before the service, is refused', async () => {
    const id = await sent();
    const body = { words: '已书面回复。', uploads: [] };
    expect(await step(supervisor, id, 'recordAnswer', { ...body, receivedOn: '2099-01-01' })).toBe(
      'date-in-future',
    );
    expect(await step(supervisor, id, 'recordAnswer', { ...body, receivedOn: '2026-10-30' })).toBe(
      'letters-before-service',
    );
    expect(await step(supervisor, id, 'recordAnswer', { ...body, receivedOn: today() })).toBe(
      'done',
    );
  });

  test('U-4 lists: what waits for my unit, all that my office sent; strangers see none', async () => {
    const id = await sent();
    const query = { whose: 'to-answer', limit: 100 } as const;
    const mine = await listLetters(county.deps, unitHead, query, county.at.now);
    expect(mine.items.map((line) => line.id)).toContain(id);
    const all = { whose: 'all', status: 'awaiting', limit: 1 } as const;
    const page = await listLetters(county.deps, supervisor, all, county.at.now);
    expect(page.items).toHaveLength(1);
    expect(page.next).not.toBeNull();
    const strangers = await listLetters(county.deps, staff('transport'), query, county.at.now);
    expect(strangers.items).toEqual([]);
  });

  test('P-4a letters stand in the lists and batches of papers', async () => {
    const { id } = must(await begin(await referred()));
    const papers = lettersCasePapers(county.deps);
    const [paper] = await papers.list(officeHead, id, county.at.now);
    expect(paper).toMatchObject({
      kind: 'reminder',
      steps: ['checkPaper', 'issuePaper', 'returnPaper'],
    });
    must(await papers.take(officeHead, id, { step: 'issuePaper', paperId: paper?.id ?? '' }));
    expect((await view(id))?.letters[0]?.paper.stage).toBe('sealed');
  });

  test('U-4 names, order and limits are the office’s own; a ladder keeps those of its beginning', async () => {
    const old = await sent();
    const settings = await readLettersSettings(county.deps, officeHead);
    const steps = settings.steps.map((each, at) => ({
      ...each,
      days: 3 + at,
      source: '县信访督查办法第八条',
    }));
    const change = (expectedVersion: number, more = steps, actor = officeHead) =>
      changeLettersSettings(
        county.deps,
        { expectedVersion, steps: more },
        { actor, commandKey: newId() },
      );
    expect((await change(0, [...steps, ...steps.slice(0, 1)])).ok).toBe(false);
    expect((await change(0, steps, supervisor)).ok).toBe(false);
    const both = await Promise.all([change(settings.version), change(settings.version)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const fresh = await sent();
    expect((await view(fresh))?.due).toMatchObject({
      dueDate: '2026-11-05',
      source: '县信访督查办法第八条',
    });
    expect((await view(old))?.due?.dueDate).toBe('2026-11-11');
  });

  test('O-1 a unit that ended leaves its letters to its successor', async () => {
    const id = await sent();
    const units = { from: 'housing', to: 'transport' };
    await succeedLetters(county.deps, units, never);
    await succeedLetters(county.deps, units, never);
    expect(await view(id)).toMatchObject({
      unit: { id: 'transport' },
      letters: [{ addressee: { id: 'transport' } }],
    });
  });

  test('L-1 rows of letters follow from their records', async () => {
    expect(await rebuildLetters(county.deps, 'check')).toEqual([]);
  });
});
