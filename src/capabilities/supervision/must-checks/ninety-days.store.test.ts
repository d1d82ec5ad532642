import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../../kernel/actor.ts';
import { localDateOf } from '../../../kernel/local-date.ts';
import type { UnitFact } from '../../../kernel/units.ts';
import { run as runSql, scopeOf } from '../../../platform/database/index.ts';
import { consumeFeed, createSequencer } from '../../../platform/feed/index.ts';
import { newId } from '../../../platform/vault/index.ts';
import { commitmentReactions, listOfPetition, stepCommitment } from '../../commitments/index.ts';
import {
  openPetitionView,
  relatePetitions,
  runCommand,
  type CommandInput,
  type SingleCommandType,
} from '../../petitions/index.ts';
import {
  head,
  must,
  openCounty,
  staff,
  type County,
} from '../../petitions/queries/county.test-data.ts';
import { loadItems, mustChecks, runMustChecks } from '../index.ts';
import { expectedHits, Matter, Promised, type RawEvent } from './brute-force.test-data.ts';
import type { SupervisionItem } from './case.ts';
import type { MustCheckDeps } from './commands/deps.ts';
import { mustCheckReactions } from './reactions.ts';

/*
 * A small county lives through ninety days, day by day: bureaus are in time or late, promises are kept
 * or not, petitioners rate, come back and come again. Whatever the checks find is compared with what
 * plain loops over the raw events say.
 */

const DAY = 86_400_000;
const bureaus = ['housing', 'transport', 'water', 'education'];
const slow = 'housing';
const peers = {
  windowDays: 25,
  minimumSteps: 8,
  minimumPeers: 2,
  z: 1.645,
  margin: 0.05,
  source: { zh: '测试', en: 'test' },
  certainty: 'practice',
} as const;
const system = scopeOf({ kind: 'system', name: 'test' });
const nobody = { enqueue: () => Promise.resolve('') };
const onError = (error: unknown): never => {
  throw error;
};

let county: County;
let deps: MustCheckDeps;
const nights: number[] = [];
const ids: string[] = [];
const settled: string[] = [];
let called = 0;
/** What happens on which day. */
const plan = new Map<number, (() => Promise<void>)[]>();

let seed = 20_260_618;
const chance = (): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
};
const days = (low: number, high: number): number => Math.round(low + chance() * (high - low));

const extra = (id: string): UnitFact => ({
  id,
  name: id,
  kind: 'bureau',
  level: 'county',
  regionCode: '430121',
  parentId: 'county-government',
  active: true,
  successorId: null,
});

const later = (day: number, deed: () => Promise<void>): void => {
  plan.set(day, [...(plan.get(day) ?? []), deed]);
};

/** Where the window has closed, or the matter is handled again, it is refused and nothing happens. */
const attempt = <T extends SingleCommandType>(
  actor: Actor,
  id: string,
  type: T,
  input: CommandInput<T>,
) => {
  county.at.now += 60_000;
  return runCommand(deps, id, type, input, { actor, commandId: newId() });
};

const act = async <T extends SingleCommandType>(
  ...given: Parameters<typeof attempt<T>>
): Promise<void> => void must(await attempt(...given));

const viewOf = async (id: string, unit: string) => {
  const view = await openPetitionView(deps, head(unit), id, county.at.now);
  if (view === null) throw new Error('no petition');
  return view;
};

async function issue(unit: string, id: string): Promise<string> {
  const { papers } = await viewOf(id, unit);
  const draft = papers.find(({ steps }) => steps.includes('issuePaper'));
  if (draft === undefined) throw new Error('no draft to issue');
  await act(head(unit), id, 'issuePaper', { paperId: draft.id });
  return draft.id;
}

async function answer(id: string, unit: string): Promise<void> {
  const { demands } = await viewOf(id, unit);
  await act(staff(unit), id, 'draftOpinion', {
    demands: demands.map((demand, at) => ({
      demandId: demand.id,
      outcome: at === 0 ? ('supported' as const) : ('explained' as const),
      facts: '经现场查看，情况属实。',
      basis: '《城市供水条例》第二十四条',
      answer: '限期更换设备。',
      ...(at === 0
        ? { responsible: '业务科', dueDate: localDateOf(county.at.now + days(4, 12) * DAY) }
        : {}),
    })),
  });
  const paperId = await issue(unit, id);
  const servedOn = localDateOf(county.at.now);
  await act(staff(unit), id, 'servePaper', { paperId, way: 'hand', servedOn, proof: '签收' });
  settled.push(id);
}

/** The promise is reported, and then confirmed or denied. */
function keep(id: string, unit: string, today: number): void {
  const report = today + days(3, 18);
  const step = async (
    actor: Actor,
    type: 'reportFulfilled' | 'confirmFulfilled' | 'denyFulfilled',
  ) => {
    const [promise] = (await listOfPetition(deps, staff(unit), id, county.at.now)) ?? [];
    const wanted = type === 'reportFulfilled' ? 'open' : 'reported';
    if (promise?.status !== wanted) return;
    county.at.now += 60_000;
    const input = {
      reportFulfilled: {
        doneOn: localDateOf(county.at.now),
        evidence: '设备已更换。',
        uploads: [],
      },
      confirmFulfilled: {},
      denyFulfilled: { words: '没有修好，水压还是不够。' },
    }[type];
    const options = { actor, commandId: newId(), uploadOwner: '' };
    must(await stepCommitment(deps, promise.id, type, input, options));
  };
  const petitioner: Actor = { kind: 'petitioner', petitionId: id };
  later(report, () => step(staff(unit), 'reportFulfilled'));
  const denies = chance() < 0.3;
  later(report + 2, () => step(petitioner, denies ? 'denyFulfilled' : 'confirmFulfilled'));
}

/** What the petitioner says afterwards, to the office and when called. */
function speak(id: string, unit: string, today: number): void {
  const petitioner: Actor = { kind: 'petitioner', petitionId: id };
  const rate = async (level: 'satisfied' | 'not'): Promise<void> => {
    const { demands } = await viewOf(id, unit);
    const solved = level === 'not' ? ('not' as const) : ('solved' as const);
    const said = demands.map((demand) => ({ demandId: demand.id, solved }));
    await attempt(petitioner, id, 'rate', { office: 'satisfied', unit: level, demands: said });
  };
  const first = chance() < 0.4 ? 'not' : 'satisfied';
  if (chance() < 0.7) later(today + days(2, 24), () => rate(first));
  if (chance() < 0.2) later(today + 26, () => rate(first === 'not' ? 'satisfied' : 'not'));
  called += 1;
  // Some are never called, and the day for it passes.
  if (called % 4 === 3) return;
  const result = (['dissatisfied', 'relapsed', 'satisfied'] as const)[called % 3] ?? 'satisfied';
  later(today + days(4, 20), async () => {
    const heldOn = localDateOf(county.at.now);
    const said = { way: 'call', heldOn, result, words: '已电话回访，照原话记录。' } as const;
    await attempt(staff(unit), id, 'recordFollowUp', said);
  });
}

function live(today: number, place: number): void {
  later(today, async () => {
    county.at.now += 60_000;
    const accusation = place % 17 === 5;
    const { id } = await county.register(accusation ? { purpose: 'accusation' } : {});
    ids.push(id);
    if (accusation) return;
    const again = settled.at(-1);
    if (again !== undefined && place % 6 === 0) {
      const reason = '同一人就同一事项再次反映。';
      const said = { kind: 'repeat-of', other: again, reason, suggested: false } as const;
      must(await relatePetitions(deps, id, said, { actor: staff('office'), commandId: newId() }));
    }
    // Some are left lying at the office; one turns out to be an accusation then.
    if (place % 13 === 7) {
      if (place % 2 === 0) return;
      later(today + 19, () =>
        act(staff('office'), id, 'classify', {
          purpose: 'accusation',
          category: null,
          urgency: 'ordinary',
          regionCode: '430121',
          accusedUnits: [],
        }),
      );
      return;
    }
    const unit = bureaus[place % bureaus.length] ?? slow;
    const referred = today + days(1, 5);
    later(referred, async () => {
      await act(staff('office'), id, 'refer', { to: unit, instruction: '请依法办理' });
      await issue('office', id);
    });
    const accepted = referred + (unit === slow ? days(8, 40) : days(1, 17));
    later(accepted, async () => {
      await act(staff(unit), id, 'accept', {});
      await issue(unit, id);
    });
    const answered = accepted + (chance() < 0.2 ? 66 : days(3, 25));
    later(answered, async () => {
      await answer(id, unit);
      keep(id, unit, answered);
      speak(id, unit, answered);
    });
  });
}

async function live90(): Promise<void> {
  const start = Date.parse('2026-06-18T09:00:00+08:00');
  const db = deps.db;
  const sequencer = createSequencer({ db, onError });
  const promises = consumeFeed({
    db,
    consumers: { 'test.promises': commitmentReactions(deps, nobody) },
    onError,
  });
  const found = consumeFeed({
    db,
    consumers: { 'test.must-checks': mustCheckReactions(deps, nobody) },
    onError,
  });
  const react = async (): Promise<void> => {
    for (let moved = 1; moved > 0;) {
      moved = await sequencer.step();
      while ((await promises.step()) > 0) moved += 1;
      while ((await found.step()) > 0) moved += 1;
    }
  };
  const { signal } = new AbortController();
  for (let place = 0; place < 48; place += 1) live(Math.floor(place * 0.9), place);
  for (let today = 0; today < 90; today += 1) {
    county.at.now = start + today * DAY;
    for (const deed of plan.get(today) ?? []) await deed();
    await react();
    county.at.now = Date.parse(`${localDateOf(start + (today + 1) * DAY)}T00:30:00+08:00`);
    nights.push(county.at.now);
    await runMustChecks(deps, county.at.now, signal);
    if (today % 10 === 0) await runMustChecks(deps, county.at.now, signal);
    await react();
  }
}

const read = <Row>(text: string): Promise<readonly Row[]> =>
  deps.db.withActor(system, 'read', (tx) =>
    runSql<Row>(tx, { name: `test.${text.length}`, text, values: [] }),
  );

/** What the items say, in the words of the loops. */
function linesOf({ check, petitionId, unit, occurrences }: SupervisionItem): string[] {
  const denials = new Map<string, number>();
  return occurrences.map(({ evidence, key }) => {
    const place = `${check} ${petitionId ?? ''} ${unit}`;
    switch (evidence.kind) {
      case 'clock':
        return `${place} ${evidence.period} ${evidence.dueDate}`;
      case 'relapse':
      case 'follow-up':
        return `${place} ${evidence.kind}`;
      case 'repeat':
        return `${place} repeat ${evidence.by}`;
      case 'rating':
        return `${place} rating ${key.slice('rating:'.length)}`;
      case 'promise':
        return `${place} promise ${evidence.commitmentId} ${evidence.dueDate}`;
      case 'denied': {
        const nth = (denials.get(evidence.commitmentId) ?? 0) + 1;
        denials.set(evidence.commitmentId, nth);
        return `${place} denied ${evidence.commitmentId} ${nth}`;
      }
      case 'unsolved':
        return `${place} unsolved ${evidence.demandId}`;
      case 'peers':
        return `${check} ${unit} ${evidence.to}`;
      default:
        return `${place} ?`;
    }
  });
}

let found: string[] = [];
let expected: readonly string[] = [];

beforeAll(async () => {
  county = await openCounty();
  const { deps: own } = county;
  deps = {
    ...own,
    mustChecks: { peers },
    organisation: async (tx) => {
      const before = await own.organisation(tx);
      return {
        ...before,
        find: (id) => before.find(id) ?? (bureaus.includes(id) ? extra(id) : undefined),
      };
    },
  };
  await live90();
  const rows = await read<{ id: string }>('SELECT stream_id AS id FROM supervision_item');
  const items = await loadItems(
    deps,
    rows.map(({ id }) => id),
  );
  found = [...items.values()].flatMap(linesOf).toSorted();
  const raw = await read<RawEvent & { readonly kind: string; readonly at: Date }>(
    `SELECT e.stream_id AS stream, s.kind, e.type, e.data, e.at FROM event e
       JOIN stream s ON s.stream_id = e.stream_id ORDER BY e.stream_id, e.seq`,
  );
  const of = (kind: string): [string, RawEvent[]][] => {
    const streams = new Map<string, RawEvent[]>();
    for (const { at, ...event } of raw) {
      if (event.kind !== kind) continue;
      const known = streams.get(event.stream) ?? [];
      streams.set(event.stream, [...known, { ...event, at: new Date(at).getTime() }]);
    }
    return [...streams];
  };
  const accused = new Set(
    raw.flatMap(({ stream, data }) => (data['purpose'] === 'accusation' ? [stream] : [])),
  );
  const isAccusation = (id: string): boolean => accused.has(id);
  expected = expectedHits(
    of('petition').map(([id, events]) => new Matter(id, events, isAccusation)),
    of('commitment').map(([id, events]) => new Promised(id, events)),
    nights,
    [...bureaus.map((id) => ({ id, group: 'bureau' })), { id: 'office', group: 'office' }],
    peers,
  );
}, 300_000);
afterAll(() => county.close());

describe('U-2 ninety days of a county, day by day', () => {
  test('U-2 the checks find what plain loops over the raw events find, and nothing else', () => {
    expect(found.filter((line) => !expected.includes(line))).toEqual([]);
    expect(expected.filter((line) => !found.includes(line))).toEqual([]);
  });

  test('U-2 nothing is found twice', () => {
    expect(found).toHaveLength(new Set(found).size);
    expect(found).toHaveLength(expected.length);
  });

  test.each(mustChecks)('U-2 %s occurs', (check) => {
    expect(expected.filter((line) => line.startsWith(`${check} `)).length).toBeGreaterThan(0);
  });

  test('U-2 every kind of evidence occurs', () => {
    const kinds = ['relapse', 'repeat', 'rating', 'promise', 'denied', 'unsolved'];
    const periods = ['triage', 'acceptance', 'handling', 'follow-up'];
    const said = expected.map((line) => line.split(' '));
    expect(kinds.filter((kind) => !said.some((words) => words.includes(kind)))).toEqual([]);
    const late = said.filter(([check]) => check === 'not-in-time');
    expect(periods.filter((period) => !late.some((words) => words.includes(period)))).toEqual([]);
    const dissatisfied = said.some(
      ([check, , , what]) => check === 'not-satisfied' && what === 'follow-up',
    );
    expect(dissatisfied).toBe(true);
  });
});
