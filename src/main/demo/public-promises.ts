import {
  followCommitments,
  householdIdOf,
  makePublicPromise,
  openPublicPromise,
  promiseIdOf,
  takeHouseholdRows,
} from '../../capabilities/case-sponsorship/index.ts';
import {
  stepCommitment,
  type CommitmentStep,
  type CommitmentStepInput,
} from '../../capabilities/commitments/index.ts';
import type { Organisation } from '../../capabilities/identity-organisation/index.ts';
import { stageUpload, systemActor } from '../../capabilities/petitions/index.ts';
import { addDays, localDateOf } from '../../kernel/local-date.ts';
import type { Refusal } from '../../kernel/refusals.ts';
import type { Result } from '../../kernel/result.ts';
import { scopeOf, setStream } from '../../platform/database/index.ts';
import { loadEvents } from '../../platform/record/index.ts';
import { deriveId } from '../../platform/vault/index.ts';
import type { Core } from '../core.ts';
import { staffOf } from './play.ts';

interface Stage {
  readonly core: Core;
  readonly organisation: Organisation;
  readonly now: number;
}

const day = 86_400_000;

/** Invented households, by building, unit and room. */
const referencesOf = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => {
    const [building, rest] = [Math.floor(at / 48) + 1, at % 48];
    const [unit, room] = [Math.floor(rest / 24) + 1, rest % 24];
    return `${building}-${unit}-${Math.floor(room / 4) + 1}0${(room % 4) + 1}`;
  });

interface Scene {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  /** Days from now. */
  readonly due: number;
  readonly made: number;
  readonly steps: readonly { readonly name: string; readonly need: string }[];
  /** How many households are at each step. */
  readonly counts: readonly number[];
}

const steps = [
  { name: '材料未交', need: '请带购房合同、身份证和完税凭证到云栖社区二楼办证窗口。' },
  { name: '材料已收', need: '' },
  { name: '审核中', need: '' },
  { name: '需要您补材料', need: '请看给您的话，把缺的材料补到云栖社区二楼办证窗口。' },
  { name: '已发证', need: '' },
] as const;

const scenes: readonly Scene[] = [
  {
    key: 'certificates',
    title: '云栖花苑办理不动产权证书',
    text: '云栖花苑的住户，都在约定的日子以前拿到不动产权证书。',
    due: 40,
    made: 45,
    steps,
    counts: [28, 35, 41, 6, 66],
  },
  {
    key: 'late',
    title: '石桥小区更换供水立管',
    text: '石桥小区的住户，家里的旧水管都换成新管，水压恢复正常。',
    due: -6,
    made: 70,
    steps: [
      { name: '还没入户', need: '请留一个家里有人的时间，打电话告诉经办单位。' },
      { name: '已入户', need: '' },
      { name: '已换好', need: '' },
    ],
    counts: [14, 12, 38],
  },
  {
    key: 'kept',
    title: '临江里退还多收的维修费',
    text: '临江里多收的公共维修费，全部退到各户。',
    due: -10,
    made: 60,
    steps: [
      { name: '待核对', need: '' },
      { name: '已退费', need: '' },
    ],
    counts: [0, 32],
  },
];

const must = <T>(done: Result<T, Refusal>, what: string): T => {
  if (!done.ok) throw new Error(`demo promise ${what}: ${JSON.stringify(done.refusal)}`);
  return done.value;
};

const keyOf = ({ key }: Pick<Scene, 'key'>): string => `demo-promise-${key}`;

const idOf = ({ core, organisation }: Pick<Stage, 'core' | 'organisation'>, scene: Scene): string =>
  promiseIdOf(core.petitions, staffOf(organisation, 'officehead'), keyOf(scene));

/** First all are at the first step, then where the scene has them: each list as the unit sent it. */
async function bringHouseholds(stage: Stage, id: string, scene: Scene): Promise<void> {
  const { core, organisation, now } = stage;
  const actor = staffOf(organisation, 'housing');
  const total = scene.counts.reduce((sum, count) => sum + count, 0);
  const at = scene.counts.flatMap((count, step) => Array<number>(count).fill(step));
  const lists = [
    { ago: scene.made - 2, stepOf: () => 0 },
    { ago: 12, stepOf: (place: number) => at[place] ?? 0 },
  ];
  const first = scene.steps[0]?.name;
  const known = await openPublicPromise(core.petitions, actor, id, now);
  if (known === null || known.total > 0) return;
  for (const { ago, stepOf } of lists) {
    const rows = referencesOf(total).map((reference, place) => {
      const step = scene.steps[stepOf(place)];
      const missing = step?.name === '需要您补材料' ? '还缺一张完税凭证复印件。' : '';
      return {
        row: place + 2,
        reference,
        name: '',
        mobile: '',
        step: step?.name ?? first ?? '',
        note: missing,
      };
    });
    must(
      await takeHouseholdRows(core.petitions, id, rows, { actor, at: now - ago * day }),
      `${scene.key} rows`,
    );
  }
}

async function takeStep<T extends CommitmentStep>(
  stage: Stage,
  commitmentId: string,
  type: T,
  input: CommitmentStepInput<T>,
  by: { readonly who: string; readonly ago: number },
): Promise<void> {
  const { core, organisation, now } = stage;
  const owner = `demo:promise:${commitmentId}`;
  const commandId = deriveId(core.keys, 'system:demo', 'public-promise', `${commitmentId}:${type}`);
  const read = () =>
    core.db.withActor(scopeOf(systemActor('demo')), 'read', async (tx) => {
      await setStream(tx, commitmentId);
      return loadEvents(tx, commitmentId);
    });
  // A file staged again has another id: the same step would look like another one.
  if (!(await read()).some((event) => event.commandId === commandId)) {
    const actor = staffOf(organisation, by.who);
    const at = now - by.ago * day;
    const options = { actor, commandId, at, uploadOwner: owner };
    must(await stepCommitment(core.petitions, commitmentId, type, input, options), type);
  }
  await followCommitments(core.petitions, (await read()).slice(-1));
}

async function playScene(stage: Stage, scene: Scene): Promise<void> {
  const { core, organisation, now } = stage;
  const officehead = staffOf(organisation, 'officehead');
  const today = localDateOf(now);
  const { id } = must(
    await makePublicPromise(
      core.petitions,
      {
        title: scene.title,
        text: scene.text,
        leaderName: '',
        leaderUser: staffOf(organisation, 'leader').userId,
        unit: 'housing',
        dueDate: addDays(today, scene.key === 'certificates' ? 20 : scene.due),
        steps: scene.steps.map((step) => ({ ...step })),
      },
      { actor: officehead, commandKey: keyOf(scene), at: now - scene.made * day },
    ),
    scene.key,
  );
  await bringHouseholds(stage, id, scene);
  const commitmentId =
    (await openPublicPromise(core.petitions, officehead, id, now))?.commitmentId ?? '';
  if (scene.key === 'certificates') {
    const moved = {
      dueDate: addDays(today, scene.due),
      reason: '开发企业补缴税款比预计晚，登记要等完税以后才能办。',
    };
    await takeStep(stage, commitmentId, 'changeDate', moved, { who: 'officehead', ago: 15 });
  }
  if (scene.key === 'kept') {
    const note = {
      name: '退费明细.txt',
      mediaType: 'text/plain',
      ext: 'txt',
      bytes: Buffer.from('临江里公共维修费退费明细：32 户，已全部到账。', 'utf8'),
    };
    const owner = `demo:promise:${commitmentId}`;
    const staged = must(await stageUpload(core.petitions, note, owner), scene.key);
    const report = {
      doneOn: addDays(today, -11),
      evidence: '32 户全部退费到账，附明细。',
      uploads: [staged.id],
    };
    await takeStep(stage, commitmentId, 'reportFulfilled', report, { who: 'housing', ago: 11 });
    const reason = '抽查十户，均已到账。';
    await takeStep(
      stage,
      commitmentId,
      'verifyFulfilled',
      { reason },
      { who: 'officehead', ago: 9 },
    );
  }
}

/** Promises to many households: under way, late and kept, by the real commands; none is made twice. */
export async function playPublicPromises(stage: Stage): Promise<void> {
  for (const scene of scenes) await playScene(stage, scene);
}

/** How the demo calls the promise, and the household, that examples name. */
export function publicPromiseNames(
  core: Core,
  organisation: Organisation,
): readonly (readonly [string, string])[] {
  const [first] = scenes;
  if (first === undefined) return [];
  const id = idOf({ core, organisation }, first);
  return [
    ...['read', 'rows', 'moves', 'code'].map((name) => [`public-promise:${name}`, id] as const),
    ['public-promise:household', householdIdOf(core.petitions, id, '1-1-102')],
  ];
}
