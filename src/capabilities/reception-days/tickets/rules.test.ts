import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { refusals } from '../../../kernel/refusals.ts';
import { verbs } from '../../../kernel/permissions.ts';
import type { TakeTicket, TicketStep } from './command.ts';
import { countCalls, decide, take, type TicketContext } from './decide/index.ts';
import { choicesFor, rankGroups, type DispatchFact, type GroupFact } from './dispatch.ts';
import { evolve } from './evolve.ts';
import { ticketSteps, ticketStepTypes } from './lifecycle.ts';
import { estimateWait, inOrder } from './queue.ts';
import { labelOf, parseLabel, ticketStages, ticketWays } from './terms.ts';
import type { Ticket } from './ticket.ts';

const on = localDate('2026-11-23');
const next = { dayId: 'day', on: localDate('2026-11-24') };
const morning = Date.parse('2026-11-23T08:00:00+08:00');
const minute = 60_000;
const evening = Date.parse('2026-11-23T17:00:00+08:00');

const asked = (more: Partial<TakeTicket> = {}): TakeTicket => ({
  sitting: { dayId: 'day', on },
  number: { series: 'A', count: 1 },
  numberedOn: on,
  way: 'door',
  takenAt: morning,
  persons: 1,
  holder: null,
  hasTelephone: false,
  topic: null,
  unit: null,
  office: 'office',
  ...more,
});

/** One ticket that lives on by steps. */
function life(more: Partial<TakeTicket> = {}) {
  let now = morning;
  const first = take(asked(more), { now });
  let state = evolve('ticket', null, { ...first, seq: 1, at: now });
  const context = (): TicketContext => ({ now, callSpacing: 60, eveningFrom: evening });
  return {
    get ticket(): Ticket {
      if (state === null) throw new Error('no ticket');
      return state;
    },
    wait: (ms: number) => {
      now += ms;
    },
    at: (moment: number) => {
      now = moment;
    },
    do(step: TicketStep): string {
      const decision = decide(this.ticket, step, context());
      if (!decision.ok) return decision.refusal.code;
      for (const event of decision.value) {
        state = evolve('ticket', state, { ...event, seq: this.ticket.version + 1, at: now });
      }
      return this.ticket.stage;
    },
  };
}

const call: TicketStep = { type: 'call', groupId: 'g1', reasons: [] };
const unanswered: TicketStep = { type: 'carryOver', cause: 'no-answer', to: next };

describe('R-3 nobody is refused a ticket', () => {
  test('R-3 a ticket is taken whoever asks, whenever, for whatever', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ticketWays),
        fc.integer(),
        fc.integer({ min: 1, max: 9999 }),
        fc.option(fc.string()),
        fc.option(fc.string()),
        fc.integer(),
        (way, takenAt, persons, topic, unit, now) => {
          const event = take(asked({ way, takenAt, persons, topic, unit }), { now });
          expect(event.type).toBe('TicketTaken');
        },
      ),
    );
  });

  test('R-3 no step, permission or refusal of the hall turns a holder away', () => {
    const away = /refuse|reject|deny|turn-?away|dismiss|block|decline|expire|void|limit/i;
    expect(ticketStepTypes.filter((step) => away.test(step))).toEqual([]);
    expect(ticketStages.filter((stage) => away.test(stage))).toEqual([]);
    expect(verbs.filter((verb) => /hall|ticket/.test(verb) && away.test(verb))).toEqual([]);
    const codes = Object.keys(refusals).filter((code) => code.startsWith('ticket-'));
    expect(codes.filter((code) => away.test(code))).toEqual([]);
    expect(codes.length).toBeGreaterThan(3);
  });

  test('R-3 a ticket ends heard, or by its holder alone', () => {
    const ends = ticketStepTypes.flatMap((step) => {
      const { to, by } = ticketSteps[step];
      return to === 'heard' || to === 'cancelled' ? [[step, to, by.join()]] : [];
    });
    expect(ends).toEqual([
      ['endTalk', 'heard', 'group'],
      ['cancel', 'cancelled', 'holder'],
    ]);
  });

  test('R-3 a clock at the door that runs ahead gains nobody a place', () => {
    const event = take(asked({ takenAt: morning + minute }), { now: morning });
    expect(event).toMatchObject({ data: { takenAt: morning, arrived: true } });
    expect(take(asked({ way: 'portal' }), { now: morning })).toMatchObject({
      data: { arrived: false },
    });
  });
});

describe('R-3 who does not answer is carried over, after three calls and one telephone call', () => {
  test.each([
    ['no telephone left', false],
    ['a telephone left', true],
  ])('R-3 %s', (_, hasTelephone) => {
    const it = life({ hasTelephone });
    expect(it.do(call)).toBe('called');
    expect(it.do(unanswered)).toBe('ticket-not-called-enough');
    expect(it.do({ type: 'callAgain' })).toBe('ticket-called-just-now');
    it.wait(minute);
    expect(it.do({ type: 'callAgain' })).toBe('called');
    it.wait(minute);
    expect(it.do(unanswered)).toBe('ticket-not-called-enough');
    expect(it.do({ type: 'callAgain' })).toBe('called');
    if (hasTelephone) {
      expect(it.do(unanswered)).toBe('ticket-not-telephoned');
      expect(it.do({ type: 'telephone' })).toBe('called');
    } else {
      expect(it.do({ type: 'telephone' })).toBe('ticket-no-telephone');
    }
    expect(it.do(unanswered)).toBe('waiting');
    expect(it.ticket).toMatchObject({ sitting: next, carried: 1, calls: [], arrivedAt: null });
  });

  test('R-3 putting back and calling at once makes no second call', () => {
    const it = life();
    for (let tries = 0; tries < 5; tries += 1) {
      it.do(call);
      it.do({ type: 'putBack' });
      it.wait(10_000);
    }
    expect(it.ticket.calls).toHaveLength(5);
    expect(countCalls(it.ticket.calls, 60)).toBe(1);
    expect(it.do(unanswered)).toBe('ticket-not-called-enough');
  });

  test('R-3 nobody is sent home before the evening, and never back in time', () => {
    const it = life();
    const step: TicketStep = { type: 'carryOver', cause: 'evening', to: next };
    expect(it.do(step)).toBe('ticket-evening-not-yet');
    it.at(evening);
    expect(it.do({ ...step, to: { dayId: 'day', on } })).toBe('ticket-carried-back');
    expect(it.do(step)).toBe('waiting');
  });

  test('R-3 a talk has no end but its own', () => {
    const it = life();
    it.do(call);
    it.do({ type: 'beginTalk' });
    it.at(evening + 600 * minute);
    expect(it.do({ type: 'carryOver', cause: 'evening', to: next })).toBe('ticket-not-in-stage');
    expect(it.do({ type: 'cancel' })).toBe('ticket-not-in-stage');
  });
});

describe('R-4 each conversation becomes a petition or joins one', () => {
  test('R-4 a talk ends with a matter', () => {
    const it = life();
    it.do(call);
    expect(it.do({ type: 'beginTalk' })).toBe('talking');
    expect(it.do({ type: 'endTalk', settledAtOnce: false })).toBe('ticket-talk-without-matter');
    it.do({ type: 'noteMatter', petitionId: 'p1', how: 'registered' });
    it.do({ type: 'noteMatter', petitionId: 'p2', how: 'joined' });
    it.do({ type: 'noteMatter', petitionId: 'p2', how: 'joined' });
    expect(it.ticket.matters).toHaveLength(2);
    expect(it.do({ type: 'endTalk', settledAtOnce: true })).toBe('heard');
    expect(it.ticket.settledAtOnce).toBe(true);
  });
});

describe('R-3 the order of the queue', () => {
  const ticket = fc.record({
    carried: fc.nat({ max: 2 }),
    takenAt: fc.nat({ max: 5 }),
    number: fc.record({ series: fc.constantFrom('A', 'B', 'W'), count: fc.nat({ max: 3 }) }),
  });

  test('R-3 is one order, whoever stands where', () => {
    fc.assert(
      fc.property(ticket, ticket, ticket, (one, two, three) => {
        expect(Math.sign(inOrder(one, two))).toBe(-Math.sign(inOrder(two, one)) || 0);
        if (inOrder(one, two) <= 0 && inOrder(two, three) <= 0) {
          expect(inOrder(one, three)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  test('R-3 those carried over are heard first, in their old order', () => {
    const queue = [
      { carried: 0, takenAt: 1, number: { series: 'W', count: 1 } },
      { carried: 1, takenAt: 9, number: { series: 'A', count: 9 } },
      { carried: 2, takenAt: 8, number: { series: 'B', count: 2 } },
      { carried: 1, takenAt: 8, number: { series: 'A', count: 7 } },
    ];
    expect(queue.toSorted(inOrder).map(({ number }) => labelOf(number))).toEqual([
      'A007',
      'B002',
      'A009',
      'W001',
    ]);
  });

  test('R-3 the wait is an estimate from the last talks', () => {
    expect(estimateWait(10, 0, [])).toBeNull();
    expect(estimateWait(0, 4, [10])).toBe(0);
    expect(estimateWait(10, 4, [10, 30])).toBe(50);
  });

  test.each([
    ['A012', { series: 'A', count: 12 }],
    [' a-12 ', { series: 'A', count: 12 }],
    ['Ｗ００３', { series: 'W', count: 3 }],
    ['A000', null],
    ['12', null],
    ['ABC1', null],
  ])('R-3 a number read from paper: %s', (typed, number) => {
    expect(parseLabel(typed)).toEqual(number);
  });
});

describe('R-3 dispatch by topic, unit present and load, with reasons', () => {
  const group = (id: string, more: Partial<GroupFact> = {}): GroupFact => ({
    id,
    open: true,
    busy: false,
    units: [],
    topics: [],
    load: 0,
    ...more,
  });
  const about = (more: Partial<DispatchFact> = {}): DispatchFact => ({
    topic: null,
    unit: null,
    sentTo: null,
    waited: 0,
    ...more,
  });
  const housing = group('housing', { units: ['u1'], topics: ['H'] });
  const land = group('land', { topics: ['L'] });
  const all = group('all');

  const told = (fact: DispatchFact, groups: readonly GroupFact[]) =>
    rankGroups(fact, groups, 30).map(({ groupId, fits, reasons }) => [
      groupId,
      fits,
      reasons.map(({ code }) => code).join(),
    ]);

  test('R-3 the unit that it is about comes first', () => {
    expect(told(about({ unit: 'u1', topic: 'L' }), [all, land, housing])).toEqual([
      ['housing', true, 'unit-present,free'],
      ['land', true, 'topic,free'],
      ['all', false, 'any-topic,free'],
    ]);
  });

  test('R-3 a group for everything helps when those who know the matter are busy', () => {
    const busy = { ...housing, busy: true };
    expect(told(about({ unit: 'u1' }), [all, busy])).toEqual([
      ['housing', true, 'unit-present'],
      ['all', true, 'any-topic,free'],
    ]);
  });

  test('R-3 of equals the one with fewer tickets of its own', () => {
    const pair = [group('a', { load: 2 }), group('b')];
    expect(told(about(), pair)[0]?.[0]).toBe('b');
  });

  test('R-3 nobody waits for ever for a topic that nobody knows', () => {
    expect(told(about({ topic: 'X' }), [housing, land])).toEqual([
      ['housing', true, 'nobody-for-topic,free'],
      ['land', true, 'nobody-for-topic,free'],
    ]);
  });

  test('R-3 after the patience of the hall any free group takes it', () => {
    const busy = { ...housing, busy: true };
    const fact = about({ topic: 'H', waited: 30 });
    expect(told(fact, [land, busy])[1]).toEqual(['land', true, 'waited-long,free']);
    expect(told({ ...fact, waited: 29 }, [land, busy])[1]).toEqual(['land', false, 'free']);
  });

  test('R-3 a dispatcher decides otherwise, and a closed group loses nobody', () => {
    const fact = about({ unit: 'u1', sentTo: 'land' });
    expect(told(fact, [housing, land])[0]).toEqual(['land', true, 'by-hand,free']);
    expect(told(fact, [housing, land]).filter(([, fits]) => fits)).toHaveLength(1);
    const closed = { ...land, open: false };
    expect(told(fact, [housing, closed])[0]?.[0]).toBe('housing');
  });

  test('R-3 while one group is open everybody has a group that may call them', () => {
    const some = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
    const topics = fc.constantFrom('H', 'L', 'X');
    const groups = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd'),
        open: fc.boolean(),
        busy: fc.boolean(),
        units: fc.array(fc.constantFrom('u1', 'u2'), { maxLength: 2 }),
        topics: fc.array(topics, { maxLength: 2 }),
        load: fc.nat({ max: 3 }),
      }),
      { selector: ({ id }) => id, minLength: 1 },
    );
    const facts = fc.record({
      topic: some(topics),
      unit: some(fc.constantFrom('u1', 'u2', 'u3')),
      sentTo: some(fc.constantFrom('a', 'b', 'z')),
      waited: fc.nat({ max: 60 }),
    });
    fc.assert(
      fc.property(facts, groups, (fact, those) => {
        const ranked = rankGroups(fact, those, 30);
        expect(ranked).toHaveLength(those.length);
        const fitting = ranked.filter(({ fits }) => fits);
        expect(fitting.length > 0).toBe(those.some(({ open }) => open));
        expect(fitting.every(({ reasons }) => reasons.length > 0)).toBe(true);
        // Patience runs out: whoever is free may call, unless a dispatcher said who shall.
        const byHand = those.some(({ id, open }) => id === fact.sentTo && open);
        const idle = those.every(({ open, busy }) => !open || busy);
        const late = rankGroups({ ...fact, waited: 30 }, those, 30);
        const free = late.filter(
          ({ groupId, fits }) => fits && those.some((each) => each.id === groupId && !each.busy),
        );
        if (!byHand && !idle) expect(free.length).toBeGreaterThan(0);
      }),
    );
  });

  test('R-3 a group calls in the order of the queue among those it knows', () => {
    const queue = [
      { id: '1', ...about({ topic: 'L' }) },
      { id: '2', ...about({ topic: 'H' }) },
      { id: '3', ...about() },
    ];
    const choices = choicesFor('housing', queue, [housing, land], 30);
    expect(choices.map(({ ticket }) => ticket.id)).toEqual(['2', '3']);
  });
});
