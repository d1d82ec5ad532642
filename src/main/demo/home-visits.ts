import {
  correctVisit,
  declineVisit,
  openVisit,
  planVisit,
  stepVisit,
  type VisitStep,
  type VisitStepInput,
} from '../../capabilities/case-sponsorship/index.ts';
import type { Organisation } from '../../capabilities/identity-organisation/index.ts';
import { stageUpload, type ExampleScene } from '../../capabilities/petitions/index.ts';
import { addDays, localDateOf, startOfDay, type LocalDate } from '../../kernel/local-date.ts';
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

type Deed = 'consent' | 'made' | 'promised' | 'not-home' | 'cancelled' | 'declined' | 'corrected';

/** In every stage; `day` from today, planned three days before. */
const scenes = {
  read: { on: 'recordOutcome', day: -3, deeds: ['consent', 'promised', 'corrected'] },
  addToVisit: { on: 'requestExtension', day: -2, deeds: ['made'] },
  away: { on: 'noteMaterial', day: -2, deeds: ['not-home'] },
  declined: { on: 'recordTalk', day: 1, deeds: ['declined'] },
  cancelled: { on: 'chooseOfficer', day: 2, deeds: ['cancelled'] },
  recordVisit: { on: 'giveTask', day: 0, deeds: [] },
  noteConsent: { on: 'recordTalk', day: 1, deeds: [] },
  withdrawConsent: { on: 'requestExtension', day: 1, deeds: ['consent'] },
  changeVisit: { on: 'chooseOfficer', day: 3, deeds: [] },
  cancelVisit: { on: 'giveTask', day: 4, deeds: [] },
} as const satisfies Readonly<
  Record<
    string,
    { readonly on: ExampleScene; readonly day: number; readonly deeds: readonly Deed[] }
  >
>;

type Place = keyof typeof scenes;
const places = Object.keys(scenes) as Place[];
const morning = 9 * 3_600_000;

const must = <T>(done: Result<T, Refusal>, what: string): T => {
  if (!done.ok) throw new Error(`demo home visit ${what}: ${done.refusal.code}`);
  return done.value;
};

const idOf = ({ core }: Pick<Stage, 'core'>, place: Place): string =>
  deriveId(core.keys, 'system:demo', 'home-visit', place);

const petitionOf = ({ core, organisation, ...begun }: Omit<Stage, 'now'>, place: Place): string =>
  demoExamplePetition(core, organisation, begun, scenes[place].on);

const record = (
  visitedOn: LocalDate,
  more: Partial<VisitStepInput<'recordVisit'>>,
): VisitStepInput<'recordVisit'> => ({
  outcome: 'made',
  visitedOn,
  talks: [
    { partner: 'petitioner', name: '' },
    { partner: 'village-cadre', name: '社区副主任' },
  ],
  words: '和信访人一起看了现场，逐项说明了办理安排，信访人提出的两点意见带回研究。',
  uploads: [],
  consent: null,
  promise: null,
  ...more,
});

/** What a deed of a scene is as a step of staff; null where the petitioner does it. */
function stepOf(
  deed: Deed,
  day: LocalDate,
  uploads: readonly string[],
): { readonly type: VisitStep; readonly input: object } | null {
  switch (deed) {
    case 'consent':
      return { type: 'noteConsent', input: { on: addDays(day, -2), way: 'telephone' } };
    case 'made':
      return { type: 'recordVisit', input: record(day, {}) };
    case 'promised':
      return {
        type: 'recordVisit',
        input: record(day, {
          talks: [
            { partner: 'petitioner', name: '' },
            { partner: 'neighbour', name: '二楼住户' },
          ],
          uploads: [...uploads],
          promise: { text: '十天内把现场查看的结果书面告诉信访人。', dueDate: addDays(day, 10) },
        }),
      };
    case 'not-home':
      return {
        type: 'recordVisit',
        input: record(day, {
          outcome: 'not-home',
          talks: [],
          words: '家中无人，留了联系电话，改日再约。',
        }),
      };
    case 'cancelled':
      return { type: 'cancelVisit', input: { reason: '信访人当天在外地，改日再约。' } };
    case 'declined':
    case 'corrected':
      return null;
  }
}

async function takeDeed(stage: Stage, place: Place, deed: Deed): Promise<void> {
  const { core, organisation, now } = stage;
  const deps = core.petitions;
  const id = idOf(stage, place);
  const day = addDays(localDateOf(now), scenes[place].day);
  const commandId = deriveId(core.keys, 'system:demo', 'home-visit', `${place}:${deed}`);
  const happened = deed === 'consent' ? addDays(day, -2) : day;
  const at = Math.min(now, startOfDay(happened).getTime() + morning);
  const owner = `demo:home-visit:${place}`;
  const staged = deed === 'promised' ? [must(await stageUpload(deps, note, owner), place).id] : [];
  const step = stepOf(deed, day, staged);
  if (step === null) {
    const actor = { kind: 'petitioner', petitionId: petitionOf(stage, place) } as const;
    const options = { actor, commandId, at };
    const words = '我还说过漏水是从三楼下来的，记录里没有写。';
    const done =
      deed === 'declined'
        ? await declineVisit(deps, id, options)
        : await correctVisit(deps, id, words, options);
    must(done, place);
    return;
  }
  const actor = staffOf(organisation, 'housing');
  const options = { actor, commandId, at, uploadOwner: owner };
  must(await stepVisit(deps, id, step.type, step.input as never, options), place);
}

/** Home visits in every stage, by the real commands (S-3). */
export async function playHomeVisits(stage: Stage): Promise<void> {
  const { core, organisation, now } = stage;
  const actor = staffOf(organisation, 'housing');
  for (const place of places) {
    const day = addDays(localDateOf(now), scenes[place].day);
    const visitId = idOf(stage, place);
    const at = Math.min(now, startOfDay(addDays(day, -3)).getTime() + morning);
    const planned = await planVisit(
      core.petitions,
      { visitId, petitionId: petitionOf(stage, place) },
      {
        day,
        time: '09:30',
        visitors: [actor.userId],
        companions: '社区网格员一人',
        whom: '信访人本人',
        place: '东门社区三组',
        purpose: '看现场，当面说明办理安排，听信访人的意见。',
      },
      { actor, commandId: visitId, at },
    );
    must(planned, place);
    for (const deed of scenes[place].deeds) await takeDeed(stage, place, deed);
  }
}

/** How the demo calls the visits, their petition and the file that examples name. */
export async function homeVisitNames(
  core: Core,
  organisation: Organisation,
  begun: { readonly seed: number },
): Promise<readonly (readonly [string, string])[]> {
  const stage = { core, organisation, ...begun };
  const view = await openVisit(
    core.petitions,
    staffOf(organisation, 'housing'),
    idOf(stage, 'read'),
  );
  const file = view?.record?.files[0]?.id;
  return [
    ['petition:home-visits', petitionOf(stage, 'recordVisit')],
    ...places.map((place) => [`home-visit:${place}`, idOf(stage, place)] as const),
    ...(file === undefined ? [] : [['home-visit:file', file] as const]),
  ];
}
