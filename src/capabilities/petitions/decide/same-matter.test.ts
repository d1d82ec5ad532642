import { describe, expect, test } from 'vitest';
import { calendar, dayLength } from '../life.test-data.ts';
import type { Petition } from '../petition.ts';
import { refuseSameMatter } from './same-matter.ts';
import { answered, registered } from './steps.test-data.ts';
import { staff } from '../life.test-data.ts';
import { text } from './steps.test-data.ts';

const told = (petition: Petition, now: number) =>
  refuseSameMatter(petition, { now, calendar }).refusal;

describe('P-4 the same matter, concluded before', () => {
  const life = answered();
  const earlier = life.state;

  test.each([
    ['on the day of service', 0, 'same-matter-review'],
    ['on the last day of the thirty', 30, 'same-matter-review'],
    ['a day later', 31, 'same-matter-lapsed'],
  ] as const)('P-4 %s', (_, days, code) => {
    expect(told(earlier, life.now + days * dayLength)).toMatchObject({
      code,
      params: { until: '2026-12-02' },
    });
  });

  test('P-4 while a review goes on, and after the procedure has ended', () => {
    const review = {
      caseId: 'c',
      stage: 'review',
      body: 'county-government',
      requestedAt: life.now,
      state: 'pending',
    } as const;
    expect(told({ ...earlier, reviews: [review] }, life.now).code).toBe('same-matter-in-review');
    const procedureEnded = { at: life.now, caseId: 'c' };
    expect(told({ ...earlier, procedureEnded }, life.now).code).toBe('same-matter-ended');
  });

  test('P-4 concluded without an opinion: there is nothing to review', () => {
    const filed = registered({ purpose: 'thanks' });
    const answer = { answer: text, onPaper: false, paperId: 'x' };
    filed.do({ type: 'answerBriefly', ...answer }, staff('office'));
    expect(told(filed.state, filed.now).code).toBe('merge-target-not-open');
  });
});
