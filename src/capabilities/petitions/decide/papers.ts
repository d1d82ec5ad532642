import { actorOf, decided, event, no, type Context, type Decision, type Rule } from './context.ts';
import type { Refused } from '../../../kernel/refusals.ts';
import type { CommandOf } from '../command.ts';
import type { PetitionEvent } from '../events.ts';
import {
  findPaper,
  type Paper,
  type PaperEffect,
  type PaperStage,
  type Petition,
  type Status,
} from '../petition.ts';
import { handlingDue } from './handling.ts';

/** Papers that go out at once, by the system: what they say is fixed by the registration. */
const automatic = new Set<Paper['kind']>(['receipt', 'withdrawal-confirmation']);

/** P-4a: a paper in the right stage, and not in the hands of whoever drafted it. */
function findStepFault(
  paper: Paper | undefined,
  stages: readonly PaperStage[],
  context: Context,
): Refused | null {
  if (paper === undefined) return no('paper-unknown');
  if (!stages.includes(paper.stage)) return no('paper-stage', { stage: paper.stage });
  const own = paper.draftedBy === actorOf(context);
  return own && !automatic.has(paper.kind) ? no('same-person') : null;
}

/** In which status a decision can still take effect with its seal. */
const effective: Readonly<Record<PaperEffect['kind'], readonly Status[]>> = {
  'not-accept': ['registered', 'referred'],
  'no-longer-accept': ['registered', 'referred'],
  redirect: ['registered', 'referred', 'handling'],
  'file-only': ['registered'],
  extend: ['handling'],
  opinion: ['handling'],
};

/** A decision sealed after the matter has moved on would be a paper that says what is not so. */
function findEffectFault(petition: Petition, paper: Paper, context: Context): Refused | null {
  const { effect } = paper;
  if (effect === null) return null;
  const { status } = petition;
  if (!effective[effect.kind].includes(status)) {
    const code = status === 'concluded' ? 'petition-concluded' : 'petition-not-in-status';
    return no(code, { status, command: 'sealPaper' });
  }
  // Reg. 34: what has ended cannot be lengthened; the approval, not the request, counts.
  const due = effect.kind === 'extend' ? handlingDue(petition, context) : null;
  return due !== null && context.now >= due.dueAt ? no('extension-late') : null;
}

export const checkPaper: Rule<'checkPaper'> = (petition, command, context) =>
  findStepFault(findPaper(petition, command.paperId), ['drafted'], context) ??
  decided(event('PaperChecked', { paperId: command.paperId }));

export const signPaper: Rule<'signPaper'> = (petition, command, context) =>
  findStepFault(findPaper(petition, command.paperId), ['checked'], context) ??
  decided(event('PaperSigned', { paperId: command.paperId }));

/** What takes effect with the seal: the decision that the paper carries. */
function effectsOfSeal(paper: Paper): PetitionEvent[] {
  const { effect, id: paperId } = paper;
  if (effect === null) return [];
  const concluded = (form: 'not-accepted' | 'no-longer-accepted' | 'filed', reason: string) =>
    event('PetitionConcluded', {
      form,
      reason,
      explanation: paper.text,
      paperId,
      continuedIn: [],
    });
  switch (effect.kind) {
    case 'not-accept':
      return [concluded('not-accepted', effect.reason)];
    case 'no-longer-accept':
      return [concluded('no-longer-accepted', effect.reason)];
    case 'file-only':
      return [concluded('filed', effect.reason)];
    case 'redirect':
      return [event('RedirectionIssued', { paperId })];
    case 'extend':
      return [event('ExtensionGranted', { days: effect.days })];
    case 'opinion':
      return [event('OpinionIssued', { paperId })];
  }
}

const seal = (
  paper: Paper,
  command: CommandOf<'sealPaper'> | CommandOf<'issuePaper'>,
): PetitionEvent[] => [
  event('PaperSealed', {
    paperId: command.paperId,
    number: command.number,
    document: command.document,
    verifyCode: command.verifyCode,
  }),
  ...effectsOfSeal(paper),
];

export const sealPaper: Rule<'sealPaper'> = (petition, command, context): Decision => {
  const paper = findPaper(petition, command.paperId);
  const fault = findStepFault(paper, ['signed'], context);
  if (fault || paper === undefined) return fault ?? no('paper-unknown');
  const late = findEffectFault(petition, paper, context);
  if (late) return late;
  return decided(...seal(paper, command));
};

/** All that is left of check, signature and seal, by somebody who did not draft it. */
export const issuePaper: Rule<'issuePaper'> = (petition, command, context): Decision => {
  const paper = findPaper(petition, command.paperId);
  const fault = findStepFault(paper, ['drafted', 'checked', 'signed'], context);
  if (fault || paper === undefined) return fault ?? no('paper-unknown');
  const late = findEffectFault(petition, paper, context);
  if (late) return late;
  const { paperId } = command;
  return decided(
    ...(paper.stage === 'drafted' ? [event('PaperChecked', { paperId })] : []),
    ...(paper.stage === 'signed' ? [] : [event('PaperSigned', { paperId })]),
    ...seal(paper, command),
  );
};

/**
 * Back with the reason. A decision is void and is drafted anew; a letter about what has already
 * happened begins again as a draft, for it must still go out.
 */
export const returnPaper: Rule<'returnPaper'> = (petition, command) => {
  const paper = findPaper(petition, command.paperId);
  if (paper === undefined) return no('paper-unknown');
  if (!['drafted', 'checked', 'signed'].includes(paper.stage)) {
    return no('paper-stage', { stage: paper.stage });
  }
  return decided(event('PaperReturned', { paperId: command.paperId, reason: command.reason }));
};

export const recordRendering: Rule<'recordRendering'> = (petition, command) => {
  const paper = findPaper(petition, command.paperId);
  if (paper === undefined) return no('paper-unknown');
  if (paper.rendered) return decided();
  return decided(
    event('PaperRendered', {
      paperId: command.paperId,
      pdfHash: command.pdfHash,
      docxHash: command.docxHash,
    }),
  );
};

/** G-2: a paper is served in a way that can be proved. */
export const servePaper: Rule<'servePaper'> = (petition, command, context) => {
  const paper = findPaper(petition, command.paperId);
  if (paper === undefined) return no('paper-unknown');
  if (paper.stage !== 'sealed') return no('paper-stage', { stage: paper.stage });
  if (command.servedOn > context.now) {
    return no('date-in-future', { field: '送达日期' }, 'servedOn');
  }
  if (command.way === 'electronic' && !petition.electronicService) {
    return no('service-consent', {}, 'way');
  }
  if (command.way !== 'electronic' && command.proof === null) {
    return no('service-proof', { detail: '签收人、拒收见证或邮件回执' }, 'proof');
  }
  const served = event('PaperServed', {
    paperId: command.paperId,
    way: command.way,
    servedOn: command.servedOn,
    proof: command.proof,
  });
  return decided(served, ...effectsOfService(petition, paper));
};

/** What takes effect when the petitioner has the paper. */
function effectsOfService(petition: Petition, paper: Paper): PetitionEvent[] {
  if (paper.kind === 'opinion' && petition.status === 'issued') {
    return [
      event('PetitionConcluded', {
        form: 'opinion',
        reason: 'opinion-served',
        explanation: null,
        paperId: paper.id,
        continuedIn: [],
      }),
    ];
  }
  const redirected =
    paper.effect?.kind === 'redirect' &&
    petition.status === 'redirecting' &&
    !petition.awaitingReceipt;
  if (!redirected) return [];
  return [
    event('PetitionConcluded', {
      form: 'redirected',
      reason: 'legal-route',
      explanation: paper.text,
      paperId: paper.id,
      continuedIn: [],
    }),
  ];
}
