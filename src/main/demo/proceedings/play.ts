import { listMember, planShift } from '../../../capabilities/hearings-mediation/index.ts';
import { findPetitions } from '../../../capabilities/desk/index.ts';
import type { Organisation } from '../../../capabilities/identity-organisation/index.ts';
import { exampleScenes } from '../../../capabilities/petitions/index.ts';
import { addDays, localDateOf } from '../../../kernel/local-date.ts';
import type { Core } from '../../core.ts';
import { demoExamplePetition } from '../examples/places.ts';
import { staffOf } from '../play.ts';
import { Scene } from './cast.ts';
import { demoKeys, memberId } from './names.ts';
import { memberOf, rosterRows } from './roster.ts';
import { beginOnly, scenes } from './scenes.ts';

interface Stage {
  readonly core: Core;
  readonly organisation: Organisation;
  readonly now: number;
  readonly seed: number;
}

async function listRoster({ core, organisation, now }: Stage): Promise<void> {
  const actor = staffOf(organisation, 'officer1');
  for (const row of rosterRows) {
    const options = { actor, commandKey: demoKeys.member(row.key), at: now - 200 * 86_400_000 };
    const listed = await listMember(core.petitions, memberOf(row), options);
    if (!listed.ok) throw new Error(`demo roster ${row.key}: ${listed.refusal.code}`);
  }
}

/** Who is on duty in the hall in the next week. */
async function planShifts({ core, organisation, now }: Stage): Promise<void> {
  const actor = staffOf(organisation, 'officer1');
  const plan = [
    ['lawyer', 'lawyer-1', 'morning'],
    ['psychologist', 'psychologist-1', 'afternoon'],
    ['mediator', 'mediator-2', 'day'],
    ['lawyer', 'lawyer-3', 'afternoon'],
  ] as const;
  for (const [at, [role, key, part]] of plan.entries()) {
    const shift = {
      on: addDays(localDateOf(now), at + 1),
      part,
      role,
      memberId: memberId(core, organisation, key),
    };
    const options = { actor, commandKey: demoKeys.shift(at), at: now };
    const planned = await planShift(core.petitions, shift, options);
    if (!planned.ok) throw new Error(`demo shift ${at}: ${planned.refusal.code}`);
  }
}

/** Petitions that the housing bureau handles, oldest first: the same ones when the demo goes on. */
async function handled({ core, organisation, now }: Stage): Promise<readonly string[]> {
  const actor = staffOf(organisation, 'housing');
  const query = { status: 'handling', holder: 'housing', purpose: 'appeal', sort: 'registered' };
  const found = await findPetitions(
    core.petitions,
    actor,
    { ...query, sort: 'registered', limit: 50 },
    now,
  );
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value.items
    .toSorted((one, other) => (one.number < other.number ? -1 : 1))
    .map(({ id }) => id);
}

/**
 * The roster, the hall's shifts, and hearings and mediations in every state, by the real commands.
 * Every step has an id of its own: a demo that goes on does none of them twice.
 */
export async function playProceedings(stage: Stage): Promise<void> {
  const { core, organisation, now, seed } = stage;
  await listRoster(stage);
  await planShifts(stage);
  const example = demoExamplePetition(core, organisation, stage);
  const cast = { core, organisation, now };
  for (const kind of ['hearing', 'mediation', 're-evaluation', 'deliberation'] as const) {
    await beginOnly[kind](new Scene({ ...cast, petitionId: example }), demoKeys.example(kind));
  }
  // The examples of other operations keep their petitions for themselves.
  const taken = new Set(
    exampleScenes.map((scene) => demoExamplePetition(core, organisation, stage, scene)),
  );
  const others = (await handled(stage)).filter((id) => !taken.has(id));
  const petitions = others.length === 0 ? [example] : others;
  for (const [at, [name, play]] of Object.entries(scenes).entries()) {
    const petitionId = petitions[at % petitions.length] ?? example;
    await play(new Scene({ ...cast, petitionId }), `demo:${seed}:${name}`);
  }
}
