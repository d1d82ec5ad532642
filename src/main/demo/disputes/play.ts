import type { Organisation } from '../../../capabilities/identity-organisation/index.ts';
import {
  assessmentIdOf,
  disputeIdOf,
  judgeMatch,
  linkPetition,
  promoteDispute,
  recordDecision,
  recordDispute,
  stepAssessment,
  stepDispute,
  suggestMatches,
  type AssessmentStep,
  type AssessmentStepInput,
  type DisputeStep,
  type DisputeStepInput,
} from '../../../capabilities/disputes/index.ts';
import { registerPetition } from '../../../capabilities/petitions/index.ts';
import { addDays, localDateOf } from '../../../kernel/local-date.ts';
import type { Refusal } from '../../../kernel/refusals.ts';
import type { Result } from '../../../kernel/result.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import type { Core } from '../../core.ts';
import { townshipCode } from '../county/regions.ts';
import type { CategoryOf } from '../matter.ts';
import { staffOf } from '../play.ts';
import { decisionScenes, type DecisionScene, type DecisionStep } from './decision-scenes.ts';
import { disputeScenes, lane, pond, type DisputeScene } from './scenes.ts';

interface Stage {
  readonly core: Core;
  readonly organisation: Organisation;
  readonly now: number;
  readonly categoryOf: CategoryOf;
}

const day = 86_400_000;
const keyOf = (key: string): string => `demo:${key}`;

const must = <T>(done: Result<T, Refusal>, what: string): T => {
  if (!done.ok) throw new Error(`demo dispute ${what}: ${done.refusal.code}`);
  return done.value;
};

async function playDispute(stage: Stage, scene: DisputeScene): Promise<void> {
  const { core, organisation, now } = stage;
  const deps = core.petitions;
  const { id } = must(
    await recordDispute(deps, scene.input, {
      actor: staffOf(organisation, scene.who),
      commandKey: keyOf(scene.key),
      at: now - scene.ago * day,
    }),
    scene.key,
  );
  for (const [place, { who, ago, type, input }] of scene.steps.entries()) {
    const commandId = deriveId(core.keys, 'system:demo', 'dispute', `${scene.key}:${place}`);
    const options = { actor: staffOf(organisation, who), commandId, at: now - ago * day };
    const given: [DisputeStep, DisputeStepInput<DisputeStep>] = [type, input];
    must(await stepDispute(deps, id, ...given, options), `${scene.key} ${place + 1}`);
  }
  if (scene.promoted === undefined) return;
  const { who, ago, input } = scene.promoted;
  const at = now - ago * day;
  const commandId = deriveId(core.keys, 'system:demo', 'dispute', `${scene.key}:promote`);
  must(
    await promoteDispute(
      deps,
      id,
      { ...input, saidOn: localDateOf(at) },
      { actor: staffOf(organisation, who), commandId, at },
    ),
    scene.key,
  );
}

/** Petitions on what was a dispute before: confirmed, rejected, and still to be judged. */
const matched = [
  {
    key: 'confirmed',
    ago: 14,
    title: '养猪场污水直排水塘臭味扰民',
    text: `${pond}我们找过村里，也找过镇里，希望尽快解决。`,
    region: `${townshipCode('101')}201`,
    category: ['生态环境', '污染', '污水'],
    verdict: 'confirmed',
    decision: 'linked',
  },
  {
    key: 'rejected',
    ago: 11,
    title: '水塘边养猪场要求按时兑现搬迁补偿',
    text: '我家养猪场在村口水塘边，要求停止排污我们配合，但是搬迁补偿要先兑现，污水处理也要有去处。',
    region: `${townshipCode('101')}201`,
    category: ['生态环境', '污染', '污水'],
    verdict: 'rejected',
    decision: 'linked',
  },
  {
    key: 'judge',
    ago: 8,
    title: '东门巷消防通道被货物堵住',
    text: `${lane}请有关部门尽快清理。`,
    region: `${townshipCode('100')}201`,
    category: ['住房与城乡建设', '规划', '违法建设'],
    verdict: null,
    decision: null,
  },
] as const;

const disputeOf = { confirmed: 'county', rejected: 'county', judge: 'down' } as const;

const idOf = (
  { core, organisation }: Pick<Stage, 'core' | 'organisation'>,
  key: string,
): string => {
  const who = disputeScenes.find((scene) => scene.key === key)?.who ?? '';
  return disputeIdOf(core.petitions, staffOf(organisation, who), keyOf(key));
};

const decisionOf = (
  { core, organisation }: Pick<Stage, 'core' | 'organisation'>,
  key: string,
): string => {
  const who = decisionScenes.find((scene) => scene.key === key)?.who ?? '';
  return assessmentIdOf(core.petitions, staffOf(organisation, who), keyOf(key));
};

async function playMatches(stage: Stage): Promise<void> {
  const { core, organisation, now } = stage;
  const deps = core.petitions;
  const officer = staffOf(organisation, 'officer1');
  for (const { key, ago, title, text, region, category, verdict, decision } of matched) {
    const at = now - ago * day;
    const { id: petitionId } = must(
      await registerPetition(
        deps,
        {
          channel: 'letter',
          title,
          text,
          demands: [],
          purpose: 'appeal',
          category: stage.categoryOf(category),
          urgency: 'ordinary',
          regionCode: region,
          people: [{ role: 'petitioner', name: '康示例' }],
          anonymous: false,
          secrecy: false,
          electronicService: false,
          accusedUnits: [],
          numbersElsewhere: [],
          uploads: [],
        },
        {
          actor: staffOf(organisation, 'clerk'),
          commandKey: keyOf(`matched:${key}`),
          uploadOwner: '',
          at,
        },
      ),
      key,
    );
    const commandId = (what: string): string =>
      deriveId(core.keys, 'system:demo', what, `matched:${key}`);
    must(await suggestMatches(deps, petitionId, { commandId: commandId('suggest'), at }), key);
    const options = { actor: officer, commandId: commandId('judge'), at: at + day };
    const place = { petitionId, disputeId: idOf(stage, disputeOf[key]) };
    if (verdict !== null) must(await judgeMatch(deps, place, verdict, options), key);
    if (decision === null) continue;
    const linking = { ...options, commandId: commandId('link') };
    must(await linkPetition(deps, decisionOf(stage, decision), petitionId, linking), key);
  }
}

/** The step with its dates and people, as the contract has it. */
function inputOf(
  { organisation, now }: Stage,
  step: DecisionStep,
): AssessmentStepInput<AssessmentStep> {
  const today = localDateOf(now);
  switch (step.type) {
    case 'recordConsultation':
      return { ...step.input, heldOn: addDays(today, -step.heldAgo) };
    case 'nameReviewer': {
      const { userId, unitId } = staffOf(organisation, step.reviewer);
      return { userId, unit: unitId };
    }
    case 'reviewLegality':
    case 'conclude':
      return { ...step.input, validUntil: addDays(today, step.validFor) };
    default:
      return step.input;
  }
}

async function playDecision(stage: Stage, scene: DecisionScene): Promise<void> {
  const { core, organisation, now } = stage;
  const deps = core.petitions;
  const begun = now - scene.ago * day;
  const { id } = must(
    await recordDecision(deps, scene.input, {
      actor: staffOf(organisation, scene.who),
      commandKey: keyOf(scene.key),
      at: begun,
    }),
    scene.key,
  );
  // The steps spread evenly over the time since.
  const between = (scene.ago * day) / (scene.steps.length + 1);
  let last = begun;
  for (const [place, step] of scene.steps.entries()) {
    const commandId = deriveId(core.keys, 'system:demo', 'decision', `${scene.key}:${place}`);
    last = Math.max(last, Math.round(begun + between * (place + 1)), heldBefore(stage, step));
    const options = {
      actor: staffOf(organisation, step.who),
      commandId,
      at: last,
    };
    const given = [step.type, inputOf(stage, step)] as const;
    must(
      await stepAssessment(deps, id, ...given, options),
      `${scene.key} ${place + 1} ${step.type}`,
    );
  }
}

/** A hearing is recorded on its day or later. */
const heldBefore = ({ now }: Stage, step: DecisionStep): number =>
  step.type === 'recordConsultation' ? now - step.heldAgo * day : 0;

/**
 * Disputes at every level and in every stage, matches that were suggested, confirmed and rejected, and
 * assessments of decisions with each result, by the real commands; none is made twice (D-1 to D-3).
 */
export async function playDisputes(stage: Stage): Promise<void> {
  for (const scene of decisionScenes) await playDecision(stage, scene);
  for (const scene of disputeScenes) await playDispute(stage, scene);
  await playMatches(stage);
}

/** How the demo calls what examples name. */
export function disputeNames(
  core: Core,
  organisation: Organisation,
): readonly (readonly [string, string])[] {
  const stage = { core, organisation };
  const clerk = `staff:${staffOf(organisation, 'clerk').userId}`;
  const petition = (key: string): string =>
    deriveId(core.keys, clerk, 'register', keyOf(`matched:${key}`));
  return [
    ...disputeScenes.map(({ key }) => [`dispute:${key}`, idOf(stage, key)] as const),
    ['dispute:matched', idOf(stage, disputeOf.judge)],
    ...decisionScenes.map(({ key }) => [`decision:${key}`, decisionOf(stage, key)] as const),
    ['matched-petition:judge', petition('judge')],
    ['matched-petition:decision', petition('rejected')],
  ];
}
