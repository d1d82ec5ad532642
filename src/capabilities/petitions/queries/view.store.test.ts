import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { head, named, openCounty, staff, type County } from './county.test-data.ts';
import { explainClock } from './explain-clock.ts';
import { openPetitionView } from './open-petition.ts';
import { openProgress } from './progress.ts';
import { readOwnLooks } from './looks.ts';
import { revealPerson } from './reveal.ts';

let county: County;

beforeAll(async () => {
  county = await openCounty();
});

afterAll(() => county.close());

const view = (unitId: string, petitionId: string, actor = staff(unitId)) =>
  openPetitionView(county.deps, actor, petitionId, county.at.now);

async function seen(unitId: string, petitionId: string, actor = staff(unitId)) {
  const found = await view(unitId, petitionId, actor);
  if (found === null) throw new Error('not visible');
  return found;
}

/** A petition that the housing bureau handles, with the transport bureau as co-handler. */
async function handled() {
  const { id } = await county.register();
  await county.run(staff('office'), id, 'refer', { to: 'housing', instruction: '请依法办理' });
  await county.run(staff('housing'), id, 'accept', {});
  await county.run(staff('housing'), id, 'giveTask', {
    unit: 'transport',
    text: '请提供道路开挖记录',
    dueDate: '2026-11-20',
  });
  return id;
}

const traces = async (petitionId: string) =>
  county.database.db.withActor({ actor: '', units: [], roles: ['system'] }, 'read', (tx) =>
    tx.query<{ actor: string; unit_id: string; what: string }>({
      name: 'test.traces',
      text: 'SELECT actor, unit_id, what FROM access_record WHERE stream_id = $1',
      values: [petitionId],
    }),
  );

describe('a petition as one reader sees it', () => {
  it('shows its words and masks the people behind it', async () => {
    const { id, number } = await county.register();
    const shown = await seen('office', id);
    expect(shown).toMatchObject({
      number,
      title: '小区二次供水水压不足',
      status: 'registered',
      holder: { id: 'office' },
      next: 'refer',
      mayReveal: true,
      clock: { period: 'triage', dueDate: '2026-11-17', colour: 'green', remainingDays: 15 },
    });
    expect(shown.demands.map((demand) => demand.text)).toEqual([
      '尽快恢复正常供水',
      '公布供水检测结果',
    ]);
    expect(shown.people).toEqual([
      {
        id: shown.people[0]?.id,
        role: 'petitioner',
        name: '王*',
        documentNumber: '4301**********4518',
        mobile: '138****1234',
        address: '湖南省长沙市岳麓区****',
      },
    ]);
    expect(JSON.stringify(shown)).not.toMatch(/王小明|13800001234|430111199003074518|麓山路/);
  });

  it('P-16 tells every event with actor, unit and time', async () => {
    const id = await handled();
    const { timeline } = await seen('housing', id);
    expect(timeline.map((entry) => entry.type)).toEqual([
      'PetitionRegistered',
      'PetitionHanded',
      'PaperDrafted',
      'PetitionAccepted',
      'PaperDrafted',
      'TaskGiven',
    ]);
    const handed = timeline.find((entry) => entry.type === 'PetitionHanded');
    expect(handed).toMatchObject({
      actor: 'office-officer by name',
      unit: 'office',
      facts: { to: 'housing', mode: 'refer' },
      text: '请依法办理',
      public: true,
    });
    expect(timeline.every((entry) => entry.at > 0)).toBe(true);
  });

  it('P-16 names the category, and tells a letter between units from a paper to be served', async () => {
    const { id } = await county.register();
    await county.run(staff('office'), id, 'classify', {
      purpose: 'appeal',
      category: { first: '01', second: '0102', third: null },
      urgency: 'ordinary',
      regionCode: '430121',
      accusedUnits: [],
    });
    await county.run(staff('office'), id, 'refer', { to: 'housing' });
    await county.run(staff('housing'), id, 'accept', {});
    const shown = await seen('housing', id);
    expect(shown.timeline.find(({ type }) => type === 'PetitionClassified')?.facts).toMatchObject({
      category: 'category 0102',
    });
    expect(shown.papers.map(({ kind, internal }) => [kind, internal])).toEqual([
      ['referral', true],
      ['acceptance-notice', false],
    ]);
    await county.issue('office', id);
    const sealed = (await seen('office', id)).papers[0];
    expect([sealed?.stage, sealed?.steps]).toEqual(['sealed', []]);
  });

  it('P-4 a letter marked as mixed is split as the next step, and shown as such', async () => {
    const { id } = await county.register({ demands: ['修好', '查处收钱的人'] });
    const before = await seen('office', id);
    expect([before.mixed, before.next]).toEqual([false, 'refer']);
    await county.run(staff('office'), id, 'classify', {
      purpose: 'appeal',
      category: null,
      urgency: 'ordinary',
      regionCode: '430121',
      accusedUnits: [],
      mixed: true,
    });
    const after = await seen('office', id);
    expect([after.mixed, after.next]).toEqual([true, 'split']);
  });

  it("P-9 tells a petitioner's own window from a unit's duty", async () => {
    const { id } = await county.register();
    await county.run(staff('office'), id, 'withdraw', { signed: true });
    const { clocks } = await seen('office', id);
    expect(clocks.map(({ period, right }) => [period, right])).toEqual(
      expect.arrayContaining([
        ['triage', false],
        ['withdrawal-revocation', true],
      ]),
    );
  });

  it('says for every step why it cannot be taken, in the words of the refusals', async () => {
    const { id } = await county.register();
    const { allowances } = await seen('office', id);
    const reason = (command: string) => allowances.find((each) => each.command === command)?.reason;
    expect(reason('refer')).toBeNull();
    expect(reason('draftOpinion')).toMatchObject({
      code: 'petition-not-in-status',
      zh: '这件事项现在是“已登记”，不能进行“起草处理意见”。',
    });
    expect(reason('nameHandler')?.code).toBe('not-permitted');
    const clerk = { ...staff('office', 'clerk'), roles: ['clerk'] as const };
    const seenByClerk = await seen('office', id, clerk);
    expect(seenByClerk.allowances.find((each) => each.command === 'refer')?.reason?.code).toBe(
      'not-permitted',
    );
  });

  it('P-4a offers a paper step to everybody but its drafter', async () => {
    const { id } = await county.register();
    await county.run(staff('office'), id, 'notAccept', {
      reason: 'legal-route',
      explanation: '该事项应通过诉讼解决',
    });
    const drafter = await seen('office', id);
    const reader = await seen('office', id, head('office'));
    const refusal = (shown: typeof reader) => shown.papers.find(({ kind }) => kind === 'refusal');
    expect(refusal(drafter)?.steps).toEqual(['returnPaper']);
    expect(refusal(reader)?.steps).toContain('issuePaper');
    expect(reader.next).toBe('issuePaper');
    expect(drafter.allowances.find((each) => each.command === 'checkPaper')?.reason?.code).toBe(
      'same-person',
    );
  });

  it('P-6 shows a co-handler the demands and its task, not the rest', async () => {
    const id = await handled();
    const shown = await seen('transport', id);
    expect(shown.demands).toHaveLength(2);
    expect(shown.tasks).toMatchObject([{ text: '请提供道路开挖记录', dueDate: '2026-11-20' }]);
    expect(shown.next).toBe('completeTask');
    expect(shown.timeline.map((entry) => entry.type)).toEqual(['TaskGiven']);
    expect(shown).toMatchObject({ text: '', details: {}, attachments: [], chain: [], papers: [] });
    expect(shown.clocks.map((clock) => clock.period)).toEqual(['task']);
  });

  it('is not there for a unit that has nothing to do with it', async () => {
    const { id } = await county.register();
    expect(await view('housing', id)).toBeNull();
    expect(await view('office', crypto.randomUUID())).toBeNull();
  });

  it('L-5 shows an accusation to the named handlers alone', async () => {
    const { id } = await county.register(
      { channel: 'web', purpose: 'accusation', accusedUnits: ['housing'] },
      null,
    );
    expect(await view('office', id)).toBeNull();
    expect(await view('office', id, head('office'))).toBeNull();
    const shown = await seen('office', id, named('office'));
    expect(shown.next).toBe('handOver');
  });
});

describe('a clock', () => {
  it('P-9 explains itself day by day', async () => {
    const { id } = await county.register();
    const shown = await explainClock(county.deps, staff('office'), id, 'triage', county.at.now);
    expect(shown).toMatchObject({ basis: { article: '22' }, dueDate: '2026-11-17' });
    expect(shown?.days).toHaveLength(16);
    expect(shown?.days[0]).toMatchObject({ date: '2026-11-02', reason: 'start-day' });
    expect(shown?.days.at(-1)).toMatchObject({ date: '2026-11-17', ordinal: 15 });
    expect(
      await explainClock(county.deps, staff('housing'), id, 'triage', county.at.now),
    ).toBeNull();
  });

  it('P-9 counts a day that somebody set without moving it', async () => {
    const { id } = await county.register();
    await county.run(staff('office'), id, 'assign', { to: 'housing', dueDate: '2026-11-15' });
    const { clocks } = await seen('housing', id);
    const key = clocks.find((clock) => clock.period === 'assignment')?.key ?? '';
    const shown = await explainClock(county.deps, staff('housing'), id, key, county.at.now);
    // A Sunday: what was set by a person stays where it was set.
    expect(shown?.dueDate).toBe('2026-11-15');
    expect(shown?.days.at(-1)).toMatchObject({ date: '2026-11-15', ordinal: 13 });
  });
});

describe('revealing a person', () => {
  it('L-4 shows all of it and leaves a trace', async () => {
    const { id } = await county.register();
    const { people } = await seen('office', id);
    const personId = people[0]?.id ?? '';
    const shown = await revealPerson(county.deps, staff('office'), id, personId);
    expect(shown).toMatchObject({ ok: true, value: { fields: { name: '王小明' } } });
    expect(await traces(id)).toEqual([
      { actor: 'staff:office-officer', unit_id: 'office', what: `person:${personId}` },
    ]);
  });

  it('L-4 the petitioner is told which body looked, when and at what, and of no other petition', async () => {
    const { id } = await county.register();
    const other = await county.register();
    const { people } = await seen('office', id);
    county.at.now += 60_000;
    await revealPerson(county.deps, staff('office'), id, people[0]?.id ?? '');
    const looks = await readOwnLooks(county.deps, id);
    expect(looks).toEqual([{ at: expect.any(Number), unit: expect.any(String), what: 'person' }]);
    expect(looks[0]?.unit).not.toBe('');
    expect(JSON.stringify(looks)).not.toContain('office-officer');
    expect(await readOwnLooks(county.deps, other.id)).toEqual([]);
  });

  it('L-4 shows nothing and records nothing where the post does not allow it', async () => {
    const { id } = await county.register();
    const { people } = await seen('office', id);
    const leader = { ...staff('office', 'leader'), roles: ['leader'] as const };
    const personId = people[0]?.id ?? '';
    expect(await revealPerson(county.deps, leader, id, personId)).toMatchObject({
      ok: false,
      refusal: { code: 'not-permitted' },
    });
    expect(await revealPerson(county.deps, staff('housing'), id, personId)).toMatchObject({
      ok: false,
      refusal: { code: 'not-found' },
    });
    expect(await traces(id)).toEqual([]);
  });
});

describe('P-16 the petitioner reads who has it and until when', () => {
  it('opens by number and code', async () => {
    const { number, lookupCode, id } = await county.register();
    await county.run(staff('office'), id, 'refer', { to: 'housing', instruction: '内部意见' });
    const opened = await openProgress(county.deps, number, lookupCode, county.at.now);
    expect(opened).toMatchObject({
      ok: true,
      value: {
        id,
        holder: { name: 'housing', phone: '0731-80000000' },
        latest: { period: 'acceptance', dueDate: '2026-11-17' },
        actions: ['add', 'withdraw'],
        papers: [],
      },
    });
    const text = JSON.stringify(opened);
    expect(text).not.toContain('内部意见');
    expect(text).not.toContain('office-officer');
    expect(opened.ok && opened.value.history.map((entry) => entry.type)).toEqual([
      'PetitionHanded',
      'PetitionRegistered',
    ]);
  });

  it('P-3 refuses a wrong number and a wrong code alike', async () => {
    const { number, lookupCode } = await county.register();
    const other = await county.register();
    const tries = [
      [number, other.lookupCode],
      [number, ''],
      ['2026000000000', lookupCode],
      ['not a number', lookupCode],
    ];
    for (const [typed = '', code = ''] of tries) {
      expect(await openProgress(county.deps, typed, code, county.at.now)).toEqual({
        ok: false,
        refusal: { code: 'number-or-code-wrong', params: {} },
      });
    }
  });

  it('P-3 a replaced code opens, the old one no longer does', async () => {
    const { number, lookupCode, id } = await county.register();
    await county.run(staff('office'), id, 'replaceLookupCode', {});
    const opened = await openProgress(county.deps, number, lookupCode, county.at.now);
    expect(opened.ok).toBe(false);
  });
});
