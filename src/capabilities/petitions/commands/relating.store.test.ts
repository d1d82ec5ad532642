import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run, scopeOf } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/vault/index.ts';
import { documentItem } from './paper-seal.ts';
import { isRunning } from '../../../kernel/case-clocks.ts';
import { head, must, named, openCounty, staff, type County } from '../queries/county.test-data.ts';
import { openFolder } from '../queries/folder.ts';
import {
  listGroupMembers,
  openGroup,
  openPetitionView,
  openPublicProgress,
} from '../queries/index.ts';
import { rebuildPetitions } from '../rebuild.ts';
import { completeWithdrawals } from './complete-withdrawals.ts';
import { followHead } from './follow-head.ts';
import { mergePetition } from './joining.ts';
import { joinGroup, relatePetitions, undoMerge, undoRelation } from './relating.ts';

const day = 24 * 3600 * 1000;
const office = staff('office');
const system = scopeOf({ kind: 'system', name: 'test' });
const reason = '核实后确认反映的是同一件事。';
const never = new AbortController().signal;

let county: County;
beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

const options = (actor = office) => ({ actor, commandId: newId() });

const folderOf = (id: string) =>
  county.deps.db.withActor(system, 'read', async (tx) => {
    const folder = await openFolder(tx, county.deps.vault, id);
    if (folder === null) throw new Error('no petition');
    return folder;
  });

const stateOf = async (id: string) => (await folderOf(id)).petition;

const rowsAt = (id: string) =>
  county.deps.db.withActor(system, 'read', (tx) =>
    run<{ kind: string; undone: boolean }>(tx, {
      name: 'test.relations',
      text: `SELECT kind, undone_at IS NOT NULL AS undone FROM relation
              WHERE stream_id = $1 OR from_id = $1 ORDER BY made_at, kind`,
      values: [id],
    }),
  );

const two = async () => {
  const [one, other] = [await county.register(), await county.register()];
  return { one: one.id, other: other.id };
};

describe('P-13 relations in both petitions', () => {
  test('P-13 both sides read it, and read on by whom, when and why it was undone', async () => {
    const { one, other } = await two();
    const input = { kind: 'repeat-of', other, reason, suggested: true } as const;
    const asked = options();
    const { version } = must(await relatePetitions(county.deps, one, input, asked));
    expect(must(await relatePetitions(county.deps, one, input, asked)).version).toBe(version);
    const view = await openPetitionView(county.deps, office, other, county.at.now);
    expect(view?.relations).toMatchObject([
      { kind: 'repeated-by', id: one, by: 'office-officer by name', reason, undone: null },
    ]);
    const relationId = view?.relations[0]?.relationId ?? '';
    const undone = { relationId, reason: '核实后是另一栋楼的问题。' };
    must(await undoRelation(county.deps, other, undone, options(head('office'))));
    const after = await openPetitionView(county.deps, office, one, county.at.now);
    expect(after?.relations).toMatchObject([
      { kind: 'repeat-of', reason, undone: { by: 'office-head by name', reason: undone.reason } },
    ]);
    expect(await rowsAt(one)).toEqual([{ kind: 'repeat-of', undone: true }]);
    const again = await undoRelation(county.deps, one, undone, options());
    expect(again).toMatchObject({ refusal: { code: 'relation-undone' } });
  });

  test('P-13 two clerks who relate the same two from both ends do not wait for each other for ever', async () => {
    const { one, other } = await two();
    const done = await Promise.all(
      [
        [one, other],
        [other, one],
      ].map(([from = '', to = '']) =>
        relatePetitions(
          county.deps,
          from,
          { kind: 'same-matter', other: to, reason, suggested: false },
          options(),
        ),
      ),
    );
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('L-5 nobody relates anything to an accusation, and becoming one takes the relations away', async () => {
    const { one, other } = await two();
    const accusation = await county.register({ purpose: 'accusation' }, named('office'));
    const input = { kind: 'repeat-of', reason, suggested: false } as const;
    const blind = { ...input, other: accusation.id };
    expect(await relatePetitions(county.deps, one, blind, options())).toMatchObject({
      refusal: { code: 'not-found' },
    });
    const seeing = await relatePetitions(county.deps, one, blind, options(named('office')));
    expect(seeing.ok).toBe(false);
    must(await relatePetitions(county.deps, one, { ...input, other }, options()));
    const classify = { purpose: 'accusation', category: null, urgency: 'ordinary' } as const;
    await county.run(office, one, 'classify', {
      ...classify,
      regionCode: '430121',
      accusedUnits: [],
    });
    expect(await rowsAt(one)).toEqual([]);
    const view = await openPetitionView(county.deps, office, other, county.at.now);
    expect(view?.relations).toEqual([]);
  });

  test('P-13 L-5 what is no accusation any more stands in its relations again, those that others wrote too', async () => {
    const { one, other } = await two();
    const third = (await county.register()).id;
    const merged = (await county.register()).id;
    const say = (from: string, to: string) =>
      relatePetitions(
        county.deps,
        from,
        { kind: 'repeat-of', other: to, reason, suggested: false },
        options(),
      );
    must(await say(one, other));
    must(await say(third, one));
    must(await mergePetition(county.deps, merged, { into: one, explanation: reason }, options()));
    const before = await rowsAt(one);
    expect(before).toHaveLength(3);
    const classify = (id: string, purpose: 'accusation' | 'appeal', as = office) =>
      county.run(as, id, 'classify', {
        purpose,
        category: { first: '城乡建设', second: null, third: null },
        urgency: 'ordinary',
        regionCode: '430121',
        accusedUnits: [],
      });
    await classify(one, 'accusation');
    await classify(third, 'accusation');
    expect(await rowsAt(one)).toEqual([]);
    await classify(one, 'appeal', named('office'));
    // Of the third, still an accusation, nothing leads back to it.
    expect(await rowsAt(one)).toHaveLength(2);
    expect(await rebuildPetitions(county.deps, 'check', () => undefined)).toEqual([]);
    await classify(third, 'appeal', named('office'));
    expect(await rowsAt(one)).toEqual(before);
    expect(await rebuildPetitions(county.deps, 'check', () => undefined)).toEqual([]);
    const view = await openPetitionView(county.deps, office, other, county.at.now);
    expect(view?.relations).toMatchObject([{ kind: 'repeated-by', id: one, undone: null }]);
  });
});

test('P-13 a merge undone: open again with its holder and its clock, both streams remember', async () => {
  const { one, other } = await two();
  const before = await stateOf(one);
  must(await mergePetition(county.deps, one, { into: other, explanation: reason }, options()));
  county.at.now += 5 * day;
  const asked = options();
  const input = { reason: '核实后不是同一件事。' };
  const { version } = must(await undoMerge(county.deps, one, input, asked));
  expect(must(await undoMerge(county.deps, one, input, asked)).version).toBe(version);
  const after = await stateOf(one);
  expect(after).toMatchObject({ status: 'registered', holder: before.holder, conclusion: null });
  expect(after.clocks).toEqual(before.clocks);
  expect((await stateOf(other)).absorbed).toEqual([]);
  expect(await rowsAt(one)).toEqual([{ kind: 'merged-into', undone: true }]);
  expect(await undoMerge(county.deps, one, input, options())).toMatchObject({
    refusal: { code: 'merge-none' },
  });
  const progress = await openPublicProgress(county.deps, one, county.at.now);
  expect(progress).toMatchObject({ status: 'registered', continuedIn: [] });
  expect(progress?.history[0]).toMatchObject({ type: 'MergeUndone', text: input.reason });
});

/** A head with so many members, all of them at the office. */
const group = async (size: number) => {
  const { id } = await county.register({ title: '全小区供暖不足' });
  await county.run(office, id, 'formGroup', { reason });
  const members: string[] = [];
  for (let place = 0; place < size; place += 1) {
    county.at.now += 1000;
    const member = await county.register({
      people: [{ name: `住户${place}号`, role: 'petitioner', address: '幸福小区' }],
    });
    await join(member.id, id);
    members.push(member.id);
  }
  return { id, members };
};

const join = async (memberId: string, headId: string) =>
  must(
    await joinGroup(
      county.deps,
      memberId,
      { head: headId, consent: true, reason, suggested: false },
      options(),
    ),
  );

const follow = (id: string, signal = never) => followHead(county.deps, id, signal);

/** The head is accepted and answered. */
const answer = async (id: string) => {
  await county.run(office, id, 'refer', { to: 'housing' });
  await county.run(staff('housing'), id, 'accept', {});
  const notice = await county.issue('housing', id);
  await follow(id);
  const { demands } = await stateOf(id);
  await county.run(staff('housing'), id, 'draftOpinion', {
    demands: demands.map((demand) => ({
      demandId: demand.id,
      outcome: 'supported' as const,
      facts: '现场测温不足十八度。',
      basis: '《供热条例》第二十条',
      answer: '已更换循环泵，达标供暖。',
      responsible: '热力公司',
      dueDate: '2026-12-30',
    })),
  });
  return { notice, opinion: await county.issue('housing', id) };
};

const countsOf = async (id: string) => {
  const shown = await openGroup(county.deps, office, id);
  return {
    members: shown?.members,
    behind: shown?.behind,
    answers: shown?.answers.map(({ kind, issued, served }) => ({ kind, issued, served })),
  };
};

describe('P-13 group matters', () => {
  test('P-13 every member gets every answer once, by name, with own papers and own clock', async () => {
    const { id, members } = await group(6);
    await answer(id);
    expect((await countsOf(id)).behind).toBe(6);

    // Killed in the middle of the second member: of four side by side three have followed, the
    // second is rolled back whole, two have not begun.
    const cut = new AbortController();
    let begun = 0;
    const dying: typeof county.deps = {
      ...county.deps,
      enqueueRendering: () => {
        begun += 1;
        if (begun !== 2) return Promise.resolve();
        cut.abort(new Error('killed'));
        return Promise.reject(new Error('killed'));
      },
    };
    await expect(followHead(dying, id, cut.signal)).rejects.toThrow('killed');
    expect((await countsOf(id)).behind).toBe(3);

    await Promise.all([follow(id), follow(id)]);
    await follow(id);
    expect(await countsOf(id)).toEqual({
      members: 6,
      behind: 0,
      answers: [
        { kind: 'acceptance-notice', issued: 6, served: 0 },
        { kind: 'opinion', issued: 6, served: 0 },
      ],
    });
    for (const [place, memberId] of members.entries()) {
      const { petition, words } = await folderOf(memberId);
      expect(petition.status).toBe('issued');
      expect(petition.papers.map(({ kind }) => kind)).toEqual(['acceptance-notice', 'opinion']);
      const paper = petition.papers[1];
      const text = JSON.stringify(words.find(documentItem(paper?.id ?? '')));
      expect(text).toContain(`住户${place}号`);
      expect(text).toContain('已更换循环泵');
      expect(text).not.toContain('王小明');
      expect(petition.demands.every(({ outcome }) => outcome === 'supported')).toBe(true);
    }
    const [first = '', second = ''] = members;
    county.at.now += 2 * day;
    const { papers } = await stateOf(first);
    await county.run(staff('housing'), first, 'servePaper', {
      paperId: papers[1]?.id ?? '',
      way: 'hand',
      servedOn: '2026-11-08',
      proof: '本人签收',
    });
    const served = await stateOf(first);
    expect(served.conclusion?.form).toBe('opinion');
    expect(served.clocks.filter(isRunning).map(({ period }) => period)).toContain('review-request');
    expect((await stateOf(second)).status).toBe('issued');
    expect((await countsOf(id)).answers?.[1]).toMatchObject({ issued: 6, served: 1 });
  });

  test('P-13 whoever joins late gets what was issued before, and a page tells no names of others', async () => {
    const { id } = await group(1);
    await answer(id);
    const late = await county.register();
    await join(late.id, id);
    await follow(id);
    const state = await stateOf(late.id);
    expect(state.status).toBe('issued');
    expect(state.papers.map(({ kind }) => kind)).toEqual(['acceptance-notice', 'opinion']);
    const progress = await openPublicProgress(county.deps, late.id, county.at.now);
    expect(progress?.together).toBe(true);
    expect(JSON.stringify(progress)).not.toContain('住户');
  });

  test('P-13 members by keyset page; who left is not among them and gets nothing more', async () => {
    const { id, members } = await group(5);
    const [gone = ''] = members;
    await county.run({ kind: 'petitioner', petitionId: gone }, gone, 'leaveGroup', {});
    const page = (after?: string) => listGroupMembers(county.deps, office, id, { after, limit: 2 });
    const first = await page();
    const second = await page(first?.next ?? '');
    const all = [...(first?.items ?? []), ...(second?.items ?? [])];
    expect(all.map((member) => member.id)).toEqual(members.slice(1));
    expect((await page(second?.next ?? ''))?.items ?? []).toEqual([]);
    await answer(id);
    await follow(id);
    expect((await stateOf(gone)).papers).toEqual([]);
    expect(await openGroup(county.deps, staff('transport'), id)).toBeNull();
  });

  test('P-13 a head that is withdrawn lets its members go their own way', async () => {
    const { id, members } = await group(2);
    const [member = ''] = members;
    const petitioner = { kind: 'petitioner', petitionId: id } as const;
    await county.run(petitioner, id, 'withdraw', { signed: false });
    county.at.now += 15 * day;
    await completeWithdrawals(county.deps, never);
    await follow(id);
    expect(await stateOf(member)).toMatchObject({ group: null, status: 'registered' });
    expect(await countsOf(id)).toMatchObject({ members: 0, behind: 0 });
  });

  test('L-1 the rows of relations that are lost or say otherwise are found and made again from the record', async () => {
    const { id, members } = await group(2);
    await follow(id);
    const check = () => rebuildPetitions(county.deps, 'check', () => undefined);
    const write = () => rebuildPetitions(county.deps, 'write', () => undefined);
    const change = (name: string, text: string) =>
      county.deps.db.withActor(system, 'write', (tx) => run(tx, { name, text, values: [] }));
    expect(await check()).toEqual([]);
    const spoiling = [
      `UPDATE relation SET status = 'elsewhere' WHERE stream_id = '${id}'`,
      `UPDATE relation SET undone_at = now() WHERE stream_id = '${id}'`,
      `UPDATE relation SET kind = 'repeat-of' WHERE stream_id = '${id}'`,
      `INSERT INTO relation (stream_id, relation_id, kind, from_id, made_at)
       VALUES ('${id}', 'invented', 'same-matter', '${members[0]}', now())`,
    ];
    for (const [at, text] of spoiling.entries()) {
      await change(`test.spoil-${at}`, text);
      const found = await check();
      expect(new Set(found.map(({ what }) => what))).toEqual(new Set(['relations']));
      expect(await write()).toEqual([]);
      expect(await check()).toEqual([]);
    }
    await change('test.drop', 'DELETE FROM relation');
    expect(await write()).toEqual([]);
    expect(await check()).toEqual([]);
    expect((await countsOf(id)).members).toBe(members.length);
    // How far they had followed is found again by the job, which changes nothing twice.
    await follow(id);
    expect(await countsOf(id)).toMatchObject({ members: members.length, behind: 0 });
  });
});
