import { describe, expect, test } from 'vitest';
import type { Command } from '../command.ts';
import { Life, staff } from '../life.test-data.ts';
import { may } from '../policy.ts';
import {
  accept,
  answerTo,
  assign,
  classify,
  direct,
  handled,
  handOver,
  redirect,
  refer,
  referred,
  registered,
  running,
  serve,
  short,
  text,
} from './steps.test-data.ts';

const office = staff('office');
const accusation = (): Life =>
  registered({ purpose: 'accusation', named: ['office-officer'], accusedUnits: ['housing'] });
const mixed = (): Life => {
  const life = registered();
  life.do(classify({ mixed: true }), office);
  return life;
};

const notAccept = (
  reason: 'same-matter-open' | 'no-request' | 'outside-jurisdiction',
): Command => ({
  type: 'notAccept',
  reason,
  explanation: text,
  paperId: 'refusal',
});
const fileOnly: Command = {
  type: 'fileOnly',
  reason: 'thanks',
  explanation: text,
  paperId: 'filed',
};
const startRoute = (life: Life, way: 1 | 2 | 3 | 4 | 5, days = 30): Command => ({
  type: 'startRoute',
  way,
  dueDate: life.inDays(days),
  explanation: text,
  paperId: 'route',
});

describe('P-4 a hand-over that went wrong', () => {
  const back: Command = { type: 'returnHandOver', reason: text };
  const handedOver = (more: Parameters<typeof registered>[0] = {}) => {
    const life = registered(more);
    const to = more.purpose === 'accusation' ? 'discipline' : 'political-legal';
    life.do(handOver(to, ['discipline-officer']), staff('office'));
    return life;
  };

  test('P-4 P-5 comes back to the office with the reason and a clock of its own', () => {
    const life = handedOver();
    expect(answerTo(life, { ...back, reason: short }, staff('political-legal'))).toBe(
      'explanation-required',
    );
    life.do(back, staff('political-legal'));
    expect(life.state).toMatchObject({
      status: 'registered',
      holder: 'office',
      awaitingReceipt: false,
      returnedBy: ['political-legal'],
    });
    expect(life.state.chain.at(-1)).toMatchObject({ to: 'political-legal', returned: true });
    expect(running(life)).toEqual(['re-referral office']);
    expect(answerTo(life, refer('housing'), staff('office'))).toBe('done');
  });

  test('P-4 once its receipt is confirmed it does not come back', () => {
    const life = handedOver();
    life.do({ type: 'confirmReceipt' }, staff('political-legal'));
    expect(answerTo(life, back, staff('political-legal'))).toBe('petition-concluded');
  });

  test('P-6 an accusation comes back to its named handlers, never to an accused office', () => {
    const reported = { purpose: 'accusation', named: ['office-officer'] } as const;
    const life = handedOver(reported);
    life.do(back, staff('discipline'));
    expect(life.state).toMatchObject({
      holder: 'office',
      named: ['office-officer', 'discipline-officer'],
    });
    const accused = handedOver({ ...reported, accusedUnits: ['office'] });
    expect(answerTo(accused, back, staff('discipline'))).toBe('accused-unit');
  });

  test('O-3 only the body that has it may return it', () => {
    const { state } = handedOver();
    expect(may(staff('political-legal'), 'returnHandOver', state)).toBe(true);
    expect(may(staff('office'), 'returnHandOver', state)).toBe(false);
  });
});

describe('P-4 refer and assign', () => {
  test('P-4 a referred petition is held by the unit, with the letter drafted', () => {
    const { petition } = referred();
    expect(petition).toMatchObject({ status: 'referred', holder: 'housing', office: 'office' });
    expect(petition?.papers).toMatchObject([{ kind: 'referral', issuer: 'office' }]);
  });

  test.each([
    ['an unknown unit', 'nowhere', 'unit-unknown'],
    ['the office itself', 'office', 'target-is-holder'],
    ['P-5 a court, which stands outside the system', 'court', 'target-outside-system'],
    ['a bureau', 'housing', 'done'],
  ] as const)('P-4 refer to %s', (_, to, answer) => {
    expect(answerTo(registered(), refer(to), office)).toBe(answer);
  });

  test('P-4 a petition that is not classified goes to no unit, but up to an office that classifies', () => {
    const life = registered({ purpose: null });
    expect(answerTo(life, refer('housing'), office)).toBe('not-classified');
    expect(answerTo(life, refer('city-office'), office)).toBe('done');
    expect(life.state).toMatchObject({ status: 'registered', office: 'city-office' });
  });

  test.each([
    [0, 'assignment-period'],
    [1, 'done'],
    [60, 'done'],
    [61, 'assignment-period'],
  ] as const)('P-4 an assignment of %i days', (days, answer) => {
    const life = registered();
    expect(answerTo(life, assign(life, 'housing', days), office)).toBe(answer);
  });

  test('P-4 nothing is given away while a refusal waits for its signature', () => {
    const life = registered();
    life.do(notAccept('same-matter-open'), office);
    expect(answerTo(life, refer('housing'), office)).toBe('opinion-open');
    expect(answerTo(life, handOver('political-legal'), office)).toBe('opinion-open');
  });
});

describe('P-4 a mixed petition is split before it goes anywhere', () => {
  const steps: readonly (readonly [string, (life: Life) => Command])[] = [
    ['refer', () => refer('housing')],
    ['assign', (life) => assign(life, 'housing')],
    ['hand over', () => handOver('political-legal')],
    ['redirect', () => redirect(false)],
    ['start a route', (life) => startRoute(life, 4)],
    ['not accept', () => notAccept('same-matter-open')],
    ['file only', () => fileOnly],
    ['merge', () => ({ type: 'merge', into: 'petition-2', explanation: text, paperId: 'm' })],
  ];
  test.each(steps)('P-4 %s', (_, command) => {
    const life = mixed();
    expect(answerTo(life, command(life), office)).toBe('mixed-purpose');
  });

  test('P-4 once it is found to be of one purpose after all it goes its way', () => {
    const life = mixed();
    life.do(classify(), office);
    expect(answerTo(life, refer('housing'), office)).toBe('done');
  });
});

describe('P-4 hand over', () => {
  test.each([
    ['the discipline body', 'discipline', 'done'],
    ['the discipline body above', 'city-discipline', 'done'],
    ['a bureau', 'transport', 'handover-target'],
    ['the political-legal body', 'political-legal', 'handover-target'],
  ] as const)('P-4 an accusation to %s', (_, to, answer) => {
    expect(answerTo(accusation(), handOver(to), office)).toBe(answer);
  });

  test('P-6 an accused discipline body cannot hold the accusation; the one above it can', () => {
    const accused = { purpose: 'accusation', named: ['x'], accusedUnits: ['discipline'] } as const;
    expect(answerTo(registered(accused), handOver('discipline'), office)).toBe('accused-unit');
    expect(answerTo(registered(accused), handOver('city-discipline'), office)).toBe('done');
  });

  test.each([
    ['of the same level', 'political-legal', 'done'],
    ['of the level above', 'city-political-legal', 'handover-target'],
  ] as const)('P-4 law and litigation to the political-legal body %s', (_, to, answer) => {
    expect(answerTo(registered(), handOver(to), office)).toBe(answer);
  });

  test('L-5 its handlers of both bodies are named; the office still answers to the petitioner', () => {
    const life = accusation();
    life.do(handOver('discipline', ['discipline-officer']), office);
    expect(life.state).toMatchObject({
      status: 'handed-over',
      holder: 'discipline',
      office: 'office',
      named: ['office-officer', 'discipline-officer'],
      awaitingReceipt: true,
    });
    life.do({ type: 'confirmReceipt' }, staff('discipline'));
    expect(life.state.conclusion).toMatchObject({ form: 'handed-over', paperId: null });
  });

  const closed: readonly (readonly [string, (life: Life) => Command])[] = [
    ['referred', () => refer('transport')],
    ['assigned', (life) => assign(life, 'transport')],
    ['redirected', () => redirect(false)],
    ['started as a route', (life) => startRoute(life, 5)],
    ['refused', () => notAccept('same-matter-open')],
    ['filed', () => fileOnly],
    [
      'ended',
      () => ({
        type: 'noLongerAccept',
        reason: 'procedure-ended',
        ended: { petition: null },
        explanation: text,
        paperId: 'n',
      }),
    ],
  ];
  test.each(closed)('P-4 an accusation is never %s', (_, command) => {
    const life = accusation();
    expect(answerTo(life, command(life), office)).toBe('accusation-only-handover');
  });
});

describe('P-4 not accepted', () => {
  test.each([
    ['the same matter is open', 'same-matter-open', 'done'],
    ['no request can be made out, without asking once', 'no-request', 'clarify-once'],
    [
      'it belongs elsewhere: passed on instead',
      'outside-jurisdiction',
      'outside-jurisdiction-pass-on',
    ],
  ] as const)('P-4 because %s', (_, reason, answer) => {
    expect(answerTo(registered(), notAccept(reason), office)).toBe(answer);
  });

  test('P-4 no request can be made out after asking once', () => {
    const life = registered();
    life.do({ type: 'askSupplement', request: text, clarification: true, paperId: 'q' }, office);
    expect(answerTo(life, notAccept('no-request'), office)).toBe('done');
  });

  test('P-4 a reason too short to tell anything is none', () => {
    const command = { ...notAccept('same-matter-open'), explanation: short } as Command;
    expect(answerTo(registered(), command, office)).toBe('explanation-required');
  });

  test('P-4 it ends with the sealed paper, whose words the petitioner reads', () => {
    const life = registered();
    life.do(notAccept('same-matter-open'), office);
    expect(life.state.status).toBe('registered');
    life.issue('refusal', 'office');
    expect(life.state.conclusion).toMatchObject({
      form: 'not-accepted',
      reason: 'same-matter-open',
      explanation: text,
      paperId: 'refusal',
    });
  });

  test('P-4 file only is approved by a second person', () => {
    const life = registered();
    life.do(fileOnly, office);
    expect(answerTo(life, { type: 'checkPaper', paperId: 'filed' }, office)).toBe('same-person');
    life.issue('filed', 'office');
    expect(life.state.conclusion).toMatchObject({ form: 'filed', reason: 'thanks' });
  });
});

describe('P-4 redirect', () => {
  const redirected = (awaitsReceipt: boolean): Life => {
    const life = registered();
    life.do(redirect(awaitsReceipt), office);
    life.issue('redirection', 'office');
    return life;
  };

  test('P-4 open until the paper is served; P-5 the office goes on being responsible', () => {
    const life = redirected(false);
    expect(life.state).toMatchObject({ status: 'redirecting', holder: 'office' });
    life.do(serve(life, 'redirection'), office);
    expect(life.state.conclusion).toMatchObject({ form: 'redirected', explanation: text });
  });

  test('P-4 where a body takes it directly, open until it confirms too', () => {
    const life = redirected(true);
    life.do(serve(life, 'redirection'), office);
    expect(life.state.status).toBe('redirecting');
    life.do({ type: 'confirmReceipt' }, office);
    expect(life.state.conclusion).toMatchObject({ form: 'redirected', paperId: 'redirection' });
  });

  test('P-4 a confirmation before service does not end it without the petitioner', () => {
    const life = redirected(true);
    life.do({ type: 'confirmReceipt' }, office);
    expect(life.state.status).toBe('redirecting');
    life.do(serve(life, 'redirection'), office);
    expect(life.state.status).toBe('concluded');
  });

  test('P-4 nobody confirms what is not awaited', () => {
    expect(answerTo(redirected(false), { type: 'confirmReceipt' }, office)).toBe(
      'receipt-not-awaited',
    );
  });
});

describe('P-4 a competent unit starts the procedure itself', () => {
  test.each([
    [1, 'route-not-startable'],
    [2, 'route-not-startable'],
    [3, 'done'],
    [4, 'done'],
    [5, 'done'],
  ] as const)('P-4 way %i of art. 31', (way, answer) => {
    const life = referred();
    expect(answerTo(life, startRoute(life, way), staff('housing'))).toBe(answer);
  });

  test.each([
    [0, 'task-due'],
    [120, 'done'],
    [121, 'task-due'],
  ] as const)('P-4 a route of %i days', (days, answer) => {
    const life = referred();
    expect(answerTo(life, startRoute(life, 3, days), staff('housing'))).toBe(answer);
  });

  test('P-4 its result is what the petitioner reads', () => {
    const life = handled();
    life.do(startRoute(life, 5), staff('housing'));
    const result = (words_: typeof text): Command => ({
      type: 'recordRouteResult',
      result: words_,
    });
    expect(answerTo(life, result(short), staff('housing'))).toBe('explanation-required');
    life.do(result(text), staff('housing'));
    expect(life.state.conclusion).toMatchObject({ form: 'route-result', explanation: text });
  });
});

describe('P-4 what a body took in directly and is not its own is passed on', () => {
  test('P-4 to its petition office, which triages it', () => {
    const life = direct({ purpose: null });
    life.do(refer('office'), staff('housing'));
    expect(life.state).toMatchObject({ status: 'registered', holder: 'office', office: 'office' });
  });

  test.each([
    ['another bureau', direct(), refer('transport'), 'pass-on-target'],
    ['who was given it objects instead', referred(), refer('office'), 'petition-not-in-status'],
    [
      'an accusation goes by name',
      direct({ purpose: 'accusation', named: ['a'] }),
      refer('office'),
      'accusation-only-handover',
    ],
  ] as const)('P-4 not so: %s', (_, life, command, answer) => {
    expect(answerTo(life, command, staff('housing'))).toBe(answer);
  });

  test('L-5 an accusation is passed to the office with the names of those who see it there', () => {
    const life = direct({ purpose: 'accusation', named: ['housing-officer'] });
    expect(answerTo(life, accept, staff('housing'))).toBe('accusation-only-handover');
    life.do(handOver('office', ['office-named']), staff('housing'));
    expect(life.state).toMatchObject({ status: 'registered', holder: 'office' });
    expect(life.state.named).toContain('office-named');
  });

  test('P-4 a body hands an accusation that it took in directly to the discipline body', () => {
    const life = direct({ purpose: 'accusation', named: ['housing-officer'] });
    life.do(handOver('discipline', ['discipline-officer']), staff('housing'));
    expect(life.state).toMatchObject({ status: 'handed-over', holder: 'discipline' });
  });
});
