import { describe, expect, test } from 'vitest';
import type { Command, CommandOf } from '../command.ts';
import { staff } from '../life.test-data.ts';
import {
  answerTo,
  direct,
  handled,
  redirect,
  referred,
  registered,
  running,
  short,
  text,
} from './steps.test-data.ts';

const office = staff('office');
const merge = (into: string, explanation = text): Command => ({
  type: 'merge',
  into,
  explanation,
  paperId: 'merged',
});
type Parts = CommandOf<'split'>['parts'];
const split = (parts: Parts, named: readonly string[] = []): Command => ({
  type: 'split',
  parts,
  named,
  explanation: text,
  paperId: 'split',
});
const halves: Parts = [
  { id: 'x', demandIds: ['d1'] },
  { id: 'y', demandIds: ['d2'] },
];

describe('P-4 merge', () => {
  test.each([
    ['into another', 'petition-2', text, 'done'],
    ['into itself', 'petition-1', text, 'merge-self'],
    ['without a reason', 'petition-2', short, 'explanation-required'],
  ] as const)('P-4 %s', (_, into, explanation, answer) => {
    expect(answerTo(registered(), merge(into, explanation), office)).toBe(answer);
  });

  test('P-4 the petitioner reads why and where it goes on', () => {
    const life = registered();
    life.do(merge('petition-2'), office);
    expect(life.state.conclusion).toMatchObject({
      form: 'merged',
      explanation: text,
      paperId: 'merged',
      continuedIn: ['petition-2'],
    });
    expect(running(life)).toEqual([]);
  });

  test('P-4 an accusation neither joins nor takes in', () => {
    const life = registered({ purpose: 'accusation' });
    expect(answerTo(life, merge('petition-2'), office)).toBe('merge-across-purpose');
    expect(answerTo(life, { type: 'absorb', petition: 'petition-2' }, office)).toBe(
      'merge-across-purpose',
    );
  });

  test('P-4 not while a decision waits for its signature', () => {
    const life = registered();
    life.do(redirect(false), office);
    expect(answerTo(life, merge('petition-2'), office)).toBe('opinion-open');
    expect(answerTo(life, split(halves), office)).toBe('opinion-open');
  });

  test('P-13 what is taken in stands once', () => {
    const life = registered();
    life.do({ type: 'absorb', petition: 'petition-2' }, office);
    life.do({ type: 'absorb', petition: 'petition-2' }, office);
    expect(life.state.absorbed).toEqual(['petition-2']);
  });
});

describe('P-4 split', () => {
  test.each<readonly [string, Parts, string]>([
    ['every demand in one part', halves, 'done'],
    ['one part only', [{ id: 'x', demandIds: ['d1', 'd2'] }], 'split-parts'],
    ['a part without a demand', [...halves, { id: 'z', demandIds: [] }], 'split-part-empty'],
    [
      'a part whose demand is written down now',
      [...halves, { id: 'z', demandIds: [], addsDemand: true }],
      'done',
    ],
    ['a demand in two parts', [...halves, { id: 'z', demandIds: ['d1'] }], 'split-parts'],
    [
      'a demand in none',
      [
        { id: 'x', demandIds: ['d1'] },
        { id: 'y', demandIds: ['d9'] },
      ],
      'split-parts',
    ],
  ])('P-4 %s', (_, parts, answer) => {
    expect(answerTo(registered(), split(parts), office)).toBe(answer);
  });

  test('P-4 by the office, by a body that took it in, and by one that found out later', () => {
    expect(answerTo(direct(), split(halves), staff('housing'))).toBe('done');
    expect(answerTo(referred(), split(halves), staff('housing'))).toBe('done');
    expect(answerTo(handled(), split(halves), staff('housing'))).toBe('done');
  });

  test('L-5 where a part is an accusation, the undivided letter is seen by named people alone', () => {
    const life = registered();
    const parts: Parts = [
      { id: 'x', demandIds: ['d1'], purpose: 'appeal' },
      { id: 'y', demandIds: ['d2'], purpose: 'accusation' },
    ];
    life.do(split(parts, ['office-named']), office);
    expect(life.state).toMatchObject({
      status: 'concluded',
      purpose: 'accusation',
      named: ['office-named', 'office-officer'],
      conclusion: { form: 'split', continuedIn: ['x', 'y'] },
    });
  });

  test('L-5 where none is, it stays as it was', () => {
    const life = registered();
    life.do(split(halves), office);
    expect(life.state).toMatchObject({ purpose: 'appeal', named: [] });
  });
});
