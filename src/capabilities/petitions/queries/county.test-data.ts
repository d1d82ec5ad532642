import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTestDatabase, type TestDatabase } from '../../../../test/harness/database.ts';
import type { Actor, StaffActor } from '../../../kernel/actor.ts';
import type { Refusal } from '../../../kernel/refusals.ts';
import type { Result } from '../../../kernel/result.ts';
import { feedScope } from '../../../platform/feed/index.ts';
import { FileStore } from '../../../platform/files/index.ts';
import { appendEvents } from '../../../platform/record/index.ts';
import { MasterKeys, newId, Vault, WordIndex } from '../../../platform/vault/index.ts';
import {
  registerPetition,
  runCommand,
  type OrganisationSnapshot,
  type PetitionDeps,
  type Registered,
} from '../commands/index.ts';
import {
  registrationSchema,
  type CommandInput,
  type RegistrationInput,
  type SingleCommandType,
} from '../contract.ts';
import { calendar, holdsPost, staff, units } from '../life.test-data.ts';
import { openPetitionView } from './open-petition.ts';

/** A small county on a real database, in which petitions are made by the real commands. */
export interface County {
  readonly database: TestDatabase;
  readonly deps: PetitionDeps;
  readonly at: { now: number };
  readonly register: (
    more?: Partial<RegistrationInput>,
    actor?: StaffActor | null,
  ) => Promise<Registered>;
  readonly run: <T extends SingleCommandType>(
    actor: Actor,
    petitionId: string,
    type: T,
    input: CommandInput<T>,
  ) => Promise<number>;
  /** Seals the newest draft of the petition in the name of a head who did not draft it. */
  readonly issue: (unitId: string, petitionId: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Fails the test with the refusal's code. */
export function must<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

/** People of the test are named after their unit and post, as `county-government-leader`. */
const postsOf = (userId: string) => {
  const [, unitId = '', post = ''] = /^(.+)-(\w+)$/.exec(userId) ?? [];
  if (units.find(unitId) === undefined) return [];
  const role = post === 'leader' || post === 'deputy' ? ('leader' as const) : ('handler' as const);
  return [{ unitId, role }];
};

const organisation: OrganisationSnapshot = {
  find: (id) => units.find(id),
  knowsRegion: () => true,
  knowsCategory: () => true,
  categoryName: (code) => `category ${code}`,
  petitionOfficeOf: () => 'office',
  profiles: [],
  unitOfKind: (kind) =>
    kind === 'leadership'
      ? 'county-government'
      : kind === 'joint-meeting-office'
        ? 'joint-meeting'
        : undefined,
  petitionOfficeAbove: () => 'city-office',
  countyOfficesWithin: () => [],
  accusationOfficersOf: (unitId) => [`${unitId}-named`],
  holdsPost,
  postsOf,
  rolesAt: (userId) => (userId.endsWith('-leader') ? ['leader'] : ['handler']),
  userName: (userId) => `${userId} by name`,
  regionName: (code) => `place ${code}`,
  contactOf: () => ({ phone: '0731-80000000', address: '' }),
  paperWordOf: () => '临信',
};

/** A head, who checks, signs and seals what others drafted. */
export const head = (unitId: string): StaffActor => staff(unitId, `${unitId}-head`);

/** The accusation officer of a unit, named from the first moment. */
export const named = (unitId: string): StaffActor => ({
  ...staff(unitId, `${unitId}-named`),
  roles: ['accusation-officer'],
});

export const input = (more: Partial<RegistrationInput> = {}): RegistrationInput =>
  registrationSchema.parse({
    channel: 'visit',
    title: '小区二次供水水压不足',
    text: '自十月起每天早晚六楼以上停水，多次反映没有结果。',
    demands: ['尽快恢复正常供水', '公布供水检测结果'],
    purpose: 'appeal',
    category: { first: '城乡建设', second: null, third: null },
    regionCode: '430121',
    people: [
      {
        name: '王小明',
        documentType: 'identity-card',
        documentNumber: '430111199003074518',
        mobile: '13800001234',
        address: '湖南省长沙市岳麓区麓山路 1 号',
      },
    ],
    ...more,
  });

/** The end of a unit as its own capability records it. */
export async function endUnit({ deps }: County, id: string, successorId: string): Promise<void> {
  const streamId = newId();
  await deps.db.withActor({ ...feedScope, streams: [streamId] }, 'write', (tx) =>
    appendEvents(tx, {
      streamId,
      kind: 'unit',
      head: null,
      events: [
        { type: 'UnitAdded', typeVersion: 1, data: { id } },
        { type: 'UnitMerged', typeVersion: 1, data: { successorId } },
      ],
      stamp: {
        actor: 'system:test',
        unitId: null,
        calendarVersion: '-',
        rulesVersion: '-',
        commandId: newId(),
      },
      at: tx.openedAt.getTime(),
      bodyHash: Buffer.alloc(32),
    }),
  );
}

/** Opens a county on a database of its own. */
export async function openCounty(): Promise<County> {
  const at = { now: Date.parse('2026-11-02T09:00:00+08:00') };
  const database = await createTestDatabase({ clock: () => new Date(at.now) });
  const keys = new MasterKeys(1, new Map([[1, Buffer.alloc(32, 7)]]));
  const vault = new Vault(keys);
  const directory = await mkdtemp(path.join(tmpdir(), 'huiyin-county-'));
  const deps: PetitionDeps = {
    db: database.db,
    keys,
    vault,
    words: new WordIndex(keys),
    files: await FileStore.open({ directory, vault, keys }),
    calendar: () => calendar,
    calendarInForce: () => Promise.resolve(),
    organisation: () => Promise.resolve(organisation),
    enqueueRendering: () => Promise.resolve(),
    enqueueFollowing: () => Promise.resolve(),
    publicUrl: 'https://huiyin.example',
  };
  const run: County['run'] = async (actor, petitionId, type, body) =>
    must(await runCommand(deps, petitionId, type, body, { actor, commandId: newId() })).version;
  return {
    database,
    deps,
    at,
    register: async (more, actor = staff('office')) =>
      must(
        await registerPetition(deps, input(more), {
          actor,
          commandKey: newId(),
          uploadOwner: '',
        }),
      ),
    run,
    issue: async (unitId, petitionId) => {
      const view = await openPetitionView(deps, head(unitId), petitionId, at.now);
      const draft = view?.papers.find((paper) => paper.steps.includes('issuePaper'));
      if (draft === undefined) throw new Error('no draft to issue');
      await run(head(unitId), petitionId, 'issuePaper', { paperId: draft.id });
      return draft.id;
    },
    close: async () => {
      await database.drop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

export { staff };
