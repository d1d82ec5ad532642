import type { StaffActor } from '../../../../kernel/actor.ts';
import { localDateOf } from '../../../../kernel/local-date.ts';
import { refuse, sentenceOf, type Refusal } from '../../../../kernel/refusals.ts';
import { answerableLetter, openLetter, type Ladder, type LetterPaper } from '../case.ts';
import type { LettersCommand } from '../command.ts';
import { lettersSteps, type LettersStep } from '../contract.ts';
import { decideLetters, type LettersContext } from '../decide/index.ts';
import { mayLetters } from '../policy.ts';
import type { LettersAllowance } from '../view.ts';

const text = { id: '', hash: '', length: 1000 };

export interface Asking extends LettersContext {
  readonly actor: StaffActor;
}

/** The step as it would be if nothing that can be typed were wrong. */
function probeOf(
  type: LettersStep,
  ladder: Ladder,
  { now, units }: Asking,
  paperId: string,
): LettersCommand {
  const letter = openLetter(ladder);
  const body = units.find(ladder.unit)?.parentId ?? null;
  const draft = { paperId, addressee: body, copies: [], words: text };
  const sealing = { paperId, number: '', document: text, verifyCode: '' };
  const receivedOn = answerableLetter(ladder)?.servedOn ?? localDateOf(now);
  const probes: { readonly [T in LettersStep]: LettersCommand } = {
    draftLetter: { type: 'draftLetter', ...draft },
    raiseLetter: { type: 'raiseLetter', ...draft, to: (letter?.step ?? 0) + 1, reason: text },
    answerLetter: { type: 'answerLetter', words: text, attachments: [] },
    recordAnswer: { type: 'recordAnswer', words: text, attachments: [], receivedOn },
    acceptAnswer: { type: 'acceptAnswer', words: text },
    returnAnswer: { type: 'returnAnswer', words: text },
    withdrawLetters: { type: 'withdrawLetters', reason: text },
    checkPaper: { type: 'checkPaper', paperId },
    signPaper: { type: 'signPaper', paperId },
    sealPaper: { type: 'sealPaper', ...sealing },
    issuePaper: { type: 'issuePaper', ...sealing },
    returnPaper: { type: 'returnPaper', paperId, reason: text },
    servePaper: { type: 'servePaper', paperId, way: 'electronic', servedOn: now, proof: text },
  };
  return probes[type];
}

/** Why this reader may not take a step now; null when it can be tried. */
function findObstacle(
  type: LettersStep,
  ladder: Ladder,
  asking: Asking,
  paperId = '',
): Refusal | null {
  if (!mayLetters(asking.actor, type, ladder, paperId)) {
    return refuse('not-permitted', { verb: type }).refusal;
  }
  const top = openLetter(ladder)?.step === ladder.steps.length - 1;
  if (type === 'raiseLetter' && top) return refuse('letters-top').refusal;
  const decision = decideLetters(ladder, probeOf(type, ladder, asking, paperId), asking);
  return decision.ok || decision.refusal.field !== undefined ? null : decision.refusal;
}

const paperSteps: readonly LettersStep[] = [
  'checkPaper',
  'signPaper',
  'sealPaper',
  'issuePaper',
  'returnPaper',
  'servePaper',
];

/** Steps that this reader may take on a paper now. */
export const stepsOn = (paper: LetterPaper, ladder: Ladder, asking: Asking): LettersStep[] =>
  paperSteps.filter((type) => findObstacle(type, ladder, asking, paper.id) === null);

/** Every step that people can take on the ladder itself, with the sentence why not. */
export const allowancesOf = (ladder: Ladder, asking: Asking): LettersAllowance[] =>
  lettersSteps
    .filter((type) => !paperSteps.includes(type))
    .map((command) => {
      const obstacle = findObstacle(command, ladder, asking);
      return {
        command,
        allowed: obstacle === null,
        reason:
          obstacle === null
            ? null
            : {
                code: obstacle.code,
                zh: sentenceOf(obstacle, 'zh-CN'),
                en: sentenceOf(obstacle, 'en'),
              },
      };
    });

const forward: readonly LettersStep[] = [
  'issuePaper',
  'signPaper',
  'checkPaper',
  'sealPaper',
  'servePaper',
];
const usual: readonly LettersStep[] = [
  'answerLetter',
  'acceptAnswer',
  'draftLetter',
  'recordAnswer',
];

/** The one next step for a reader, the steps on papers first; a draft of one's own needs no second. */
export function nextStep(
  ladder: Ladder,
  allowances: readonly LettersAllowance[],
  onPapers: readonly LettersStep[],
): LettersStep | null {
  const onPaper = forward.find((step) => onPapers.includes(step));
  if (onPaper !== undefined) return onPaper;
  const letter = openLetter(ladder);
  const paper = ladder.papers.find(({ id }) => id === letter?.paperId);
  const waits = paper?.stage === 'drafted' && !paper.draftedBy.startsWith('system:');
  return (
    usual.find(
      (step) =>
        !(step === 'draftLetter' && waits) &&
        allowances.some(({ command, allowed }) => allowed && command === step),
    ) ?? null
  );
}
