import { describe, expect, test } from 'vitest';
import type { Command, CommandOf } from '../command.ts';
import { calendar, hour, Life, staff } from '../life.test-data.ts';
import { may } from '../policy.ts';
import { project } from '../projection.ts';
import type { Addressee } from '../urgent.ts';
import {
  accept,
  answered,
  answerTo,
  refer,
  registered,
  running,
  short,
  text,
} from './steps.test-data.ts';

const told: readonly Addressee[] = [
  { unit: 'county-government', capacity: 'leadership' },
  { unit: 'city-office', capacity: 'superior-office' },
  { unit: 'transport', capacity: 'department' },
];
const report = (more: Partial<CommandOf<'reportUrgent'>> = {}): Command => ({
  type: 'reportUrgent',
  reportId: 'r1',
  level: 'urgent',
  text,
  paperId: 'report',
  addressees: told,
  ...more,
});
const again: Command = {
  type: 'followUpUrgent',
  reportId: 'r2',
  text,
  paperId: 'again',
};
const confirm: Command = { type: 'confirmUrgent' };
const reply: Command = { type: 'replyUrgent', reply: text };
const office = staff('office');
const government = staff('county-government');

function reported(): Life {
  const life = registered();
  life.do(report(), office);
  return life;
}

const tasksAt = (life: Life, unit: string) =>
  project(life.state, calendar).byUnit.find(({ reader }) => reader === unit)?.tasks;

describe('P-17 a major or urgent matter is reported at once (Reg. 25)', () => {
  test('all are told in the same moment, before any signature; the paper follows', () => {
    const life = reported();
    expect(life.state.readers).toEqual(expect.arrayContaining(told.map(({ unit }) => unit)));
    for (const { unit } of told) {
      expect(tasksAt(life, unit)).toEqual(['urgent-receipt', 'urgent-reply']);
    }
    expect(life.state.papers.at(-1)).toMatchObject({ kind: 'urgent-report', stage: 'drafted' });
    life.issue('report', 'office');
    // A letter between units has arrived with its seal.
    expect(tasksAt(life, 'office')).toEqual(['triage']);
  });

  test('each has two hours to confirm and twenty-four to answer, also at night', () => {
    const life = reported();
    const { clocks } = project(life.state, calendar);
    const dueIn = (period: string) =>
      clocks
        .filter((clock) => clock.period === period)
        .map(({ holder, dueAt }) => [holder, (dueAt - life.now) / hour]);
    expect(dueIn('urgent-receipt')).toEqual(told.map(({ unit }) => [unit, 2]));
    expect(dueIn('urgent-reply')).toEqual(told.map(({ unit }) => [unit, 24]));
  });

  test('an addressee that is late is late itself; the matter keeps its own clock', () => {
    const life = reported();
    const { clock, byUnit } = project(life.state, calendar);
    expect(clock?.period).toBe('triage');
    const row = byUnit.find(({ reader }) => reader === 'county-government');
    expect(row?.clock?.period).toBe('urgent-receipt');
  });

  test('tracked to the reply: each addressee for itself', () => {
    const life = reported();
    life.now += hour;
    life.do(confirm, government);
    expect(tasksAt(life, 'county-government')).toEqual(['urgent-reply']);
    life.now += hour;
    life.do(reply, government);
    // Whoever answers has received it.
    life.do(reply, staff('transport'));
    const [first] = life.state.urgentReports;
    expect(first?.addressees).toMatchObject([
      { receivedAt: life.now - hour, repliedAt: life.now, reply: text },
      { receivedAt: null, repliedAt: null, reply: null },
      { receivedAt: life.now, repliedAt: life.now },
    ]);
    expect(running(life).filter((clock) => clock.startsWith('urgent'))).toEqual([
      'urgent-receipt city-office',
      'urgent-reply city-office',
    ]);
    expect(answerTo(life, reply, government)).toBe('urgent-not-awaited');
  });

  test('a later report goes to the same addressees, who confirm it', () => {
    const life = reported();
    for (const { unit } of told) life.do(reply, staff(unit));
    life.do(again, office);
    expect(life.state.urgentReports.at(-1)).toMatchObject({ later: true, level: 'urgent' });
    expect(tasksAt(life, 'city-office')).toEqual(['urgent-receipt']);
    life.do(confirm, staff('city-office'));
    expect(tasksAt(life, 'city-office')).toEqual([]);
  });

  test('what is still unanswered goes on after the petition is concluded', () => {
    const life = registered();
    life.do(report(), office);
    life.do(refer('housing'), office);
    life.do(accept, staff('housing'));
    life.issue('notice', 'housing');
    answered(life);
    expect(life.state.status).toBe('concluded');
    expect(running(life)).toContain('urgent-reply county-government');
    expect(answerTo(life, reply, government)).toBe('done');
  });

  test.each([
    ['twice', reported(), report({ reportId: 'r9' }), 'urgent-reported'],
    ['to nobody', registered(), report({ addressees: [] }), 'urgent-nobody'],
    ['in no words', registered(), report({ text: short }), 'explanation-required'],
    [
      'to oneself',
      registered(),
      report({ addressees: [{ unit: 'office', capacity: 'department' }] }),
      'urgent-own-unit',
    ],
    [
      'to a unit that nobody knows',
      registered(),
      report({ addressees: [{ unit: 'nowhere', capacity: 'department' }] }),
      'unit-unknown',
    ],
    ['again before the first time', registered(), again, 'urgent-none'],
    ['received by whoever was not told', registered(), confirm, 'urgent-not-awaited'],
  ] as const)('not %s', (_, life, command, code) => {
    expect(answerTo(life, command, office)).toBe(code);
  });

  test('L-5 an accusation is never reported to whole units', () => {
    const life = registered({ purpose: 'accusation', named: ['office-officer'] });
    expect(answerTo(life, report(), office)).toBe('urgent-accusation');
  });

  test('who was told answers, and nobody else; whoever has it or answers for it reports', () => {
    const life = reported();
    expect(may(government, 'replyUrgent', life.state)).toBe(true);
    expect(may(staff('housing'), 'replyUrgent', life.state)).toBe(false);
    expect(may(government, 'followUpUrgent', life.state)).toBe(false);
    expect(may(office, 'followUpUrgent', life.state)).toBe(true);
  });

  test('a major matter asks to be reported until it is', () => {
    const life = registered({ urgency: 'major' });
    expect(tasksAt(life, 'office')).toEqual(['triage', 'urgent-report']);
    life.do(report({ level: 'major' }), office);
    expect(tasksAt(life, 'office')).not.toContain('urgent-report');
  });

  test('O-1 the successor of an addressee answers in its place', () => {
    const life = reported();
    const heir = { type: 'succeedHolder', from: 'transport', to: 'housing' } as const;
    life.do(heir, { kind: 'system', name: 'units' });
    life.do(reply, staff('housing'));
    expect(running(life).filter((clock) => clock.endsWith(' housing'))).toEqual([]);
  });
});
