import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PUBLISHED_YEARS } from '../../../kernel/published-years.ts';
import { calendarProvider, importYear, seedCalendar } from '../../../platform/calendar/index.ts';
import { run, scopeOf } from '../../../platform/database/index.ts';
import { consumeFeed, createSequencer } from '../../../platform/feed/index.ts';
import { createJobs, installJobs, type JobDefinition } from '../../../platform/jobs/index.ts';
import { loadEvents } from '../../../platform/record/index.ts';
import { readInbox } from '../../messages/index.ts';
import { findPaper as findPaperRow, verifyPaper } from '../../papers/index.ts';
import { stageUpload } from '../commands/index.ts';
import type { PetitionDeps } from '../commands/deps.ts';
import { caseKeyOf } from '../../../platform/vault/index.ts';
import { fold } from '../evolve.ts';
import { petitionJobs } from '../jobs.ts';
import {
  endUnit,
  head,
  must,
  openCounty,
  staff,
  type County,
} from '../queries/county.test-data.ts';
import { petitionReactions } from '../reactions.ts';
import { openPetition } from '../store.ts';
import { upcast } from '../upcast.ts';

const day = 24 * 3600 * 1000;
const system = scopeOf({ kind: 'system', name: 'test' });
const onError = (error: unknown): never => {
  throw error;
};

let county: County;
beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

const jobNamed = (name: string, deps: PetitionDeps = county.deps): JobDefinition => {
  const job = petitionJobs(() => deps).find((each) => each.name === `petitions.${name}`);
  if (job === undefined) throw new Error(`no job ${name}`);
  return job;
};

const perform = (name: string, data: object = {}, deps: PetitionDeps = county.deps) =>
  jobNamed(name, deps).perform(data, {
    jobId: randomUUID(),
    attempt: 1,
    signal: new AbortController().signal,
  });

const eventsOf = (id: string) =>
  county.deps.db.withActor(system, 'read', async (tx) => {
    await openPetition(tx, id);
    return (await loadEvents(tx, id)).map(upcast);
  });

const stateOf = async (id: string) => {
  const petition = fold(id, await eventsOf(id));
  if (petition === null) throw new Error('no petition');
  return petition;
};

const rowOf = (id: string, paperId: string) =>
  county.deps.db.withActor(system, 'read', async (tx) => {
    await openPetition(tx, id);
    const row = await findPaperRow(tx, id, paperId);
    const key = await caseKeyOf(tx, county.deps, id);
    if (row === undefined) throw new Error('no row');
    return { row, key };
  });

/** A petition of a consenting petitioner, accepted by the bureau, its notice sealed. */
const accepted = async (electronicService: boolean) => {
  const { id } = await county.register({ electronicService });
  await county.run(staff('office'), id, 'refer', { to: 'housing' });
  await county.run(staff('housing'), id, 'accept', {});
  const paperId = await county.issue('housing', id);
  return { id, paperId };
};

describe('rendering', () => {
  test('G-1 a sealed paper becomes PDF and DOCX, recorded by hash and verifiable by its code', async () => {
    const { id, paperId } = await accepted(false);
    await perform('render-paper', { petitionId: id, paperId });
    const { row, key } = await rowOf(id, paperId);
    for (const [file, hash] of [
      [row.pdfFile, row.pdfSha256],
      [row.docxFile, row.docxSha256],
    ]) {
      const bytes = await county.deps.files.getBytes(id, key, file ?? '');
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
    }
    const rendered = (await eventsOf(id)).find((event) => event.type === 'PaperRendered');
    expect(rendered?.data).toMatchObject({ paperId, pdfHash: row.pdfSha256 });
    const genuine = await county.deps.db.withActor(system, 'read', (tx) =>
      verifyPaper(tx, row.verifyCode ?? ''),
    );
    expect(genuine).toMatchObject({ kind: 'acceptance-notice', sha256: row.pdfSha256 });
  });

  test('G-2 P-4a with consent it is served electronically, once, however often the job runs', async () => {
    const { id, paperId } = await accepted(true);
    await perform('render-paper', { petitionId: id, paperId });
    const { version, papers } = await stateOf(id);
    const paper = papers.find((each) => each.id === paperId);
    expect(paper).toMatchObject({ stage: 'served', servedBy: 'electronic', rendered: true });
    county.at.now += day;
    await perform('render-paper', { petitionId: id, paperId });
    expect((await stateOf(id)).version).toBe(version);
    expect((await rowOf(id, paperId)).row.stage).toBe('served');
  });

  test('G-2 without consent it waits to be served by hand; a letter to a unit is not served', async () => {
    const { id, paperId } = await accepted(false);
    await perform('render-paper', { petitionId: id, paperId });
    expect((await stateOf(id)).papers.find((each) => each.id === paperId)?.stage).toBe('sealed');
    const letter = await county.register({ electronicService: true });
    await county.run(staff('office'), letter.id, 'refer', { to: 'housing' });
    const letterId = await county.issue('office', letter.id);
    await perform('render-paper', { petitionId: letter.id, paperId: letterId });
    const { papers } = await stateOf(letter.id);
    expect(papers.find((each) => each.id === letterId)).toMatchObject({
      stage: 'sealed',
      rendered: true,
    });
  });

  test('X-6 a run that was cut off after the files goes on where it was, with the same hashes', async () => {
    const { id, paperId } = await accepted(false);
    const cutOff: PetitionDeps = {
      ...county.deps,
      organisation: () => Promise.reject(new Error('cut off')),
    };
    const place = { petitionId: id, paperId };
    await expect(perform('render-paper', place, cutOff)).rejects.toThrow('cut off');
    const { row } = await rowOf(id, paperId);
    expect(row.pdfSha256).not.toBeNull();
    expect((await stateOf(id)).papers.find((each) => each.id === paperId)?.rendered).toBe(false);
    await perform('render-paper', place);
    const rendered = (await eventsOf(id)).find((event) => event.type === 'PaperRendered');
    expect(rendered?.data).toMatchObject({ pdfHash: row.pdfSha256, docxHash: row.docxSha256 });
  });

  test('P-4a a draft is not rendered', async () => {
    const { id } = await county.register();
    await county.run(staff('office'), id, 'refer', { to: 'housing' });
    const paperId = (await stateOf(id)).papers[0]?.id ?? '';
    await expect(perform('render-paper', { petitionId: id, paperId })).rejects.toThrow('No paper');
  });
});

describe('withdrawals', () => {
  test('P-14 ten days after it was asked for, and not before, a withdrawal ends the procedure', async () => {
    const { id } = await county.register();
    const petitioner = { kind: 'petitioner', petitionId: id } as const;
    await county.run(petitioner, id, 'withdraw', { signed: false });
    county.at.now += 9 * day;
    await perform('complete-withdrawals');
    expect((await stateOf(id)).status).toBe('registered');
    county.at.now += 5 * day;
    await perform('complete-withdrawals');
    const { status, conclusion, papers, version } = await stateOf(id);
    expect({ status, form: conclusion?.form }).toEqual({ status: 'concluded', form: 'withdrawn' });
    expect(papers.map(({ kind }) => kind)).toEqual(['withdrawal-confirmation']);
    await perform('complete-withdrawals');
    expect((await stateOf(id)).version).toBe(version);
  });

  test('P-14 a revoked withdrawal ends nothing', async () => {
    const { id } = await county.register();
    const petitioner = { kind: 'petitioner', petitionId: id } as const;
    await county.run(petitioner, id, 'withdraw', { signed: false });
    await county.run(petitioner, id, 'revokeWithdrawal', {});
    county.at.now += 20 * day;
    await perform('complete-withdrawals');
    expect((await stateOf(id)).status).toBe('registered');
  });
});

describe('recount', () => {
  test('P-9 a new notice moves due dates by an event, tells petitioner and holder, and only once', async () => {
    county.at.now = Date.parse('2026-12-02T09:00:00+08:00');
    await seedCalendar(county.deps.db);
    const calendars = await calendarProvider(county.deps.db, onError, 50);
    const deps: PetitionDeps = {
      ...county.deps,
      calendar: calendars.calendar,
      calendarInForce: calendars.inForce,
    };
    const dueOf = async (id: string) => {
      const rows = await deps.db.withActor(system, 'read', (tx) =>
        run<{ due: string }>(tx, {
          name: 'test.due',
          text: `SELECT due_date::text AS due FROM petition_clock
                  WHERE stream_id = $1 AND period = 'triage'`,
          values: [id],
        }),
      );
      return rows[0]?.due;
    };
    const still = await county.register();
    await county.run(staff('office'), still.id, 'assign', {
      to: 'political-legal',
      dueDate: '2026-12-31',
    });
    await county.run(staff('political-legal'), still.id, 'accept', {});
    await county.issue('political-legal', still.id);
    const moved = await county.register();
    expect(await dueOf(moved.id)).toBe('2026-12-17');
    const year = PUBLISHED_YEARS.find((notice) => notice.year === 2026);
    if (year === undefined) throw new Error('no 2026');
    const extra = { name: '临时放假', from: '2026-12-17', to: '2026-12-18' };
    const imported = must(
      await importYear(
        deps.db,
        { ...year, source: '国办发明电〔2026〕99号', holidays: [...year.holidays, extra] },
        { kind: 'system', name: 'test' },
      ),
    );
    // The job comes before this process has looked: it learns of the version it was told.
    await perform('recount-clocks', { calendarVersion: imported.version }, deps);
    expect(await dueOf(moved.id)).toBe('2026-12-21');
    const events = await eventsOf(moved.id);
    expect(events.at(-1)).toMatchObject({
      type: 'ClocksRecounted',
      calendarVersion: imported.version,
    });
    const told = await messagesTo(moved.id);
    expect(told).toContain('clocks-recounted');
    const inboxOf = (unitId: string) =>
      deps.db.withActor({ actor: '', units: [unitId], roles: ['handler'] }, 'read', (tx) =>
        readInbox(tx, { unitId, userId: 'somebody' }),
      );
    expect(await inboxOf('office')).toEqual([
      expect.objectContaining({ number: moved.number, template: 'clocks-recounted' }),
    ]);
    expect((await inboxOf('office'))[0]?.text).toContain('2026-12-21');
    expect(await inboxOf('political-legal')).toEqual([]);
    expect(await messagesTo(still.id)).not.toContain('clocks-recounted');
    expect((await stateOf(still.id)).calendarVersion).toBe(imported.version);
    await perform('recount-clocks', { calendarVersion: imported.version }, deps);
    expect(await eventsOf(moved.id)).toHaveLength(events.length);
    calendars.stop();
  });
});

describe('succession', () => {
  test('O-1 what a merged unit held, answered for or worked on goes to its successor', async () => {
    const held = await county.register();
    await county.run(staff('office'), held.id, 'refer', { to: 'housing' });
    await county.run(staff('housing'), held.id, 'accept', {});
    const helped = await county.register();
    await county.run(staff('office'), helped.id, 'refer', { to: 'political-legal' });
    await county.run(staff('political-legal'), helped.id, 'accept', {});
    await county.run(staff('political-legal'), helped.id, 'giveTask', {
      unit: 'housing',
      text: '请提供房屋竣工验收资料',
      dueDate: new Date(county.at.now + 10 * day).toISOString().slice(0, 10),
    });
    await installJobs(county.database.ownerUrl);
    const jobs = await createJobs({
      url: county.database.appUrl,
      definitions: petitionJobs(() => county.deps),
      onError,
    });
    try {
      await endUnit(county, 'housing', 'transport');
      const reactions = consumeFeed({
        db: county.deps.db,
        consumers: { 'test.succession': petitionReactions(county.deps, jobs) },
        onError,
      });
      const sequencer = createSequencer({ db: county.deps.db, onError });
      while ((await sequencer.step()) > 0);
      while ((await reactions.step()) > 0);
      await jobs.runDue();
    } finally {
      await jobs.stop();
    }
    const after = await stateOf(held.id);
    expect(after.holder).toBe('transport');
    expect(
      after.clocks.filter((clock) => clock.stoppedAt === null && clock.holder === 'housing'),
    ).toEqual([]);
    expect(after.papers.every(({ issuer }) => issuer !== 'housing')).toBe(true);
    expect((await stateOf(helped.id)).tasks[0]?.unit).toBe('transport');
    const { version } = after;
    await perform('succeed-holder', { from: 'housing', to: 'transport' });
    expect((await stateOf(held.id)).version).toBe(version);
    await county.run(head('transport'), held.id, 'recordTalk', {
      record: '接手后与信访人通话',
      heldOn: '2026-12-02',
    });
  });

  test('O-1 L-5 an accusation, which stands in no list of a unit, goes to the successor too', async () => {
    const { id } = await county.register({ purpose: 'accusation' }, staff('political-legal'));
    await perform('succeed-holder', { from: 'political-legal', to: 'discipline' });
    const { holder, named } = await stateOf(id);
    expect(holder).toBe('discipline');
    expect(named).toContain('political-legal-named');
  });
});

/** Templates of the messages of a petition. */
const messagesTo = async (id: string): Promise<readonly string[]> => {
  const rows = await county.deps.db.withActor({ ...system, streams: [id] }, 'write', (tx) =>
    run<{ template: string }>(tx, {
      name: 'test.messages',
      text: 'SELECT template FROM message WHERE stream_id = $1',
      values: [id],
    }),
  );
  return rows.map((row) => row.template);
};

const file = (content: string) => ({
  name: '照片.txt',
  ext: 'txt',
  mediaType: 'text/plain',
  bytes: Buffer.from(content),
});

describe('uploads', () => {
  test('L-3 a file whose form never came is swept after a day; what a petition names stays', async () => {
    county.at.now = Date.now();
    const kept = must(await stageUpload(county.deps, file('kept'), ''));
    const { id } = await county.register({ uploads: [kept.id] });
    must(await stageUpload(county.deps, file('forgotten'), ''));
    const staged = () =>
      county.deps.db.withActor(system, 'write', (tx) =>
        run<{ address: string }>(tx, {
          name: 'test.staged',
          text: 'SELECT address FROM staged_upload',
          values: [],
        }),
      );
    const [forgotten] = await staged();
    await perform('sweep-uploads');
    expect(await staged()).toHaveLength(1);
    county.at.now += 2 * day;
    await perform('sweep-uploads');
    expect(await staged()).toHaveLength(0);
    const { attachments } = await stateOf(id);
    const { key } = await keyOf(id);
    const bytes = await county.deps.files.getBytes(id, key, attachments[0]?.address ?? '');
    expect(bytes.toString()).toBe('kept');
    await expect(county.deps.files.getBytes(id, key, forgotten?.address ?? '')).rejects.toThrow(
      'missing',
    );
  });
});

const keyOf = (id: string) =>
  county.deps.db.withActor(system, 'read', async (tx) => {
    await openPetition(tx, id);
    return { key: await caseKeyOf(tx, county.deps, id) };
  });
