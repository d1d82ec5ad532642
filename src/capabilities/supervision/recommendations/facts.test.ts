import { describe, expect, test } from 'vitest';
import type { StatedFact } from '../../../kernel/facts.ts';
import { addDays, localDate, localDateOf, startOfDay } from '../../../kernel/local-date.ts';
import type { Term } from '../../../kernel/measures.ts';
import type { GapEvent, RecommendationEvent, RepairEvent } from './events.ts';
import { evolveGap, evolveRecommendation, evolveRepair } from './evolve.ts';
import { gapFacts, recommendationFacts, repairFacts } from './facts.ts';
import { recommendationMeasures } from './measures.ts';
import { adoptions, recommendationKinds } from './recommendation.ts';

/* A thousand random lives, counted by the measures and once more by plain loops over the raw events. */

const text = { id: 't', hash: 'h', length: 4 };
const first = startOfDay(localDate('2026-01-05')).getTime() + 36_000_000;
const context = {
  calendar: () => {
    throw new Error('no calendar is asked for');
  },
};
const asOf = localDate('2026-04-01');

interface Told<E> {
  readonly event: E;
  readonly at: number;
}

let seed = 41;
/** The same lives each time. */
const pick = (below: number): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((seed / 2_147_483_648) * below);
};
const oneOf = <T>(all: readonly T[]): T => all[pick(all.length)] as T;

/** A life up to a random point, with random days between its steps. */
function recommendationLife(): readonly Told<RecommendationEvent>[] {
  let at = first + pick(40) * 86_400_000;
  const told: Told<RecommendationEvent>[] = [];
  const say = (event: RecommendationEvent, days = pick(12)): void => {
    at += days * 86_400_000;
    told.push({ event, at });
  };
  say({
    type: 'RecommendationDrafted',
    data: {
      kind: oneOf(recommendationKinds),
      unit: 'housing',
      subject: text,
      reasons: text,
      proposal: text,
      petitions: [],
      itemId: null,
      inspectionId: null,
      office: 'office',
      period: { days: 30, source: '' },
    },
  });
  say({
    type: 'PaperDrafted',
    data: { paperId: 'p', kind: 'recommendation', issuer: 'office', text, effect: 'recommend' },
  });
  const steps = pick(8);
  if (steps === 0) {
    say({ type: 'RecommendationDropped', data: { reason: text } });
    return told;
  }
  if (steps === 1) return told;
  say({ type: 'PaperSealed', data: { paperId: 'p', number: '1', code: null } } as never);
  if (steps === 2) return told;
  const servedOn = localDateOf(at);
  say({ type: 'RecommendationServed', data: { servedOn, answerBy: addDays(servedOn, 30) } });
  if (steps === 3) return told;
  const adoption = oneOf(adoptions);
  const doneBy = adoption === 'not' ? null : addDays(servedOn, 60);
  const answer = { adoption, text, doneBy, recorded: false };
  say({ type: 'RecommendationAnswered', data: answer }, pick(45));
  if (steps === 4 || adoption === 'not') return told;
  say({ type: 'AdoptionReported', data: { text, files: [] } });
  if (steps === 5) {
    say({ type: 'AdoptionSentBack', data: { text, doneBy: addDays(servedOn, 90) } });
    return told;
  }
  say({ type: 'AdoptionVerified', data: { text } });
  return told;
}

const known = <E>(told: readonly Told<E>[]): readonly Told<E>[] =>
  told.filter(({ at }) => localDateOf(at) <= asOf);

/** The state that a life has come to, and its facts. */
function factsOf<S, E extends object, R>(
  told: readonly Told<E>[],
  evolve: (id: string, before: S | null, event: R) => S,
  facts: (state: S) => readonly StatedFact[],
): readonly StatedFact[] {
  const state = told.reduce<S | null>(
    (before, { event, at }, seq) =>
      evolve('r', before, { ...event, seq: seq + 1, at, actor: 'staff:a' } as R),
    null,
  );
  return state === null ? [] : facts(state);
}

const sumOf = (all: readonly StatedFact[], terms: readonly Term[]): number =>
  terms.reduce((total, { fact, of = 'count', where = {}, due = false }) => {
    const found = all.filter(
      (each) =>
        each.kind === fact &&
        (where.detail === undefined || where.detail.includes(each.detail ?? '')) &&
        (!due || each.day < asOf),
    );
    const amount = (each: StatedFact): number => (of === 'sum' ? (each.value ?? 1) : 1);
    return total + found.reduce((sum, each) => sum + amount(each), 0);
  }, 0);

describe('Reg. 41, U-6 measures of recommendations', () => {
  test('measures say what plain loops over the raw events say', () => {
    const facts: StatedFact[] = [];
    const plain: Record<string, number> = {};
    const add = (name: string, number = 1): void => {
      plain[name] = (plain[name] ?? 0) + number;
    };
    for (let life = 0; life < 1000; life += 1) {
      const told = known(recommendationLife());
      facts.push(
        ...factsOf(told, evolveRecommendation, (state) =>
          recommendationFacts.facts(state, context),
        ),
      );
      let kind = '';
      let answerBy = '';
      let answeredOn = '';
      for (const { event, at } of told) {
        if (event.type === 'RecommendationDrafted') ({ kind } = event.data);
        if (event.type === 'PaperSealed') add(`recommendations-${kind}`);
        if (event.type === 'RecommendationServed') ({ answerBy } = event.data);
        if (event.type === 'RecommendationAnswered') {
          answeredOn = localDateOf(at);
          add('recommendations-adopted/');
          if (event.data.adoption !== 'not') add('recommendations-adopted');
        }
        if (event.type === 'AdoptionVerified') add('recommendations-carried-out');
      }
      if (answerBy !== '' && answerBy < asOf) {
        add('recommendations-answered-in-time/');
        const kept = answeredOn !== '' && answeredOn <= answerBy;
        add('recommendations-answered-in-time', kept ? 1 : 0);
      }
    }
    const ofRecommendations = recommendationMeasures.filter(({ id }) =>
      id.startsWith('recommendations-'),
    );
    expect(ofRecommendations).toHaveLength(6);
    for (const { id, numerator, denominator } of ofRecommendations) {
      expect([id, sumOf(facts, numerator)]).toEqual([id, plain[id]]);
      if (denominator === null) continue;
      expect([id, sumOf(facts, denominator)]).toEqual([id, plain[`${id}/`]]);
    }
    // Lives of every kind came up: a check that compares nothing with nothing proves nothing.
    expect(Object.values(plain).every((number) => number > 20)).toBe(true);
  });

  test('a gap that was dropped is none, and one whose petition became an accusation is counted nowhere', () => {
    const noted: GapEvent = {
      type: 'PolicyGapNoted',
      data: {
        office: 'office',
        notedAtUnit: 'office',
        petitionId: 'p',
        department: 'housing',
        topic: '供水',
        policy: text,
        missing: text,
      },
    };
    const gap = (...events: readonly GapEvent[]) =>
      events.reduce<ReturnType<typeof evolveGap> | null>(
        (before, event, seq) =>
          evolveGap('g', before, { ...event, seq: seq + 1, at: first, actor: 'staff:a' }),
        null,
      );
    const open = gap(noted);
    const dropped = gap(noted, { type: 'PolicyGapDropped', data: { reason: text } });
    const withdrawn = gap(noted, { type: 'PolicyGapWithdrawn', data: {} });
    if (open === null || dropped === null || withdrawn === null) throw new Error('no gap');
    expect(gapFacts.facts(open, context)).toHaveLength(1);
    expect(gapFacts.facts(dropped, context)).toEqual([]);
    expect(gapFacts.dims(withdrawn)).toBeNull();
  });

  test('a repair counts when it is begun, and once more on the day of its document', () => {
    const begun: RepairEvent = {
      type: 'PolicyRepairBegun',
      data: {
        office: 'office',
        gaps: [],
        title: '办法',
        topic: { large: '住房', small: '' },
        goal: text,
        leader: 'leader',
        departments: ['housing'],
      },
    };
    const on = localDate('2026-02-01');
    const done: RepairEvent = {
      type: 'PolicyRepaired',
      data: { kind: 'changed', documentNumber: '9', on, text },
    };
    const told = [begun, done].map((event) => ({ event, at: first }));
    expect(factsOf(told, evolveRepair, (state) => repairFacts.facts(state, context))).toMatchObject(
      [
        { kind: 'policy-repair-begun', day: localDateOf(first) },
        { kind: 'policy-repaired', day: on, detail: 'changed' },
      ],
    );
  });
});
