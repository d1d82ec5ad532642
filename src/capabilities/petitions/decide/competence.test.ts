import { describe, expect, test } from 'vitest';
import { type Life, staff } from '../life.test-data.ts';
import type { Command } from '../command.ts';
import {
  accept,
  answerTo,
  assigned,
  decideObjection,
  direct,
  object,
  refer,
  referred,
  registered,
  running,
  short,
  twiceReturned,
} from './steps.test-data.ts';

const office = staff('office');
const housing = staff('housing');
const decideCompetence = (unit: string): Command => ({
  type: 'decideCompetence',
  unit,
  reasons: { id: 'r', hash: 'h', length: 20 },
  paperId: 'adjudication',
});

/** Referred on a day at nine; the answer to an objection at another moment. */
const objectionAt = (from: string, to: string): string => {
  const life = registered({}, `${from}T09:00:00`);
  life.do(refer('housing'), office);
  life.now = Date.parse(`${to}+08:00`);
  return answerTo(life, object, housing);
};

describe('P-5 the unit objects', () => {
  test.each([
    // 2026-09-24 Thu; 25 to 27 Mid-Autumn; 28, 29, 30 working; 1 to 7 October; 8 and 9 working.
    ['before National Day', '2026-09-24', '2026-10-09T23:59:59', 'done'],
    ['before National Day', '2026-09-24', '2026-10-10T00:00:00', 'objection-late'],
    // 2026-02-13 Fri; Saturday the 14th is made up; 15 to 23 Spring Festival; 24 to 27.
    ['before Spring Festival', '2026-02-13', '2026-02-27T23:59:59', 'done'],
    ['before Spring Festival', '2026-02-13', '2026-02-28T00:00:00', 'objection-late'],
    // 2026-11-02 Mon to Mon 9.
    ['in a plain week', '2026-11-02', '2026-11-09T23:59:59', 'done'],
    ['in a plain week', '2026-11-02', '2026-11-10T00:00:00', 'objection-late'],
  ])(
    'P-5 the unit may not object after five working days: %s, given on %s, objects at %s',
    (_, from, to, answer) => {
      expect(objectionAt(from, to)).toBe(answer);
    },
  );

  test('P-5 only with detailed reasons', () => {
    const command: Command = { type: 'object', reasons: short };
    expect(answerTo(referred(), command, housing)).toBe('explanation-required');
  });

  test('P-5 what a unit took in itself it passes on; there is nobody to object to', () => {
    expect(answerTo(direct(), object, housing)).toBe('objection-none');
  });

  test('P-5 rejected, it stays with the unit, which cannot object again', () => {
    const life = referred();
    life.do(object, housing);
    life.do(decideObjection(false), office);
    expect(life.state).toMatchObject({ status: 'referred', holder: 'housing' });
    expect(answerTo(life, object, housing)).toBe('objection-none');
    expect(answerTo(life, accept, housing)).toBe('done');
  });

  test('P-5 while it is decided the unit remains the one responsible office', () => {
    const life = referred();
    life.do(object, housing);
    expect(life.state).toMatchObject({ status: 'objected', holder: 'housing' });
  });

  test('P-5 upheld, it is back at the office and never goes to that unit again', () => {
    const life = referred();
    life.do(object, housing);
    life.do(decideObjection(true), office);
    expect(life.state).toMatchObject({ status: 'registered', holder: 'office' });
    expect(answerTo(life, refer('housing', 'again'), office)).toBe('target-already-returned');
  });

  test('P-4b a unit that returned an assignment owes no report; who has it next owes none by it', () => {
    const life = assigned();
    life.do(object, housing);
    life.do(decideObjection(true), office);
    expect(running(life)).toEqual(['re-referral office']);
    life.do(refer('transport', 'next'), office);
    life.do({ ...accept, officer: 'transport-officer' }, staff('transport'));
    life.do(
      {
        type: 'startRoute',
        way: 5,
        dueDate: life.inDays(9),
        explanation: { id: 'x', hash: 'h', length: 9 },
        paperId: 'route',
      },
      staff('transport'),
    );
    life.do(
      { type: 'recordRouteResult', result: { id: 'x', hash: 'h', length: 9 } },
      staff('transport'),
    );
    expect(life.state.report).toBeNull();
  });

  test('P-4b what a superior assigned to the office goes on when a unit returns it', () => {
    const life = registered({ office: 'city-office', holder: 'city-office' });
    const dueDate = life.inDays(50);
    const give = (to: string, paperId: string): Command => ({
      type: 'assign',
      to,
      dueDate,
      instruction: null,
      paperId,
    });
    life.do(give('office', 'from-city'), staff('city-office'));
    life.do(give('housing', 'from-county'), office);
    life.do(object, housing);
    life.do(decideObjection(true), office);
    expect(running(life)).toEqual(['assignment office', 're-referral office']);
  });
});

describe('P-5 after two returns art. 24 decides by itself', () => {
  test('P-5 the second return goes to the common superior, not round again', () => {
    expect(twiceReturned().state).toMatchObject({
      status: 'adjudication',
      holder: 'county-government',
      superior: 'county-government',
    });
  });

  test('P-5 the common superior of a bureau and a unit below it is above both', () => {
    const life = registered();
    for (const unit of ['housing-station', 'housing']) {
      life.do(refer(unit, unit), office);
      life.do(object, staff(unit));
      if (unit === 'housing-station') life.do(decideObjection(true), office);
    }
    expect(life.state.superior).toBe('county-government');
  });

  test.each([
    ['one that returned it', 'housing', 'done'],
    ['a third one below the superior', 'housing-station', 'done'],
    ['one outside its reach', 'city-office', 'adjudicator-not-superior'],
    ['a court', 'court', 'target-outside-system'],
    ['nobody known', 'nowhere', 'unit-unknown'],
  ] as const)('P-5 the superior chooses %s', (_, unit, answer) => {
    expect(answerTo(twiceReturned(), decideCompetence(unit), staff('county-government'))).toBe(
      answer,
    );
  });

  test('P-5 what the superior decided is not objected to', () => {
    const life = twiceReturned();
    life.do(decideCompetence('housing'), staff('county-government'));
    expect(life.state).toMatchObject({ status: 'referred', holder: 'housing' });
    expect(answerTo(life, object, housing)).toBe('objection-after-decision');
  });
});

describe('P-6 acceptance', () => {
  test('P-6 the unit accepts and drafts its notice', () => {
    const life = referred();
    life.do(accept, housing);
    expect(life.state).toMatchObject({ status: 'handling', officer: 'housing-officer' });
    expect(life.state.papers.at(-1)).toMatchObject({ kind: 'acceptance-notice' });
  });

  test('P-6 in an appeal against its own act the competent unit may handle it', () => {
    const life = registered({ accusedUnits: ['housing'] });
    expect(answerTo(life, refer('housing'), office)).toBe('done');
    expect(answerTo(life, accept, housing)).toBe('done');
  });

  test('P-6 what is not classified is not accepted', () => {
    expect(answerTo(direct({ purpose: null }), accept, housing)).toBe('not-classified');
  });

  test('P-6 an official who withdrew is not made the officer', () => {
    const life = referred();
    const withdrawn: Command = {
      type: 'withdrawOfficial',
      userId: 'housing-officer',
      reason: { id: 'r', hash: 'h', length: 9 },
      replacement: null,
    };
    life.do(withdrawn, staff('housing', 'housing-head'));
    expect(answerTo(life, accept, staff('housing', 'housing-head'))).toBe('official-withdrawn');
  });
});

describe('P-4b pass down', () => {
  const passDown = (to: string): Command => ({ type: 'passDown', to, instruction: null });
  const passed = (): Life => {
    const life = assigned();
    life.do(passDown('housing-station'), housing);
    return life;
  };

  test.each([
    ['a unit below in the same system', 'housing-station', 'done'],
    ['a unit beside it', 'transport', 'pass-down-target'],
  ] as const)('P-4b to %s', (_, to, answer) => {
    expect(answerTo(assigned(), passDown(to), housing)).toBe(answer);
  });

  test('P-4b the chain keeps every holder', () => {
    expect(passed().state.chain.map((link) => `${link.from} ${link.mode} ${link.to}`)).toEqual([
      'office direct office',
      'office assign housing',
      'housing pass-down housing-station',
    ]);
  });

  test('P-9 the fifteen days and the window to object go along and do not begin again', () => {
    expect(running(passed())).toEqual([
      'assignment housing',
      'acceptance housing-station',
      'objection housing-station',
    ]);
  });

  test('P-5 the unit below objects in the same five days', () => {
    const life = passed();
    life.do(object, staff('housing-station'));
    life.do(decideObjection(true), office);
    expect(running(life)).toEqual(['re-referral office']);
  });
});
