import {
  commitmentIdOf,
  makeCommitment,
  stepCommitment,
  type CommitmentStep,
  type CommitmentStepInput,
} from '../../../capabilities/commitments/index.ts';
import type { Organisation } from '../../../capabilities/identity-organisation/index.ts';
import { stageUpload } from '../../../capabilities/petitions/index.ts';
import { addDays, localDateOf } from '../../../kernel/local-date.ts';
import type { Refusal } from '../../../kernel/refusals.ts';
import type { Result } from '../../../kernel/result.ts';
import { setStream } from '../../../platform/database/index.ts';
import { loadEvents, type RecordedEvent } from '../../../platform/record/index.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import type { Core } from '../../core.ts';
import { note } from '../examples/scenes.ts';
import { staffOf } from '../play.ts';
import { promiseScenes, type PromiseScene } from './scenes.ts';
import type { StaffStepInput } from './step.ts';

interface Stage {
  readonly core: Core;
  readonly organisation: Organisation;
  readonly now: number;
}

const day = 86_400_000;
const system = { actor: 'system:demo', units: [], roles: ['system'] };
const sourceOf = ({ source, key }: PromiseScene) => ({ kind: source, id: `demo:${key}` }) as const;

const must = <T>(done: Result<T, Refusal>, what: string): T => {
  if (!done.ok) throw new Error(`demo promise ${what}: ${done.refusal.code}`);
  return done.value;
};

const recordOf = (core: Core, id: string): Promise<readonly RecordedEvent[]> =>
  core.db.withActor(system, 'read', async (tx) => {
    await setStream(tx, id);
    return loadEvents(tx, id);
  });

async function takeStep(
  { core, organisation, now }: Stage,
  id: string,
  scene: PromiseScene,
  place: number,
): Promise<void> {
  const taken = scene.steps[place];
  if (taken === undefined) return;
  const { who, ago, step } = taken;
  const actor = staffOf(organisation, who);
  const commandId = deriveId(core.keys, 'system:demo', 'promise', `${scene.key}:${place}`);
  // A file staged again has another id: the same step would look like another one.
  if ((await recordOf(core, id)).some((event) => event.commandId === commandId)) return;
  const at = now - ago * day;
  const owner = `demo:promise:${scene.key}`;
  const options = { actor, commandId, at, uploadOwner: owner };
  const take = async <T extends CommitmentStep>(type: T, input: CommitmentStepInput<T>) =>
    must(await stepCommitment(core.petitions, id, type, input, options), scene.key);
  const given: StaffStepInput = step;
  switch (given.type) {
    case 'reportFulfilled': {
      const staged = must(await stageUpload(core.petitions, note, owner), scene.key);
      const { evidence } = given;
      await take(given.type, { doneOn: localDateOf(at), evidence, uploads: [staged.id] });
      return;
    }
    case 'changeDate': {
      const dueDate = addDays(localDateOf(now), given.due);
      await take(given.type, { dueDate, reason: given.reason });
      return;
    }
    default:
      await take(given.type, { reason: given.reason });
  }
}

/** Promises that hang on no petition, in every state, by the real commands; none is made twice. */
export async function playCommitments(stage: Stage): Promise<void> {
  const { core, organisation, now } = stage;
  for (const scene of promiseScenes) {
    const actor = staffOf(organisation, scene.who);
    const { publicText = '' } = scene;
    const { id } = must(
      await makeCommitment(
        core.petitions,
        {
          source: sourceOf(scene),
          petitionId: null,
          promisedTo: scene.promisedTo,
          text: scene.text,
          ...(publicText === '' ? {} : { publicText }),
          responsible: { userId: actor.userId },
          unit: scene.unit,
          byUnit: actor.unitId,
          dueDate: addDays(localDateOf(now), scene.due),
        },
        { actor, at: now - scene.made * day },
      ),
      scene.key,
    );
    for (const place of scene.steps.keys()) await takeStep(stage, id, scene, place);
  }
}

/** How the demo calls the promises, and the file, that examples name. */
export async function commitmentNames(core: Core): Promise<readonly (readonly [string, string])[]> {
  const names = promiseScenes.map(
    (scene) =>
      [
        `commitment:${scene.key}`,
        commitmentIdOf(core.petitions, { source: sourceOf(scene) }),
      ] as const,
  );
  const kept = new Map(names).get('commitment:evidence') ?? '';
  const report = (await recordOf(core, kept)).find(({ type }) => type === 'CommitmentReported');
  const files: unknown = Reflect.get(report?.data ?? {}, 'files');
  const [file] = Array.isArray(files) ? (files as readonly { readonly id: string }[]) : [];
  return file === undefined ? names : [...names, ['evidence:file', file.id]];
}
