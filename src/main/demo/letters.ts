import { layLetter, letterIdOf, stepLetter } from '../../capabilities/leader-letters/index.ts';
import type { Organisation } from '../../capabilities/identity-organisation/index.ts';
import type { ExampleScene } from '../../capabilities/petitions/index.ts';
import { addDays, localDateOf } from '../../kernel/local-date.ts';
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

/** Which example finds its letter on which petition. */
const places = {
  read: 'giveTask',
  readLetter: 'chooseOfficer',
  instruct: 'requestExtension',
} as const satisfies Readonly<Record<string, ExampleScene>>;

type Place = keyof typeof places;

const leadership = 'county-gov';

const must = <T>(done: Result<T, Refusal>, what: string): T => {
  if (!done.ok) throw new Error(`demo letter ${what}: ${done.refusal.code}`);
  return done.value;
};

/** Letters before the leader: waiting, and read with an instruction; none is laid twice. */
export async function playLetters(stage: Stage): Promise<void> {
  const { core, organisation, now } = stage;
  const deps = core.petitions;
  const officer = staffOf(organisation, 'officer1');
  const leader = staffOf(organisation, 'leader');
  for (const [place, scene] of Object.entries(places)) {
    const petitionId = demoExamplePetition(core, organisation, stage, scene);
    const laid = await layLetter(
      deps,
      { petitionId, before: 'leader' },
      { unit: leadership, reason: '群众多次反映，请阅示。' },
      { actor: officer, at: now },
    );
    const { id } = must(laid, place);
    if (place !== 'read') continue;
    const idOf = (step: string): string => deriveId(core.keys, 'system:demo', 'letter', step);
    const mark = { mark: 'attend', words: '请信访局跟踪办理情况。' } as const;
    const options = { actor: leader, at: now };
    must(
      await stepLetter(deps, id, 'readLetter', mark, { ...options, commandId: idOf('read') }),
      'read',
    );
    const given = {
      unit: 'housing',
      text: '请住建局十日内到现场查清原因，拿出维修办法，并当面答复来信人。',
      dueDate: addDays(localDateOf(now), 10),
      told: 'yes',
    } as const;
    must(
      await stepLetter(deps, id, 'instruct', given, { ...options, commandId: idOf('instruct') }),
      'instruct',
    );
  }
}

/** How the demo calls the letters that examples name. */
export const letterNames = (
  core: Core,
  organisation: Organisation,
  begun: { readonly seed: number },
): readonly (readonly [string, string])[] =>
  (Object.keys(places) as Place[]).map((place) => [
    `letter:${place}`,
    letterIdOf(
      core.petitions,
      demoExamplePetition(core, organisation, begun, places[place]),
      'leader',
      leadership,
    ),
  ]);
