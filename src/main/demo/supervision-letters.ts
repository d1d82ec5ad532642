import type { Organisation } from '../../capabilities/identity-organisation/index.ts';
import { stageUpload, type ExampleScene } from '../../capabilities/petitions/index.ts';
import {
  beginLetters,
  escalateLetters,
  openConsequence,
  openLetters,
  proposeConsequence,
  stepConsequence,
  stepLetters,
} from '../../capabilities/supervision/index.ts';
import { addDays, localDateOf } from '../../kernel/local-date.ts';
import type { Refusal } from '../../kernel/refusals.ts';
import type { Result } from '../../kernel/result.ts';
import { deriveId } from '../../platform/vault/index.ts';
import type { Core } from '../core.ts';
import { demoExamplePetition } from './examples/places.ts';
import { note } from './examples/scenes.ts';
import { staffOf } from './play.ts';

interface Begun {
  readonly core: Core;
  readonly organisation: Organisation;
  readonly seed: number;
}
interface Stage extends Begun {
  readonly now: number;
}

const day = 24 * 3_600_000;
const unit = 'housing';

const must = <T>(done: Result<T, Refusal>, what: string): T => {
  if (!done.ok) throw new Error(`demo supervision ${what}: ${done.refusal.code}`);
  return done.value;
};

/** A ladder in each stage, by the petition it is about. */
const ladders = {
  draft: { on: 'giveTask', stage: 'draft' },
  answer: { on: 'chooseOfficer', stage: 'sent' },
  file: { on: 'requestExtension', stage: 'answered' },
  risen: { on: 'recordTalk', stage: 'risen' },
  settled: { on: 'noteMaterial', stage: 'settled' },
} as const satisfies Readonly<
  Record<string, { readonly on: ExampleScene; readonly stage: string }>
>;
type Ladder = keyof typeof ladders;

/** One consequence of each kind, each in another stage. */
const consequences = {
  state: { on: 'giveTask', kind: 'interview', stage: 'proposed' },
  notice: { on: 'chooseOfficer', kind: 'circulated-notice', stage: 'done' },
  warning: { on: 'requestExtension', kind: 'warning', stage: 'in-force' },
  file: { on: 'recordTalk', kind: 'listing', stage: 'reported' },
} as const;
type Consequence = keyof typeof consequences;

/** The petition without letters, on which the examples begin. */
const fresh: ExampleScene = 'recordOutcome';

const petitionOf = ({ core, organisation, ...begun }: Begun, on: ExampleScene): string =>
  demoExamplePetition(core, organisation, begun, on);
const ladderId = ({ core, seed }: Begun, of: Ladder): string =>
  deriveId(core.keys, 'system:demo', 'three-letters', `${seed}:${of}`);
const consequenceId = ({ core, seed }: Begun, of: Consequence): string =>
  deriveId(core.keys, 'system:demo', 'consequence', `${seed}:${of}`);

/** Files are staged once: the same step with another file would look like another one. */
async function fileOf({ core }: Begun, owner: string): Promise<string> {
  return must(await stageUpload(core.petitions, note, owner), owner).id;
}

const words = '该事项临近办理期限，仍未与信访人联系，也未报送进展情况。';

async function playLadder(stage: Stage, of: Ladder): Promise<void> {
  const { core, organisation, now } = stage;
  const deps = core.petitions;
  const id = ladderId(stage, of);
  const wanted = ladders[of].stage;
  const at = now - (wanted === 'risen' ? 20 * day : 2 * day);
  const person = (name: string) => staffOf(organisation, name);
  const options = (name: string, step: string, moment = at) => ({
    actor: person(name),
    commandId: deriveId(core.keys, 'system:demo', 'three-letters', `${id}:${step}`),
    at: moment,
    uploadOwner: `demo:${id}`,
  });
  const supervisor = person('supervisor1');
  if ((await openLetters(deps, supervisor, id, now)) !== null) return;
  const place = { caseId: id, petitionId: petitionOf(stage, ladders[of].on) };
  const input = { unit, step: 0, copies: [], words };
  must(
    await beginLetters(deps, place, input, { ...options('supervisor1', 'begin'), commandId: id }),
    of,
  );
  if (wanted === 'draft') return;
  const paperId = (await openLetters(deps, supervisor, id, now))?.letters[0]?.paper.id ?? '';
  for (const [name, step] of [
    ['officehead', 'checkPaper'],
    ['officehead', 'signPaper'],
    ['seal', 'sealPaper'],
  ] as const) {
    must(await stepLetters(deps, id, step, { paperId }, options(name, step)), `${of} ${step}`);
  }
  const served = { paperId, way: 'electronic', servedOn: localDateOf(at) } as const;
  must(await stepLetters(deps, id, 'servePaper', served, options('seal', 'serve')), of);
  if (wanted === 'sent' || wanted === 'risen') return;
  const uploads = [await fileOf(stage, `demo:${id}`)];
  const answer = { words: '已与信访人见面沟通，整改方案本周内完成，材料附后。', uploads };
  must(
    await stepLetters(deps, id, 'answerLetter', answer, options('housing-head', 'answer', now)),
    of,
  );
  if (wanted === 'answered') return;
  const accepted = { words: '经电话核实，情况属实，同意办结本次督办。' };
  must(
    await stepLetters(deps, id, 'acceptAnswer', accepted, options('supervisor1', 'accept', now)),
    of,
  );
}

async function playConsequence(stage: Stage, of: Consequence): Promise<void> {
  const { core, organisation, now } = stage;
  const deps = core.petitions;
  const id = consequenceId(stage, of);
  const { kind, on, stage: wanted } = consequences[of];
  const person = (name: string) => staffOf(organisation, name);
  const options = (name: string, step: string) => ({
    actor: person(name),
    commandId: deriveId(core.keys, 'system:demo', 'consequence', `${id}:${step}`),
    at: now,
    uploadOwner: `demo:${id}`,
  });
  const supervisor = person('supervisor1');
  if ((await openConsequence(deps, supervisor, id, now)) !== null) return;
  const place = { caseId: id, petitionId: petitionOf(stage, on) };
  const input = {
    kind,
    unit,
    reason: '该单位承办的信访事项多次超过期限未答复，经督办仍未按要求改进。',
    petitions: [],
    ...(kind === 'interview' ? { post: '主要负责人' } : {}),
  };
  const begun = { ...options('supervisor1', 'propose'), commandId: id };
  must(await proposeConsequence(deps, place, input, begun), of);
  if (wanted === 'proposed') return;
  const said = { words: '我局人员调整，衔接不畅，现已指定专人办理。', uploads: [] };
  must(
    await stepConsequence(deps, id, 'makeStatement', said, options('housing-head', 'state')),
    of,
  );
  const today = localDateOf(now);
  const decision = {
    words: '鉴于该单位未按规定履行信访工作责任，作出本决定。',
    ...(kind === 'warning' ? { correctBy: addDays(today, 20) } : {}),
    ...(kind === 'listing'
      ? { from: today, to: addDays(today, 90), correctBy: addDays(today, 60) }
      : {}),
  };
  must(
    await stepConsequence(deps, id, 'draftDecision', decision, options('supervisor1', 'draft')),
    of,
  );
  const paperId = (await openConsequence(deps, supervisor, id, now))?.papers[0]?.id ?? '';
  for (const [name, step] of [
    ['officehead', 'checkPaper'],
    ['officehead', 'signPaper'],
    ['seal', 'sealPaper'],
  ] as const) {
    must(await stepConsequence(deps, id, step, { paperId }, options(name, step)), `${of} ${step}`);
  }
  const served = { paperId, way: 'electronic', servedOn: today } as const;
  must(await stepConsequence(deps, id, 'servePaper', served, options('seal', 'serve')), of);
  if (wanted === 'in-force') return;
  if (wanted === 'done') {
    const done = { on: today, words: '通报已通过办公系统印发各有关单位。' };
    must(
      await stepConsequence(deps, id, 'recordCarriedOut', done, options('supervisor1', 'done')),
      of,
    );
    return;
  }
  const uploads = [await fileOf(stage, `demo:${id}`)];
  const corrected = { on: today, words: '积压事项已全部答复，台账和照片附后。', uploads };
  must(
    await stepConsequence(
      deps,
      id,
      'reportCorrection',
      corrected,
      options('housing-head', 'correct'),
    ),
    of,
  );
}

/** Ladders of letters in each stage and one consequence of each kind, by the real commands (U-4, U-5). */
export async function playSupervisionLetters(stage: Stage): Promise<void> {
  for (const of of Object.keys(ladders) as Ladder[]) await playLadder(stage, of);
  for (const of of Object.keys(consequences) as Consequence[]) await playConsequence(stage, of);
  await escalateLetters(stage.core.petitions, stage.now, new AbortController().signal);
}

/** How the demo calls the letters and consequences that examples name. */
export async function supervisionLetterNames(
  core: Core,
  organisation: Organisation,
  begun: { readonly seed: number },
): Promise<readonly (readonly [string, string])[]> {
  const stage = { core, organisation, ...begun };
  const deps = core.petitions;
  const supervisor = staffOf(organisation, 'supervisor1');
  const answered = await openLetters(deps, supervisor, ladderId(stage, 'file'), 0);
  const listing = await openConsequence(deps, supervisor, consequenceId(stage, 'file'), 0);
  const letter = answered?.letters[0];
  const names: readonly (readonly [string, string | undefined])[] = [
    ['letters-petition:begin', petitionOf(stage, fresh)],
    ['letters:read', ladderId(stage, 'file')],
    ['letters:file', ladderId(stage, 'file')],
    ['letters:answer', ladderId(stage, 'answer')],
    ['letters-paper:read', letter?.paper.id],
    ['letters-file:file', letter?.answers[0]?.files[0]?.id],
    ['consequence-petition:propose', petitionOf(stage, fresh)],
    ['consequence:read', consequenceId(stage, 'file')],
    ['consequence:file', consequenceId(stage, 'file')],
    ['consequence:state', consequenceId(stage, 'state')],
    ['consequence:notice', consequenceId(stage, 'notice')],
    ['consequence-paper:read', listing?.papers[0]?.id],
    ['consequence-paper:file', listing?.corrections[0]?.files[0]?.id],
  ];
  return names.flatMap(([name, id]) => (id === undefined ? [] : [[name, id] as const]));
}
