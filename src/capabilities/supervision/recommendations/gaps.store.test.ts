import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listOfSource, stepCommitment } from '../../commitments/index.ts';
import { must, openCounty, type County } from '../../petitions/queries/county.test-data.ts';
import {
  beginRepair,
  dropGap,
  listGaps,
  openGap,
  openRepair,
  rebuildOwnRecords,
} from '../index.ts';
import { listRepairs } from './queries/index.ts';

import {
  supervisor,
  head,
  officer,
  housing,
  transport,
  people,
  by,
  recommendationRoom,
} from './recommendations.test-data.ts';

let county: County;
const { inDays, stepOnRepair, noted, repairInput, react, messagesOf } = recommendationRoom(
  () => county,
);

beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

describe('U-6 policy gaps and their repair', () => {
  test('U-6 a gap stands under a topic: what the office calls it, or the category of its petition', async () => {
    const { id } = must(await noted());
    expect(await openGap(county.deps, officer, id)).toMatchObject({
      topic: 'category 城乡建设',
      status: 'noted',
      missing: '没有写谁来维护',
    });
    const own = must(await noted({ topic: '二次供水' }));
    const page = await listGaps(county.deps, officer, { topic: '二次供水', limit: 50 });
    expect(page.items.map((each) => each.id)).toEqual([own.id]);
    expect(await noted({}, transport)).toMatchObject({ refusal: { code: 'not-found' } });
    must(await dropGap(county.deps, own.id, { reason: '政策里有' }, by(supervisor)));
    expect(await openGap(county.deps, officer, own.id)).toMatchObject({ status: 'dropped' });
  });

  test('U-6 gaps go under a leader; each stands in one repair; commitments carry it to a document', async () => {
    const gaps = [must(await noted()).id, must(await noted()).id];
    const begin = (input: ReturnType<typeof repairInput>, actor = head) =>
      beginRepair(county.deps, input, people, by(actor));
    expect(await begin(repairInput([], { leader: 'clerk' }))).toMatchObject({
      refusal: { code: 'repair-leader' },
    });
    expect(await begin(repairInput([], { leader: 'nobody' }))).toMatchObject({
      refusal: { code: 'person-unknown' },
    });
    expect(await begin(repairInput([]), housing)).toMatchObject({
      refusal: { code: 'not-permitted' },
    });
    const { id } = must(await begin(repairInput(gaps)));
    await react(id);
    await react(id);
    expect(await begin(repairInput(gaps))).toMatchObject({ refusal: { code: 'gap-taken' } });
    const promised = { text: '拿出修订草案', unit: 'housing', dueDate: inDays(30) };
    expect(await stepOnRepair(id, 'addStep', promised)).toBe('done');
    expect(await stepOnRepair(id, 'dropRepair', { reason: '省里统一改' })).toBe(
      'repair-promises-open',
    );
    const [promise] = await listOfSource(
      county.deps,
      head,
      { kind: 'policy-repair', id },
      county.at.now,
    );
    const report = {
      evidence: '草案已报送',
      doneOn: inDays(0),
      withoutConfirmation: '内部事项，由信访局核实',
      uploads: [],
    };
    const kept = await stepCommitment(
      county.deps,
      promise?.id ?? '',
      'reportFulfilled',
      report as never,
      by(housing) as never,
    );
    expect(kept.ok ? 'done' : kept.refusal).toBe('done');
    const view = await openRepair(county.deps, head, id, county.at.now);
    expect(view).toMatchObject({
      status: 'open',
      gaps: [{}, {}],
      commitments: [{ text: '拿出修订草案' }],
    });
    const result = { kind: 'changed', documentNumber: '临政办〔2026〕9号', text: '新增一章' };
    expect(await stepOnRepair(id, 'recordResult', { ...result, on: inDays(2) })).toBe(
      'date-in-future',
    );
    expect(await stepOnRepair(id, 'tellPetitioners')).toBe('recommendation-not-in-status');
    expect(await stepOnRepair(id, 'recordResult', { ...result, on: inDays(0) })).toBe('done');
    expect(await stepOnRepair(id, 'tellPetitioners')).toBe('done');
    await react(id);
    expect(await openGap(county.deps, officer, gaps[0] ?? '')).toMatchObject({
      status: 'repaired',
      repair: { id },
    });
    const petition = (await openGap(county.deps, officer, gaps[0] ?? ''))?.petition?.id ?? '';
    await react(id);
    const told = (await messagesOf(petition)).filter(
      ({ template }) => template === 'policy-repaired',
    );
    expect(told).toHaveLength(1);
    expect(await stepOnRepair(id, 'tellPetitioners')).toBe('repair-told');
  });

  test('U-6 two repairs want one gap at the same moment: one has it, the other is told', async () => {
    const gaps = [must(await noted()).id, must(await noted()).id];
    const begin = (wanted: readonly string[]) =>
      beginRepair(county.deps, repairInput(wanted), people, by(head));
    const both = await Promise.all([begin(gaps), begin(gaps.toReversed())]);
    const begun = both.flatMap((each) => (each.ok ? [each.value.id] : []));
    const refused = both.flatMap((each) => (each.ok ? [] : [each.refusal.code]));
    expect(refused).toEqual(['gap-taken']);
    const { id: late } = must(await begin([]));
    const gap = must(await noted()).id;
    const added = await Promise.all(
      [begun[0] ?? '', late].map((id) => stepOnRepair(id, 'addGaps', { gaps: [gap] })),
    );
    expect(added.toSorted()).toEqual(['done', 'gap-taken']);
    for (const id of [begun[0] ?? '', late]) await react(id);
    const { items } = await listRepairs(county.deps, head, { limit: 100 });
    for (const line of items) {
      const view = await openRepair(county.deps, head, line.id, county.at.now);
      expect(line.gaps).toBe(view?.gaps.length);
    }
    expect(await rebuildOwnRecords(county.deps, 'check')).toEqual([]);
  });

  test('U-6 when a repair is dropped its gaps wait for another', async () => {
    const gap = must(await noted()).id;
    const { id } = must(await beginRepair(county.deps, repairInput([]), people, by(head)));
    expect(await stepOnRepair(id, 'addGaps', { gaps: [gap] })).toBe('done');
    await react(id);
    expect(await openGap(county.deps, officer, gap)).toMatchObject({ status: 'grouped' });
    expect(await stepOnRepair(id, 'dropRepair', { reason: '省里统一改' })).toBe('done');
    await react(id);
    expect(await openGap(county.deps, officer, gap)).toMatchObject({
      status: 'noted',
      repair: null,
    });
    expect(await rebuildOwnRecords(county.deps, 'check')).toEqual([]);
  });
});
