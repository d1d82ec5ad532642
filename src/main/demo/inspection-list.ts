import {
  enterList,
  listingIdOf,
  stepListing,
  type InspectionColour,
} from '../../capabilities/supervision/index.ts';
import type { Organisation } from '../../capabilities/identity-organisation/index.ts';
import type { ExampleScene } from '../../capabilities/petitions/index.ts';
import type { Refusal } from '../../kernel/refusals.ts';
import type { Result } from '../../kernel/result.ts';
import { deriveId } from '../../platform/vault/index.ts';
import type { Core } from '../core.ts';
import { demoExamplePetition } from './examples/places.ts';
import { staffOf } from './play.ts';

interface Stage {
  readonly core: Core;
  readonly organisation: Organisation;
  readonly now: number;
  readonly seed: number;
}

/** Every colour, one that was given another, and one that was removed. */
const places = {
  red: { on: 'giveTask', colour: 'red', reason: '涉及群众人身安全，县领导决定列入督查。' },
  recolour: { on: 'recordTalk', colour: 'yellow', reason: '拖延一年以上，决定列入督查。' },
  removeFromList: { on: 'noteMaterial', colour: 'blue', reason: '涉及多个部门，决定列入督查。' },
  green: { on: 'chooseOfficer', colour: 'green', reason: '按季度督查安排列入。' },
  removed: { on: 'requestExtension', colour: 'yellow', reason: '拖延半年以上，决定列入督查。' },
} as const satisfies Readonly<
  Record<
    string,
    { readonly on: ExampleScene; readonly colour: InspectionColour; readonly reason: string }
  >
>;

type Place = keyof typeof places;

const must = <T>(done: Result<T, Refusal>, what: string): T => {
  if (!done.ok) throw new Error(`demo inspection list ${what}: ${done.refusal.code}`);
  return done.value;
};

const petitionOf = ({ core, organisation, ...begun }: Omit<Stage, 'now'>, place: Place): string =>
  demoExamplePetition(core, organisation, begun, places[place].on);

/** The inspection list in every colour, by the real commands; played twice, it is the same (U-3). */
export async function playInspectionList(stage: Stage): Promise<void> {
  const { core, organisation, now } = stage;
  const deps = core.petitions;
  const optionsOf = (step: string) => ({
    actor: staffOf(organisation, 'officehead'),
    at: now,
    commandId: deriveId(core.keys, 'system:demo', 'inspection-list', step),
    uploadOwner: '',
  });
  for (const place of Object.keys(places) as Place[]) {
    const { colour, reason } = places[place];
    const entered = await enterList(
      deps,
      petitionOf(stage, place),
      { colour, reason },
      optionsOf(place),
    );
    const { id } = must(entered, place);
    if (place !== 'removed') continue;
    const input = { reason: '问题已经解决，经核查移出。' };
    must(await stepListing(deps, id, 'removeFromList', input, optionsOf('remove')), 'remove');
  }
}

/** How the demo calls what stands on the list, for examples. */
export const inspectionListNames = (
  core: Core,
  organisation: Organisation,
  begun: { readonly seed: number },
): readonly (readonly [string, string])[] =>
  (Object.keys(places) as Place[]).flatMap((place) => {
    const petitionId = petitionOf({ core, organisation, ...begun }, place);
    return [
      [`inspection-list:${place}`, petitionId] as const,
      [`inspection-listing:${place}`, listingIdOf(core.petitions, petitionId)] as const,
    ];
  });
