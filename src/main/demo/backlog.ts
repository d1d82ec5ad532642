import {
  assignRows,
  backlogIdOf,
  openBacklog,
  stepBacklog,
  type ListNames,
  type SponsorshipDeps,
} from '../../capabilities/case-sponsorship/index.ts';
import type { Organisation } from '../../capabilities/identity-organisation/index.ts';
import { openFolder, stageUpload, type ExampleScene } from '../../capabilities/petitions/index.ts';
import { addDays, localDateOf } from '../../kernel/local-date.ts';
import type { Refusal } from '../../kernel/refusals.ts';
import type { Result } from '../../kernel/result.ts';
import { deriveId } from '../../platform/vault/index.ts';
import type { Core } from '../core.ts';
import { demoExamplePetition } from './examples/places.ts';
import { note } from './examples/scenes.ts';
import { staffOf } from './play.ts';

interface Stage {
  readonly core: Core;
  readonly organisation: Organisation;
  readonly now: number;
  readonly seed: number;
}

type Step = 'proposeClosing' | 'verifyClosing' | 'sendBack';

/** In every stage: being resolved, reported, sent back, resolved; by batch, petition and steps. */
const scenes = {
  read: { batch: '第一批', on: 'giveTask', due: -10, steps: [] },
  proposeClosing: { batch: '第一批', on: 'chooseOfficer', due: 30, steps: [] },
  verifyClosing: { batch: '第一批', on: 'requestExtension', due: 30, steps: ['proposeClosing'] },
  sendBack: { batch: '第二批', on: 'recordTalk', due: 60, steps: ['proposeClosing'] },
  closed: {
    batch: '第一批',
    on: 'recordOutcome',
    due: 15,
    steps: ['proposeClosing', 'verifyClosing'],
  },
  takeUpAgain: {
    batch: '第二批',
    on: 'recordOutcome',
    due: 20,
    steps: ['proposeClosing', 'verifyClosing'],
  },
  returned: {
    batch: '第二批',
    on: 'noteMaterial',
    due: 45,
    steps: ['proposeClosing', 'sendBack'],
  },
} as const satisfies Readonly<
  Record<
    string,
    {
      readonly batch: string;
      readonly on: ExampleScene;
      readonly due: number;
      readonly steps: readonly Step[];
    }
  >
>;

type Place = keyof typeof scenes;
const places = Object.keys(scenes) as Place[];
const system = { actor: 'system:demo', units: [], roles: ['system'] };

const must = <T>(done: Result<T, Refusal>, what: string): T => {
  if (!done.ok) throw new Error(`demo backlog ${what}: ${done.refusal.code}`);
  return done.value;
};

const petitionOf = ({ core, organisation, ...begun }: Omit<Stage, 'now'>, place: Place): string =>
  demoExamplePetition(core, organisation, begun, scenes[place].on);

const idOf = (stage: Omit<Stage, 'now'>, place: Place): string =>
  backlogIdOf(stage.core.petitions, scenes[place].batch, petitionOf(stage, place));

const inputs = {
  verifyClosing: { words: '已到现场核实，并与信访人通话确认。' },
  sendBack: { words: '只完成了一半，信访人反映的另一处还没有处理，请继续办理。' },
} as const;

async function takeStep(stage: Stage, place: Place, step: Step): Promise<void> {
  const { core, organisation, now } = stage;
  const deps: SponsorshipDeps = core.petitions;
  const id = idOf(stage, place);
  const unit = staffOf(organisation, 'housing');
  const view = await openBacklog(deps, unit, id, now);
  // A file staged again has another id: the same step would look like another one.
  if (step === 'proposeClosing' && (view?.proposals.length ?? 0) > 0) return;
  const commandId = deriveId(core.keys, 'system:demo', 'backlog', `${place}:${step}`);
  if (step !== 'proposeClosing') {
    const actor = staffOf(organisation, 'officehead');
    must(await stepBacklog(deps, id, step, inputs[step], { actor, commandId, at: now }), step);
    return;
  }
  const owner = `demo:backlog:${place}`;
  const staged = must(await stageUpload(deps, note, owner), place);
  const input = {
    evidence: '责任单位已整改到位，现场照片附后，涉及款项已结清。',
    uploads: [staged.id],
    view: place === 'sendBack' ? ('disagrees' as const) : ('agrees' as const),
    viewWords:
      place === 'sendBack' ? '信访人认为还有一处没有处理。' : '信访人到现场看过，表示认可。',
  };
  const options = { actor: unit, commandId, at: now, uploadOwner: owner };
  must(await stepBacklog(deps, id, 'proposeClosing', input, options), place);
}

/** Two batches of a superior's list, by the real commands; none stands in the ledger twice (S-6). */
export async function playBacklog(stage: Stage): Promise<void> {
  const { core, organisation, now } = stage;
  const deps = core.petitions;
  const actor = staffOf(organisation, 'officer1');
  const leader = organisation.users.find(({ userName }) => userName === 'leader');
  const names: ListNames = { unit: (called) => called, leader: () => leader?.userId };
  for (const [at, place] of places.entries()) {
    const { batch, due, steps } = scenes[place];
    const folder = await core.db.withActor(system, 'read', (tx) =>
      openFolder(tx, deps.vault, petitionOf(stage, place)),
    );
    const row = {
      row: at + 2,
      number: folder?.petition.number ?? '',
      unit: 'housing',
      leader: leader?.displayName ?? '',
      dueDate: addDays(localDateOf(now), due),
      listedAs: `${batch}-${String(at + 1).padStart(3, '0')}`,
    };
    const [done] = must(await assignRows(deps, batch, [row], names, { actor, at: now }), place);
    if (typeof done?.outcome !== 'string') throw new Error(`demo backlog ${place}`);
    for (const step of steps) await takeStep(stage, place, step);
  }
}

/** How the demo calls the backlog cases, and the file, that examples name. */
export async function backlogNames(
  core: Core,
  organisation: Organisation,
  begun: { readonly seed: number },
): Promise<readonly (readonly [string, string])[]> {
  const stage = { core, organisation, ...begun };
  const closed = await openBacklog(
    core.petitions,
    staffOf(organisation, 'housing'),
    idOf(stage, 'closed'),
    0,
  );
  const file = closed?.proposals[0]?.files[0]?.id;
  return [
    ...places.map((place) => [`backlog:${place}`, idOf(stage, place)] as const),
    ...(file === undefined ? [] : [['backlog:file', file] as const]),
  ];
}
