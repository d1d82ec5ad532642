import { Caller } from './caller.ts';

const password = 'quiet river seven lamps';
const first = 'first lamps by the river';

/** People of a small county, signed in; everything about them was made through the interface. */
export interface County {
  readonly anybody: Caller;
  readonly admin: Caller;
  /** Clerk and case officer of the petition office. */
  readonly officer: Caller;
  /** Head and keeper of the seal, and in charge of accusations. */
  readonly head: Caller;
  /** Handler of the housing bureau. */
  readonly handler: Caller;
  readonly unitHead: Caller;
  readonly office: string;
  readonly bureau: string;
  readonly region: string;
}

export const region = '430121';

/** Signs in somebody whose account has its lasting password. */
export const signIn = async (base: string, userName: string): Promise<Caller> => {
  const caller = new Caller(base);
  await caller.must('POST', '/session', { userName, password });
  return caller;
};

/** Adds somebody with posts as the administrator does, and signs them in. */
export async function addPerson(
  admin: Caller,
  userName: string,
  posts: readonly (readonly [string, string])[],
): Promise<Caller> {
  await admin.must('POST', '/users', {
    userName,
    displayName: `工作人员${userName}`,
    password: first,
    posts: posts.map(([unitId, role]) => ({ unitId, role })),
  });
  const caller = new Caller(admin.base);
  await caller.must('POST', '/session', { userName, password: first });
  await caller.must('PUT', '/password', { current: first, next: password });
  return signIn(admin.base, userName);
}

/** Sets up an office, a bureau and their people. */
export async function setUpCounty(base: string): Promise<County> {
  const anybody = new Caller(base);
  const { unitId } = await anybody.must('POST', '/setup', {
    regions: [
      { code: '43', name: '某省', level: 'province' },
      { code: '4301', name: '某市', level: 'city', officeName: '某市信访局' },
      { code: region, name: '甲县', level: 'county' },
    ],
    office: '甲县信访局',
    administrator: { userName: 'admin', displayName: '管理员', password },
  });
  const office = String(unitId);
  const admin = await signIn(base, 'admin');
  const bureau = 'housing';
  await admin.must('POST', '/units', {
    id: bureau,
    name: '甲县住建局',
    kind: 'bureau',
    level: 'county',
    regionCode: region,
    parentId: office,
  });
  const at = (unit: string, ...roles: string[]) => roles.map((role) => [unit, role] as const);
  return {
    anybody,
    admin,
    officer: await addPerson(admin, 'officer', at(office, 'clerk', 'case-officer')),
    head: await addPerson(
      admin,
      'head',
      at(office, 'office-head', 'seal-keeper', 'accusation-officer'),
    ),
    handler: await addPerson(admin, 'handler', at(bureau, 'handler')),
    unitHead: await addPerson(admin, 'unithead', at(bureau, 'unit-head', 'seal-keeper')),
    office,
    bureau,
    region,
  };
}

/** What a citizen sends; each one differs. */
export const someMatter = (more: Readonly<Record<string, unknown>> = {}) => ({
  channel: 'web',
  title: '小区门口路灯不亮',
  text: '八月起路灯不亮，老人夜里摔倒过。',
  demands: ['修好路灯'],
  regionCode: region,
  people: [{ name: '赵某某', mobile: '13912345678' }],
  ...more,
});
