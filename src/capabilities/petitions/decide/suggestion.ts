import {
  actingUnit,
  decided,
  draft,
  event,
  findExplanationFault,
  findKindFault,
  no,
  type Context,
  type Rule,
} from './context.ts';
import type { Refused } from '../../../kernel/refusals.ts';
import type { PetitionEvent } from '../events.ts';
import { findPendingDecision, type Paper, type Petition } from '../petition.ts';

/** What must hold before anything is answered: no other decision, no open sub-task. */
function findAnswerFault(petition: Petition, context: Context): Refused | null {
  const kind = findKindFault(petition);
  if (kind) return kind;
  if (petition.purpose === null) return no('not-classified');
  if (findPendingDecision(petition) !== undefined) return no('opinion-open');
  const open = petition.tasks.filter((task) => task.doneAt === null);
  if (open.length === 0) return null;
  const units = open.map((task) => context.units.find(task.unit)?.name ?? task.unit).join('、');
  return no('tasks-open', { units });
}

/** Reg. 29: studied, adopted wholly, partly or not, with the reason, and answered in writing. */
export const decideSuggestion: Rule<'decideSuggestion'> = (petition, command, context) => {
  if (petition.purpose !== 'suggestion') return no('suggestion-only');
  const fault =
    findAnswerFault(petition, context) ?? findExplanationFault(command.reason, 'reason');
  if (fault) return fault;
  return decided(
    draft(command.paperId, 'suggestion-answer', actingUnit(context, petition), command.reason, {
      kind: 'answer-suggestion',
      adoption: command.adoption,
    }),
  );
};

/** Solved in the simple procedure, whose petitioner asked for no paper. */
const isSolvedSimply = ({ status, simple, shortPath }: Petition): boolean =>
  status === 'handling' && shortPath === null && simple !== null && !simple.onPaper;

/**
 * An enquiry or thanks is answered at once, on paper where that was asked for. In the simple
 * procedure also what is supported in full; whoever gets less gets the written opinion, from whose
 * service the right to review is counted (Reg. 35).
 */
export const answerBriefly: Rule<'answerBriefly'> = (petition, command, context) => {
  const { purpose } = petition;
  const light = purpose === 'enquiry' || purpose === 'thanks';
  const fault = findAnswerFault(petition, context);
  if (fault) return fault;
  if (!light && !isSolvedSimply(petition)) return no('brief-answer-only');
  const unsaid = findExplanationFault(command.answer, 'answer');
  if (unsaid) return unsaid;
  if (light && command.onPaper) {
    return decided(
      draft(command.paperId, 'enquiry-answer', actingUnit(context, petition), command.answer, {
        kind: 'answer-enquiry',
      }),
    );
  }
  return decided(
    event('BrieflyAnswered', { answer: command.answer }),
    event('PetitionConcluded', {
      form: 'answered',
      reason: light ? `${purpose}-answered` : 'solved-simply',
      explanation: command.answer,
      paperId: null,
      continuedIn: [],
    }),
  );
};

/** Reg. 29: a suggestion that helped is honoured; the petitioner reads in which words. */
export const honourContribution: Rule<'honourContribution'> = (petition, command) => {
  if (petition.adoption === null || petition.adoption === 'not-adopted') {
    return no('honour-adopted-only');
  }
  return (
    findExplanationFault(command.text, 'text') ??
    decided(event('ContributionHonoured', { text: command.text }))
  );
};

/** What an answer does when its paper is sealed. */
export function effectsOfAnswer(
  petition: Petition,
  paper: Pick<Paper, 'id' | 'effect' | 'text'>,
): PetitionEvent[] {
  const { effect, id: paperId, text } = paper;
  const concluded = (reason: string): PetitionEvent =>
    event('PetitionConcluded', {
      form: 'answered',
      reason,
      explanation: text,
      paperId,
      continuedIn: [],
    });
  if (effect?.kind === 'answer-suggestion') {
    const { adoption } = effect;
    return [event('SuggestionDecided', { adoption, paperId }), concluded(adoption)];
  }
  return [concluded(`${petition.purpose ?? 'enquiry'}-answered`)];
}
