import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { regions, system, unwrap } from '../../../../test/harness/office.ts';
import type { StaffActor } from '../../../kernel/actor.ts';
import { addDays, localDate, localDateOf } from '../../../kernel/local-date.ts';
import { factSources, measuresOf } from '../../../main/statistics-sources.ts';
import { withClient } from '../../../platform/database/cluster-database.ts';
import { addUnit, createIdentity, importRegions } from '../../identity-organisation/index.ts';
import { renderPaper } from '../../papers/index.ts';
import { openCounty, type County } from '../../petitions/queries/county.test-data.ts';
import { readTable, refoldNextPage } from '../index.ts';
import {
  beginReport,
  correctReport,
  listReports,
  openReport,
  paperOf,
  rebuildReports,
  stepReport,
  type ReportDeps,
} from './index.ts';
import { waitUntilCounted } from './commands/counted.ts';
import type { ReportView } from './contract.ts';

let county: County;
let deps: ReportDeps;
const now = Date.parse('2026-11-22T09:00:00+08:00');
const yesterday = addDays(localDateOf(now), -1);
const township = '430121001';

const staff = (userId: string, unitId: string, ...roles: StaffActor['roles']): StaffActor => ({
  kind: 'staff',
  userId,
  unitId,
  roles,
  readingUnits: [unitId],
});
const officer = staff('officer', 'office', 'case-officer');
const head = staff('head', 'office', 'office-head');
const deputy = staff('deputy', 'office', 'office-head');
const third = staff('third', 'office', 'office-head');
const leader = staff('leader', 'government', 'leader');
const housing = staff('housing', 'housing', 'handler');

const units = [
  ['office', '甲县信访局', 'petition-office', '430121'],
  ['government', '甲县人民政府', 'leadership', '430121'],
  ['housing', '甲县住建局', 'bureau', '430121'],
] as const;

/** Matters of three months, one of them an accusation. */
async function registerSome(): Promise<void> {
  const days = [
    ['2026-08-12', 4, 'web'],
    ['2026-10-09', 11, 'letter'],
    ['2026-10-20', 3, 'web'],
    ['2026-11-03', 6, 'web'],
  ] as const;
  for (const [day, matters, channel] of days) {
    county.at.now = Date.parse(`${day}T10:00:00+08:00`);
    for (let at = 0; at < matters; at += 1) {
      await county.register({ channel, ...(at % 2 === 0 ? { regionCode: township } : {}) });
    }
  }
  await county.register({ purpose: 'accusation' });
}

beforeAll(async () => {
  county = await openCounty();
  const { database, deps: house } = county;
  const identity = createIdentity({
    database: database.db,
    masterKeys: house.keys,
    requireSecondFactor: false,
  });
  unwrap(await importRegions(identity, system, regions));
  for (const [id, name, kind, regionCode] of units) {
    const unit = { id, name, kind, level: 'county', regionCode, parentId: null } as const;
    unwrap(await addUnit(identity, system, unit));
  }
  deps = { ...house, sources: factSources, measures: measuresOf() };
  await registerSome();
  county.at.now = now;
  while ((await refoldNextPage(deps)) > 0);
});
afterAll(() => county.close());

let sent = 0;
/** The facts of a test database are counted by hand, so nothing waits for them. */
const by = (actor: StaffActor) => ({ actor, commandKey: `key-${(sent += 1)}`, at: now });

const view = async (id: string, actor: StaffActor = officer): Promise<ReportView> => {
  const found = await openReport(deps, actor, id);
  if (found === null) throw new Error(`no report ${id} for ${actor.unitId}`);
  return found;
};

/** Drafts a report; each test takes a period of its own. */
async function draft(
  kind: 'month' | 'quarter' | 'year',
  daysAgo: number,
  region?: string,
): Promise<string> {
  const input = { kind, day: addDays(yesterday, -daysAgo), region, asOf: undefined };
  const begun = await beginReport(deps, input, by(officer));
  if (!begun.ok) throw new Error(begun.refusal.code);
  return begun.value.id;
}

const textOf = ({ sections }: ReportView, id: string): string =>
  sections.find((section) => section.id === id)?.text ?? '';

describe('T-3 the same period gives the same data', () => {
  test('counted again as of the same day, figures, sentences and both files are byte for byte equal', async () => {
    const id = await draft('month', 70);
    const first = await view(id);
    const again = await stepReport(deps, id, 'recountReport', { asOf: yesterday }, by(officer));
    expect(again).toMatchObject({ ok: true, value: { version: 2 } });
    const second = await view(id);
    expect(JSON.stringify(second.figures)).toBe(JSON.stringify(first.figures));
    expect(second.digest).toBe(first.digest);
    expect(second.sections).toEqual(first.sections);
    for (const format of ['pdf', 'docx'] as const) {
      const [one, other] = [
        await renderPaper(paperOf(first), format),
        await renderPaper(paperOf(second), format),
      ];
      expect(other.sha256).toBe(one.sha256);
    }
  });

  test('what a report says is what the tables say', async () => {
    const report = await view(await draft('month', 30));
    const [from, until] = [report.from, report.until].map(localDate);
    const table = await readTable(
      deps,
      head,
      { measures: ['batches'], rows: 'channel', from, to: until, asOf: yesterday },
      now,
    );
    if (!table.ok) throw new Error(table.refusal.code);
    const said = report.figures.channels.rows.map(({ key, now: [amount] }) => [key, amount?.n]);
    const read = table.value.rows.map(({ key }, at) => [
      key,
      table.value.cells[at]?.[0]?.[0]?.numerator,
    ]);
    expect(said).toEqual(read);
    const total = read.at(-1)?.[1] ?? 0;
    // Fourteen in October; the accusation of November is in no figure.
    expect(total).toBe(14);
    expect(textOf(report, 'overview')).toContain('2026年10月，甲县共登记信访事项14件');
    expect(textOf(report, 'channels')).toContain('来信11件（占78.6%）、网上3件（占21.4%）');
    const running = await view(await draft('month', 0));
    expect(textOf(running, 'overview')).toContain(
      '登记信访事项6件、6人次，同比增加6件，环比下降57.1%',
    );
    expect(running.figures.previous).toEqual({ from: '2026-10-01', to: '2026-10-21' });
  });

  test('today is in motion, so no report is as of today, and none of what has not begun', async () => {
    const today = localDateOf(now);
    const begin = (day: typeof today, asOf?: typeof today) =>
      beginReport(deps, { kind: 'month', day, asOf, region: undefined }, by(officer));
    expect(await begin(yesterday, today)).toMatchObject({ refusal: { code: 'report-as-of' } });
    expect(await begin(addDays(today, 40))).toMatchObject({ refusal: { code: 'report-period' } });
  });

  test('nothing is drafted while what happened before is not counted yet', async () => {
    // Nobody reads the feed here, so all of the county waits in it.
    const behind = { ok: false, refusal: { code: 'report-facts-behind' } };
    expect(await waitUntilCounted(deps, yesterday, 0)).toMatchObject(behind);
    const before = addDays(yesterday, -365 * 20);
    expect(await waitUntilCounted(deps, before, 0)).toMatchObject({ ok: true });
  });

  test('two who begin the same report at once make one', async () => {
    const input = { kind: 'month', day: addDays(yesterday, -130) } as const;
    const asked = { ...input, region: undefined, asOf: undefined };
    const both = await Promise.all(
      [officer, head].map((actor) => beginReport(deps, asked, by(actor))),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'report-exists' } });
  });

  test('a month in which nothing came says so and is a whole report', async () => {
    const report = await view(await draft('month', 365 * 12));
    expect(textOf(report, 'overview')).toContain('没有登记新的信访事项');
    expect(textOf(report, 'channels')).toBe('本期没有新登记的信访事项。');
    const pdf = await renderPaper(paperOf(report), 'pdf');
    expect(pdf.pages).toBeGreaterThan(1);
  });
});

describe('P-4a, T-3 a final report is frozen', () => {
  test('whoever had a hand in it does not finalise it; of two others at once one does', async () => {
    const id = await draft('month', 100);
    const sections = { other: '下一步，开展工资支付专项排查。' };
    const worded = await stepReport(deps, id, 'wordReport', { sections }, by(head));
    expect(worded.ok).toBe(true);
    expect(await stepReport(deps, id, 'finaliseReport', {}, by(head))).toMatchObject({
      refusal: { code: 'report-own-draft' },
    });
    expect(await stepReport(deps, id, 'finaliseReport', {}, by(officer))).toMatchObject({
      refusal: { code: 'not-permitted' },
    });
    const both = await Promise.all(
      [deputy, third].map((actor) =>
        stepReport(deps, id, 'finaliseReport', {}, { ...by(actor), expectedVersion: 2 }),
      ),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'report-final' } });
  });

  test('nothing of it changes afterwards; a correction is the next edition with its reason', async () => {
    const id = await draft('month', 160);
    const before = await view(id);
    const done = await stepReport(deps, id, 'finaliseReport', {}, by(head));
    expect(done.ok).toBe(true);
    const sections = { overview: '改写' };
    for (const refused of [
      await stepReport(deps, id, 'wordReport', { sections }, by(officer)),
      await stepReport(deps, id, 'recountReport', { asOf: undefined }, by(officer)),
    ]) {
      expect(refused).toMatchObject({ refusal: { code: 'report-final' } });
    }
    const blank = { reason: '  ', asOf: undefined };
    expect(await correctReport(deps, id, blank, by(officer))).toMatchObject({
      refusal: { code: 'report-reason-missing' },
    });
    const input = { reason: '责任单位登记有误', asOf: undefined };
    const corrected = await correctReport(deps, id, input, by(officer));
    if (!corrected.ok) throw new Error(corrected.refusal.code);
    const [old, next] = [await view(id), await view(corrected.value.id)];
    expect(old).toMatchObject({ status: 'final', digest: before.digest, correctedBy: next.id });
    expect(old.figures).toEqual(before.figures);
    expect(next).toMatchObject({ edition: 2, corrects: id, reason: input.reason, status: 'draft' });
    expect(await correctReport(deps, id, input, by(officer))).toMatchObject({
      refusal: { code: 'report-exists' },
    });
  });

  test('Reg. 41: a yearly report is not final while a part that figures cannot tell is empty', async () => {
    const id = await draft('year', 400);
    expect(await stepReport(deps, id, 'finaliseReport', {}, by(head))).toMatchObject({
      refusal: { code: 'report-section-open', params: { count: 1 } },
    });
    const sections = { other: '无' };
    await stepReport(deps, id, 'wordReport', { sections }, by(officer));
    expect(await stepReport(deps, id, 'finaliseReport', {}, by(head))).toMatchObject({
      ok: true,
    });
  });

  test('words stay when figures are counted again, and an emptied part is drafted anew', async () => {
    const id = await draft('quarter', 200);
    const drafted = textOf(await view(id), 'topics');
    const word = (text: string, expectedVersion: number) =>
      stepReport(
        deps,
        id,
        'wordReport',
        { sections: { topics: text } },
        { ...by(officer), expectedVersion },
      );
    expect((await word('物业问题突出。', 1)).ok).toBe(true);
    expect(await word('晚了一步。', 1)).toMatchObject({ refusal: { code: 'report-changed' } });
    await stepReport(deps, id, 'recountReport', { asOf: yesterday }, by(officer));
    expect(textOf(await view(id), 'topics')).toBe('物业问题突出。');
    expect((await word('', 3)).ok).toBe(true);
    expect(textOf(await view(id), 'topics')).toBe(drafted);
  });
});

describe('O-3 who sees which report', () => {
  test('drafts stay with the unit, final ones go to whoever sees the figures of the place', async () => {
    const id = await draft('month', 220);
    expect(await openReport(deps, leader, id)).toBeNull();
    await stepReport(deps, id, 'finaliseReport', {}, by(head));
    expect(await openReport(deps, leader, id)).toMatchObject({ id, steps: [] });
    expect(await openReport(deps, housing, id)).toBeNull();
    const listed = await listReports(deps, leader, { limit: 100 });
    if (!listed.ok) throw new Error(listed.refusal.code);
    expect(listed.value.items.map((line) => line.id)).toContain(id);
    expect(listed.value.items.every(({ status }) => status === 'final')).toBe(true);
    expect(listed.value.mayDraft).toBe(false);
  });

  test('a place within the own has its report; a place outside has none, and a unit reports on itself', async () => {
    const report = await view(await draft('month', 40, township));
    expect(report.place).toMatchObject({ kind: 'region', code: township, name: '城关镇' });
    expect(textOf(report, 'overview')).toContain('城关镇共登记信访事项8件');
    const above = { kind: 'month', day: yesterday, region: '430122', asOf: undefined } as const;
    expect(await beginReport(deps, above, by(officer))).toMatchObject({
      refusal: { code: 'report-place' },
    });
    const own = { kind: 'month', day: yesterday, region: undefined, asOf: undefined } as const;
    const begun = await beginReport(deps, own, by(housing));
    if (!begun.ok) throw new Error(begun.refusal.code);
    const ofUnit = await view(begun.value.id, housing);
    expect(ofUnit.place).toMatchObject({ kind: 'unit', code: 'housing' });
    expect(ofUnit.sections.map(({ id }) => id)).not.toContain('places');
  });

  test('L-1 rows follow from the record', async () => {
    expect(await rebuildReports(county.deps, 'check')).toEqual([]);
  });

  test('L-3 no event tells in clear what somebody typed', async () => {
    const rows = await withClient(
      county.database.ownerUrl,
      async (client) =>
        (
          await client.query(
            "SELECT data::text AS data FROM event JOIN stream USING (stream_id) WHERE kind = 'report'",
          )
        ).rows as { data: string }[],
    );
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter(({ data }) => /[\u4e00-\u9fff]/u.test(data))).toEqual([]);
  });
});
