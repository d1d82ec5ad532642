import { describe, expect, test } from 'vitest';
import {
  accept,
  answered,
  assigned,
  decideObjection,
  handled,
  handOver,
  object,
  opinion,
  redirect,
  refer,
  referred,
  registered,
  serve,
  text,
  twiceReturned,
} from './decide/steps.test-data.ts';
import { calendar, type Life, staff } from './life.test-data.ts';
import { project } from './projection.ts';

const office = staff('office');
const housing = staff('housing');

/** What waits at each unit, as `unit: tasks`. */
const waiting = (life: Life): string[] =>
  project(life.state, calendar)
    .byUnit.filter((row) => row.tasks.length > 0)
    .map((row) => `${row.reader}: ${row.tasks.join(' ')}`);

describe('P-15 what waits for whom', () => {
  test.each<readonly [string, () => Life, readonly string[]]>([
    ['registered', registered, ['office: triage']],
    ['referred', referred, ['office: paper-approval', 'housing: accept']],
    [
      'objected',
      () => {
        const life = referred();
        life.do(object, housing);
        return life;
      },
      ['office: decide-objection paper-approval'],
    ],
    [
      'returned',
      () => {
        const life = referred();
        life.do(object, housing);
        life.do(decideObjection(true), office);
        return life;
      },
      ['office: triage paper-approval'],
    ],
    [
      'returned twice',
      twiceReturned,
      ['office: paper-approval', 'county-government: decide-competence'],
    ],
    [
      'accepted, the notice drafted',
      () => {
        const life = referred();
        life.do(accept, housing);
        return life;
      },
      ['office: paper-approval', 'housing: handle paper-approval'],
    ],
    [
      'the opinion waits for the head',
      () => {
        const life = handled();
        life.do(opinion(life), housing);
        return life;
      },
      ['office: paper-approval', 'housing: handle paper-serve opinion-approval'],
    ],
    [
      'a decision waits: triage does not',
      () => {
        const life = registered();
        life.do(redirect(true), office);
        return life;
      },
      ['office: paper-approval'],
    ],
    [
      'redirected, a body is to confirm',
      () => {
        const life = registered();
        life.do(redirect(true), office);
        life.issue('redirection', 'office');
        return life;
      },
      ['office: confirm-receipt paper-serve'],
    ],
  ])('P-15 %s', (_, life, tasks) => {
    expect(waiting(life())).toEqual(tasks);
  });

  test('C-1 what was supported waits once: as a promise beside the petition, not in it', () => {
    expect(waiting(answered(handled(), 'supported'))).toContain('housing: paper-serve follow-up');
  });

  test('P-4b the report waits at the unit, then at the assigner, then nowhere', () => {
    const life = answered(handled(assigned()));
    expect(waiting(life)).toContain('housing: report paper-serve follow-up');
    life.do({ type: 'fileReport', text, paperId: 'report' }, housing);
    expect(waiting(life)).toContain('office: decide-report paper-approval');
    life.do({ type: 'acceptReport' }, office);
    expect(waiting(life).join()).not.toContain('report');
  });

  test('P-6 a sub-task waits at the co-handler until the petition ends', () => {
    const life = handled();
    const dueDate = life.inDays(5);
    life.do({ type: 'giveTask', taskId: 't', unit: 'transport', text, dueDate }, housing);
    expect(waiting(life)).toContain('transport: task');
    life.do({ type: 'merge', into: 'petition-2', explanation: text, paperId: 'm' }, housing);
    expect(waiting(life)).not.toContain('transport: task');
  });
});

describe('P-9 the clock that matters', () => {
  test('P-9 the earliest duty, not a window in which somebody may act', () => {
    const { clock } = project(referred().state, calendar);
    expect(clock).toMatchObject({ period: 'acceptance', holder: 'housing' });
  });

  test('P-9 when no duty is left, the window of the petitioner', () => {
    expect(project(answered().state, calendar).clock?.period).toBe('review-request');
  });

  test('P-15 each unit sees its own clock first, else that of the petition', () => {
    const life = handled();
    const dueDate = life.inDays(5);
    life.do({ type: 'giveTask', taskId: 't', unit: 'transport', text, dueDate }, housing);
    const clocks = project(life.state, calendar).byUnit.map(
      (row) => `${row.reader} ${row.clock?.period}`,
    );
    expect(clocks).toEqual(['office task', 'housing handling', 'transport task']);
  });

  test('P-9 nothing runs after the petition was served its refusal', () => {
    const life = registered();
    life.do({ type: 'notAccept', reason: 'legal-route', explanation: text, paperId: 'n' }, office);
    life.issue('n', 'office');
    life.do(serve(life, 'n'), office);
    expect(project(life.state, calendar).clock).toBeNull();
  });
});

describe('L-5 lists of an accusation', () => {
  const accusation = (): Life => registered({ purpose: 'accusation', named: ['office-officer'] });

  test('L-5 stand with named handlers, in no list of a unit', () => {
    const { byUnit, byHandler } = project(accusation().state, calendar);
    expect(byUnit).toEqual([]);
    expect(byHandler).toMatchObject([{ reader: 'office-officer', tasks: ['triage'] }]);
  });

  test('L-5 after handing over nothing hangs: the letter of the office waits as well', () => {
    const life = accusation();
    life.do(handOver('discipline', ['discipline-officer']), office);
    expect(project(life.state, calendar).byHandler).toMatchObject([
      { reader: 'office-officer', tasks: ['confirm-receipt', 'paper-approval'] },
      { reader: 'discipline-officer', tasks: ['confirm-receipt', 'paper-approval'] },
    ]);
  });
});

test('P-16 who has had it goes on reading it', () => {
  const life = referred();
  life.do(object, housing);
  life.do(decideObjection(true), office);
  life.do(refer('transport', 'next'), office);
  expect(project(life.state, calendar).byUnit.map((row) => row.reader)).toEqual([
    'office',
    'housing',
    'transport',
  ]);
});
