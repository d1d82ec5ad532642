import { describe, expect, test } from 'vitest';
import type { Command, CommandOf } from '../command.ts';
import { dayLength, hour, type Life, staff } from '../life.test-data.ts';
import {
  answerTo,
  extend,
  handled,
  headOf,
  opinion,
  petitioner,
  redirect,
  refer,
  referred,
  registered,
  serve,
  text,
} from './steps.test-data.ts';

const office = staff('office');
const head = headOf('office');
const housing = staff('housing');
const paperId = 'refusal';
const seal = (id: string, type: 'sealPaper' | 'issuePaper' = 'sealPaper'): Command => ({
  type,
  paperId: id,
  number: 'N',
  document: { id: `paper:${id}`, hash: 'h' },
  verifyCode: 'C',
});
const returned = (id: string): Command => ({ type: 'returnPaper', paperId: id, reason: text });

/** A refusal drafted by the office's officer. */
const drafted = (): Life => {
  const life = registered();
  life.do({ type: 'notAccept', reason: 'legal-route', explanation: text, paperId }, office);
  return life;
};

describe('P-4a draft, check, signature, seal, service', () => {
  test('P-4a step by step, by others than the drafter', () => {
    const life = drafted();
    const stages = [
      { type: 'checkPaper', paperId } as const,
      { type: 'signPaper', paperId } as const,
      seal(paperId),
      serve(life, paperId),
    ].map((command) => life.do(command, head).papers[0]?.stage);
    expect(stages).toEqual(['checked', 'signed', 'sealed', 'served']);
  });

  test('P-4a whoever drafted a paper cannot check, sign, seal or issue it', () => {
    const life = drafted();
    expect(answerTo(life, { type: 'checkPaper', paperId }, office)).toBe('same-person');
    expect(answerTo(life, seal(paperId, 'issuePaper'), office)).toBe('same-person');
    life.do({ type: 'checkPaper', paperId }, head);
    expect(answerTo(life, { type: 'signPaper', paperId }, office)).toBe('same-person');
    life.do({ type: 'signPaper', paperId }, head);
    expect(answerTo(life, seal(paperId), office)).toBe('same-person');
  });

  test.each([
    ['signed before it is checked', { type: 'signPaper', paperId }, 'paper-stage'],
    ['sealed before it is signed', seal(paperId), 'paper-stage'],
    ['unknown', seal('other'), 'paper-unknown'],
    ['returned, unknown', returned('other'), 'paper-unknown'],
  ] as const)('P-4a a paper is not %s', (_, command, answer) => {
    expect(answerTo(drafted(), command, head)).toBe(answer);
  });

  test('P-4a a returned decision is void and another can be drafted', () => {
    const life = drafted();
    life.do(returned(paperId), head);
    expect(life.state.papers[0]?.stage).toBe('void');
    expect(answerTo(life, refer('housing'), office)).toBe('done');
  });

  test('P-4a a returned notice of acceptance begins again: the petitioner still must be told', () => {
    const life = referred();
    life.do({ type: 'accept', officer: 'housing-officer', paperId: 'notice' }, housing);
    life.do({ type: 'checkPaper', paperId: 'notice' }, headOf('housing'));
    life.do(returned('notice'), headOf('housing'));
    expect(life.state.papers.at(-1)).toMatchObject({ stage: 'drafted', checkedBy: null });
    expect(answerTo(life, seal('notice', 'issuePaper'), headOf('housing'))).toBe('done');
  });

  test('P-4a a sealed paper is not taken back', () => {
    const life = drafted();
    life.issue(paperId, 'office');
    expect(answerTo(life, returned(paperId), head)).toBe('paper-stage');
  });

  test('P-4a a decision that the matter has overtaken is never sealed', () => {
    const life = handled();
    life.do(opinion(life), housing);
    life.do({ type: 'withdraw', reason: null, signed: true }, petitioner);
    life.now += 12 * dayLength;
    life.do({ type: 'completeWithdrawal', paperId: 'w' }, { kind: 'system', name: 'job' });
    expect(life.state.papers.find((paper) => paper.id === 'opinion')?.stage).toBe('void');
    expect(answerTo(life, seal('opinion', 'issuePaper'), headOf('housing'))).toBe('paper-stage');
  });

  test('P-4a a redirection waits neither beside an opinion nor the other way round', () => {
    const life = handled();
    life.do(redirect(false), housing);
    expect(answerTo(life, opinion(life), housing)).toBe('opinion-open');
    expect(answerTo(life, extend(10), housing)).toBe('done');
  });

  test('P-4a rendering is recorded once', () => {
    const life = drafted();
    const rendered: Command = { type: 'recordRendering', paperId, pdfHash: 'a', docxHash: 'b' };
    const actor = { kind: 'system', name: 'job' } as const;
    expect(life.do(rendered, actor).version).toBe(life.do(rendered, actor).version);
  });
});

describe('G-2 service with proof', () => {
  const sealed = (electronicService: boolean): Life => {
    const life = registered({ electronicService });
    life.do({ type: 'notAccept', reason: 'legal-route', explanation: text, paperId }, office);
    life.issue(paperId, 'office');
    return life;
  };
  const service = (life: Life, more: Partial<Omit<CommandOf<'servePaper'>, 'type'>>): Command => ({
    type: 'servePaper',
    paperId,
    way: 'hand',
    servedOn: life.now - hour,
    proof: text,
    ...more,
  });

  test.each([
    ['by hand with a signature', true, { way: 'hand' }, 'done'],
    ['by hand without proof', true, { way: 'hand', proof: null }, 'service-proof'],
    ['by post without proof', true, { way: 'post', proof: null }, 'service-mail-number'],
    ['electronically with consent', true, { way: 'electronic', proof: null }, 'done'],
    ['electronically without consent', false, { way: 'electronic' }, 'service-consent'],
    [
      'nowhere, which is recorded as such',
      true,
      { way: 'not-servable', unservable: 'no-address' },
      'done',
    ],
    ['tomorrow', true, { servedOn: Date.parse('2026-11-03T09:00:00+08:00') }, 'date-in-future'],
  ] as const)('G-2 %s', (_, consent, more, answer) => {
    const life = sealed(consent);
    expect(answerTo(life, service(life, more), head)).toBe(answer);
  });

  test('G-2 only a sealed paper, once', () => {
    const life = drafted();
    expect(answerTo(life, service(life, {}), head)).toBe('paper-stage');
    const served = sealed(true);
    served.do(service(served, {}), head);
    expect(answerTo(served, service(served, {}), head)).toBe('paper-stage');
  });
});
