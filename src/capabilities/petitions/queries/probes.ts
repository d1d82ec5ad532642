import type { StaffActor } from '../../../kernel/actor.ts';
import { addDays, localDateOf } from '../../../kernel/local-date.ts';
import type { Command } from '../command.ts';
import type { PublicCommandType } from '../contract.ts';
import { simpleGroundOf } from '../decide/simple-procedure.ts';
import { afterwardsProbeOf, isAfterwardsCommand } from './probes-afterwards.ts';
import type { Petition, SealedText } from '../petition.ts';
import { hasResult } from '../work-order.ts';

/** Words long enough for every rule; they are never written anywhere. */
const words: SealedText = { id: 'probe', hash: '', length: 100 };
const paperId = 'probe';
const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * For each step a command as good as can be made without asking anybody: what `decide` still
 * refuses then, it refuses whatever a person types. So the rules are asked, not written again.
 * @param paper the paper that a paper step is about
 */
export function probeOf(
  type: PublicCommandType,
  petition: Petition,
  actor: StaffActor,
  now: number,
  paper: string,
): Command {
  const tomorrow = addDays(localDateOf(now), 1);
  const to = petition.holder;
  if (isAfterwardsCommand(type)) return afterwardsProbeOf(type, petition, now);
  switch (type) {
    case 'classify':
      return {
        type,
        purpose: petition.purpose ?? 'appeal',
        category: petition.category,
        urgency: petition.urgency,
        regionCode: petition.regionCode,
        accusedUnits: petition.accusedUnits,
        named: petition.named,
      };
    case 'addMaterial':
      return { type, text: words, attachments: [] };
    case 'replaceLookupCode':
    case 'confirmReceipt':
    case 'acceptReport':
    case 'revokeWithdrawal':
      return { type };
    case 'nameHandler':
    case 'chooseOfficer':
      return { type, userId: nobody };
    case 'refer':
      return { type, to, instruction: null, paperId };
    case 'assign':
      return { type, to, dueDate: tomorrow, instruction: null, paperId };
    case 'handOver':
      return { type, to, instruction: null, paperId, named: [] };
    case 'notAccept':
      return { type, reason: 'same-matter-open', explanation: words, paperId };
    case 'noLongerAccept':
      return {
        type,
        reason: 'procedure-ended',
        ended: { petition: null },
        explanation: words,
        paperId,
      };
    case 'redirect':
      return { type, way: 3, explanation: words, awaitsReceipt: false, paperId };
    case 'startRoute':
      return { type, way: 3, dueDate: tomorrow, explanation: words, paperId };
    case 'recordRouteResult':
      return { type, result: words };
    case 'fileOnly':
      return { type, reason: 'thanks', explanation: words, paperId };
    case 'merge':
      return { type, into: nobody, explanation: words, paperId };
    case 'split':
      return { type, parts: halves(petition), explanation: words, paperId };
    case 'relate':
      return {
        type,
        relationId: 'probe',
        kind: 'repeat-of',
        side: 'from',
        other: nobody,
        reason: words,
        suggested: false,
      };
    case 'undoRelation':
      return { type, relationId: statedRelation(petition), reason: words };
    case 'undoMerge':
    case 'formGroup':
    case 'dissolveGroup':
    case 'leaveGroup':
      return { type, reason: words };
    case 'joinGroup':
      return {
        type,
        relationId: 'probe',
        head: { id: nobody, isHead: true, open: true, accusation: false, office: petition.office },
        consent: true,
        reason: words,
        suggested: false,
      };
    case 'object':
      return { type, reasons: words };
    case 'decideObjection':
      return { type, upheld: false, reasons: words, paperId };
    case 'decideCompetence':
      return { type, unit: to, reasons: words, paperId };
    case 'proposeRaise':
      return { type, to: nobody, reason: words };
    case 'refuseRaise':
      return { type, reason: words };
    case 'raisePetition':
      return {
        type,
        to: upperFor(petition, actor),
        supervisor: null,
        handler: null,
        reason: words,
      };
    case 'lowerPetition':
      return { type, handler: null, reason: words };
    case 'suggestAgenda':
      return { type, unit: nobody, cause: 'proposed', question: 'measures', text: words };
    case 'accept':
      return { type, officer: actor.userId, paperId };
    case 'passDown':
      return { type, to, instruction: null };
    case 'giveTask':
      return { type, taskId: nobody, unit: to, text: words, dueDate: tomorrow };
    case 'completeTask':
      return { type, taskId: ownTask(petition, actor), result: words };
    case 'recordTalk':
      return { type, record: words, heldAt: now };
    case 'askSupplement':
      return { type, request: words, clarification: false, paperId };
    case 'withdrawOfficial':
      return { type, userId: petition.officer ?? nobody, reason: words, replacement: actor.userId };
    case 'requestExtension':
      return { type, days: 1, reason: words, paperId };
    case 'refuseExtension':
    case 'returnHandOver':
      return { type, reason: words };
    case 'draftOpinion':
      return { type, demands: answers(petition), paperId };
    case 'recordOutcome':
      return { type, ...petition.outcome };
    case 'checkPaper':
    case 'signPaper':
      return { type, paperId: paper };
    case 'sealPaper':
    case 'issuePaper':
      return { type, paperId: paper, number: '', document: words, verifyCode: '' };
    case 'returnPaper':
      return { type, paperId: paper, reason: words };
    case 'servePaper':
      return { type, paperId: paper, way: 'hand', servedOn: now, proof: words };
    case 'fileReport':
      return { type, text: words, paperId };
    case 'questionReport':
      return { type, question: words };
    case 'returnReport':
      return { type, reason: words, dueDate: tomorrow };
    case 'reportUrgent':
      return {
        type,
        reportId: nobody,
        level: 'urgent',
        text: words,
        paperId,
        addressees: [{ unit: nobody, capacity: 'leadership' }],
      };
    case 'followUpUrgent':
      return { type, reportId: nobody, text: words, paperId };
    case 'sendBackWorkOrder':
      return {
        type,
        reportId: nobody,
        kind: petition.status === 'concluded' && !hasResult(petition) ? 'result' : 'progress',
        text: words,
      };
    case 'confirmSendBack':
    case 'confirmUrgent':
      return { type };
    case 'returnSendBack':
      return { type, reason: words };
    case 'replyUrgent':
      return { type, reply: words };
    case 'decideSuggestion':
      return { type, adoption: 'adopted', reason: words, paperId };
    case 'answerBriefly':
      return { type, answer: words, onPaper: false, paperId };
    case 'honourContribution':
      return { type, text: words };
    case 'startSimple':
      return { type, ground: simpleGroundOf(petition), onPaper: false, noLegalRoute: true };
    case 'switchToOrdinary':
      return { type, reason: words, paperId };
    case 'withdraw':
      return { type, reason: null, signed: true };
  }
}

/** The first demand apart from the others. */
function halves(petition: Petition) {
  const [first = '', ...others] = petition.demands.map((demand) => demand.id);
  return [
    { id: 'first', demandIds: [first] },
    { id: 'others', demandIds: others },
  ];
}

/** Only a proposal tells here which office is above; by itself it is tried where it is not one's own. */
const upperFor = (petition: Petition, actor: StaffActor): string =>
  petition.raiseProposal?.to ?? (actor.unitId === petition.office ? nobody : actor.unitId);

const ownTask = (petition: Petition, actor: StaffActor): string => {
  const open = petition.tasks.filter((task) => task.doneAt === null);
  const own = open.find((task) => task.unit === actor.unitId) ?? open[0] ?? petition.tasks[0];
  return own?.id ?? nobody;
};

const statedRelation = ({ relations }: Petition): string =>
  relations.find(
    ({ kind, undone }) => undone === null && ['repeat-of', 'same-matter'].includes(kind),
  )?.id ?? 'none';

const answers = (petition: Petition) =>
  petition.demands.map((demand) => ({
    demandId: demand.id,
    outcome: 'explained' as const,
    facts: words,
    basis: words,
    answer: words,
    execution: null,
  }));
