import { describe, expect, test } from 'vitest';
import type { Command } from '../command.ts';
import { dayLength, hour, type Life, staff } from '../life.test-data.ts';
import {
  system,
  accept,
  answered,
  answerTo,
  classify,
  extend,
  handled,
  headOf,
  opinion,
  refer,
  referred,
  registered,
  serve,
  short,
  text,
} from './steps.test-data.ts';

const housing = staff('housing');
const transport = staff('transport');
const head = headOf('housing');
const giveTask = (life: Life, unit: string, days = 10): Command => ({
  type: 'giveTask',
  taskId: 'task',
  unit,
  text,
  dueDate: life.inDays(days),
});
const completeTask: Command = { type: 'completeTask', taskId: 'task', result: text };
const withdrawOfficial = (userId: string, replacement: string | null): Command => ({
  type: 'withdrawOfficial',
  userId,
  reason: text,
  replacement,
});

describe('P-6 co-handlers', () => {
  test.each([
    ['another unit', 'transport', 10, 'done'],
    ['the main handler', 'housing', 10, 'co-handler-is-holder'],
    ['for today', 'transport', 0, 'task-due'],
    // Sixty days from 2026-11-02 end on Friday 2027-01-01, a holiday, and roll over.
    ['beyond the handling period', 'transport', 70, 'task-due'],
  ] as const)('P-6 a sub-task to %s', (_, unit, days, answer) => {
    const life = handled();
    expect(answerTo(life, giveTask(life, unit, days), housing)).toBe(answer);
  });

  test('P-6 the opinion waits for every sub-task', () => {
    const life = handled();
    life.do(giveTask(life, 'transport'), housing);
    expect(answerTo(life, opinion(life), housing)).toBe('tasks-open');
    life.do(completeTask, transport);
    expect(answerTo(life, opinion(life), housing)).toBe('done');
    expect(answerTo(life, giveTask(life, 'city-office'), housing)).toBe('opinion-open');
  });

  test('P-6 a sub-task is done once, by whose it is or the main handler', () => {
    const life = handled();
    life.do(giveTask(life, 'transport'), housing);
    expect(answerTo(life, completeTask, staff('office'))).toBe('task-unknown');
    expect(answerTo(life, { ...completeTask, result: short }, transport)).toBe(
      'explanation-required',
    );
    life.do(completeTask, transport);
    expect(answerTo(life, completeTask, transport)).toBe('task-done');
  });
});

describe('P-6 officials with an interest withdraw', () => {
  test('P-6 somebody else takes it first', () => {
    const life = handled();
    expect(answerTo(life, withdrawOfficial('housing-officer', null), head)).toBe('official-last');
    expect(answerTo(life, withdrawOfficial('housing-officer', 'housing-officer'), head)).toBe(
      'official-last',
    );
    life.do(withdrawOfficial('housing-officer', 'housing-another'), head);
    expect(life.state).toMatchObject({ officer: 'housing-another' });
  });

  test('P-6 whoever withdrew decides nothing more, and is not chosen again', () => {
    const life = handled();
    life.do(withdrawOfficial('housing-officer', 'housing-another'), head);
    expect(answerTo(life, opinion(life), housing)).toBe('official-withdrawn');
    expect(answerTo(life, { type: 'chooseOfficer', userId: 'housing-officer' }, head)).toBe(
      'official-withdrawn',
    );
    expect(answerTo(life, withdrawOfficial('housing-another', 'housing-officer'), head)).toBe(
      'official-withdrawn',
    );
  });

  test('P-6 in an accusation who withdraws is named no more; the last one needs a successor', () => {
    const life = registered({ purpose: 'accusation', named: ['office-officer'] });
    const office = staff('office', 'someone');
    expect(answerTo(life, withdrawOfficial('office-officer', null), office)).toBe('official-last');
    life.do(withdrawOfficial('office-officer', 'office-next'), office);
    expect(life.state.named).toEqual(['office-next']);
    expect(answerTo(life, { type: 'nameHandler', userId: 'office-officer' }, office)).toBe(
      'official-withdrawn',
    );
  });
});

describe('P-6 who is put in charge belongs to the unit', () => {
  test('P-6 an officer of another unit cannot be the main handler', () => {
    const life = referred();
    const outsider = 'transport-officer';
    expect(answerTo(life, { ...accept, officer: outsider }, housing)).toBe('handler-outside-unit');
    handled(life);
    expect(answerTo(life, { type: 'chooseOfficer', userId: outsider }, head)).toBe(
      'handler-outside-unit',
    );
    expect(answerTo(life, withdrawOfficial('housing-officer', outsider), head)).toBe(
      'handler-outside-unit',
    );
    expect(answerTo(life, withdrawOfficial(outsider, null), head)).toBe('handler-outside-unit');
    expect(life.state.officer).toBe('housing-officer');
  });

  test('P-6 an official of the office may withdraw too', () => {
    const life = handled();
    life.do(withdrawOfficial('office-officer', null), head);
    expect(life.state.withdrawnOfficials).toEqual(['office-officer']);
  });

  test('L-5 only people of the body that has the accusation are named, never of the accused', () => {
    const life = registered({
      purpose: 'accusation',
      named: ['office-officer'],
      accusedUnits: ['housing'],
    });
    const name = (userId: string) =>
      answerTo(life, { type: 'nameHandler', userId }, staff('office'));
    expect(name('housing-officer')).toBe('handler-outside-unit');
    expect(name('transport-officer')).toBe('handler-outside-unit');
    expect(name('office-other')).toBe('done');
  });
});

describe('P-7 extension', () => {
  test.each([
    [0, 'extension-days'],
    [1, 'done'],
    [30, 'done'],
    [31, 'extension-days'],
  ] as const)('P-7 of %i days', (days, answer) => {
    expect(answerTo(handled(), extend(days), housing)).toBe(answer);
  });

  test('P-7 an extension is granted once', () => {
    const life = handled();
    life.do(extend(30), housing);
    expect(answerTo(life, extend(1, 'second'), housing)).toBe('extension-used');
    life.issue('extension', 'housing');
    expect(life.state).toMatchObject({ extended: true, extensionRequested: null });
    expect(answerTo(life, extend(1, 'second'), housing)).toBe('extension-used');
  });

  test('P-7 it counts when the head approves it, not when it is asked for', () => {
    const life = handled();
    life.do(extend(30), housing);
    const clock = (): number | undefined =>
      life.state.clocks.find((each) => each.period === 'handling')?.extensionDays;
    expect(clock()).toBe(0);
    life.issue('extension', 'housing');
    expect(clock()).toBe(30);
  });

  test('P-7 refused, it may be asked for again with better reasons', () => {
    const life = handled();
    life.do(extend(30), housing);
    life.do({ type: 'refuseExtension', reason: text }, head);
    expect(life.state.papers.at(-1)?.stage).toBe('void');
    expect(answerTo(life, { type: 'refuseExtension', reason: text }, head)).toBe('extension-none');
    expect(answerTo(life, extend(10, 'second'), housing)).toBe('done');
  });

  test('P-7 neither asked for nor approved after the sixty days', () => {
    const life = handled();
    life.do(extend(30), housing);
    life.now += 70 * dayLength;
    const issue: Command = {
      type: 'issuePaper',
      paperId: 'extension',
      number: 'N',
      document: { id: 'paper:extension', hash: 'h' },
      verifyCode: 'C',
    };
    expect(answerTo(life, issue, head)).toBe('extension-late');
    life.do({ type: 'refuseExtension', reason: text }, head);
    expect(answerTo(life, extend(1, 'second'), housing)).toBe('extension-late');
  });

  test('P-7 without a reason that the petitioner can read there is none', () => {
    expect(answerTo(handled(), { ...extend(5), reason: short } as Command, housing)).toBe(
      'explanation-required',
    );
  });
});

describe('P-7 talks and requests', () => {
  test.each([
    ['in the past', -hour, 'done'],
    ['in the future', hour, 'date-in-future'],
  ] as const)('P-7 a talk %s', (_, shift, answer) => {
    const life = handled();
    const talk: Command = { type: 'recordTalk', record: text, heldAt: life.now + shift };
    expect(answerTo(life, talk, housing)).toBe(answer);
  });

  test('P-7 what the petitioner brings answers the request', () => {
    const life = handled();
    const ask: Command = {
      type: 'askSupplement',
      request: text,
      clarification: false,
      paperId: 'q',
    };
    life.do(ask, housing);
    expect(life.state.supplementAsked).toBe(true);
    life.do({ type: 'addMaterial', text, attachments: [] }, housing);
    expect(life.state.supplementAsked).toBe(false);
  });
});

describe('P-8 the opinion', () => {
  const faulty = (life: Life, change: object): Command => {
    const good = opinion(life, 'supported');
    if (good.type !== 'draftOpinion') return good;
    return {
      ...good,
      demands: good.demands.map((demand, index) =>
        index === 1 ? { ...demand, ...change } : demand,
      ),
    };
  };
  const none = { id: '', hash: '', length: 0 };

  test.each([
    ['without facts', { facts: none }, 'opinion-demands'],
    ['without an answer', { answer: none }, 'opinion-demands'],
    ['without its legal basis', { basis: none }, 'opinion-basis'],
    ['supported without who carries it out', { execution: null }, 'opinion-execution'],
    ['about another demand', { demandId: 'd9' }, 'opinion-demands'],
    ['not supported, without execution', { outcome: 'not-supported', execution: null }, 'done'],
  ] as const)('P-8 a demand %s', (_, change, answer) => {
    const life = handled();
    expect(answerTo(life, faulty(life, change), housing)).toBe(answer);
  });

  test('P-8 one opinion at a time', () => {
    const life = handled();
    life.do(opinion(life), housing);
    expect(answerTo(life, opinion(life, 'explained', 'second'), housing)).toBe('opinion-open');
  });

  test('P-8 the opinion drops the extension that was still being asked for', () => {
    const life = handled();
    life.do(extend(30), housing);
    life.do(opinion(life), housing);
    life.issue('opinion', 'housing');
    expect(life.state).toMatchObject({ status: 'issued', extended: false });
    expect(life.state.papers.find((paper) => paper.id === 'extension')?.stage).toBe('void');
  });

  test('P-8 concluded when the petitioner has it, each demand with its answer', () => {
    const life = handled();
    life.do(opinion(life, 'not-supported'), housing);
    life.issue('opinion', 'housing');
    expect(life.state.status).toBe('issued');
    life.do(serve(life, 'opinion'), housing);
    expect(life.state.conclusion).toMatchObject({ form: 'opinion', paperId: 'opinion' });
    expect(life.state.demands.map((demand) => demand.outcome)).toEqual([
      'not-supported',
      'not-supported',
    ]);
  });

  test('P-8 what was supported is carried out when its promise is kept, once', () => {
    const life = answered(handled(), 'supported');
    const done = (demandId: string): Command => ({
      type: 'completeExecution',
      demandId,
      commitmentId: 'c1',
      doneAt: life.now,
    });
    const executed = () => life.state.demands.map(({ execution }) => execution?.doneAt ?? null);
    life.do(done('d1'), system);
    expect(executed()).toEqual([life.now, null]);
    expect(life.try(done('d1'), system)).toEqual({ ok: true, value: [] });
    expect(life.try(done('d9'), system)).toEqual({ ok: true, value: [] });
    // Verified by others, and the petitioner says that it is not so.
    life.do({ type: 'reopenExecution', demandId: 'd1', commitmentId: 'c1' }, system);
    expect(executed()).toEqual([null, null]);
  });

  test('P-10 settled and satisfied are recorded apart from the status', () => {
    const life = answered();
    life.do(
      { type: 'recordOutcome', matterSettled: 'unsettled', petitionerView: 'dissatisfied' },
      housing,
    );
    expect(life.state).toMatchObject({
      status: 'concluded',
      outcome: { matterSettled: 'unsettled', petitionerView: 'dissatisfied' },
    });
  });

  test('P-4 found to be mixed while handled, it is split before the opinion', () => {
    const life = handled();
    life.do(classify({ mixed: true }), housing);
    expect(answerTo(life, opinion(life), housing)).toBe('mixed-purpose');
    expect(answerTo(life, refer('transport'), housing)).toBe('petition-not-in-status');
  });
});
