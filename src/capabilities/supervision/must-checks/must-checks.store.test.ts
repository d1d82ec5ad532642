import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor, StaffActor } from '../../../kernel/actor.ts';
import { addDays, localDateOf } from '../../../kernel/local-date.ts';
import { newId } from '../../../platform/vault/index.ts';
import { named, openCounty, staff, type County } from '../../petitions/queries/county.test-data.ts';
import {
  followStreams,
  listSupervision,
  openItem,
  orderSupervision,
  rebuildSupervision,
  runMustChecks,
  stepItem,
  type ItemLine,
} from '../index.ts';

let county: County;
const day = 86_400_000;
const housing = staff('housing');
const office = staff('office');
const supervisor: StaffActor = { ...staff('office', 'office-supervisor'), roles: ['supervisor'] };
const city: StaffActor = {
  ...staff('city-office', 'city-office-supervisor'),
  roles: ['supervisor'],
};
const { signal } = new AbortController();
const words = '经查属实，已于本周送达答复，今后每周调度。';

beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

const night = () => runMustChecks(county.deps, county.at.now, signal);
const itemsOf = async (actor: StaffActor, petition: string): Promise<readonly ItemLine[]> =>
  (await listSupervision(county.deps, actor, { petition, limit: 50 }, county.at.now)).items;

async function only(actor: StaffActor, petition: string) {
  const [line, ...more] = await itemsOf(actor, petition);
  if (line === undefined || more.length > 0) throw new Error(`${more.length} items too many`);
  const view = await openItem(county.deps, actor, line.id, county.at.now);
  if (view === null) throw new Error('no item');
  return view;
}

type Step = 'answerItem' | 'closeItem' | 'returnAnswer';
const step = async (actor: Actor, id: string, type: Step, more: object = {}): Promise<string> => {
  const {
    commandId = newId(),
    expectedVersion,
    ...typed
  } = more as {
    commandId?: string;
    expectedVersion?: number;
  };
  const done = await stepItem(
    county.deps,
    id,
    type,
    { words, ...typed },
    {
      actor,
      commandId,
      ...(expectedVersion === undefined ? {} : { expectedVersion }),
    },
  );
  return done.ok ? 'done' : done.refusal.code;
};

/** Referred to the housing bureau, which lets its fifteen days for the notice pass. */
async function late(): Promise<string> {
  const { id } = await county.register();
  await county.run(office, id, 'refer', { to: 'housing', instruction: '请依法办理' });
  await county.issue('office', id);
  county.at.now += 20 * day;
  return id;
}

describe('U-2 what the five must-checks find', () => {
  test('U-2 a period that ran out opens one item with its evidence, however often the night runs', async () => {
    const id = await late();
    await night();
    expect((await night())['not-in-time']).toBe(0);
    const item = await only(supervisor, id);
    expect(item).toMatchObject({
      check: 'not-in-time',
      status: 'open',
      unit: { id: 'housing' },
      occurrences: [{ number: 1, ended: null, evidence: { kind: 'clock', period: 'acceptance' } }],
      steps: [],
    });
    expect((await only(housing, id)).steps).toEqual(['answerItem']);
  });

  test('U-2 a clock that is answered late is noted; nothing closes by itself', async () => {
    const id = await late();
    await night();
    await county.run(housing, id, 'accept', {});
    await county.issue('housing', id);
    await night();
    const item = await only(supervisor, id);
    expect(item.status).toBe('open');
    expect(item.occurrences[0]?.ended).toMatchObject({ cause: 'done-late' });
  });

  test('U-2 the unit answers, somebody outside it closes; found again, the same item is open again', async () => {
    const id = await late();
    await night();
    const item = await only(supervisor, id);
    expect(await step(supervisor, item.id, 'closeItem')).toBe('supervision-not-in-status');
    expect(await step(supervisor, item.id, 'answerItem')).toBe('not-permitted');
    expect(await step(housing, item.id, 'answerItem', { words: '好' })).toBe(
      'explanation-required',
    );
    expect(await step(housing, item.id, 'answerItem')).toBe('done');
    expect(await step(housing, item.id, 'closeItem')).toBe('not-permitted');
    const dueDate = addDays(localDateOf(county.at.now), 3);
    expect(await step(supervisor, item.id, 'returnAnswer', { dueDate: addDays(dueDate, -9) })).toBe(
      'supervision-date-past',
    );
    expect(await step(supervisor, item.id, 'returnAnswer', { dueDate })).toBe('done');
    expect((await only(housing, id)).dueDate).toBe(dueDate);
    expect(await step(housing, item.id, 'answerItem')).toBe('done');
    expect(await step(supervisor, item.id, 'closeItem')).toBe('done');
    await night();
    expect((await only(supervisor, id)).status).toBe('closed');
    // Accepted at last, and then the sixty days of the handling pass as well.
    await county.run(housing, id, 'accept', {});
    await county.issue('housing', id);
    county.at.now += 70 * day;
    await night();
    const again = await only(supervisor, id);
    expect(again).toMatchObject({ id: item.id, status: 'open' });
    expect(again.raised).toHaveLength(2);
    expect(again.occurrences.map(({ number }) => number)).toEqual([1, 2]);
    expect(again.closings).toHaveLength(1);
  });

  test('U-2 an office that is late itself is supervised by the one above, and by nobody of its own', async () => {
    const { id } = await county.register();
    county.at.now += 20 * day;
    await night();
    const item = await only(supervisor, id);
    expect(item).toMatchObject({ unit: { id: 'office' }, office: { id: 'city-office' } });
    expect(await step(office, item.id, 'answerItem')).toBe('done');
    expect(await step(supervisor, item.id, 'closeItem')).toBe('not-permitted');
    expect(await step(city, item.id, 'closeItem')).toBe('not-found');
  });

  test('L-5 of an accusation nothing is found, and one that becomes an accusation is seen by its named handlers alone', async () => {
    const { id: accusation } = await county.register({ purpose: 'accusation' });
    const { id } = await county.register();
    county.at.now += 20 * day;
    await night();
    expect(await itemsOf(supervisor, accusation)).toEqual([]);
    expect(await itemsOf(named('office'), accusation)).toEqual([]);
    const item = await only(supervisor, id);
    await county.run(office, id, 'classify', {
      purpose: 'accusation',
      category: null,
      urgency: 'ordinary',
      regionCode: '430121',
      accusedUnits: [],
    });
    const hidden = async (): Promise<void> => {
      expect(await itemsOf(supervisor, id)).toEqual([]);
      expect(await openItem(county.deps, supervisor, item.id, county.at.now)).toBeNull();
    };
    await hidden();
    await followStreams(county.deps, [id]);
    await hidden();
    expect((await itemsOf(named('office'), id)).map((each) => each.id)).toEqual([item.id]);
    expect(await rebuildSupervision(county.deps, 'check')).toEqual([]);
    const order = { petitionId: id, ground: 'delay', words, dueDate: '2099-01-01' } as const;
    const ordered = await orderSupervision(county.deps, order, { actor: supervisor, id: newId() });
    expect(ordered).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
  });
});

describe('U-1, U-2 two people at once, and the same command twice', () => {
  test('U-2 of two that close at once one is told that it has moved on', async () => {
    const id = await late();
    await night();
    const { id: item } = await only(supervisor, id);
    expect(await step(housing, item, 'answerItem', { expectedVersion: 1 })).toBe('done');
    expect(await step(housing, item, 'answerItem', { expectedVersion: 1 })).toBe(
      'version-conflict',
    );
    const both = await Promise.all([
      step(supervisor, item, 'closeItem', { expectedVersion: 2 }),
      step(office, item, 'closeItem', { expectedVersion: 2 }),
    ]);
    expect(both.toSorted()).toEqual(['done', 'version-conflict']);
  });

  test('U-2 a command that comes twice is done once; with other words it is refused', async () => {
    const id = await late();
    await night();
    const { id: item } = await only(supervisor, id);
    const commandId = newId();
    expect(await step(housing, item, 'answerItem', { commandId })).toBe('done');
    expect(await step(housing, item, 'answerItem', { commandId })).toBe('done');
    const other = { commandId, words: '这是另一份答复，内容不同。' };
    expect(await step(housing, item, 'answerItem', other)).toBe('idempotency-key-reused');
    expect((await only(supervisor, id)).answers).toHaveLength(1);
  });

  test('U-2 two nights at once open one item', async () => {
    const id = await late();
    await Promise.all([night(), night()]);
    expect((await only(supervisor, id)).occurrences).toHaveLength(1);
  });
});

describe('U-1 supervision ordered by a person', () => {
  const order = async (actor: StaffActor, more: object, id = newId()) => {
    const input = {
      ground: 'perfunctory',
      words: '答复敷衍，请重新研究。',
      dueDate: addDays(localDateOf(county.at.now), 7),
      ...more,
    } as const;
    const done = await orderSupervision(county.deps, input, { actor, id });
    return done.ok ? done.value.id : done.refusal.code;
  };

  test('U-1 of a petition or of a unit, on the grounds of art. 40(1), once however often it is sent', async () => {
    const id = await late();
    const key = newId();
    expect(await order(supervisor, { petitionId: id }, key)).toBe(key);
    expect(await order(supervisor, { petitionId: id }, key)).toBe(key);
    const item = await only(supervisor, id);
    expect(item).toMatchObject({
      check: 'order',
      orderedBy: 'office-supervisor by name',
      occurrences: [{ evidence: { kind: 'ground', ground: 'perfunctory' } }],
    });
    const unit = await order(supervisor, { unit: 'transport' });
    const view = await openItem(county.deps, staff('transport'), unit, county.at.now);
    expect(view).toMatchObject({ petition: null, steps: ['answerItem'] });
    expect(await openItem(county.deps, housing, unit, county.at.now)).toBeNull();
  });

  test('U-1 what is no order is refused with a sentence', async () => {
    const id = await late();
    const handler: StaffActor = { ...housing, roles: ['handler', 'unit-head'] };
    expect(await order(handler, { petitionId: id })).toBe('not-permitted');
    expect(await order(supervisor, {})).toBe('supervision-about');
    expect(await order(supervisor, { unit: 'nobody' })).toBe('unit-unknown');
    expect(await order(supervisor, { unit: 'office' })).toBe('supervision-own-unit');
    expect(await order(supervisor, { petitionId: newId() })).toBe('not-found');
    expect(await order(supervisor, { petitionId: id, unit: 'transport' })).toBe(
      'supervision-unit-outside',
    );
    expect(await order(supervisor, { unit: 'housing', dueDate: '2020-01-01' })).toBe(
      'supervision-date-past',
    );
    expect(await order(supervisor, { unit: 'housing', words: '快' })).toBe('explanation-required');
  });
});

describe('L-1 rows that follow from the record', () => {
  test('L-1 are the same when they are made again', async () => {
    expect(await rebuildSupervision(county.deps, 'check')).toEqual([]);
    await rebuildSupervision(county.deps, 'write');
    expect(await rebuildSupervision(county.deps, 'check')).toEqual([]);
  });
});
