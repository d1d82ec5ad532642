import type { StaffActor } from '../../../kernel/actor.ts';
import {
  refuse,
  sentenceOf,
  type Refusal,
  type RefusalCode,
  type Refused,
} from '../../../kernel/refusals.ts';
import { inWords } from '../../../platform/http/index.ts';
import { publicCommandTypes, type PublicCommandType } from '../contract.ts';
import { decide, type Context } from '../decide/index.ts';
import type { Paper, Petition } from '../petition.ts';
import { may } from '../policy.ts';
import type { Allowance } from '../view.ts';
import { petitionWords } from '../words.ts';
import { probeOf } from './probes.ts';

/** Steps on one paper. */
export const paperSteps = [
  'checkPaper',
  'signPaper',
  'sealPaper',
  'issuePaper',
  'returnPaper',
  'servePaper',
] as const satisfies readonly PublicCommandType[];

const aboutPaper = new Set<PublicCommandType>(paperSteps);

/** Refusals that name a field and still hold whatever is typed into it. */
const beyondInput = new Set<RefusalCode>([
  'split-parts',
  'merge-across-purpose',
  'relation-accusation',
  'relation-unknown',
]);

/** Who asks, of what, when: what the rules are told. */
export interface Asking extends Context {
  readonly actor: StaffActor;
}

const isAboutInput = ({ code, field }: Refusal): boolean =>
  field !== undefined && !beyondInput.has(code);

/** Why this reader may not take a step now, whatever would be typed; null when it can be tried. */
function findObstacle(
  type: PublicCommandType,
  petition: Petition,
  asking: Asking,
  paper?: Paper,
): Refusal | null {
  const { actor, now } = asking;
  const decision = decide(petition, probeOf(type, petition, actor, now, paper?.id ?? ''), asking);
  const granted = may(actor, type, petition, paper?.id);
  if (decision.ok || isAboutInput(decision.refusal)) {
    return granted ? null : refuse('not-permitted', { verb: type }).refusal;
  }
  // Out of place for everybody says more than out of place for you.
  const forAll = ['petition-not-in-status', 'petition-concluded', 'rating-own'].includes(
    decision.refusal.code,
  );
  return granted || forAll ? decision.refusal : refuse('not-permitted', { verb: type }).refusal;
}

/** Steps that this reader may take on a paper now. */
export function stepsOn(paper: Paper, petition: Petition, asking: Asking): PublicCommandType[] {
  return paperSteps.filter((type) => findObstacle(type, petition, asking, paper) === null);
}

/** A paper step is open when it is open on one of the papers. */
function findPaperObstacle(
  type: PublicCommandType,
  petition: Petition,
  asking: Asking,
): Refusal | null {
  const obstacles = petition.papers.map((paper) => findObstacle(type, petition, asking, paper));
  if (obstacles.includes(null)) return null;
  const told = obstacles.filter((obstacle) => obstacle !== null);
  const none: Refused = refuse('paper-unknown');
  return (
    told.find(({ code }) => code === 'same-person') ??
    told.find(({ code }) => code !== 'not-permitted') ??
    told[0] ??
    none.refusal
  );
}

const reasonOf = (refusal: Refusal): NonNullable<Allowance['reason']> => ({
  code: refusal.code,
  zh: sentenceOf(inWords(petitionWords, refusal, 'zh-CN'), 'zh-CN'),
  en: sentenceOf(inWords(petitionWords, refusal, 'en'), 'en'),
});

/** Every step that people can take, with the sentence why not where this reader cannot now. */
export function allowancesOf(petition: Petition, asking: Asking): Allowance[] {
  return publicCommandTypes.map((command) => {
    const obstacle = aboutPaper.has(command)
      ? findPaperObstacle(command, petition, asking)
      : findObstacle(command, petition, asking);
    return {
      command,
      allowed: obstacle === null,
      reason: obstacle === null ? null : reasonOf(obstacle),
    };
  });
}
