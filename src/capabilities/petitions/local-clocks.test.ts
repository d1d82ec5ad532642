import { describe, expect, test } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { countLocalClock, type LocalProfile } from '../../kernel/local-profiles.ts';
import { decide } from './decide/index.ts';
import type { Command } from './command.ts';
import type { RecordedPetitionEvent, Registration } from './events.ts';
import { fold } from './evolve.ts';
import {
  calendar,
  dayLength,
  holdsPost,
  hour,
  monday,
  registration,
  staff,
  units,
  words,
} from './life.test-data.ts';
import { localClocksOf } from './local-clocks.ts';
import type { Petition } from './petition.ts';
import { project } from './projection.ts';

const base: Omit<LocalProfile, 'id' | 'name' | 'limits'> = {
  source: 'a rule',
  certainty: 'practice',
  from: localDate('2026-01-01'),
  to: null,
  units: [],
  channels: [],
  categories: [],
};
const hotline: LocalProfile = {
  ...base,
  id: 'hotline',
  name: '12345',
  channels: ['hotline-12345'],
  limits: [
    { period: 'take', amount: 2, unit: 'hours', purposes: [] },
    { period: 'contact', amount: 24, unit: 'hours', purposes: [] },
    { period: 'answer', amount: 15, unit: 'calendar-days', purposes: [] },
    { period: 'answer', amount: 7, unit: 'calendar-days', purposes: ['enquiry'] },
  ],
};
const housing: LocalProfile = {
  ...base,
  id: 'housing',
  name: 'At once',
  units: ['housing'],
  limits: [
    { period: 'acceptance', amount: 7, unit: 'calendar-days', purposes: [] },
    { period: 'handling', amount: 45, unit: 'calendar-days', purposes: [] },
  ],
};

/** A stream that grows by commands, with the profiles that are in force. */
class Told {
  readonly events: RecordedPetitionEvent[] = [];
  now = monday;
  profiles: readonly LocalProfile[];

  constructor(profiles: readonly LocalProfile[], more: Partial<Registration> = {}) {
    this.profiles = profiles;
    this.do({ type: 'register', registration: registration(more) }, 'office');
  }

  get state(): Petition {
    const petition = fold('petition-1', this.events);
    if (petition === null) throw new Error('empty');
    return petition;
  }

  do(command: Command, unit: string): void {
    const before = this.events.length === 0 ? null : this.state;
    const context = { actor: staff(unit), now: this.now, calendar, units, holdsPost };
    const decided = decide(before, command, { ...context, profiles: this.profiles });
    if (!decided.ok) throw new Error(decided.refusal.code);
    for (const event of decided.value) {
      this.events.push({
        ...event,
        seq: this.events.length + 1,
        at: this.now,
        actor: `staff:${unit}-officer`,
        unitId: unit,
        calendarVersion: calendar.version,
      });
    }
  }

  /** `period holder due`, and whether it still runs. */
  get local(): string[] {
    return localClocksOf(this.state).map((clock) => {
      const { dueAt, dueDate } = countLocalClock(clock, calendar);
      const due = clock.limit.unit === 'hours' ? `+${(dueAt - clock.startedAt) / hour}h` : dueDate;
      return `${clock.key} ${clock.holder} ${due}${clock.stoppedAt === null ? '' : ' done'}`;
    });
  }
}

const refer = (to: string): Command => ({ type: 'refer', to, instruction: null, paperId: 'r' });
const accept: Command = { type: 'accept', officer: 'housing-officer', paperId: 'a' };

describe('P-9 local profiles run beside the law', () => {
  test('the 12345 limits: two hours to take, a day to contact, seven or fifteen days to answer', () => {
    const told = new Told([hotline], { channel: 'hotline-12345' });
    expect(told.local).toEqual([
      'local:take office +2h',
      'local:contact office +24h',
      'local:answer office 2026-11-17',
    ]);
    told.now += hour;
    told.do(refer('housing'), 'office');
    expect(told.local[0]).toBe('local:take housing +2h done');
    told.now += hour;
    told.do({ type: 'recordTalk', record: words('t'), heldAt: told.now }, 'housing');
    expect(told.local[1]).toBe('local:contact housing +24h done');
    const enquiry = new Told([hotline], { channel: 'hotline-12345', purpose: 'enquiry' });
    expect(enquiry.local).toContain('local:answer office 2026-11-09');
    enquiry.do(
      { type: 'answerBriefly', answer: words('t'), onPaper: false, paperId: 'x' },
      'office',
    );
    expect(enquiry.local.every((clock) => clock.endsWith('done'))).toBe(true);
  });

  test('a bureau’s own method begins when it has the matter, and ends when it leaves', () => {
    const told = new Told([housing]);
    expect(told.local).toEqual([]);
    told.do(refer('housing'), 'office');
    expect(told.local).toEqual(['local:acceptance housing 2026-11-09']);
    told.do(accept, 'housing');
    expect(told.local).toEqual([
      'local:acceptance housing 2026-11-09',
      'local:handling housing 2026-12-17',
    ]);
    const elsewhere = new Told([housing]);
    elsewhere.do(refer('transport'), 'office');
    expect(elsewhere.local).toEqual([]);
  });

  test('the law’s clocks, lists and rights are the same with and without', () => {
    const live = (profiles: readonly LocalProfile[]) => {
      const told = new Told(profiles, { channel: 'hotline-12345' });
      told.do(refer('housing'), 'office');
      told.do(accept, 'housing');
      return project(told.state, calendar);
    };
    const { clocks, byUnit } = live([hotline, housing]);
    expect({ clocks, byUnit }).toEqual({ clocks: live([]).clocks, byUnit: live([]).byUnit });
  });

  test('an extension by law does not lengthen the local limit', () => {
    const told = new Told([housing]);
    told.do(refer('housing'), 'office');
    told.do(accept, 'housing');
    told.do({ type: 'requestExtension', days: 30, reason: words('t'), paperId: 'e' }, 'housing');
    told.events.push({
      type: 'ExtensionGranted',
      data: { days: 30 },
      seq: told.events.length + 1,
      at: told.now,
      actor: 'staff:housing-head',
      unitId: 'housing',
      calendarVersion: calendar.version,
    });
    expect(told.local).toContain('local:handling housing 2026-12-17');
  });

  test('replay gives the same, whatever has become of the profile since', () => {
    const told = new Told([housing]);
    told.do(refer('housing'), 'office');
    const before = told.local;
    told.profiles = [{ ...housing, to: localDate('2026-11-02') }];
    told.now += 3 * dayLength;
    expect(told.local).toEqual(before);
    // What goes on by it, goes on; the next unit has none.
    told.do(accept, 'housing');
    expect(told.local).toContain('local:handling housing 2026-12-21');
    const applied = told.events.filter(({ type }) => type === 'ProfileApplied');
    expect(applied.map(({ data }) => data)).toEqual([
      { profile: expect.objectContaining({ id: 'housing', source: 'a rule' }) },
    ]);
  });

  test('L-5 an accusation goes by no hotline’s limit', () => {
    const told = new Told([hotline], {
      channel: 'hotline-12345',
      purpose: 'accusation',
      named: ['office-officer'],
    });
    expect(told.local).toEqual([]);
  });
});
