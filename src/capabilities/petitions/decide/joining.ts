import {
  actingUnit,
  decided,
  draft,
  event,
  findExplanationFault,
  no,
  type Rule,
} from './context.ts';
import { findPendingDecision, isAccusation } from '../petition.ts';

/**
 * The same matter goes on in another open petition. Each person keeps an own answer: this
 * petition stays, concluded as merged, and reads what becomes of the other one (P-4).
 */
export const merge: Rule<'merge'> = (petition, command, context) => {
  if (command.into === petition.id) return no('merge-self', {}, 'into');
  if (isAccusation(petition)) return no('merge-across-purpose', {}, 'into');
  if (petition.mixed) return no('mixed-purpose');
  if (findPendingDecision(petition) !== undefined) return no('opinion-open');
  const fault = findExplanationFault(command.explanation, 'explanation');
  if (fault) return fault;
  return decided(
    event('PetitionMerged', { into: command.into, explanation: command.explanation }),
    draft(command.paperId, 'merge-notice', actingUnit(context, petition), command.explanation),
    event('PetitionConcluded', {
      form: 'merged',
      reason: 'merged',
      explanation: command.explanation,
      paperId: command.paperId,
      continuedIn: [command.into],
    }),
  );
};

/** The other side of a merge, written to the petition that goes on. */
export const absorb: Rule<'absorb'> = (petition, command) => {
  if (isAccusation(petition)) return no('merge-across-purpose', {}, 'into');
  return decided(event('PetitionAbsorbed', { petition: command.petition }));
};

/** A petition of several matters or purposes is divided; each part goes its own way. */
export const split: Rule<'split'> = (petition, command, context) => {
  const fault = findExplanationFault(command.explanation, 'explanation');
  if (fault) return fault;
  if (findPendingDecision(petition) !== undefined) return no('opinion-open');
  const given = command.parts.flatMap((part) => part.demandIds);
  const empty = command.parts.findIndex((part) => part.demandIds.length === 0 && !part.addsDemand);
  if (command.parts.length >= 2 && empty >= 0) {
    return no('split-part-empty', { n: empty + 1 }, 'parts');
  }
  const complete =
    command.parts.length >= 2 &&
    given.length === petition.demands.length &&
    petition.demands.every((demand) => given.includes(demand.id));
  if (!complete) return no('split-parts', {}, 'parts');
  const parts = command.parts.map((part) => part.id);
  const own = context.actor.kind === 'staff' ? [context.actor.userId] : [];
  const hidesLetter =
    !isAccusation(petition) && command.parts.some((part) => part.purpose === 'accusation');
  return decided(
    // L-5: the undivided letter tells of the accusation; from now on it is seen like one.
    ...(hidesLetter
      ? [
          event('PetitionClassified', {
            purpose: 'accusation' as const,
            category: petition.category,
            urgency: petition.urgency,
            regionCode: petition.regionCode,
            accusedUnits: petition.accusedUnits,
            named: [...new Set([...(command.named ?? []), ...own])],
            mixed: true,
          }),
        ]
      : []),
    event('PetitionSplit', { parts, explanation: command.explanation }),
    draft(command.paperId, 'split-notice', actingUnit(context, petition), command.explanation),
    event('PetitionConcluded', {
      form: 'split',
      reason: 'split',
      explanation: command.explanation,
      paperId: command.paperId,
      continuedIn: parts,
    }),
  );
};
