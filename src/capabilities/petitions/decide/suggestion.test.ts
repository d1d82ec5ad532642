import { describe, expect, test } from 'vitest';
import type { Command } from '../command.ts';
import { Life, staff } from '../life.test-data.ts';
import { may } from '../policy.ts';
import { project } from '../projection.ts';
import { calendar } from '../life.test-data.ts';
import type { Purpose } from '../petition.ts';
import {
  accept,
  answerTo,
  classify,
  direct,
  headOf,
  refer,
  registered,
  running,
  serve,
  short,
  text,
} from './steps.test-data.ts';

const suggest = (adoption: 'adopted' | 'partly-adopted' | 'not-adopted' = 'adopted'): Command => ({
  type: 'decideSuggestion',
  adoption,
  reason: text,
  paperId: 'answer',
});
const answer = (onPaper = false): Command => ({
  type: 'answerBriefly',
  answer: text,
  onPaper,
  paperId: 'answer',
});
const of = (purpose: Purpose): Life => registered({ purpose });
const office = staff('office');

describe('P-18 each light purpose has a clock of its own', () => {
  test.each([
    ['suggestion', '2027-01-04'],
    ['enquiry', '2026-11-05'],
    ['thanks', '2026-11-17'],
  ] as const)('%s is answered by %s, registered on Monday 2 November 2026', (purpose, due) => {
    const { clocks } = project(of(purpose).state, calendar);
    expect(clocks.find((clock) => clock.period === purpose)).toMatchObject({
      holder: 'office',
      dueDate: due,
    });
  });

  test('an appeal has none; classified as a suggestion later, it counts from registration', () => {
    const life = registered({ purpose: null });
    expect(running(life)).toEqual(['triage office']);
    life.now += 3 * 24 * 3_600_000;
    life.do(classify({ purpose: 'suggestion' }), office);
    const clock = life.state.clocks.find(({ period }) => period === 'suggestion');
    expect(clock?.startedAt).toBe(life.state.registeredAt);
    life.do(classify({ purpose: 'enquiry' }), office);
    expect(running(life)).toEqual(['triage office', 'enquiry office']);
    life.do(classify(), office);
    expect(running(life)).toEqual(['triage office']);
  });

  test('a letter of several purposes has none before it is split', () => {
    const life = registered({ purpose: null });
    life.do(classify({ purpose: 'suggestion', mixed: true }), office);
    expect(life.state.shortPath).toBeNull();
  });

  test('the clock goes with the petition, and comes back with it', () => {
    const life = of('suggestion');
    life.do(refer('housing'), office);
    expect(running(life)).toContain('suggestion housing');
    life.do({ type: 'object', reasons: text }, staff('housing'));
    const upheld = { type: 'decideObjection', upheld: true, reasons: text } as const;
    life.do({ ...upheld, paperId: 'back' }, office);
    expect(running(life)).toContain('suggestion office');
  });

  test('a body that took it in itself has the clock and answers it', () => {
    const life = direct({ purpose: 'enquiry' });
    expect(running(life)).toEqual(['direct-notice housing', 'enquiry housing']);
    expect(may(staff('housing'), 'answerBriefly', life.state)).toBe(true);
    expect(may(office, 'answerBriefly', life.state)).toBe(false);
  });
});

describe('P-18 suggestions (Reg. 29)', () => {
  test.each(['adopted', 'partly-adopted', 'not-adopted'] as const)(
    '%s: decided with the seal of the written answer, by another than who drafted it',
    (adoption) => {
      const life = of('suggestion');
      life.do(suggest(adoption), office);
      expect(life.state.adoption).toBeNull();
      expect(answerTo(life, { type: 'checkPaper', paperId: 'answer' }, office)).toBe('same-person');
      life.issue('answer', 'office');
      expect(life.state).toMatchObject({
        adoption,
        status: 'concluded',
        conclusion: { form: 'answered', reason: adoption, paperId: 'answer' },
      });
      expect(running(life)).toEqual(['service office']);
      life.do(serve(life, 'answer'), office);
      expect(running(life)).toEqual([]);
    },
  );

  test('without a reason, or of another purpose, it is refused', () => {
    expect(answerTo(of('suggestion'), { ...suggest(), reason: short } as Command, office)).toBe(
      'explanation-required',
    );
    expect(answerTo(of('appeal'), suggest(), office)).toBe('suggestion-only');
    expect(answerTo(of('suggestion'), answer(), office)).toBe('brief-answer-only');
  });

  test('a contribution is honoured when it was adopted, wholly or partly', () => {
    const honour: Command = { type: 'honourContribution', text };
    for (const [adoption, expected] of [
      ['adopted', 'done'],
      ['partly-adopted', 'done'],
      ['not-adopted', 'honour-adopted-only'],
    ] as const) {
      const life = of('suggestion');
      life.do(suggest(adoption), office);
      life.issue('answer', 'office');
      expect(answerTo(life, honour, headOf('office'))).toBe(expected);
    }
  });

  test('the unit that has it answers; the one button says so', () => {
    const life = of('suggestion');
    life.do(refer('housing'), office);
    const row = project(life.state, calendar).byUnit.find(({ reader }) => reader === 'housing');
    expect(row?.tasks).toEqual(['suggestion']);
    expect(answerTo(life, suggest(), staff('housing'))).toBe('done');
  });
});

describe('P-18 enquiries and thanks', () => {
  test.each(['enquiry', 'thanks'] as const)('%s: answered at once, in words to read', (purpose) => {
    const life = of(purpose);
    life.do(answer(), office);
    expect(life.state.papers).toEqual([]);
    expect(life.state.conclusion).toMatchObject({
      form: 'answered',
      reason: `${purpose}-answered`,
      explanation: text,
    });
    expect(running(life)).toEqual([]);
  });

  test('on paper where it was asked for: concluded with the seal', () => {
    const life = of('enquiry');
    life.do(answer(true), office);
    expect(life.state.status).toBe('registered');
    life.issue('answer', 'office');
    expect(life.state.conclusion).toMatchObject({ form: 'answered', reason: 'enquiry-answered' });
    expect(running(life)).toEqual(['service office']);
  });

  test('an appeal is not brushed off with a brief answer', () => {
    const life = of('appeal');
    expect(answerTo(life, answer(), office)).toBe('brief-answer-only');
    life.do(refer('housing'), office);
    life.do(accept, staff('housing'));
    expect(answerTo(life, answer(), staff('housing'))).toBe('brief-answer-only');
  });
});
