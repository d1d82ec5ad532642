import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StaffActor } from '../../../kernel/actor.ts';
import { builtInCalendar } from '../../../kernel/calendar-years.ts';
import { addDays, localDateOf } from '../../../kernel/local-date.ts';
import type { SealedText } from '../../../kernel/sealed.ts';
import { isMissed, type Sponsored } from './case.ts';
import type { SponsoredCommand } from './command.ts';
import { decideSponsored } from './decide/index.ts';
import { decideTask } from './decide/tasks.ts';
import { evolveSponsored } from './evolve.ts';
import { sponsoredFacts } from './facts.ts';
import { isThinkable, sponsoredLifecycle } from './lifecycle.ts';
import { leadingPost, maySponsored } from './policy.ts';
import { projectSponsored } from './projection.ts';

const monday = Date.parse('2026-11-02T09:00:00+08:00');
const dayMs = 86_400_000;
const words = (length = 20): SealedText => ({ id: 'w', hash: 'h', length });
const calendar = builtInCalendar();
const free = { accusation: false, member: false };
const staff = (userId: string, unitId: string, role: StaffActor['roles'][number]): StaffActor => ({
  kind: 'staff',
  userId,
  unitId,
  roles: [role],
  readingUnits: [unitId],
});
const people = {
  li: staff('li', 'government', 'leader'),
  wang: staff('wang', 'township', 'leader'),
  head: staff('head', 'office', 'office-head'),
  worker: staff('worker', 'housing', 'handler'),
};
type Who = keyof typeof people;
const named = (who: Who) => ({
  userId: who,
  unit: people[who].unitId,
  eligible: people[who].roles.includes('leader'),
});
const place = {
  petitionId: 'p',
  office: 'office',
  unit: 'housing',
  regionCode: '430121',
  persons: 3,
};

/** A case under test: commands are asked of policy, decided and folded at once. */
class Life {
  state: Sponsored | null = null;
  now = monday;

  do(who: Who, command: SponsoredCommand): string {
    const actor = people[who];
    const begins = command.type === 'takeCharge' || command.type === 'proposeLeader';
    const allowed =
      begins || (this.state !== null && maySponsored(actor, command.type, this.state));
    if (!allowed) return 'not-permitted';
    const context = { actor, today: localDateOf(this.now), petition: free };
    const decided = decideSponsored(this.state, command, context);
    if (!decided.ok) return decided.refusal.code;
    for (const event of decided.value) {
      const seq = (this.state?.version ?? 0) + 1;
      const recorded = { ...event, seq, at: this.now, calendarVersion: 'c' };
      this.state = evolveSponsored('s', this.state, recorded);
    }
    return 'done';
  }
}

const taken = (): Life => {
  const life = new Life();
  life.do('li', { type: 'takeCharge', ...place, leader: named('li') });
  return life;
};
const today = (life: Life, days = 0) => addDays(localDateOf(life.now), days);

const commandOf = (life: Life): fc.Arbitrary<SponsoredCommand> => {
  const ids = life.state?.milestones.map(({ id }) => id) ?? [];
  const leader = fc.constantFrom(...(['li', 'wang', 'worker'] as const)).map(named);
  const milestone = fc.constantFrom('none', ...ids);
  const reason = words();
  return fc.oneof(
    fc.constantFrom<SponsoredCommand>(
      { type: 'acceptCharge' },
      { type: 'declineCharge', reason },
      {
        type: 'writePlan',
        matterKnot: reason,
        mindKnot: reason,
        measures: [{ kind: 'law', words: reason }],
      },
      { type: 'addNote', words: reason },
      { type: 'acknowledgeHandOver' },
      { type: 'refuseHandOver', reason },
      { type: 'withdrawHandOver' },
      { type: 'proposeEnding', result: 'resolved', words: reason },
      { type: 'proposeEnding', result: 'not-yet', words: reason },
      { type: 'verifyEnding', words: reason },
      { type: 'returnEnding', words: reason },
    ),
    leader.map((to): SponsoredCommand => ({ type: 'handOver', leader: to, reason })),
    leader.map((to): SponsoredCommand => ({
      type: 'takeUpAgain',
      leader: to,
      reason,
      unit: 'housing',
    })),
    fc
      .record({ days: fc.integer({ min: -3, max: 20 }), id: fc.uuid() })
      .map(({ days, id }): SponsoredCommand => ({
        type: 'addMilestone',
        id,
        what: reason,
        responsible: reason,
        date: today(life, days),
        told: null,
      })),
    fc
      .record({ milestone, days: fc.integer({ min: -3, max: 20 }) })
      .map(({ milestone: id, days }): SponsoredCommand => ({
        type: 'moveMilestone',
        milestone: id,
        date: today(life, days),
        reason,
      })),
    fc
      .record({ milestone, outcome: fc.constantFrom('done' as const, 'missed' as const) })
      .map((typed): SponsoredCommand => ({
        type: 'reportMilestone',
        ...typed,
        doneOn: today(life),
        words: reason,
      })),
  );
};

const random = fc.array(
  fc.record({
    who: fc.constantFrom<Who>('li', 'wang', 'head', 'worker'),
    wait: fc.integer({ min: 0, max: 5 }),
    seed: fc.nat(),
  }),
  { maxLength: 40 },
);

describe('S-1 at random', () => {
  test('S-1 an open case always has exactly one leader, who took it and who leads', () => {
    fc.assert(
      fc.property(random, fc.boolean(), (turns, byOffice) => {
        const life = byOffice ? new Life() : taken();
        if (byOffice) {
          life.do('head', {
            type: 'proposeLeader',
            ...place,
            leader: named('li'),
            reason: words(),
          });
        }
        for (const { who, wait, seed } of turns) {
          life.now += wait * dayMs;
          const before = life.state;
          const [command] = fc.sample(commandOf(life), { numRuns: 1, seed });
          if (command === undefined) continue;
          const done = life.do(who, command);
          const { state } = life;
          if (state === null) throw new Error('a case does not vanish');
          expect(['li', 'wang']).toContain(state.leader.userId);
          if (state.status === 'open' || state.status === 'ending') {
            expect(state.takenAt).not.toBeNull();
          }
          // Nobody is made a leader by others: who leads has taken, accepted or acknowledged it.
          if (state.leader.userId !== before?.leader.userId && state.status === 'open') {
            expect(who).toBe(state.leader.userId);
          }
          if (state.status === 'ended' && before?.status !== 'ended') {
            expect([done, who]).toEqual(['done', 'head']);
          }
          // What was missed or moved never vanishes.
          for (const { id, moved } of before?.milestones ?? []) {
            const after = state.milestones.find((each) => each.id === id);
            expect(after?.moved.slice(0, moved.length)).toEqual(moved);
          }
          const { row, items } = projectSponsored(state, calendar);
          expect(row.open).toBe(state.status !== 'ended' && state.status !== 'declined');
          expect(new Set(items.map(({ unit }) => unit)).size).toBe(items.length);
          expect(items.every(({ unit }) => row.readers.includes(unit))).toBe(true);
          if (row.open) expect(items.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('S-1 tables', () => {
  test('S-1 every command has its statuses; none leads out of nothing', () => {
    for (const [command, statuses] of Object.entries(sponsoredLifecycle)) {
      const begins = command === 'proposeLeader' || command === 'takeCharge';
      expect(statuses.length > 0, command).toBe(!begins);
    }
    expect(isThinkable('writePlan', { status: 'ended' })).toBe(false);
  });

  test('S-1 who leads: a leader anywhere, the head of a leadership or township, nobody else', () => {
    const unit = (kind: 'leadership' | 'township' | 'bureau', active = true) => ({
      find: (id: string) => ({
        id,
        name: id,
        kind,
        level: 'county' as const,
        regionCode: '1',
        parentId: null,
        active,
        successorId: null,
      }),
    });
    const post = (role: StaffActor['roles'][number]) => [{ unitId: 'u', role }];
    expect(leadingPost('x', post('leader'), unit('bureau'))).toEqual({ userId: 'x', unit: 'u' });
    expect(leadingPost('x', post('unit-head'), unit('township'))).not.toBeNull();
    expect(leadingPost('x', post('unit-head'), unit('bureau'))).toBeNull();
    expect(leadingPost('x', post('handler'), unit('leadership'))).toBeNull();
    expect(leadingPost('x', post('leader'), unit('leadership', false))).toBeNull();
  });

  test('S-1 a group matter is taken at its head, an accusation never', () => {
    const command = { type: 'takeCharge', ...place, leader: named('li') } as const;
    const ask = (petition: typeof free) =>
      decideSponsored(null, command, { actor: people.li, today: today(new Life()), petition });
    expect(ask({ accusation: true, member: false })).toMatchObject({
      refusal: { code: 'sponsored-accusation' },
    });
    expect(ask({ accusation: false, member: true })).toMatchObject({
      refusal: { code: 'sponsored-group-head' },
    });
  });

  test('S-1 a step is missed only when its day is over, and what was late stays late', () => {
    const life = taken();
    life.do('li', {
      type: 'addMilestone',
      id: 'm',
      what: words(),
      responsible: words(),
      date: today(life, 3),
      told: null,
    });
    const report = (outcome: 'done' | 'missed') =>
      life.do('worker', {
        type: 'reportMilestone',
        milestone: 'm',
        outcome,
        doneOn: outcome === 'done' ? today(life) : null,
        words: words(),
      });
    expect(report('missed')).toBe('sponsored-not-missed');
    life.now += 5 * dayMs;
    expect(report('missed')).toBe('done');
    const move = {
      type: 'moveMilestone',
      milestone: 'm',
      date: today(life, 4),
      reason: words(),
    } as const;
    expect(life.do('worker', move)).toBe('not-permitted');
    expect(life.do('li', move)).toBe('done');
    expect(report('done')).toBe('done');
    const [milestone] = life.state?.milestones ?? [];
    expect(milestone === undefined ? null : isMissed(milestone, today(life))).toBe(false);
    if (life.state === null) throw new Error('no case');
    const dues = sponsoredFacts
      .facts(life.state, { calendar: () => calendar })
      .filter(({ kind }) => kind === 'sponsored-milestone');
    // The day that had passed counts as missed, the new one as kept.
    expect(dues.map(({ value }) => value)).toEqual([0, 1]);
  });
});

describe('S-2 tables', () => {
  test('S-2 a task is given for a day to come and in words', () => {
    const give = (length: number, days: number) =>
      decideTask(
        null,
        {
          type: 'giveTask',
          caseId: 'c',
          petitionId: 'p',
          post: { code: 'x', label: { zh: 'x', en: 'x' }, ownOnly: true },
          holder: { userId: null, contact: { id: 'h', hash: 'h' } },
          task: words(length),
          dueDate: addDays(localDateOf(monday), days),
        },
        { today: localDateOf(monday), userId: 'li' },
      );
    expect(give(20, 1).ok).toBe(true);
    expect(give(3, 1)).toMatchObject({ refusal: { code: 'explanation-required' } });
    expect(give(20, -1)).toMatchObject({ refusal: { code: 'sponsored-date-past' } });
  });
});
