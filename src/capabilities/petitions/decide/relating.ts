import type { Refused } from '../../../kernel/refusals.ts';
import type { CommandOf, CommandType, GroupAnswer } from '../command.ts';
import type { PetitionEvent } from '../events.ts';
import { findPendingDecision, isAccusation, type Petition, type Status } from '../petition.ts';
import { isCarried, placeUnder } from '../related.ts';
import { decided, event, findExplanationFault, no, type Rule } from './context.ts';
import { effectsOfSeal, effective } from './papers.ts';

/** What is decided for a whole group is decided at its head. */
const atHeadOnly = new Set<CommandType>([
  'refer',
  'assign',
  'handOver',
  'notAccept',
  'noLongerAccept',
  'redirect',
  'startRoute',
  'fileOnly',
  'merge',
  'split',
  'object',
  'accept',
  'passDown',
  'giveTask',
  'requestExtension',
  'draftOpinion',
  'proposeRaise',
  'raisePetition',
  'lowerPetition',
  'settleByMeeting',
]);

/** Why a member of a group cannot take a step of its own; nothing for whoever is in none. */
export function findGroupFault(petition: Petition, { type, ...rest }: CommandOf<CommandType>) {
  if (isCarried(petition) && atHeadOnly.has(type)) return no('group-member');
  const becomesAccusation =
    type === 'classify' && 'purpose' in rest && rest.purpose === 'accusation';
  if (!becomesAccusation || isAccusation(petition)) return null;
  return petition.group !== null || petition.groupHead ? no('group-accusation') : null;
}

/** L-5: an accusation has no relation that anybody else could come upon. */
const findSecretFault = (petition: Petition): Refused | null =>
  isAccusation(petition) ? no('relation-accusation', {}, 'other') : null;

export const relate: Rule<'relate'> = (petition, command) => {
  if (command.other === petition.id) return no('relation-self', {}, 'other');
  const fault = findSecretFault(petition) ?? findExplanationFault(command.reason, 'reason');
  if (fault) return fault;
  const there = petition.relations.some(
    ({ kind, other, undone }) =>
      undone === null && other === command.other && kind === command.kind,
  );
  if (there) return no('relation-exists', {}, 'other');
  const { type: _, ...data } = command;
  return decided(event('PetitionRelated', data));
};

export const undoRelation: Rule<'undoRelation'> = (petition, command) => {
  const relation = petition.relations.find(({ id }) => id === command.relationId);
  if (relation === undefined) return no('relation-unknown', {}, 'relationId');
  if (relation.kind !== 'repeat-of' && relation.kind !== 'same-matter') {
    return no('relation-otherwise', {}, 'relationId');
  }
  if (relation.undone !== null) return no('relation-undone', {}, 'relationId');
  const fault = findExplanationFault(command.reason, 'reason');
  if (fault) return fault;
  return decided(
    event('RelationUndone', { relationId: command.relationId, reason: command.reason }),
  );
};

/** The merged petition is open again where it stood, with its holder and its clocks. */
export const undoMerge: Rule<'undoMerge'> = (petition, command) => {
  const { conclusion, beforeMerge } = petition;
  const into = conclusion?.continuedIn[0];
  if (conclusion?.form !== 'merged' || beforeMerge === null || into === undefined) {
    return no('merge-none');
  }
  const fault = findExplanationFault(command.reason, 'reason');
  if (fault) return fault;
  return decided(event('MergeUndone', { from: into, status: beforeMerge, reason: command.reason }));
};

export const undoAbsorption: Rule<'undoAbsorption'> = (petition, command) =>
  petition.absorbed.includes(command.petition)
    ? decided(event('AbsorptionUndone', { petition: command.petition, reason: command.reason }))
    : no('merge-none');

export const formGroup: Rule<'formGroup'> = (petition, command) => {
  if (isAccusation(petition)) return no('group-accusation');
  if (petition.mixed) return no('mixed-purpose');
  if (petition.groupHead) return no('group-exists');
  if (petition.group !== null) return no('group-member');
  const fault = findExplanationFault(command.reason, 'reason');
  return fault ?? decided(event('GroupFormed', { reason: command.reason }));
};

/**
 * A group that ought not to have been one: the head is one petition again, every member goes its own
 * way from where it stands, and both streams keep who undid it and why. Once the answer is sealed it
 * is everybody's own, so this is thinkable before only (see the lifecycle).
 */
export const dissolveGroup: Rule<'dissolveGroup'> = (petition, command) => {
  if (!petition.groupHead) return no('group-none');
  if (findPendingDecision(petition) !== undefined) return no('opinion-open');
  const fault = findExplanationFault(command.reason, 'reason');
  return fault ?? decided(event('GroupDissolved', { reason: command.reason }));
};

/** Joined only with the petitioner's word, who may take it back at any time. */
export const joinGroup: Rule<'joinGroup'> = (petition, command) => {
  const { head } = command;
  if (head.id === petition.id) return no('relation-self', {}, 'head');
  if (isAccusation(petition)) return no('group-accusation');
  if (petition.mixed) return no('mixed-purpose');
  if (petition.groupHead) return no('group-exists');
  if (petition.group !== null) return no('group-member');
  if (head.accusation || !head.isHead) return no('group-none', {}, 'head');
  if (!head.open) return no('group-ended', {}, 'head');
  if (head.office !== petition.office) return no('group-other-office', {}, 'head');
  if (findPendingDecision(petition) !== undefined) return no('opinion-open');
  if (!command.consent) return no('group-consent', {}, 'consent');
  const fault = findExplanationFault(command.reason, 'reason');
  if (fault) return fault;
  return decided(
    event('GroupJoined', {
      relationId: command.relationId,
      head: head.id,
      reason: command.reason,
      suggested: command.suggested,
    }),
  );
};

/** It keeps status, holder and clocks: from here on its own steps are taken again. */
export const leaveGroup: Rule<'leaveGroup'> = (petition, command, context) => {
  if (petition.group === null) return no('group-not-member');
  if (context.actor.kind !== 'petitioner') {
    const fault =
      command.reason === null
        ? no('explanation-required', { limit: 5 }, 'reason')
        : findExplanationFault(command.reason, 'reason');
    if (fault) return fault;
  }
  return decided(leave(petition.group, command.reason, 'asked'));
};

const leave = (
  group: NonNullable<Petition['group']>,
  reason: CommandOf<'leaveGroup'>['reason'],
  cause: 'asked' | 'head-ended' | 'dissolved',
): PetitionEvent =>
  event('GroupLeft', { relationId: group.relationId, head: group.head, reason, cause });

/** Which effect of a head's paper this member can still receive. */
function isEffective(answer: GroupAnswer, status: Status, petition: Petition): boolean {
  const { effect } = answer;
  if (effect === null) return false;
  if (effect.kind === 'extend' && petition.extended) return false;
  return effective[effect.kind].includes(status);
}

/**
 * What the head decided reaches one member: its place, then each paper that it has not got yet, with
 * the same effect as an own one. A second run finds nothing left to do.
 */
export const followHead: Rule<'followHead'> = (petition, command) => {
  const { group } = petition;
  if (group?.head !== command.head) return decided();
  if (command.dissolved) return decided(leave(group, null, 'dissolved'));
  if (!isCarried(petition)) return decided();
  const events: PetitionEvent[] = [];
  let { status } = petition;
  const to = placeUnder(command.place.status);
  const again = status === 'concluded' && petition.conclusion?.form === 'opinion';
  const moves = ['registered', 'referred', 'handling'].includes(status);
  const redone = again && command.place.round > petition.round && to === 'handling';
  if (to !== null && (redone || (moves && !isBehind(to, status)))) {
    if (redone || to !== status || command.place.holder !== petition.holder) {
      const redoDue = redone ? command.redoDue : null;
      const { holder } = command.place;
      events.push(event('HeadFollowed', { head: group.head, status: to, holder, redoDue }));
      status = to;
    }
  }
  for (const answer of command.answers) {
    if (group.received.some(({ headPaperId }) => headPaperId === answer.headPaperId)) continue;
    const { headPaperId, paperId, kind, issuer, text, number, document, verifyCode } = answer;
    const effect = isEffective(answer, status, petition) ? answer.effect : null;
    events.push(
      event('PaperDrafted', { paperId, kind, issuer, text, effect }),
      event('GroupAnswerReceived', { headPaperId, paperId }),
      event('PaperSealed', { paperId, number, document, verifyCode }),
      ...effectsOfSeal(petition, { id: paperId, kind, effect, text }),
    );
    if (effect?.kind === 'opinion') status = 'issued';
    if (effect?.kind === 'redirect') status = 'redirecting';
    if (effect !== null && ['not-accept', 'no-longer-accept'].includes(effect.kind)) {
      status = 'concluded';
    }
  }
  if (command.ended && status !== 'concluded') events.push(leave(group, null, 'head-ended'));
  return decided(...events);
};

/** A member that its own unit accepted already is not sent back before acceptance. */
const isBehind = (to: Status, status: Status): boolean =>
  status === 'handling' && to !== 'handling';
