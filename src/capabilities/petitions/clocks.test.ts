import { describe, expect, test } from 'vitest';
import { isRunning } from '../../kernel/case-clocks.ts';
import type { Command } from './command.ts';
import {
  system,
  accept,
  assign,
  classify,
  decideObjection,
  direct,
  extend,
  handOver,
  object,
  opinion,
  petitioner,
  redirect,
  refer,
  registered,
  serve,
  text,
} from './decide/steps.test-data.ts';
import { calendar, hour, type Life, staff } from './life.test-data.ts';
import { project } from './projection.ts';

const office = staff('office');
const housing = staff('housing');
const transport = staff('transport');

/** Running clocks with the day on which each ends. */
const due = (life: Life): string[] =>
  project(life.state, calendar)
    .clocks.filter(isRunning)
    .map((clock) => `${clock.period} ${clock.holder} ${clock.dueDate}`);

const at = (life: Life, moment: string): Life => {
  life.now = Date.parse(`${moment}+08:00`);
  return life;
};

/**
 * Days counted by hand. 2026: rest from 15 to 23 February, 14 and 28 February worked; rest from 25
 * to 27 September and from 1 to 7 October, 20 September and 10 October worked.
 */
describe('P-9 triage, fifteen calendar days (Reg. 22)', () => {
  test.each([
    // Feb 2 + 15 = Tue Feb 17, in Spring Festival: the first working day after it is Tue 24.
    ['2026-02-02T09:00:00', '2026-02-24'],
    // Jan 30 + 15 = Sat Feb 14, which is worked.
    ['2026-01-30T09:00:00', '2026-02-14'],
    // Sep 16 + 15 = Thu Oct 1, National Day: Thu Oct 8.
    ['2026-09-16T23:59:59', '2026-10-08'],
    // A minute later it is another day, + 15 = Fri Oct 2: the same end.
    ['2026-09-17T00:00:00', '2026-10-08'],
    // Sep 25 + 15 = Sat Oct 10, made up, so a working day.
    ['2026-09-25T12:00:00', '2026-10-10'],
    // Sep 26 + 15 = Sun Oct 11: Monday.
    ['2026-09-26T12:00:00', '2026-10-12'],
    ['2026-11-02T09:00:00', '2026-11-17'],
  ])('P-9 registered at %s, due on %s', (from, to) => {
    expect(due(registered({}, from))).toEqual([`triage office ${to}`]);
  });

  test('P-9 a body that took it in directly has fifteen days of its own (Reg. 23(2))', () => {
    expect(due(direct())).toEqual(['direct-notice housing 2026-11-17']);
  });
});

describe('P-9 which clocks run after each step', () => {
  test('P-9 referred on the eve of Spring Festival', () => {
    // Fri Feb 13: + 15 = Sat 28, made up. Five working days: 14, 24, 25, 26, 27.
    const life = registered({}, '2026-02-13T10:00:00');
    life.do(refer('housing'), office);
    expect(due(life)).toEqual(['acceptance housing 2026-02-28', 'objection housing 2026-02-27']);
  });

  test('P-9 assigned before National Day: the given day, the fifteen days, the five', () => {
    // Mon Sep 28: + 15 = Tue Oct 13. Working days: 29, 30, 8, 9, Sat 10.
    const life = registered({}, '2026-09-28T10:00:00');
    life.do(assign(life, 'housing', 30), office);
    expect(due(life)).toEqual([
      'assignment housing 2026-10-28',
      'acceptance housing 2026-10-13',
      'objection housing 2026-10-10',
    ]);
  });

  test('P-9 an objection stops no statutory clock; the decision has a local limit of five', () => {
    // Tue Sep 29: fifteen days end on Wed Oct 14; from Wed 30 five working days: 8, 9, 10, 12, 13.
    const life = registered({}, '2026-09-29T10:00:00');
    life.do(refer('housing'), office);
    at(life, '2026-09-30T10:00:00').do(object, housing);
    expect(due(life)).toEqual([
      'acceptance housing 2026-10-14',
      'objection-decision office 2026-10-13',
    ]);
    life.do(decideObjection(false), office);
    expect(due(life)).toEqual(['acceptance housing 2026-10-14']);
  });

  test('P-9 back at the office it has five working days to send it on', () => {
    const life = registered();
    life.do(refer('housing'), office);
    life.do(object, housing);
    life.do(decideObjection(true), office);
    expect(due(life)).toEqual(['re-referral office 2026-11-09']);
    life.do(refer('transport', 'next'), office);
    life.do(object, transport);
    expect(due(life)).toEqual(['adjudication county-government 2026-11-17']);
    const decision: Command = {
      type: 'decideCompetence',
      unit: 'housing',
      reasons: text,
      paperId: 'x',
    };
    life.do(decision, staff('county-government'));
    expect(due(life)).toEqual(['acceptance housing 2026-11-17']);
  });

  test('P-9 the fifteen days end with the sealed notice, the sixty begin with acceptance', () => {
    // Tue Aug 4 + 60 = Sat Oct 3, National Day: Thu Oct 8.
    const life = registered({}, '2026-08-04T09:00:00');
    life.do(refer('housing'), office);
    life.do(accept, housing);
    expect(due(life)).toEqual(['acceptance housing 2026-08-19', 'handling housing 2026-10-08']);
    life.issue('notice', 'housing');
    expect(due(life)).toEqual(['handling housing 2026-10-08']);
  });

  test('P-9 an extension counts from the last day before it rolls over', () => {
    // Aug 4 + 60 = Oct 3; + 7 = Sat Oct 10, which is worked. From Oct 8 it would be Oct 15.
    const life = registered({}, '2026-08-04T09:00:00');
    life.do(refer('housing'), office);
    life.do(accept, housing);
    life.issue('notice', 'housing');
    life.do(extend(7), housing);
    life.issue('extension', 'housing');
    expect(due(life)).toEqual(['handling housing 2026-10-10']);
  });

  test('P-9 a request for more stops nothing; the petitioner has fifteen days', () => {
    const life = registered({}, '2026-02-02T09:00:00');
    life.do({ type: 'askSupplement', request: text, clarification: true, paperId: 'q' }, office);
    expect(due(life)).toEqual(['triage office 2026-02-24', 'supplement petitioner 2026-02-24']);
    life.do({ type: 'addMaterial', text, attachments: [] }, petitioner);
    expect(due(life)).toEqual(['triage office 2026-02-24']);
  });

  test('P-9 neither a talk nor a classification nor a withdrawal stops the triage', () => {
    const life = registered();
    life.do({ type: 'recordTalk', record: text, heldAt: life.now }, office);
    life.do(classify(), office);
    life.do({ type: 'withdraw', reason: null, signed: false }, petitioner);
    expect(due(life)).toEqual([
      'triage office 2026-11-17',
      'withdrawal-revocation petitioner 2026-11-12',
    ]);
  });

  test('P-9 opinion sealed, served, to be carried out; thirty days to ask for review', () => {
    // Sealed on Thu Sep 10: ten days end on Sun 20, which is worked. Served on Fri 11:
    // + 30 = Sun Oct 11: Monday. Carried out by the day that the opinion names.
    const life = registered({}, '2026-09-10T09:00:00');
    life.do(refer('housing'), office);
    life.do(accept, housing);
    life.issue('notice', 'housing');
    life.do(opinion(life, 'supported'), housing);
    life.issue('opinion', 'housing');
    expect(due(life)).toEqual(['service housing 2026-09-20']);
    at(life, '2026-09-11T09:00:00').do(serve(life, 'opinion'), housing);
    expect(due(life)).toEqual([
      'review-request petitioner 2026-10-12',
      'execution housing 2026-09-30',
      'execution housing 2026-09-30',
      'rating-window petitioner 2026-10-12',
      'follow-up housing 2026-10-12',
    ]);
    const kept = { demandId: 'd1', commitmentId: 'c1' };
    life.do({ type: 'completeExecution', ...kept, doneAt: life.now - hour }, system);
    expect(due(life)).toHaveLength(4);
    expect(life.state.clocks.find(({ key }) => key === 'execution:d1')?.stoppedAt).toBe(
      life.now - hour,
    );
    life.do({ type: 'reopenExecution', ...kept }, system);
    expect(due(life)).toHaveLength(5);
  });

  test('P-9 redirected: ten days to serve, then fifteen for the body to confirm', () => {
    const life = registered();
    life.do(redirect(true), office);
    expect(due(life)).toEqual(['triage office 2026-11-17']);
    life.issue('redirection', 'office');
    expect(due(life)).toEqual(['service office 2026-11-12']);
    life.do(serve(life, 'redirection'), office);
    expect(due(life)).toEqual(['confirm-receipt office 2026-11-17']);
    life.do({ type: 'confirmReceipt' }, office);
    expect(due(life)).toEqual([]);
  });

  test('P-9 redirected without confirmation: nothing runs once it is served', () => {
    const life = registered();
    life.do(redirect(false), office);
    life.issue('redirection', 'office');
    life.do(serve(life, 'redirection'), office);
    expect(due(life)).toEqual([]);
  });

  test('P-9 a refusal ends the triage; it still has to reach the petitioner in ten days', () => {
    const life = registered();
    life.do({ type: 'notAccept', reason: 'legal-route', explanation: text, paperId: 'n' }, office);
    life.issue('n', 'office');
    expect(due(life)).toEqual(['service office 2026-11-12']);
    life.do(serve(life, 'n'), office);
    expect(due(life)).toEqual([]);
  });

  test('P-9 handed over: the body has fifteen days to say that it has it', () => {
    const life = registered({ purpose: 'accusation' });
    life.do(handOver('discipline', ['discipline-officer']), office);
    expect(due(life)).toEqual(['confirm-receipt discipline 2026-11-17']);
  });

  test('P-9 a procedure of its own runs by its own day; the petitioner is told within fifteen', () => {
    const life = registered();
    life.do(refer('housing'), office);
    const dueDate = life.inDays(45);
    life.do({ type: 'startRoute', way: 4, dueDate, explanation: text, paperId: 'r' }, housing);
    expect(due(life)).toEqual(['acceptance housing 2026-11-17', 'route housing 2026-12-17']);
    life.issue('r', 'housing');
    expect(due(life)).toEqual(['route housing 2026-12-17']);
  });

  test('P-9 passed on to the office, its fifteen days begin', () => {
    const life = direct();
    at(life, '2026-11-04T09:00:00').do(refer('office'), housing);
    expect(due(life)).toEqual(['triage office 2026-11-19']);
  });

  test('P-6 a sub-task runs to its own day and ends with the petition', () => {
    const life = registered();
    life.do(refer('housing'), office);
    life.do(accept, housing);
    life.issue('notice', 'housing');
    const dueDate = life.inDays(7);
    life.do({ type: 'giveTask', taskId: 't', unit: 'transport', text, dueDate }, housing);
    expect(due(life)).toContain('task transport 2026-11-09');
    life.do({ type: 'merge', into: 'petition-2', explanation: text, paperId: 'm' }, housing);
    expect(due(life)).toEqual([]);
  });

  test('P-9 a period that ends in a year without a published calendar says so', () => {
    const [clock] = project(registered({}, '2026-12-20T09:00:00').state, calendar).clocks;
    expect(clock).toMatchObject({ dueDate: '2027-01-04', provisional: true });
  });
});
