import { describe, expect, test } from 'vitest';
import type { Command } from '../command.ts';
import { calendar, type Life, staff, words } from '../life.test-data.ts';
import { project } from '../projection.ts';
import {
  answerTo,
  handled,
  object,
  referred,
  registered,
  running,
  twiceReturned,
} from './steps.test-data.ts';

const text = words('t');
const meeting = staff('joint-meeting');
const suggest: Command = {
  type: 'suggestAgenda',
  unit: 'joint-meeting',
  cause: 'proposed',
  question: 'competence',
  text,
};
const note = (
  stage: 'planned' | 'suggested' | 'declined' | 'decided',
  meetingId = 'm1',
): Command => ({
  type: 'noteAgenda',
  unit: 'joint-meeting',
  meetingId,
  stage,
  question: 'competence',
  text,
});
const settle = (life: Life, unit: string, helper?: string): Command => ({
  type: 'settleByMeeting',
  meetingId: 'm1',
  office: 'joint-meeting',
  unit,
  coHandlers:
    helper === undefined ? [] : [{ taskId: 't1', unit: helper, text, dueDate: life.inDays(10) }],
  reasons: text,
  paperId: 'decision',
});

describe('J-1 what a joint meeting decides holds in the petition', () => {
  test.each([
    ['before anybody had it', registered],
    ['while a unit hesitates', referred],
    ['in a deadlock', twiceReturned],
  ] as const)('J-1 %s: main handler, co-handler, paper, last word', (_, begin) => {
    const life = begin();
    life.do(settle(life, 'transport', 'housing'), meeting);
    expect(life.state).toMatchObject({ status: 'referred', holder: 'transport' });
    expect(life.state.tasks).toMatchObject([{ unit: 'housing' }]);
    expect(life.state.papers.at(-1)).toMatchObject({
      kind: 'adjudication',
      issuer: 'joint-meeting',
    });
    expect(running(life)).toContain('acceptance transport');
    expect(answerTo(life, object, staff('transport'))).toBe('objection-after-decision');
  });

  test('J-1 the unit that has it already keeps its days', () => {
    const life = referred();
    const before = life.state.clocks.find(({ period }) => period === 'acceptance');
    life.now += 86_400_000;
    life.do(settle(life, 'housing'), meeting);
    expect(life.state.clocks.filter(({ period }) => period === 'acceptance')).toEqual([before]);
    expect(life.state.chain).toHaveLength(2);
  });

  test('J-1 who has accepted it stays main handler, and gets help', () => {
    const life = handled();
    expect(answerTo(life, settle(life, 'transport'), meeting)).toBe('meeting-handler-accepted');
    life.do(settle(life, 'housing', 'transport'), meeting);
    expect(life.state).toMatchObject({ status: 'handling', holder: 'housing' });
    expect(running(life)).toContain('task transport');
  });

  test.each([
    ['nobody known', 'nowhere', undefined, 'unit-unknown'],
    ['a court', 'court', undefined, 'target-outside-system'],
    ['a helper that is the handler', 'housing', 'housing', 'co-handler-is-holder'],
  ] as const)('J-1 not %s', (_, unit, helper, answer) => {
    const life = referred();
    expect(answerTo(life, settle(life, unit, helper), meeting)).toBe(answer);
  });

  test('J-1 one agenda at a time; put off, it waits for the next', () => {
    const life = referred();
    life.do(suggest, staff('office'));
    expect(answerTo(life, suggest, staff('office'))).toBe('agenda-already');
    const waiting = (): string[] =>
      project(life.state, calendar).byUnit.flatMap(({ reader, tasks }) =>
        tasks.includes('agenda') ? [reader] : [],
      );
    expect(waiting()).toEqual(['joint-meeting']);
    life.do(note('planned'), meeting);
    expect(waiting()).toEqual([]);
    expect(answerTo(life, note('planned', 'm2'), meeting)).toBe('agenda-already');
    life.do(note('suggested'), meeting);
    expect(waiting()).toEqual(['joint-meeting']);
    life.do(note('planned', 'm2'), meeting);
    life.do(note('decided', 'm2'), meeting);
    expect(life.state.agenda).toBeNull();
  });

  test('L-5 an accusation is on no agenda', () => {
    const life = registered({ purpose: 'accusation', named: ['office-officer'] });
    expect(answerTo(life, suggest, staff('office'))).toBe('agenda-accusation');
    expect(answerTo(life, note('planned'), meeting)).toBe('agenda-accusation');
  });
});
