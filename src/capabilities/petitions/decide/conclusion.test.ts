import { describe, expect, test } from 'vitest';
import type { Command } from '../command.ts';
import { dayLength, type Life, staff } from '../life.test-data.ts';
import {
  accept,
  answered,
  answerTo,
  assign,
  assigned,
  handled,
  headOf,
  opinion,
  petitioner,
  refer,
  referred,
  registered,
  running,
  serve,
  short,
  system,
  text,
} from './steps.test-data.ts';

const office = staff('office');
const housing = staff('housing');
const station = staff('housing-station');
const fileReport = (paperId = 'report'): Command => ({ type: 'fileReport', text, paperId });
const returnReport = (life: Life, days = 20): Command => ({
  type: 'returnReport',
  reason: text,
  dueDate: life.inDays(days),
});
const acceptReport: Command = { type: 'acceptReport' };
const concludedAssignment = (): Life => answered(handled(assigned()));

describe('P-4b report back', () => {
  test('P-4b filed by the assigned unit, accepted by the assigner', () => {
    const life = concludedAssignment();
    expect(life.state.report).toMatchObject({ link: 1, stage: 'due' });
    expect(answerTo(life, acceptReport, office)).toBe('report-none');
    life.do(fileReport(), housing);
    expect(answerTo(life, acceptReport, housing)).toBe('report-none');
    life.do(acceptReport, office);
    expect(life.state.report?.stage).toBe('accepted');
    expect(running(life)).toEqual(['review-request petitioner']);
  });

  test('P-4b what was only referred needs none', () => {
    expect(answerTo(answered(), fileReport(), housing)).toBe('report-not-assigned');
  });

  test('P-4b the assigner may ask for more', () => {
    const life = concludedAssignment();
    life.do(fileReport(), housing);
    expect(answerTo(life, { type: 'questionReport', question: short }, office)).toBe(
      'explanation-required',
    );
    life.do({ type: 'questionReport', question: text }, office);
    expect(answerTo(life, fileReport('second'), housing)).toBe('done');
  });

  test.each([
    ['refused', 'not-accepted'],
    ['ended by its own procedure', 'route-result'],
  ] as const)('P-4b an assignment that was %s is reported too', (_, form) => {
    const life = assigned();
    if (form === 'not-accepted') {
      life.do(
        { type: 'notAccept', reason: 'legal-route', explanation: text, paperId: 'n' },
        housing,
      );
      life.issue('n', 'housing');
    } else {
      const dueDate = life.inDays(20);
      life.do({ type: 'startRoute', way: 5, dueDate, explanation: text, paperId: 'r' }, housing);
      life.do({ type: 'recordRouteResult', result: text }, housing);
    }
    expect(life.state).toMatchObject({ conclusion: { form }, report: { stage: 'due' } });
  });

  test('P-4b climbs link by link: unit, bureau, office, city', () => {
    const life = registered({ office: 'city-office', holder: 'city-office' });
    life.do(assign(life, 'office', 50, 'a'), staff('city-office'));
    life.do(assign(life, 'housing', 40, 'b'), office);
    life.do({ type: 'passDown', to: 'housing-station', instruction: null }, housing);
    life.do({ ...accept, officer: 'housing-station-officer' }, station);
    life.do(opinion(life), station);
    life.issue('opinion', 'housing-station');
    life.do(serve(life, 'opinion'), station);
    const climbs: readonly (readonly [string, string])[] = [
      ['housing-station', 'housing'],
      ['housing', 'office'],
      ['office', 'city-office'],
    ];
    for (const [from, to] of climbs) {
      life.do(fileReport(`from-${from}`), staff(from));
      life.do(acceptReport, staff(to));
    }
    expect(life.state.report?.stage).toBe('accepted');
    expect(running(life)).toEqual(['review-request petitioner']);
  });
});

describe('P-4b returned for redoing', () => {
  const redoing = (): Life => {
    const life = answered(handled(assigned()), 'supported');
    life.do(fileReport(), housing);
    life.do(returnReport(life), office);
    return life;
  };

  test.each([
    [0, 'assignment-period'],
    [60, 'done'],
    [61, 'assignment-period'],
  ] as const)('P-4b with a new day in %i days', (days, answer) => {
    const life = concludedAssignment();
    life.do(fileReport(), housing);
    expect(answerTo(life, returnReport(life, days), office)).toBe(answer);
  });

  test('V-3 not after the procedure has ended: nobody could review what came then', () => {
    const life = concludedAssignment();
    life.do(fileReport(), housing);
    life.do({ type: 'endProcedure', caseId: 're-examination' }, { kind: 'system', name: 'review' });
    expect(answerTo(life, returnReport(life), office)).toBe('procedure-ended');
    life.do(acceptReport, office);
  });

  test('P-4b a new round at the unit; what was only promised falls with the opinion', () => {
    const life = redoing();
    expect(life.state).toMatchObject({
      status: 'handling',
      round: 2,
      holder: 'housing',
      conclusion: null,
      report: null,
    });
    expect(life.state.demands.map((demand) => demand.execution)).toEqual([null, null]);
    expect(running(life)).toEqual(['redo housing', 'assignment housing']);
  });

  test('P-4b the second opinion is issued, served and reported like the first', () => {
    const life = redoing();
    life.do(opinion(life, 'explained', 'second'), housing);
    life.issue('second', 'housing');
    expect(running(life)).toEqual(['assignment housing', 'service housing']);
    life.do(serve(life, 'second'), housing);
    expect(running(life)).toEqual(['assignment housing', 'review-request petitioner']);
    life.do(fileReport('report-2'), housing);
    life.do(acceptReport, office);
    expect(running(life)).toEqual(['review-request petitioner']);
  });

  test('P-7 the sixty days do not come back, and neither does the extension', () => {
    const life = redoing();
    const more: Command = { type: 'requestExtension', days: 5, reason: text, paperId: 'x' };
    expect(answerTo(life, more, housing)).toBe('extension-late');
  });
});

describe('P-14 withdrawal', () => {
  const withdraw = (signed: boolean): Command => ({ type: 'withdraw', reason: null, signed });
  const complete: Command = { type: 'completeWithdrawal', paperId: 'confirmation' };
  const withdrawn = (): Life => {
    const life = handled();
    life.do(withdraw(false), petitioner);
    return life;
  };

  test.each([
    ['the petitioner with the code', petitioner, false, 'done'],
    ['a clerk with the signature', office, true, 'done'],
    ['a clerk without it', office, false, 'withdrawal-own'],
  ] as const)('P-14 by %s', (_, actor, signed, answer) => {
    expect(answerTo(registered(), withdraw(signed), actor)).toBe(answer);
  });

  test('P-14 pending for ten days while handling goes on', () => {
    const life = withdrawn();
    expect(life.state.status).toBe('handling');
    expect(running(life)).toEqual(['handling housing', 'withdrawal-revocation petitioner']);
    expect(answerTo(life, withdraw(false), petitioner)).toBe('withdrawal-open');
    expect(answerTo(life, opinion(life), housing)).toBe('done');
  });

  test.each([
    // Ten days from Monday 2026-11-02 end on Thursday the 12th at midnight.
    ['2026-11-12T23:59:59', 'withdrawal-none'],
    ['2026-11-13T00:00:00', 'done'],
  ])('P-14 it takes effect at %s: %s', (at, answer) => {
    const life = withdrawn();
    life.now = Date.parse(`${at}+08:00`);
    expect(answerTo(life, complete, system)).toBe(answer);
  });

  test('P-14 then it ends with a confirmation to the petitioner', () => {
    const life = withdrawn();
    life.now += 11 * dayLength;
    life.do(complete, system);
    expect(life.state.conclusion).toMatchObject({
      form: 'withdrawn',
      reason: 'withdrawn-by-petitioner',
      paperId: 'confirmation',
    });
    expect(running(life)).toEqual([]);
  });

  test('P-14 only the petitioner takes it back', () => {
    const life = withdrawn();
    expect(answerTo(life, { type: 'revokeWithdrawal' }, office)).toBe('withdrawal-own');
    life.do({ type: 'revokeWithdrawal' }, petitioner);
    expect(running(life)).toEqual(['handling housing']);
    expect(answerTo(life, { type: 'revokeWithdrawal' }, petitioner)).toBe('withdrawal-none');
    life.now += 11 * dayLength;
    expect(answerTo(life, complete, system)).toBe('withdrawal-none');
  });

  test('P-14 an opinion sealed meanwhile is served, with the right to review', () => {
    const life = withdrawn();
    life.do(opinion(life), housing);
    life.issue('opinion', 'housing');
    life.now += 11 * dayLength;
    expect(answerTo(life, complete, system)).toBe('petition-not-in-status');
    life.do(serve(life, 'opinion'), housing);
    expect(life.state).toMatchObject({ withdrawal: null, conclusion: { form: 'opinion' } });
    expect(running(life)).toEqual(['review-request petitioner']);
    expect(answerTo(life, complete, system)).toBe('petition-concluded');
  });
});

describe('O-1 a unit that is no more', () => {
  test('O-1 the successor holds it, with its clocks and its reports', () => {
    const life = assigned();
    life.do({ type: 'succeedHolder', from: 'housing', to: 'transport' }, system);
    expect(life.state.holder).toBe('transport');
    expect(running(life)).toEqual([
      'assignment transport',
      'acceptance transport',
      'objection transport',
    ]);
  });

  test('O-1 of several co-handlers only the one that is no more hands its task on', () => {
    const life = handled();
    for (const unit of ['transport', 'city-office']) {
      const dueDate = life.inDays(5);
      life.do({ type: 'giveTask', taskId: unit, unit, text, dueDate }, housing);
    }
    life.do({ type: 'succeedHolder', from: 'transport', to: 'housing-station' }, system);
    expect(running(life)).toEqual(['handling housing', 'task housing-station', 'task city-office']);
  });

  test('P-5 the successor of a unit that returned it does not get it again', () => {
    const life = referred();
    life.do({ type: 'object', reasons: text }, housing);
    life.do({ type: 'decideObjection', upheld: true, reasons: text, paperId: 'o' }, office);
    life.do({ type: 'succeedHolder', from: 'housing', to: 'transport' }, system);
    expect(answerTo(life, refer('transport', 'again'), office)).toBe('target-already-returned');
  });

  test('P-6 the successor of an accused unit is barred like it', () => {
    const life = registered({
      purpose: 'accusation',
      named: ['office-officer'],
      accusedUnits: ['discipline'],
    });
    life.do({ type: 'succeedHolder', from: 'discipline', to: 'city-discipline' }, system);
    const give: Command = {
      type: 'handOver',
      to: 'city-discipline',
      instruction: null,
      paperId: 'h',
      named: [],
    };
    expect(answerTo(life, give, office)).toBe('accused-unit');
  });
});

test('P-4 what is concluded is not decided again', () => {
  const life = answered();
  expect(answerTo(life, opinion(life, 'explained', 'again'), headOf('housing'))).toBe(
    'petition-concluded',
  );
});
