import { ok } from '../../../kernel/result.ts';
import {
  decidePaper,
  type PaperCommand,
  type PaperCommandType,
} from '../../../kernel/paper-flow.ts';
import type { Refused } from '../../../kernel/refusals.ts';
import type { PetitionEvent } from '../events.ts';
import type { Paper, PaperEffect, Petition, Status } from '../petition.ts';
import { actorOf, event, no, type Context, type Rule } from './context.ts';
import { handlingDue } from './handling.ts';
import { effectsOfAnswer } from './suggestion.ts';

/** Papers that go out at once, by the system: what they say is fixed by the registration. */
const automatic = new Set<Paper['kind']>(['receipt', 'withdrawal-confirmation']);

/** In which status a decision can still take effect with its seal. */
export const effective: Readonly<Record<PaperEffect['kind'], readonly Status[]>> = {
  'not-accept': ['registered', 'referred'],
  'no-longer-accept': ['registered', 'referred'],
  redirect: ['registered', 'referred', 'handling'],
  'file-only': ['registered'],
  extend: ['handling'],
  opinion: ['handling'],
  'answer-suggestion': ['registered', 'referred', 'handling'],
  'answer-enquiry': ['registered', 'referred', 'handling'],
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

/**
 * A paper about this petition that another record decided on, such as the notice of a hearing. It
 * leaves the office by the one flow of papers; what it brings about is that record's affair.
 */
export const draftPaper: Rule<'draftPaper'> = (_, { paperId, kind, issuer, text }) =>
  ok([event('PaperDrafted', { paperId, kind, issuer, text, effect: null })]);

/** What takes effect with the seal: the decision that the paper carries. */
export function effectsOfSeal(
  petition: Petition,
  paper: Pick<Paper, 'id' | 'effect' | 'text' | 'kind'>,
): PetitionEvent[] {
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
    case 'answer-suggestion':
    case 'answer-enquiry':
      return effectsOfAnswer(petition, paper);
  }
}

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

/** Every step of a petition's paper: the flow is the kernel's, what comes of it is said above. */
const step =
  <T extends PaperCommandType>(): Rule<T> =>
  (petition, command, context) =>
    decidePaper<Paper, PetitionEvent>(
      {
        papers: petition.papers,
        automatic,
        electronicService: petition.electronicService,
        findEffectFault: (paper) => findEffectFault(petition, paper, context),
        effectsOfSeal: (paper) => effectsOfSeal(petition, paper),
        effectsOfService: (paper) => effectsOfService(petition, paper),
      },
      command as PaperCommand,
      { actor: actorOf(context), now: context.now },
    );

export const checkPaper: Rule<'checkPaper'> = step();
export const signPaper: Rule<'signPaper'> = step();
export const sealPaper: Rule<'sealPaper'> = step();
export const issuePaper: Rule<'issuePaper'> = step();
export const returnPaper: Rule<'returnPaper'> = step();
export const recordRendering: Rule<'recordRendering'> = step();
export const servePaper: Rule<'servePaper'> = step();
