import type { Organisation } from '../../../capabilities/identity-organisation/index.ts';
import { exampleScenes, type ExampleScene } from '../../../capabilities/petitions/index.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import type { Core } from '../../core.ts';
import { staffOf } from '../play.ts';
import { firstIndex } from './plan.ts';

/** The petition of an example's scene: the clerk registers it as the first step. */
export function demoExamplePetition(
  core: Core,
  organisation: Organisation,
  { seed }: { readonly seed: number },
  scene: ExampleScene = 'proceedings',
): string {
  const index = firstIndex + exampleScenes.indexOf(scene);
  const sender = `staff:${staffOf(organisation, 'clerk').userId}`;
  return deriveId(core.keys, sender, 'register', `demo:${seed}:${index}:0`);
}
