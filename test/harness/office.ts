import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generate } from 'otplib';
import type { Role } from '../../src/kernel/permissions.ts';
import { buildHttp, type HttpServer } from '../../src/platform/http/index.ts';
import {
  createMasterKeyFile,
  loadMasterKeys,
  type MasterKeys,
} from '../../src/platform/vault/index.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import {
  addUnit,
  addUser,
  changeSetting,
  createIdentity,
  identifyRequests,
  identityRoutes,
  identityWords,
  importRegions,
  type IdentityContext,
  type IdentityOptions,
} from '../../src/capabilities/identity-organisation/index.ts';

export const system = { kind: 'system', name: 'test' } as const;
export const password = 'quiet river seven lamps';

/** A county with an office, a bureau and a neighbour, on a real database and server. */
export interface TestOffice {
  readonly identity: IdentityContext;
  readonly http: HttpServer;
  readonly database: TestDatabase;
  readonly clock: { now: Date };
  readonly addPerson: (
    userName: string,
    posts: readonly (readonly [string, Role])[],
  ) => Promise<string>;
  /** Signs in and answers the cookie header. */
  readonly signIn: (userName: string, code?: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

export const unwrap = <T>(result: { ok: true; value: T } | { ok: false; refusal: unknown }): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
};

export const cookieOf = (answer: { headers: Record<string, unknown> }): string =>
  [answer.headers['set-cookie']]
    .flat()
    .map((line) => String(line).split(';')[0])
    .join('; ');

export const codeAt = (secret: string, now: Date): Promise<string> =>
  generate({ secret, epoch: Math.floor(now.getTime() / 1000) });

export const regions = [
  { code: '43', name: '某省', level: 'province', parentCode: null },
  { code: '4301', name: '某市', level: 'city', parentCode: '43' },
  { code: '430121', name: '甲县', level: 'county', parentCode: '4301' },
  { code: '430122', name: '乙县', level: 'county', parentCode: '4301' },
  { code: '430121001', name: '城关镇', level: 'township', parentCode: '430121' },
];

const units = [
  ['city-office', '市信访局', 'petition-office', 'city', '4301', null],
  ['office', '甲县信访局', 'petition-office', 'county', '430121', 'city-office'],
  ['housing', '甲县住建局', 'bureau', 'county', '430121', 'office'],
  ['town', '城关镇政府', 'township', 'township', '430121001', 'housing'],
  ['neighbour', '乙县信访局', 'petition-office', 'county', '430122', 'city-office'],
] as const;

/** Master keys of one test; the file is gone once they are read. */
export const newMasterKeys = (): MasterKeys => {
  const directory = mkdtempSync(path.join(tmpdir(), 'huiyin-key-'));
  try {
    createMasterKeyFile(path.join(directory, 'master.json'));
    return loadMasterKeys(path.join(directory, 'master.json'));
  } finally {
    rmSync(directory, { recursive: true });
  }
};

export const openOffice = async (
  options: Partial<IdentityOptions> & { readonly demo?: boolean } = {},
): Promise<TestOffice> => {
  const clock = { now: new Date('2026-11-02T09:00:00+08:00') };
  const database = await createTestDatabase({ clock: () => clock.now });
  const identity = createIdentity({
    database: database.db,
    masterKeys: newMasterKeys(),
    requireSecondFactor: false,
    ...options,
  });
  unwrap(await importRegions(identity, system, regions));
  for (const [id, name, kind, level, regionCode, parentId] of units) {
    unwrap(await addUnit(identity, system, { id, name, kind, level, regionCode, parentId }));
  }
  if (options.demo === true) unwrap(await changeSetting(identity, system, 'demo', true));
  const http = await buildHttp({ words: identityWords });
  identifyRequests(http, identity);
  await http.register(identityRoutes, { prefix: '/api/v1', identity });
  return {
    identity,
    http,
    database,
    clock,
    addPerson: async (userName, posts) =>
      unwrap(
        await addUser(identity, system, {
          userName,
          displayName: userName,
          password,
          posts: posts.map(([unitId, role]) => ({ unitId, role })),
        }),
      ).userId,
    signIn: async (userName, code) => {
      const answer = await http.inject({
        method: 'POST',
        url: '/api/v1/session',
        remoteAddress: anyAddress(),
        payload: { userName, password, ...(code === undefined ? {} : { code }) },
      });
      if (answer.statusCode !== 200) throw new Error(answer.body);
      return cookieOf(answer);
    },
    close: async () => {
      await http.close();
      await database.drop();
    },
  };
};

/** Another caller each time: the throttle of one address has a test of its own. */
const anyAddress = (): string =>
  `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 250)).join('.')}`;

interface Asked {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly cookie?: string;
  readonly payload?: object;
}

/** A request as the console sends it. */
export const ask = async (office: TestOffice, url: string, asked: Asked = {}) => {
  const answer = await office.http.inject({
    method: asked.method ?? 'GET',
    url: `/api/v1${url}`,
    remoteAddress: anyAddress(),
    headers: {
      'x-requested-with': 'huiyin',
      ...(asked.cookie === undefined ? {} : { cookie: asked.cookie }),
    },
    ...(asked.payload === undefined ? {} : { payload: asked.payload }),
  });
  const body: Record<string, unknown> =
    answer.body === '' || !answer.body.startsWith('{') ? {} : answer.json();
  return { status: answer.statusCode, body, headers: answer.headers };
};
