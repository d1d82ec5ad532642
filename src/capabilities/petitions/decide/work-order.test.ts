import { describe, expect, test } from 'vitest';
import type { Command, CommandOf } from '../command.ts';
import { calendar, hour, Life, staff } from '../life.test-data.ts';
import { project } from '../projection.ts';
import { answerTo, classify, registered, short, text } from './steps.test-data.ts';

const office = staff('office');

const send = (more: Partial<CommandOf<'sendBackWorkOrder'>> = {}): Command => ({
  type: 'sendBackWorkOrder',
  reportId: 'w1',
  kind: 'progress',
  text,
  ...more,
});
const taken: Command = { type: 'confirmSendBack' };
const returned: Command = { type: 'returnSendBack', reason: text };

const workOrder = (): Life =>
  registered({
    channel: 'hotline-12345',
    purpose: 'enquiry',
    numbersElsewhere: [{ source: '12345', number: 'RX6900000001' }],
  });

const conclude = (life: Life): void => {
  life.now += hour;
  life.do({ type: 'answerBriefly', answer: text, onPaper: false, paperId: 'answer' }, office);
};

const owed = (life: Life): boolean =>
  project(life.state, calendar)
    .byUnit.find(({ reader }) => reader === 'office')
    ?.tasks.includes('send-back') ?? false;

const stages = (life: Life): readonly string[] =>
  life.state.workOrderReports.map(({ stage }) => stage);

describe('P-1 a 12345 work order is sent back', () => {
  test('P-1 it keeps its number; progress goes back while it is handled and is acknowledged', () => {
    const life = workOrder();
    expect(life.state.numbersElsewhere).toEqual([{ source: '12345', number: 'RX6900000001' }]);
    expect(owed(life)).toBe(false);
    life.do(send(), office);
    expect(stages(life)).toEqual(['sent']);
    life.do(taken, office);
    expect(stages(life)).toEqual(['confirmed']);
    expect(answerTo(life, send({ reportId: 'w2' }), office)).toBe('done');
  });

  test('P-1 once concluded the office owes the result, until the hotline has it', () => {
    const life = workOrder();
    expect(answerTo(life, send({ kind: 'result' }), office)).toBe('work-order-open');
    conclude(life);
    expect(owed(life)).toBe(true);
    life.now += hour;
    life.do(send({ kind: 'result' }), office);
    expect(owed(life)).toBe(false);
    life.do(taken, office);
    expect(owed(life)).toBe(false);
    expect(answerTo(life, send({ kind: 'result' }), office)).toBe('work-order-answered');
  });

  test('P-1 what the hotline returns is owed again, and the next report redoes it', () => {
    const life = workOrder();
    conclude(life);
    life.now += hour;
    life.do(send({ kind: 'result' }), office);
    life.do(returned, office);
    expect(stages(life)).toEqual(['returned']);
    expect(life.state.workOrderReports[0]?.reason).toEqual(text);
    expect(owed(life)).toBe(true);
    life.do(send({ reportId: 'w2', kind: 'result' }), office);
    expect(stages(life)).toEqual(['redone', 'sent']);
    expect(owed(life)).toBe(false);
  });

  test.each([
    ['of another channel', () => registered(), send(), 'work-order-none'],
    ['without a word', workOrder, send({ text: short }), 'explanation-required'],
    ['answered before it was sent', workOrder, taken, 'work-order-nothing-sent'],
    ['returned before it was sent', workOrder, returned, 'work-order-nothing-sent'],
  ] as const)('P-1 not %s', (_, begin, command, answer) => {
    expect(answerTo(begin(), command, office)).toBe(answer);
  });

  test('P-1 one at a time: the hotline answers before the next', () => {
    const life = workOrder();
    life.do(send(), office);
    expect(answerTo(life, send({ reportId: 'w2' }), office)).toBe('work-order-waiting');
    expect(owed(life)).toBe(false);
  });

  test('L-5 an accusation is told to no hotline, and no list waits for that', () => {
    const life = registered({ channel: 'hotline-12345' });
    life.do(classify({ purpose: 'accusation', named: ['office-officer'] }), office);
    expect(answerTo(life, send(), office)).toBe('work-order-none');
    const rows = project(life.state, calendar).byHandler;
    expect(rows.flatMap(({ tasks }) => tasks)).not.toContain('send-back');
  });
});
