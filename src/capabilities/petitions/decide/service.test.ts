import { describe, expect, test } from 'vitest';
import { localDateOf, startOfDay } from '../../../kernel/local-date.ts';
import type { CommandOf } from '../command.ts';
import { calendar, dayLength, hour, staff, words, type Life } from '../life.test-data.ts';
import { project } from '../projection.ts';
import {
  answerTo,
  handled,
  opinion,
  redirect,
  registered,
  running,
  system,
  text,
} from './steps.test-data.ts';

const housing = staff('housing');
const photograph = {
  id: 'photo',
  address: 'a',
  mediaType: 'image/jpeg',
  size: 1,
  name: { id: 'n', hash: 'h' },
  purpose: 'photograph',
} as const;
const given = { mailNumber: true, witness: true, place: true };

type Service = Partial<CommandOf<'servePaper'>>;
const serve = (life: Life, more: Service = {}): CommandOf<'servePaper'> => ({
  type: 'servePaper',
  paperId: 'opinion',
  way: 'hand',
  servedOn: startOfDay(localDateOf(life.now)).getTime(),
  proof: text,
  ...more,
});

/** An opinion sealed today, that waits for its service. */
const sealed = (): Life => {
  const life = handled(registeredByLetter());
  life.do(opinion(life), housing);
  life.issue('opinion', 'housing');
  return life;
};

const registeredByLetter = () => {
  const life = registered({ electronicService: false });
  life.do({ type: 'refer', to: 'housing', instruction: null, paperId: 'r' }, staff('office'));
  return life;
};

const reviewDue = (life: Life): string | undefined =>
  project(life.state, calendar).clocks.find(
    ({ period, stoppedAt }) => period === 'review-request' && stoppedAt === null,
  )?.dueDate;

describe('G-2 what each way of service needs as proof', () => {
  test.each([
    ['by hand, signed', {}, 'done'],
    ['by hand, nobody signed', { proof: null }, 'service-proof'],
    ['left, with a witness', { way: 'left', given }, 'done'],
    ['left, with a photograph', { way: 'left', photographs: [photograph] }, 'done'],
    ['left, with neither', { way: 'left' }, 'service-witness'],
    ['left, without what happened', { way: 'left', given, proof: words('', 0) }, 'service-proof'],
    ['post, with its number', { way: 'post', given, proof: null }, 'done'],
    ['post, without', { way: 'post' }, 'service-mail-number'],
    ['electronic without consent', { way: 'electronic' }, 'service-consent'],
    ['announced', { way: 'announcement', given }, 'done'],
    ['announced nowhere', { way: 'announcement' }, 'service-place'],
    [
      'announced without any other way tried',
      { way: 'announcement', given, proof: null },
      'service-proof',
    ],
    ['not servable, why', { way: 'not-servable', unservable: 'anonymous' }, 'done'],
    ['not servable, unexplained', { way: 'not-servable' }, 'service-unservable'],
    ['tomorrow', { servedOn: Number.MAX_SAFE_INTEGER }, 'date-in-future'],
  ] as const)('G-2 %s', (_, more, answer) => {
    expect(answerTo(sealed(), serve(sealed(), more), housing)).toBe(answer);
  });

  test('G-2 nothing was served before it was sealed', () => {
    const life = sealed();
    const servedOn = life.now - dayLength;
    expect(answerTo(life, serve(life, { servedOn }), housing)).toBe('service-before-seal');
  });
});

describe('G-2 each way starts the right clock at the right moment', () => {
  // Sealed on Monday 2 November, recorded on Friday 6 November.
  test.each([
    ['hand', '2026-11-03', {}, '2026-12-03'],
    ['left', '2026-11-03', { photographs: [photograph] }, '2026-12-03'],
    ['post', '2026-11-05', { given }, '2026-12-07'],
  ] as const)(
    'G-2 %s: thirty days from the day of service, not from the day of the record',
    (way, day, more, due) => {
      const life = sealed();
      life.now += 4 * dayLength;
      const servedOn = startOfDay(day as never).getTime();
      life.do(serve(life, { way, servedOn, ...more }), housing);
      expect(life.state.conclusion?.form).toBe('opinion');
      expect(reviewDue(life)).toBe(due);
      expect(running(life)).toEqual(['review-request petitioner']);
    },
  );

  test('G-2 electronic: from the moment at which it could be opened', () => {
    const life = registered();
    life.do({ type: 'refer', to: 'housing', instruction: null, paperId: 'r' }, staff('office'));
    handled(life);
    life.do(opinion(life), housing);
    life.issue('opinion', 'housing');
    const servedOn = life.now;
    life.now += 2 * dayLength;
    life.do(serve(life, { way: 'electronic', servedOn, proof: null }), system);
    const clock = life.state.clocks.find(({ period }) => period === 'review-request');
    expect(clock?.startedAt).toBe(servedOn);
  });

  test('G-2 announcement: nothing begins on publication; thirty days later it is served', () => {
    const life = sealed();
    life.do(serve(life, { way: 'announcement', given }), housing);
    expect(life.state.status).toBe('issued');
    expect(running(life)).toEqual(['announcement housing']);
    const again = serve(life, { way: 'announcement', proof: null });
    life.now += 30 * dayLength;
    expect(answerTo(life, again, system)).toBe('service-announced');
    // The job comes three days late: the service is of the last day all the same.
    life.now += 4 * dayLength;
    life.do(again, system);
    expect(life.state).toMatchObject({ status: 'concluded', conclusion: { form: 'opinion' } });
    const paper = life.state.papers.find(({ id }) => id === 'opinion');
    expect(localDateOf(paper?.servedAt ?? 0)).toBe('2026-12-02');
    expect(reviewDue(life)).toBe('2027-01-04');
    expect(running(life)).toEqual(['review-request petitioner']);
    expect(answerTo(life, again, system)).toBe('paper-stage');
  });

  test('G-2 whoever comes while it is announced has it by hand from that day', () => {
    const life = sealed();
    life.do(serve(life, { way: 'announcement', given }), housing);
    life.now += 9 * dayLength;
    life.do(serve(life), housing);
    expect(running(life)).toEqual(['review-request petitioner']);
    expect(reviewDue(life)).toBe('2026-12-11');
  });

  test('G-2 not servable: concluded and recorded as such, no right begins to end until it is handed over', () => {
    const life = sealed();
    life.do(serve(life, { way: 'not-servable', unservable: 'no-address' }), housing);
    expect(life.state).toMatchObject({ status: 'concluded', conclusion: { form: 'opinion' } });
    expect(running(life)).toEqual([]);
    life.now += 100 * dayLength;
    life.do(serve(life), housing);
    expect(running(life)).toEqual(['review-request petitioner']);
    const clock = life.state.clocks.find(({ period }) => period === 'review-request');
    expect(clock?.startedAt).toBe(startOfDay(localDateOf(life.now)).getTime());
    expect(answerTo(life, serve(life), housing)).toBe('paper-stage');
  });

  test('G-2 a redirection that a body takes up waits for that body from its service on', () => {
    const life = registered({ electronicService: false });
    life.do(redirect(true), staff('office'));
    life.issue('redirection', 'office');
    life.now += 2 * hour;
    life.do(serve(life, { paperId: 'redirection' }), staff('office'));
    expect(running(life)).toEqual(['confirm-receipt office']);
  });

  test('G-2 a photograph of the refusal is kept with the petition', () => {
    const life = sealed();
    life.do(serve(life, { way: 'left', photographs: [photograph] }), housing);
    expect(life.state.attachments).toEqual([photograph]);
  });
});
