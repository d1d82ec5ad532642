import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../kernel/actor.ts';
import { findContestable } from '../afterwards/contest.ts';
import { calendar, hour, Life, staff, words } from '../life.test-data.ts';
import { project } from '../projection.ts';

const petitioner: Actor = { kind: 'petitioner', petitionId: 'petition-1' };
const office = staff('office');
const other = staff('office', 'office-other');

const contest = {
  type: 'contest',
  contestId: 'c1',
  reasons: words('w'),
  signed: false,
} as const;
const decision = (upheld: boolean) =>
  ({ type: 'decideContest', upheld, reasons: words('r'), paperId: 'answer' }) as const;

const codeOf = (answer: ReturnType<Life['try']>): string =>
  answer.ok ? 'ok' : answer.refusal.code;

const explanation = words('e');

/** Drafted by one, sealed by another; the refusal stands. */
function refused(): Life {
  const life = new Life();
  life.register();
  const reason = 'same-matter-open' as const;
  life.do({ type: 'notAccept', reason, explanation, paperId: 'p' }, office);
  life.issue('p', 'office');
  return life;
}

function merged(): Life {
  const life = new Life();
  life.register();
  life.do({ type: 'merge', into: 'petition-2', explanation, paperId: 'p' }, office);
  return life;
}

const tasksAt = (life: Life, unit: string) =>
  project(life.state, calendar).byUnit.find(({ reader }) => reader === unit)?.tasks ?? [];

describe('P-19 contest', () => {
  test('a refusal is contested with the code, once, with fifteen days to decide', () => {
    const life = refused();
    life.do(contest, petitioner);
    expect(tasksAt(life, 'office')).toContain('decide-contest');
    const clock = project(life.state, calendar).clocks.find(({ period }) => period === 'contest');
    expect(clock?.dueDate).toBe('2026-11-17');
    expect(codeOf(life.try(contest, petitioner))).toBe('contest-used');
  });

  test('at the window only with a signature', () => {
    const life = refused();
    expect(codeOf(life.try(contest, office))).toBe('contest-own');
    expect(codeOf(life.try({ ...contest, signed: true }, office))).toBe('ok');
  });

  test('whoever drafted, checked, signed or sealed the step never decides', () => {
    const life = refused();
    life.do(contest, petitioner);
    for (const userId of ['office-officer', 'office-head']) {
      expect(codeOf(life.try(decision(true), staff('office', userId)))).toBe('contest-involved');
    }
    expect(codeOf(life.try(decision(true), other))).toBe('ok');
  });

  test('upheld: open again in a round of its own, triaged anew', () => {
    const life = refused();
    life.do(contest, petitioner);
    life.do(decision(true), other);
    expect(life.state).toMatchObject({
      status: 'registered',
      holder: 'office',
      round: 2,
      conclusion: null,
    });
    expect(tasksAt(life, 'office')).toContain('triage');
    expect(findContestable(life.state)).toBeNull();
    // A second refusal is another step.
    const again = { type: 'notAccept', reason: 'legal-route', explanation, paperId: 'p2' } as const;
    life.do(again, office);
    life.issue('p2', 'office');
    expect(codeOf(life.try({ ...contest, contestId: 'c2' }, petitioner))).toBe('ok');
  });

  test('upheld: the refusal that was sealed and reached nobody is void, and nobody has to serve it', () => {
    const life = refused();
    expect(tasksAt(life, 'office')).toContain('paper-serve');
    life.do(contest, petitioner);
    life.do(decision(true), other);
    expect(life.state.papers.find(({ id }) => id === 'p')?.stage).toBe('void');
    life.issue('answer', 'office');
    // Only the answer to the contest goes out.
    const waiting = life.state.papers.filter(({ stage }) => stage === 'sealed');
    expect(waiting.map(({ kind }) => kind)).toEqual(['contest-decision']);
    // Rejected, the refusal still has to reach the petitioner.
    const kept = refused();
    kept.do(contest, petitioner);
    kept.do(decision(false), other);
    expect(kept.state.papers.find(({ id }) => id === 'p')?.stage).toBe('sealed');
  });

  test('whoever signed or sealed a paper of the step at the unit does not decide from another post', () => {
    const life = new Life();
    life.register();
    life.do({ type: 'refer', to: 'housing', instruction: null, paperId: 'r' }, office);
    life.issue('r', 'office');
    const redirect = { type: 'redirect', way: 2, explanation, awaitsReceipt: false } as const;
    life.do({ ...redirect, paperId: 'p' }, staff('housing'));
    life.do({ type: 'checkPaper', paperId: 'p' }, staff('housing', 'checker'));
    life.do({ type: 'signPaper', paperId: 'p' }, staff('housing', 'housing-head'));
    life.issue('p', 'housing');
    life.do(contest, petitioner);
    for (const userId of ['housing-officer', 'checker', 'housing-head']) {
      expect(codeOf(life.try(decision(true), staff('office', userId)))).toBe('contest-involved');
    }
    expect(codeOf(life.try(decision(true), other))).toBe('ok');
  });

  test('rejected: it stays, with the reasons on paper, and is not contested again', () => {
    const life = refused();
    life.do(contest, petitioner);
    life.do(decision(false), other);
    expect(life.state).toMatchObject({ status: 'concluded', round: 1 });
    expect(life.state.papers.at(-1)).toMatchObject({ kind: 'contest-decision', issuer: 'office' });
    expect(codeOf(life.try(contest, petitioner))).toBe('contest-used');
  });

  test('a merge is undone for that petition', () => {
    const life = merged();
    life.do(contest, petitioner);
    const done = life.try(decision(true), other);
    expect(done.ok && done.value[0]).toMatchObject({
      type: 'ContestDecided',
      data: { releasedFrom: 'petition-2' },
    });
    expect(life.state).toMatchObject({ status: 'registered', conclusion: null });
    // Its own days were never interrupted (P-13).
    const triage = life.state.clocks.find(({ period }) => period === 'triage');
    expect(triage?.stoppedAt).toBeNull();
  });

  test('a redirection is contested from its seal on, also while it still waits', () => {
    const life = new Life();
    life.register();
    const redirect = { type: 'redirect', way: 2, explanation, awaitsReceipt: true } as const;
    life.do({ ...redirect, paperId: 'p' }, office);
    expect(codeOf(life.try(contest, petitioner))).toBe('petition-not-in-status');
    life.issue('p', 'office');
    life.do(contest, petitioner);
    life.do(decision(true), other);
    expect(life.state).toMatchObject({ status: 'registered', awaitingReceipt: false });
  });

  test('against an opinion there is the review, not a contest', () => {
    const life = answered();
    expect(codeOf(life.try(contest, petitioner))).toBe('contest-none');
  });
});

/** The opinion reached the petitioner. */
function answered(): Life {
  const life = new Life();
  life.register();
  life.do({ type: 'refer', to: 'housing', instruction: null, paperId: 'p1' }, office);
  life.do({ type: 'accept', officer: 'housing-officer', paperId: 'p2' }, staff('housing'));
  life.do(
    {
      type: 'draftOpinion',
      paperId: 'p3',
      demands: life.state.demands.map(({ id }) => ({
        demandId: id,
        outcome: 'explained' as const,
        facts: words('f'),
        basis: words('b'),
        answer: words('a'),
        execution: null,
      })),
    },
    staff('housing'),
  );
  life.issue('p3', 'housing');
  life.do(
    {
      type: 'servePaper',
      paperId: 'p3',
      way: 'hand',
      servedOn: life.now - hour,
      proof: words('s'),
    },
    staff('housing'),
  );
  return life;
}

const call = (result: 'satisfied' | 'relapsed' | 'not-reached', said = words('w')) => ({
  type: 'recordFollowUp' as const,
  way: 'call' as const,
  heldAt: answered().now - hour,
  result,
  words: said,
});

describe('P-12 follow-up', () => {
  test('stands on the desk of the unit from the conclusion on, with thirty days', () => {
    const life = answered();
    expect(tasksAt(life, 'housing')).toContain('follow-up');
    const row = project(life.state, calendar).byUnit.find(({ reader }) => reader === 'housing');
    expect(row?.clock).toMatchObject({ period: 'follow-up', dueDate: '2026-12-02' });
    life.do(call('satisfied'), staff('housing'));
    expect(tasksAt(life, 'housing')).not.toContain('follow-up');
  });

  test('after three tries that reach nobody it ends as not reached', () => {
    const life = answered();
    for (const done of [null, null, 'not-reached']) {
      life.do(call('not-reached'), staff('housing'));
      expect(life.state.afterwards.followUps.at(-1)?.result).toBe(done);
    }
    expect(codeOf(life.try(call('not-reached'), staff('housing')))).toBe('follow-up-none');
  });

  test('P-10 what the petitioner says then is no rating', () => {
    const life = answered();
    life.do(call('satisfied'), staff('housing'));
    expect(life.state.afterwards.ratings.at(-1)?.current).toBeNull();
    expect(life.state.outcome.petitionerView).toBeNull();
  });

  test('V-3 goes on after the procedure has ended (Reg. 37), and opens no round beside that', () => {
    const life = answered();
    life.do({ type: 'endProcedure', caseId: 're-examination' }, { kind: 'system', name: 'review' });
    expect(tasksAt(life, 'housing')).toContain('follow-up');
    life.do(call('relapsed'), staff('housing'));
    expect(life.state).toMatchObject({ status: 'concluded', round: 1 });
    expect(life.state.afterwards.followUps.at(-1)?.result).toBe('relapsed');
  });

  test('a relapse opens a new handling round at the unit', () => {
    const life = answered();
    life.do(call('relapsed'), staff('housing'));
    expect(life.state).toMatchObject({
      status: 'handling',
      holder: 'housing',
      round: 2,
      roundCause: { reason: 'relapse' },
    });
    const running = life.state.clocks.filter(({ stoppedAt }) => stoppedAt === null);
    expect(running.map(({ period }) => period)).toEqual(['handling']);
  });
});
