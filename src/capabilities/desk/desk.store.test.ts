import { Client } from 'pg';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { colourOf, setThresholds, usualThresholds } from '../../kernel/clock-colours.ts';
import { clientConfig } from '../../platform/database/index.ts';
import {
  head,
  must,
  named,
  openCounty,
  staff,
  type County,
} from '../petitions/queries/county.test-data.ts';
import { colourSql } from './colour-filter.ts';
import { deskQuerySchema, listQuerySchema, papersQuerySchema } from './contract.ts';
import { deskSummary, findDesk, findPetitions } from './queries.ts';
import { readBoard } from './queries/board.ts';
import { findWaitingPapers } from './queries/waiting-papers.ts';

let county: County;

beforeAll(async () => {
  county = await openCounty();
});

afterAll(() => county.close());

const desk = async (actor: ReturnType<typeof staff>, query: Record<string, string> = {}) =>
  must(await findDesk(county.deps, actor, deskQuerySchema.parse(query), county.at.now));

const list = async (actor: ReturnType<typeof staff>, query: Record<string, string> = {}) =>
  must(await findPetitions(county.deps, actor, listQuerySchema.parse(query), county.at.now));

const numbers = (page: { readonly items: readonly { readonly number: string }[] }) =>
  page.items.map((line) => line.number);

describe('P-15 my desk', () => {
  it('shows what waits for me, by due moment, page by page', async () => {
    const made: string[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      county.at.now += 3_600_000 * 24;
      made.push((await county.register()).number);
    }
    const first = await desk(staff('office'), { limit: '1' });
    const second = await desk(staff('office'), { limit: '1', after: first.next ?? '' });
    const third = await desk(staff('office'), { limit: '1', after: second.next ?? '' });
    expect([first, second, third].flatMap(numbers)).toEqual(made);
    expect(third.next).toBeNull();
    expect(first.items[0]).toMatchObject({
      title: '小区二次供水水压不足',
      petitioner: '王*',
      tasks: ['triage'],
      holder: { id: 'office', name: 'office' },
      clock: { period: 'triage' },
    });
  });

  it('shows only what my posts can do', async () => {
    await county.register();
    const clerk = { ...staff('office', 'clerk'), roles: ['clerk'] as const };
    expect((await desk(clerk)).items.flatMap((line) => line.tasks)).not.toContain('triage');
    expect((await desk(staff('transport'))).items).toEqual([]);
  });

  it('filters by words from two characters on', async () => {
    const { number } = await county.register({ title: '梧桐苑噪声扰民', text: '夜间施工噪声' });
    expect(numbers(await desk(staff('office'), { q: '噪声' }))).toEqual([number]);
    const short = deskQuerySchema.parse({ q: '噪' });
    expect(await findDesk(county.deps, staff('office'), short, county.at.now)).toMatchObject({
      ok: false,
      refusal: { code: 'query-too-short' },
    });
  });

  it('L-5 merges accusations into the desk of named handlers and of nobody else', async () => {
    const { number } = await county.register({ channel: 'web', purpose: 'accusation' }, null);
    expect(numbers(await desk(named('office')))).toContain(number);
    for (const actor of [staff('office'), head('office'), staff('housing')]) {
      expect(numbers(await desk(actor, { limit: '200' }))).not.toContain(number);
      expect(numbers(await list(actor, { limit: '200' }))).not.toContain(number);
    }
    const other = { ...named('office'), userId: 'other-named' };
    expect(numbers(await desk(other))).not.toContain(number);
    expect(numbers(await list(named('office')))).toContain(number);
  });

  it('sums up what the desk would list', async () => {
    const actor = staff('office');
    const lines = (await desk(actor, { limit: '200' })).items;
    const summary = await deskSummary(county.deps, actor, county.at.now);
    expect(summary.total).toBe(lines.length);
    expect(summary.byTask['triage']).toBe(
      lines.filter((line) => line.tasks.includes('triage')).length,
    );
    for (const colour of ['green', 'blue', 'yellow', 'red'] as const) {
      expect(numbers(await desk(actor, { colour, limit: '200' }))).toEqual(
        lines.filter((line) => line.clock?.colour === colour).map((line) => line.number),
      );
    }
  });
});

describe('P-4a papers that wait for a step of mine', () => {
  const papers = async (actor: ReturnType<typeof staff>, query: Record<string, string>) =>
    must(
      await findWaitingPapers(county.deps, actor, papersQuerySchema.parse(query), county.at.now),
    );

  it('come page by page to whoever may take the step, and to nobody else', async () => {
    const ids: string[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      county.at.now += 3_600_000 * 24;
      const { id } = await county.register();
      await county.run(staff('office'), id, 'refer', { to: 'housing' });
      ids.push(id);
    }
    const seen: string[] = [];
    let after: string | null = '';
    while (after !== null) {
      const query: Record<string, string> = { step: 'issuePaper', limit: '1', after };
      const page = await papers(head('office'), query);
      expect(page.items.length).toBeLessThanOrEqual(1);
      for (const { petition, paper } of page.items) {
        expect(paper).toMatchObject({ kind: 'referral', internal: true, stage: 'drafted' });
        seen.push(petition.id);
      }
      after = page.next;
    }
    // Those due on one day come by id.
    expect(seen.filter((each) => ids.includes(each)).toSorted()).toEqual(ids.toSorted());
    for (const stranger of [staff('office'), staff('housing'), head('housing')]) {
      const page = await papers(stranger, { step: 'issuePaper', limit: '50' });
      expect(page.items.filter(({ petition }) => ids.includes(petition.id))).toEqual([]);
    }
  });

  it('a letter between units does not wait to be served: it arrives with the seal', async () => {
    const { id } = await county.register();
    await county.run(staff('office'), id, 'refer', { to: 'housing' });
    await county.issue('office', id);
    for (const step of ['issuePaper', 'sealPaper', 'servePaper']) {
      const page = await papers(head('office'), { step, limit: '50' });
      expect(page.items.filter(({ petition }) => petition.id === id)).toEqual([]);
    }
  });
});

describe('P-15 the list of all that I may read', () => {
  it('shows each petition once to somebody who reads several units', async () => {
    const { id, number } = await county.register();
    await county.run(staff('office'), id, 'refer', { to: 'housing' });
    const leader = {
      ...staff('county-government', 'leader'),
      roles: ['leader'] as const,
      readingUnits: ['county-government', 'office', 'housing'],
    };
    for (const sort of ['registered', 'due']) {
      const seen = numbers(await list(leader, { sort, limit: '200' }));
      expect(seen.filter((each) => each === number)).toEqual([number]);
    }
  });

  it('pages without gaps or repetitions in both orders', async () => {
    for (const sort of ['registered', 'due']) {
      const whole = numbers(await list(staff('office'), { sort, limit: '200' }));
      const paged: string[] = [];
      let after: string | null = '';
      while (after !== null) {
        const page = await list(staff('office'), { sort, limit: '3', after });
        paged.push(...numbers(page));
        after = page.next;
      }
      expect(paged).toEqual(whole);
    }
  });

  it('filters by status, day and category', async () => {
    county.at.now = Date.parse('2026-12-24T09:00:00+08:00');
    const { number, id } = await county.register({
      category: { first: '劳动社保', second: null, third: null },
    });
    const day = { from: '2026-12-24', to: '2026-12-24' };
    expect(numbers(await list(staff('office'), day))).toEqual([number]);
    expect(numbers(await list(staff('office'), { ...day, first: '城乡建设' }))).toEqual([]);
    expect(numbers(await list(staff('office'), { ...day, status: 'registered' }))).toEqual([
      number,
    ]);
    await county.run(staff('office'), id, 'refer', { to: 'housing' });
    expect(numbers(await list(staff('office'), { ...day, status: 'registered' }))).toEqual([]);
    expect(numbers(await list(staff('office'), { ...day, holder: 'housing' }))).toEqual([number]);
  });
});

describe('colours', () => {
  it('P-9 are the same in SQL as in the kernel, to the millisecond', async () => {
    const owner = new Client(clientConfig(county.database.ownerUrl));
    await owner.connect();
    const moment = fc.integer({ min: 0, max: 4e12 });
    const text = `SELECT ${colourSql('d', '$3')} AS colour
      FROM (SELECT 'handling' AS clock_period, $1::timestamptz AS clock_started_at,
                   $2::timestamptz AS due_at) d`;
    try {
      await fc.assert(
        fc.asyncProperty(
          moment,
          fc.integer({ min: 4, max: 1e10 }),
          fc.oneof(fc.double({ min: -0.1, max: 1.2, noNaN: true }), fc.constantFrom(0.5, 0.75, 1)),
          fc.integer({ min: -1, max: 1 }),
          async (startedAt, length, share, off) => {
            const dueAt = startedAt + length;
            const now = Math.round(startedAt + length * share) + off;
            const { rows } = await owner.query<{ colour: string }>(text, [
              new Date(startedAt),
              new Date(dueAt),
              new Date(now),
            ]);
            expect(rows[0]?.colour).toBe(colourOf(startedAt, dueAt, now));
          },
        ),
        { numRuns: 300 },
      );
    } finally {
      await owner.end();
    }
  });
});

describe('U-3 the board', () => {
  it('counts each running clock by holder and colour as the lists show it, accusations apart', async () => {
    await county.register();
    await county.register({ channel: 'web', purpose: 'accusation' }, null);
    county.at.now += 86_400_000 * 9;
    const board = await readBoard(county.deps, staff('office'), county.at.now);
    expect(board.rows.length).toBeGreaterThan(0);
    expect(board.thresholds).toMatchObject({ blue: 0.5, yellow: 0.75 });
    for (const { unit, clocks, colour } of board.rows) {
      const colours = ['red', 'yellow', 'blue', 'green'] as const;
      const listed = await Promise.all(
        colours.map(async (each) => {
          const page = await list(staff('office'), { holder: unit.id, colour: each, limit: '100' });
          return page.items.filter(({ clock }) => clock !== null).length;
        }),
      );
      expect(colours.map((each) => clocks[each])).toEqual(listed);
      expect(colour).toBe(colours.find((each) => clocks[each] > 0));
    }
  });

  it('has the thresholds of the office in clocks, filters and board alike', () => {
    const usual = colourSql('d', '$2');
    setThresholds({ blue: 0.1, yellow: 0.9, source: '本县规定' });
    try {
      expect(colourOf(0, 100, 20)).toBe('blue');
      expect(colourOf(0, 100, 80)).toBe('blue');
      expect(colourSql('d', '$2')).toBe(usual.replace('0.5', '0.1').replace('0.75', '0.9'));
    } finally {
      setThresholds(usualThresholds);
    }
  });
});
