import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StaffActor } from '../../../kernel/actor.ts';
import { newId } from '../../../platform/vault/index.ts';
import { rebuildCases } from '../../petitions/index.ts';
import { openCounty, staff, type County } from '../../petitions/queries/county.test-data.ts';
import { enterList, stepListing, succeedListings } from './commands/list.ts';
import type { ListingStep } from './contract.ts';
import { listingIdOf, listingKind } from './queries/kind.ts';
import { findListing, listListings } from './queries/listings.ts';

let county: County;
const head: StaffActor = { ...staff('office', 'head'), roles: ['office-head'] };
const supervisor: StaffActor = { ...staff('office', 'supervisor'), roles: ['supervisor'] };
const input = { colour: 'red', reason: '县领导决定列入督查。' } as const;

beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county.close());

const enter = async (petitionId: string, actor = head, more: object = {}): Promise<string> => {
  const options = { actor, commandId: newId(), uploadOwner: '', ...more };
  const done = await enterList(county.deps, petitionId, input, options);
  return done.ok ? 'done' : done.refusal.code;
};

const step = async (petitionId: string, type: ListingStep, given: object, actor = supervisor) => {
  const id = listingIdOf(county.deps, petitionId);
  const options = { actor, commandId: newId(), uploadOwner: '' };
  const done = await stepListing(county.deps, id, type, given as never, options);
  return done.ok ? 'done' : done.refusal.code;
};

describe('U-3 the four-colour inspection list', () => {
  test('U-3 is entered, recoloured and left by decision with a reason, and may be entered again', async () => {
    const { id } = await county.register();
    expect(await findListing(county.deps, head, id)).toMatchObject({
      listing: null,
      mayEnter: true,
    });
    expect(await enter(id)).toBe('done');
    expect(await enter(id)).toBe('inspection-list-state');
    expect(await step(id, 'recolour', { ...input, colour: 'red' })).toBe(
      'inspection-list-same-colour',
    );
    expect(await step(id, 'recolour', { colour: 'yellow', reason: '久' })).toBe(
      'explanation-required',
    );
    expect(await step(id, 'recolour', { ...input, colour: 'yellow' })).toBe('done');
    expect(await step(id, 'removeFromList', { reason: '问题已解决，移出。' })).toBe('done');
    expect(await step(id, 'removeFromList', { reason: '问题已解决，移出。' })).toBe(
      'inspection-list-state',
    );
    expect(await enter(id, supervisor)).toBe('done');
    const { listing, mayEnter } = (await findListing(county.deps, head, id)) ?? {};
    expect(mayEnter).toBe(false);
    expect(listing?.decisions.map(({ deed, colour }) => `${deed} ${colour}`)).toEqual([
      'entered red',
      'recoloured yellow',
      'removed yellow',
      'entered red',
    ]);
  });

  test('U-3 two who enter it at once make one listing, and a retry meets the same', async () => {
    const { id } = await county.register();
    const both = await Promise.all([enter(id), enter(id, supervisor)]);
    expect(both.toSorted()).toEqual(['done', 'inspection-list-state']);
    const other = await county.register();
    const commandId = newId();
    expect(await enter(other.id, head, { commandId })).toBe('done');
    expect(await enter(other.id, head, { commandId })).toBe('done');
  });

  test('U-3 only the office decides; L-5 an accusation stands on no list', async () => {
    const { id } = await county.register();
    const handler: StaffActor = { ...staff('housing'), roles: ['unit-head'] };
    expect(await enter(id, handler)).toBe('not-found');
    expect(await enter(id, { ...head, roles: ['clerk'] })).toBe('not-permitted');
    const accusation = await county.register({ purpose: 'accusation' }, null);
    const named: StaffActor = {
      ...head,
      userId: 'office-named',
      roles: ['office-head', 'accusation-officer'],
    };
    expect(await enter(accusation.id, named)).toBe('inspection-list-accusation');
  });

  test('U-3 the list is narrowed by colour and unit; O-1 a successor takes over', async () => {
    const page = await listListings(county.deps, head, { limit: 10 });
    expect(page.meanings).toMatchObject({ red: { zh: '紧急' }, source: 'assumption' });
    expect(page.items.every(({ status }) => status === 'listed')).toBe(true);
    expect(page.items.length).toBeGreaterThan(1);
    const none = await listListings(county.deps, head, { limit: 10, colour: 'blue' });
    expect(none.items).toEqual([]);
    const never = new AbortController().signal;
    await succeedListings(county.deps, { from: 'office', to: 'transport' }, never);
    expect(await rebuildCases(county.deps, listingKind, 'check')).toEqual([]);
  });
});
