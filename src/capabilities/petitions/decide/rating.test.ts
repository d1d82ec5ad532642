import { describe, expect, test } from 'vitest';
import { ZodError } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import { workingDayFrom } from '../../../kernel/calendar.ts';
import { ruleOfClock } from '../../../kernel/case-clocks.ts';
import { addDays, localDate, localDateOf } from '../../../kernel/local-date.ts';
import type { LocalProfile } from '../../../kernel/local-profiles.ts';
import type { PeriodId } from '../../../kernel/periods.ts';
import { parsePractice, type Practice } from '../afterwards/practice.ts';
import { findRatingWindow, lastRating } from '../afterwards/rating.ts';
import { calendar, dayLength, hour, Life, staff, words } from '../life.test-data.ts';
import { localClocksOf } from '../local-clocks.ts';
import { may } from '../policy.ts';
import { project } from '../projection.ts';

const petitioner: Actor = { kind: 'petitioner', petitionId: 'petition-1' };
const system: Actor = { kind: 'system', name: 'ratings' };

/** A petition of which the opinion reached the petitioner. */
function concluded(practice?: Practice, profiles?: readonly LocalProfile[]): Life {
  const life = new Life();
  life.practice = practice;
  life.profiles = profiles;
  life.register();
  life.do({ type: 'refer', to: 'housing', instruction: null, paperId: 'p1' }, staff('office'));
  life.do({ type: 'accept', officer: 'housing-officer', paperId: 'p2' }, staff('housing'));
  life.do(
    {
      type: 'draftOpinion',
      paperId: 'p3',
      demands: life.state.demands.map(({ id }) => ({
        demandId: id,
        outcome: 'explained' as const,
        facts: words('f'),
        basis: words('b'),
        answer: words('a'),
        execution: null,
      })),
    },
    staff('housing'),
  );
  life.issue('p3', 'housing');
  life.do(
    {
      type: 'servePaper',
      paperId: 'p3',
      way: 'hand',
      servedOn: life.now - hour,
      proof: words('s'),
    },
    staff('housing'),
  );
  return life;
}

const rating = (office: string, unit: string) => ({
  type: 'rate' as const,
  office,
  unit,
  demands: [
    { demandId: 'd1', solved: 'solved' as const },
    { demandId: 'd2', solved: 'not' as const },
  ],
  reason: null,
});

const codeOf = (decision: ReturnType<Life['try']>): string =>
  decision.ok ? 'ok' : decision.refusal.code;

describe('P-11 rating', () => {
  test('opens with the conclusion, for the office and the unit apart', () => {
    const life = concluded();
    expect(lastRating(life.state)).toMatchObject({
      office: 'office',
      unit: 'housing',
      first: null,
    });
    expect(findRatingWindow(life.state, calendar)?.due.dueDate).toBe('2026-12-02');
  });

  test('staff cannot rate, whatever their post', () => {
    const life = concluded();
    for (const unit of ['office', 'housing']) {
      expect(may(staff(unit), 'rate', life.state)).toBe(false);
      expect(codeOf(life.try(rating('satisfied', 'satisfied'), staff(unit)))).toBe('rating-own');
    }
    expect(may(petitioner, 'rate', life.state)).toBe(true);
  });

  test('a bad rating needs no reason and waits for the head of the office', () => {
    const life = concluded();
    life.do(rating('satisfied', 'not'), petitioner);
    const tasks = () =>
      project(life.state, calendar).byUnit.find(({ reader }) => reader === 'office')?.tasks;
    expect(tasks()).toContain('rating-bad');
    life.do({ type: 'noteRating', note: words('n') }, staff('office'));
    expect(tasks()).not.toContain('rating-bad');
  });

  test('only the petitioner changes it; the first value is kept for ever', () => {
    const life = concluded();
    life.do(rating('not', 'not'), petitioner);
    life.now += 3 * dayLength;
    life.do(rating('satisfied', 'mostly'), petitioner);
    expect(lastRating(life.state)).toMatchObject({
      first: { office: 'not', unit: 'not', bad: true },
      current: { office: 'satisfied', unit: 'mostly', bad: false },
    });
  });

  test('silence is never satisfaction: a window that ends without a word says so', () => {
    const life = concluded();
    expect(codeOf(life.try({ type: 'closeRating' }, system))).toBe('rating-none');
    life.now += 31 * dayLength;
    expect(codeOf(life.try(rating('satisfied', 'satisfied'), petitioner))).toBe('rating-late');
    const closed = life.try({ type: 'closeRating' }, system);
    expect(closed.ok && closed.value).toEqual([
      { type: 'RatingWindowClosed', data: { round: 1, rated: false } },
    ]);
    expect(lastRating(life.state)).toMatchObject({ current: null, first: null });
    expect(life.state.outcome.petitionerView).toBeNull();
  });

  test('every demand is rated, by a level of the scale', () => {
    const life = concluded();
    expect(codeOf(life.try(rating('splendid', 'not'), petitioner))).toBe('rating-level');
    const half = { ...rating('not', 'not'), demands: rating('not', 'not').demands.slice(1) };
    expect(codeOf(life.try(half, petitioner))).toBe('rating-demands');
  });

  test('reminders come once each, and never to whoever has rated', () => {
    const life = concluded();
    const remind = (reminder: number) => {
      const decision = life.try({ type: 'remindRating', reminder }, system);
      return decision.ok ? decision.value.length : -1;
    };
    expect([remind(1), remind(1), remind(2)]).toEqual([1, 0, 1]);
    const rated = concluded();
    rated.do(rating('mostly', 'mostly'), petitioner);
    expect(rated.try({ type: 'remindRating', reminder: 1 }, system)).toMatchObject({ value: [] });
  });

  test.each([
    ['legal-route', 'legal-route'],
    ['no-request', 'not-handled'],
  ] as const)('a refusal for %s is excluded: %s', (reason, exclusion) => {
    const life = new Life();
    life.register();
    life.do(
      { type: 'askSupplement', request: words('r'), clarification: true, paperId: 'q' },
      staff('office'),
    );
    life.do({ type: 'notAccept', reason, explanation: words('e'), paperId: 'p' }, staff('office'));
    life.issue('p', 'office');
    expect(life.state.afterwards).toMatchObject({ ratings: [], ratingExcluded: exclusion });
    expect(codeOf(life.try(rating('not', 'not'), petitioner))).toBe('rating-none');
  });
});

describe('what came after a question stands on the desk until it is looked at', () => {
  const tasksOf = (life: Life) =>
    project(life.state, calendar).byUnit.find(({ reader }) => reader === life.state.holder)?.tasks;

  test('P-15 an answer to a supplement request, until seen or worked on', () => {
    const life = new Life();
    life.register();
    life.do({ type: 'refer', to: 'housing', instruction: null, paperId: 'p1' }, staff('office'));
    life.do(
      { type: 'askSupplement', request: words('r'), clarification: false, paperId: 'p2' },
      staff('housing'),
    );
    const answer = () =>
      life.do({ type: 'addMaterial', text: words('t'), attachments: [] }, petitioner);
    answer();
    expect(tasksOf(life)).toContain('supplement-arrived');
    life.do({ type: 'noteMaterial' }, staff('housing'));
    expect(tasksOf(life)).not.toContain('supplement-arrived');
    answer();
    life.do({ type: 'accept', officer: 'housing-officer', paperId: 'p3' }, staff('housing'));
    expect(tasksOf(life)).not.toContain('supplement-arrived');
  });
});

describe('P-5 a returned hand-over is a return (Reg. 24)', () => {
  test('after the second return the common superior decides', () => {
    const life = new Life();
    life.register();
    const handOver = { type: 'handOver', to: 'political-legal', instruction: null } as const;
    life.do({ ...handOver, paperId: 'p1', named: [] }, staff('office'));
    life.do({ type: 'returnHandOver', reason: words('r') }, staff('political-legal'));
    expect(life.state).toMatchObject({ status: 'registered', returnedBy: ['political-legal'] });
    expect(codeOf(life.try({ ...handOver, paperId: 'p2', named: [] }, staff('office')))).toBe(
      'target-already-returned',
    );
    life.do({ type: 'refer', to: 'housing', instruction: null, paperId: 'p3' }, staff('office'));
    life.do({ type: 'object', reasons: words('o') }, staff('housing'));
    expect(life.state).toMatchObject({ status: 'adjudication', holder: 'county-government' });
  });
});

describe('P-11 the scale is data with a source', () => {
  const scale = {
    id: 'county-five',
    source: { zh: '本县评价办法', en: 'Rating rule of the county' },
    certainty: 'practice',
    levels: [
      { code: 'good', zh: '好', en: 'good', bad: false },
      { code: 'poor', zh: '差', en: 'poor', bad: true },
    ],
  };

  test('an office sets its own; what it leaves out stays as it comes', () => {
    const practice = parsePractice({ scale });
    expect(practice).toMatchObject({ scale, reminderDays: [10, 25], followUpTries: 3 });
    expect(practice.sameAnswer.rule).toBe('refused');
    expect(() => parsePractice({ sameAnswer: { rule: 'allowed', certainty: 'seen' } })).toThrow(
      'source',
    );
  });

  test('P-9 P-11 P-12 P-19 an office sets the days of rating, follow-up and contest with their source', () => {
    const source = '本县信访事项办结后工作规定';
    const limit = (period: PeriodId, amount: number) =>
      ({ period, amount, unit: 'calendar-days', purposes: [] }) as const;
    const profile: LocalProfile = {
      id: 'own',
      name: '办结后时限',
      source,
      certainty: 'practice',
      from: localDate('2026-01-01'),
      to: null,
      units: [],
      channels: [],
      categories: [],
      limits: [limit('rating-window', 45), limit('follow-up', 10)],
    };
    const profiles = [profile, { ...profile, id: 'web', channels: ['web'], limits: [] }];
    const clockOf = (life: Life, period: string) =>
      project(life.state, calendar).clocks.find((clock) => clock.period === period);
    const usual = concluded();
    // The more particular profile says nothing of these days: the other one's hold.
    const life = concluded(undefined, profiles);
    expect(clockOf(usual, 'rating-window')?.dueDate).not.toBe(
      clockOf(life, 'rating-window')?.dueDate,
    );
    const day = localDateOf(life.now);
    for (const [period, days] of [
      ['rating-window', 45],
      ['follow-up', 10],
    ] as const) {
      const clock = clockOf(life, period);
      expect(clock?.dueDate).toBe(workingDayFrom(calendar, addDays(day, days)));
      // What runs goes on by the rule that it began with, and names it.
      expect(clock === undefined ? null : ruleOfClock(clock).basis.law).toBe(source);
    }
    // No clock of a profile beside them: these are the petition's own.
    expect(localClocksOf(life.state).map(({ period }) => period)).toEqual([]);
  });

  test.each([
    ['without a source', { ...scale, source: undefined }],
    [
      'on which nobody can be dissatisfied',
      { ...scale, levels: [scale.levels[0], { ...scale.levels[1], bad: false }] },
    ],
    [
      'with one level twice',
      { ...scale, levels: [scale.levels[0], scale.levels[0], scale.levels[1]] },
    ],
  ])('a scale %s is refused', (_, wrong) => {
    expect(() => parsePractice({ scale: wrong })).toThrow(ZodError);
  });
});
