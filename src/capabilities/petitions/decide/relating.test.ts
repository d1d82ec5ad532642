import { describe, expect, test } from 'vitest';
import type { Command, CommandOf, GroupAnswer } from '../command.ts';
import { dayLength, staff } from '../life.test-data.ts';
import type { PaperEffect, PaperKind } from '../petition.ts';
import {
  accept,
  answered,
  answerTo,
  handled,
  opinion,
  petitioner,
  refer,
  referred,
  registered,
  running,
  serve,
  short,
  system,
  text,
} from './steps.test-data.ts';

const office = staff('office');

const relate = (more: Partial<CommandOf<'relate'>> = {}): Command => ({
  type: 'relate',
  relationId: 'r1',
  kind: 'repeat-of',
  side: 'from',
  other: 'petition-2',
  reason: text,
  suggested: true,
  ...more,
});
const undo = (relationId = 'r1'): Command => ({ type: 'undoRelation', relationId, reason: text });
const merge: Command = { type: 'merge', into: 'petition-2', explanation: text, paperId: 'notice' };
const undoMerge: Command = { type: 'undoMerge', reason: text };

describe('P-13 relations that people state', () => {
  test.each([
    ['repeat of another', {}, 'done'],
    ['same matter', { kind: 'same-matter' }, 'done'],
    ['itself', { other: 'petition-1' }, 'relation-self'],
    ['no reason', { reason: short }, 'explanation-required'],
  ] as const)('P-13 %s', (_, more, answer) => {
    expect(answerTo(registered(), relate(more), office)).toBe(answer);
  });

  test('P-13 said once, undone once; what was undone stays readable with who, when and why', () => {
    const life = registered();
    life.do(relate(), office);
    expect(answerTo(life, relate({ relationId: 'r2' }), office)).toBe('relation-exists');
    life.now += dayLength;
    life.do(undo(), staff('office', 'office-head'));
    expect(life.state.relations).toEqual([
      expect.objectContaining({
        kind: 'repeat-of',
        other: 'petition-2',
        actor: 'staff:office-officer',
        suggested: true,
        undone: { at: life.now, actor: 'staff:office-head', reason: text },
      }),
    ]);
    expect(answerTo(life, undo(), office)).toBe('relation-undone');
    expect(answerTo(life, undo('none'), office)).toBe('relation-unknown');
    expect(answerTo(life, relate({ relationId: 'r3' }), office)).toBe('done');
  });

  test('L-5 an accusation has no relation at all', () => {
    const life = registered({ purpose: 'accusation' });
    expect(answerTo(life, relate(), office)).toBe('relation-accusation');
    expect(answerTo(life, { type: 'formGroup', reason: text }, office)).toBe('group-accusation');
    expect(answerTo(life, join(), office)).toBe('group-accusation');
  });
});

describe('P-13 undoing a merge', () => {
  test.each([
    ['registered', () => registered(), ['triage office']],
    ['handling', () => handled(), ['handling housing']],
  ] as const)(
    'P-13 merged while %s it is open there again, its days uninterrupted',
    (status, life, clocks) => {
      const merged = life();
      const before = merged.state;
      const unit = before.holder;
      merged.now += 3 * dayLength;
      merged.do(merge, staff(unit));
      expect(running(merged)).toEqual([]);
      merged.now += 5 * dayLength;
      merged.do(undoMerge, staff(unit));
      const { state } = merged;
      expect(state).toMatchObject({ status, holder: unit, conclusion: null });
      expect(running(merged)).toEqual(clocks);
      expect(state.clocks).toEqual(before.clocks);
      expect(state.papers.find(({ kind }) => kind === 'merge-notice')?.stage).toBe('void');
      expect(state.relations.at(-1)).toMatchObject({
        kind: 'merged-into',
        undone: { actor: `staff:${unit}-officer`, reason: text },
      });
    },
  );

  test('P-13 what was not merged cannot be unmerged', () => {
    expect(answerTo(answered(), undoMerge, office)).toBe('merge-none');
  });

  test('P-13 the petition that went on lets it go, and remembers', () => {
    const life = registered();
    life.do({ type: 'absorb', petition: 'petition-3' }, office);
    life.do({ type: 'undoAbsorption', petition: 'petition-3', reason: text }, office);
    expect(life.state.absorbed).toEqual([]);
    expect(life.state.relations[0]?.undone?.reason).toEqual(text);
    const again: Command = { type: 'undoAbsorption', petition: 'petition-3', reason: text };
    expect(answerTo(life, again, office)).toBe('merge-none');
  });
});

const head = { id: 'head', isHead: true, open: true, accusation: false, office: 'office' };
function join(more: Partial<CommandOf<'joinGroup'>> = {}): Command {
  return {
    type: 'joinGroup',
    relationId: 'm1',
    head,
    consent: true,
    reason: text,
    suggested: false,
    ...more,
  };
}

const answer = (kind: PaperKind, effect: PaperEffect | null): GroupAnswer => ({
  headPaperId: `head-${kind}`,
  paperId: `own-${kind}`,
  kind,
  issuer: 'housing',
  text: null,
  effect,
  number: '1号',
  document: { id: `paper:own-${kind}`, hash: 'h' },
  verifyCode: 'C',
});
const notice = answer('acceptance-notice', null);
const opinionOf = (life: ReturnType<typeof registered>): GroupAnswer => {
  const { demands } = opinion(life) as CommandOf<'draftOpinion'>;
  return answer('opinion', { kind: 'opinion', demands });
};
const follow = (more: Partial<CommandOf<'followHead'>> = {}): Command => ({
  type: 'followHead',
  head: 'head',
  place: { status: 'handling', holder: 'housing', round: 1 },
  redoDue: null,
  answers: [],
  ended: false,
  dissolved: false,
  ...more,
});

/** A member whose head is being handled by the housing bureau. */
const member = (life = registered()) => {
  life.do(join(), office);
  return life;
};

describe('P-13 group matters: joining', () => {
  test.each([
    ['with consent', {}, 'done'],
    ['without it', { consent: false }, 'group-consent'],
    ['itself', { head: { ...head, id: 'petition-1' } }, 'relation-self'],
    ['what heads nothing', { head: { ...head, isHead: false } }, 'group-none'],
    ['a concluded group', { head: { ...head, open: false } }, 'group-ended'],
    ['a group of another office', { head: { ...head, office: 'x' } }, 'group-other-office'],
    ['without a reason', { reason: short }, 'explanation-required'],
  ] as const)('P-13 %s', (_, more, told) => {
    expect(answerTo(registered(), join(more), office)).toBe(told);
  });

  test('P-13 neither a head nor a member joins another group', () => {
    const life = registered();
    life.do({ type: 'formGroup', reason: text }, office);
    expect(answerTo(life, join(), office)).toBe('group-exists');
    expect(answerTo(member(), join({ relationId: 'm2' }), office)).toBe('group-member');
  });

  test('P-13 steps of its own wait until it leaves; material and talks go on', () => {
    const life = member();
    expect(answerTo(life, refer('housing'), office)).toBe('group-member');
    life.do({ type: 'addMaterial', text, attachments: [] }, petitioner);
    life.do({ type: 'leaveGroup', reason: null }, petitioner);
    expect(life.state).toMatchObject({ group: null, status: 'registered', holder: 'office' });
    expect(running(life)).toEqual(['triage office']);
    expect(answerTo(life, refer('housing'), office)).toBe('done');
  });

  test('P-13 the office takes a member out only with a reason; nobody leaves twice', () => {
    const life = member();
    const silent: Command = { type: 'leaveGroup', reason: null };
    expect(answerTo(life, silent, office)).toBe('explanation-required');
    life.do({ type: 'leaveGroup', reason: text }, office);
    expect(answerTo(life, silent, petitioner)).toBe('group-not-member');
  });
});

describe('P-13 group matters: following the head', () => {
  test('P-13 P-9 it is referred and accepted with its head, on clocks of its own', () => {
    const life = member();
    life.now += 4 * dayLength;
    life.do(follow({ place: { status: 'objected', holder: 'housing', round: 1 } }), system);
    expect(life.state).toMatchObject({ status: 'referred', holder: 'housing' });
    expect(running(life)).toEqual(['acceptance housing']);
    life.now += dayLength;
    life.do(follow({ answers: [notice] }), system);
    expect(life.state.status).toBe('handling');
    expect(running(life)).toEqual(['handling housing']);
    expect(life.state.clocks.at(-1)?.startedAt).toBe(life.now);
  });

  test('P-13 what was already accepted keeps the day from which its handling counts', () => {
    const life = member(handled());
    const before = life.state.clocks.find(({ period }) => period === 'handling');
    life.now += dayLength;
    life.do(follow({ place: { status: 'handling', holder: 'transport', round: 1 } }), system);
    const after = life.state.clocks.filter(({ period }) => period === 'handling');
    expect(after).toEqual([{ ...before, holder: 'transport' }]);
    life.do(follow({ place: { status: 'registered', holder: 'office', round: 1 } }), system);
    expect(life.state.status).toBe('handling');
  });

  test('P-13 the answer is its own paper, and its own service starts its own thirty days', () => {
    const life = member();
    life.do(follow({ answers: [notice, opinionOf(life)] }), system);
    expect(life.state.status).toBe('issued');
    expect(life.state.demands.map(({ outcome }) => outcome)).toEqual(['explained', 'explained']);
    expect(running(life)).toEqual(['service housing']);
    life.now += 6 * dayLength;
    life.do(serve(life, 'own-opinion'), staff('housing'));
    expect(life.state.conclusion?.form).toBe('opinion');
    expect(running(life)).toEqual(['review-request petitioner']);
  });

  test('P-13 a second run finds nothing to do; a paper is not given twice', () => {
    const life = member();
    const command = follow({ answers: [notice, opinionOf(life)] });
    life.do(command, system);
    const { version } = life.state;
    life.do(command, system);
    expect(life.state.version).toBe(version);
  });

  test('P-13 handled again at the head, it is handled again here with the day that was set', () => {
    const life = member();
    life.do(follow({ answers: [notice, opinionOf(life)] }), system);
    life.do(serve(life, 'own-opinion'), staff('housing'));
    life.now += dayLength;
    const place = { status: 'handling', holder: 'housing', round: 2 } as const;
    life.do(follow({ place, redoDue: life.inDays(20) }), system);
    expect(life.state).toMatchObject({ status: 'handling', round: 2, conclusion: null });
    expect(running(life)).toEqual(['redo housing']);
    const second = { ...opinionOf(life), headPaperId: 'second', paperId: 'second' };
    life.do(follow({ place, answers: [second] }), system);
    expect(life.state.status).toBe('issued');
  });

  test('P-13 a refusal of the head refuses each member by its own paper', () => {
    const life = member();
    const effect = { kind: 'not-accept', reason: 'legal-route' } as const;
    const place = { status: 'concluded', holder: 'office', round: 1 } as const;
    life.do(follow({ place, answers: [{ ...answer('refusal', effect), text }] }), system);
    expect(life.state.conclusion).toMatchObject({ form: 'not-accepted', paperId: 'own-refusal' });
    expect(running(life)).toEqual(['service housing']);
  });

  test('P-13 an end of the head that answers nobody gives the members back their own life', () => {
    const life = member();
    const place = { status: 'concluded', holder: 'office', round: 1 } as const;
    life.do(follow({ place, ended: true }), system);
    expect(life.state.group).toBeNull();
    expect(running(life)).toEqual(['triage office']);
    expect(life.state.relations.at(-1)?.undone).not.toBeNull();
  });

  test('P-13 who has left is not carried along', () => {
    const life = member();
    life.do({ type: 'leaveGroup', reason: null }, petitioner);
    const { version } = life.state;
    life.do(follow({ answers: [notice] }), system);
    expect(life.state.version).toBe(version);
  });

  test('P-13 the head tells its members of what changes its place or seals a paper', () => {
    const life = referred();
    life.do({ type: 'formGroup', reason: text }, staff('housing'));
    const formed = life.state.groupNews;
    life.do({ type: 'recordTalk', record: text, heldAt: life.now }, staff('housing'));
    expect(life.state.groupNews).toBe(formed);
    life.do(accept, staff('housing'));
    expect(life.state.groupNews).toBeGreaterThan(formed);
  });
});
