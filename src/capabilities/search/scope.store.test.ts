import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffActor } from '../../kernel/actor.ts';
import { roles, type Role } from '../../kernel/permissions.ts';
import { run, type Tx } from '../../platform/database/index.ts';
import { findDesk, findPetitions } from '../desk/index.ts';
import { deskQuerySchema, listQuerySchema } from '../desk/contract.ts';
import { openPetitionView, scopeOf } from '../petitions/index.ts';
import {
  must,
  named,
  openCounty,
  staff,
  type County,
} from '../petitions/queries/county.test-data.ts';
import { openFolder } from '../petitions/queries/folder.ts';
import { isVisible } from '../petitions/policy.ts';
import type { Petition } from '../petitions/petition.ts';
import { searchQuerySchema } from './contract.ts';
import { searchPetitions } from './queries.ts';

let county: County;
let petitions: readonly Petition[];

const unitIds = [
  'city-office',
  'office',
  'housing',
  'housing-station',
  'transport',
  'discipline',
  'county-government',
];
const userIds = [
  ...unitIds.flatMap((unit) => [`${unit}-officer`, `${unit}-head`, `${unit}-named`]),
  'stranger',
];

beforeAll(async () => {
  county = await openCounty();
  const ids: string[] = [];
  const appeal = async (): Promise<string> => {
    const { id } = await county.register({ title: '同一个词语' });
    ids.push(id);
    return id;
  };
  await appeal();
  const referred = await appeal();
  await county.run(staff('office'), referred, 'refer', { to: 'housing' });
  const tasked = await appeal();
  await county.run(staff('office'), tasked, 'assign', { to: 'housing', dueDate: '2026-11-20' });
  await county.run(staff('housing'), tasked, 'accept', {});
  await county.run(staff('housing'), tasked, 'giveTask', {
    unit: 'transport',
    text: '请提供开挖记录',
    dueDate: '2026-11-18',
  });
  const accusation = async (accusedUnits: string[]): Promise<string> => {
    const input = { channel: 'web' as const, purpose: 'accusation' as const, accusedUnits };
    const { id } = await county.register({ ...input, title: '同一个词语' }, null);
    ids.push(id);
    return id;
  };
  await accusation([]);
  const handed = await accusation(['housing']);
  await county.run(
    { ...named('office'), roles: ['accusation-officer', 'case-officer'] },
    handed,
    'handOver',
    { to: 'discipline' },
  );
  const reclassified = await appeal();
  await county.run(staff('office'), reclassified, 'classify', {
    purpose: 'accusation',
    category: null,
    urgency: 'ordinary',
    regionCode: '430121',
    accusedUnits: ['transport'],
  });
  petitions = await county.deps.db.withActor(
    { actor: 'system:test', units: [], roles: ['system'] },
    'write',
    async (tx) => {
      const found: Petition[] = [];
      for (const id of ids) {
        const folder = await openFolder(tx, county.deps.vault, id);
        if (folder !== null) found.push(folder.petition);
      }
      return found;
    },
  );
  if (petitions.length !== ids.length) throw new Error('not all petitions were opened');
});

afterAll(() => county.close());

const actors: fc.Arbitrary<StaffActor> = fc
  .record({
    userId: fc.constantFrom(...userIds),
    unitId: fc.constantFrom(...unitIds),
    held: fc.uniqueArray(fc.constantFrom<Role>(...roles), { maxLength: 3 }),
    more: fc.uniqueArray(fc.constantFrom(...unitIds), { maxLength: 2 }),
  })
  .map(({ userId, unitId, held, more }) => ({
    kind: 'staff',
    userId,
    unitId,
    roles: held,
    readingUnits: [...new Set([unitId, ...more])],
  }));

const count = async (tx: Tx, table: string, petitionId: string): Promise<number> => {
  const rows = await run<{ count: number }>(tx, {
    name: `test.count-${table}`,
    text: `SELECT count(*)::int AS count FROM ${table} WHERE stream_id = $1`,
    values: [petitionId],
  });
  return rows[0]?.count ?? 0;
};

/** What an actor reaches of a petition, past all of our own questions to the policy. */
const reached = (actor: StaffActor, petitionId: string) =>
  county.deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const unopened = [
      await count(tx, 'event', petitionId),
      await count(tx, 'sealed', petitionId),
      await count(tx, 'petition_clock', petitionId),
    ];
    const lists = {
      desk: (await count(tx, 'desk_item', petitionId)) > 0,
      accusation: (await count(tx, 'accusation_item', petitionId)) > 0,
    };
    await openFolder(tx, county.deps.vault, petitionId);
    return {
      unopened,
      ...lists,
      petition: (await count(tx, 'petition', petitionId)) > 0,
      event: (await count(tx, 'event', petitionId)) > 0,
      sealed: (await count(tx, 'sealed', petitionId)) > 0,
      key: (await count(tx, 'case_key', petitionId)) > 0,
    };
  });

describe('three readings of the permission table agree', () => {
  it('O-3, L-5 row-level security lets through exactly what the policy shows', async () => {
    await fc.assert(
      fc.asyncProperty(actors, async (actor) => {
        for (const petition of petitions) {
          const visible = isVisible(actor, petition);
          const accusation = petition.purpose === 'accusation';
          const rows = await reached(actor, petition.id);
          const told = JSON.stringify({ actor, purpose: petition.purpose });
          expect(rows.unopened, told).toEqual([0, 0, 0]);
          expect(rows, told).toMatchObject({
            petition: visible,
            event: visible,
            sealed: visible,
            key: visible,
            desk: visible && !accusation,
            accusation: visible && accusation,
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('O-3, L-5 pages, lists and search show nothing else', async () => {
    const { deps, at } = county;
    await fc.assert(
      fc.asyncProperty(actors, async (actor) => {
        const visible = petitions.filter((petition) => isVisible(actor, petition));
        const numbers = (lines: readonly { readonly number: string }[]): string[] =>
          lines.map((line) => line.number).toSorted();
        const list = must(
          await findPetitions(deps, actor, listQuerySchema.parse({ limit: '200' }), at.now),
        );
        expect(numbers(list.items)).toEqual(numbers(visible));
        const q = { q: '词语', limit: '200' };
        const hits = must(await searchPetitions(deps, actor, searchQuerySchema.parse(q), at.now));
        const shared = visible.filter((petition) => petition.purpose !== 'accusation');
        expect(numbers(hits.items)).toEqual(numbers(shared));
        const desk = must(
          await findDesk(deps, actor, deskQuerySchema.parse({ limit: '200' }), at.now),
        );
        expect(numbers(visible)).toEqual(expect.arrayContaining(numbers(desk.items)));
        for (const petition of petitions) {
          const view = await openPetitionView(deps, actor, petition.id, at.now);
          expect(view === null).toBe(!visible.includes(petition));
        }
      }),
      { numRuns: 40 },
    );
  });
});
