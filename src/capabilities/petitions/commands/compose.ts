import { startOfDay } from '../../../kernel/local-date.ts';
import type { CommandInput, SingleCommandType } from '../contract.ts';
import { limits } from '../limits.ts';
import { accusationReaders } from './accusation-readers.ts';
import { afterwardsComposers } from './compose-afterwards.ts';
import { composeService } from './compose-service.ts';
import { pathComposers } from './compose-paths.ts';
import { urgentComposers } from './compose-urgent.ts';
import { levelComposers } from './compose-levels.ts';
import { workOrderComposers } from './compose-work-order.ts';
import { besides, dateOf, explain, optional, sealWords, type Compose } from './composing.ts';

export type { Composing } from './composing.ts';

/** The earlier petition, or a decision that can be looked up elsewhere: half a one cannot. */
const endedOf = (
  input: CommandInput<'noLongerAccept'>,
): { readonly petition: string | null } | null => {
  const { endedPetition, endedBy, endedNumber, endedOn } = input;
  if (endedPetition !== undefined) return { petition: endedPetition };
  const given = (text: string | undefined): boolean => (text ?? '').trim() !== '';
  return given(endedBy) && given(endedNumber) && given(endedOn) ? { petition: null } : null;
};

/** How each typed command becomes a command of the rules; papers that carry a number come apart. */
export const composers: {
  readonly [T in Exclude<SingleCommandType, 'sealPaper' | 'issuePaper'> | 'merge']: Compose<T>;
} = {
  classify: (input, { organisation, petition }) => ({
    type: 'classify',
    ...input,
    named:
      input.purpose === 'accusation'
        ? accusationReaders(organisation, input.accusedUnits, petition)
        : [],
  }),
  addMaterial: (input, with_) => ({
    type: 'addMaterial',
    text:
      input.text === undefined || input.text.trim() === ''
        ? null
        : sealWords(with_, input.text, 'text', limits.text),
    attachments: with_.attachments,
  }),
  replaceLookupCode: () => ({ type: 'replaceLookupCode' }),
  nameHandler: (input) => ({ type: 'nameHandler', ...input }),
  chooseOfficer: (input) => ({ type: 'chooseOfficer', ...input }),
  refer: (input, with_) => ({
    type: 'refer',
    to: input.to,
    instruction: optional(with_, input.instruction, 'instruction'),
    paperId: with_.nextId(),
  }),
  assign: (input, with_) => ({
    type: 'assign',
    to: input.to,
    dueDate: dateOf(input.dueDate),
    instruction: optional(with_, input.instruction, 'instruction'),
    paperId: with_.nextId(),
  }),
  handOver: (input, with_) => ({
    type: 'handOver',
    to: input.to,
    instruction: optional(with_, input.instruction, 'instruction'),
    paperId: with_.nextId(),
    named: with_.organisation.accusationOfficersOf(input.to),
  }),
  confirmReceipt: () => ({ type: 'confirmReceipt' }),
  returnHandOver: (input, with_) => ({
    type: 'returnHandOver',
    reason: explain(with_, input.reason, 'reason'),
  }),
  notAccept: (input, with_) => ({
    type: 'notAccept',
    reason: input.reason,
    explanation: sealWords(
      with_,
      input.explanation,
      'explanation',
      limits.explanation,
      input.reason === 'legal-route' ? besides({ way: input.way, body: input.body }) : {},
    ),
    paperId: with_.nextId(),
  }),
  noLongerAccept: (input, with_) => ({
    type: 'noLongerAccept',
    reason: input.reason,
    ended: endedOf(input),
    explanation: sealWords(
      with_,
      input.explanation,
      'explanation',
      limits.explanation,
      besides({
        by: input.endedBy,
        number: input.endedNumber,
        on: input.endedOn,
        ...with_.beside,
      }),
    ),
    paperId: with_.nextId(),
  }),
  redirect: (input, with_) => ({
    type: 'redirect',
    way: input.way,
    awaitsReceipt: input.awaitsReceipt,
    explanation: sealWords(with_, input.explanation, 'explanation', limits.explanation, {
      body: input.body,
    }),
    paperId: with_.nextId(),
  }),
  startRoute: (input, with_) => ({
    type: 'startRoute',
    way: input.way,
    dueDate: dateOf(input.dueDate),
    explanation: explain(with_, input.explanation, 'explanation'),
    paperId: with_.nextId(),
  }),
  recordRouteResult: (input, with_) => ({
    type: 'recordRouteResult',
    result: explain(with_, input.result, 'result'),
  }),
  fileOnly: (input, with_) => ({
    type: 'fileOnly',
    reason: input.reason,
    explanation: explain(with_, input.explanation, 'explanation'),
    paperId: with_.nextId(),
  }),
  merge: (input, with_) => ({
    type: 'merge',
    into: input.into,
    explanation: sealWords(
      with_,
      input.explanation,
      'explanation',
      limits.explanation,
      with_.beside ?? {},
    ),
    paperId: with_.nextId(),
  }),
  formGroup: (input, with_) => ({
    type: 'formGroup',
    reason: explain(with_, input.reason, 'reason'),
  }),
  dissolveGroup: (input, with_) => ({
    type: 'dissolveGroup',
    reason: explain(with_, input.reason, 'reason'),
  }),
  leaveGroup: (input, with_) => ({
    type: 'leaveGroup',
    reason: optional(with_, input.reason, 'reason'),
  }),
  object: (input, with_) => ({ type: 'object', reasons: explain(with_, input.reasons, 'reasons') }),
  decideObjection: (input, with_) => ({
    type: 'decideObjection',
    upheld: input.upheld,
    reasons: explain(with_, input.reasons, 'reasons'),
    paperId: with_.nextId(),
  }),
  decideCompetence: (input, with_) => ({
    type: 'decideCompetence',
    unit: input.unit,
    reasons: explain(with_, input.reasons, 'reasons'),
    paperId: with_.nextId(),
  }),
  accept: (input, with_) => ({
    type: 'accept',
    officer: input.officer ?? with_.actorUserId ?? '',
    paperId: with_.nextId(),
  }),
  passDown: (input, with_) => ({
    type: 'passDown',
    to: input.to,
    instruction: optional(with_, input.instruction, 'instruction'),
  }),
  giveTask: (input, with_) => ({
    type: 'giveTask',
    taskId: with_.nextId(),
    unit: input.unit,
    text: explain(with_, input.text, 'text'),
    dueDate: dateOf(input.dueDate),
  }),
  completeTask: (input, with_) => ({
    type: 'completeTask',
    taskId: input.taskId,
    result: explain(with_, input.result, 'result'),
  }),
  recordTalk: (input, with_) => ({
    type: 'recordTalk',
    record: sealWords(with_, input.record, 'record', limits.text),
    heldAt: startOfDay(dateOf(input.heldOn)).getTime(),
  }),
  askSupplement: (input, with_) => ({
    type: 'askSupplement',
    request: explain(with_, input.request, 'request'),
    clarification: input.clarification,
    paperId: with_.nextId(),
  }),
  withdrawOfficial: (input, with_) => ({
    type: 'withdrawOfficial',
    userId: input.userId,
    reason: explain(with_, input.reason, 'reason'),
    replacement: input.replacement,
  }),
  requestExtension: (input, with_) => ({
    type: 'requestExtension',
    days: input.days,
    reason: explain(with_, input.reason, 'reason'),
    paperId: with_.nextId(),
  }),
  refuseExtension: (input, with_) => ({
    type: 'refuseExtension',
    reason: explain(with_, input.reason, 'reason'),
  }),
  draftOpinion: (input, with_) => ({
    type: 'draftOpinion',
    paperId: with_.nextId(),
    changed: optional(with_, input.changed, 'changed'),
    demands: input.demands.map((demand, index) => ({
      demandId: demand.demandId,
      outcome: demand.outcome,
      facts: sealWords(with_, demand.facts, `demands.${index}.facts`, limits.text),
      basis: sealWords(with_, demand.basis, `demands.${index}.basis`, limits.explanation),
      answer: sealWords(with_, demand.answer, `demands.${index}.answer`, limits.text),
      execution:
        demand.responsible === undefined || demand.dueDate === undefined
          ? null
          : {
              responsible: sealWords(
                with_,
                demand.responsible,
                `demands.${index}.responsible`,
                limits.name,
              ),
              dueDate: dateOf(demand.dueDate),
            },
    })),
  }),
  recordOutcome: (input) => ({ type: 'recordOutcome', ...input }),
  checkPaper: (input) => ({ type: 'checkPaper', ...input }),
  signPaper: (input) => ({ type: 'signPaper', ...input }),
  returnPaper: (input, with_) => ({
    type: 'returnPaper',
    paperId: input.paperId,
    reason: explain(with_, input.reason, 'reason'),
  }),
  servePaper: composeService,
  fileReport: (input, with_) => ({
    type: 'fileReport',
    text: sealWords(with_, input.text, 'text', limits.text),
    paperId: with_.nextId(),
  }),
  questionReport: (input, with_) => ({
    type: 'questionReport',
    question: explain(with_, input.question, 'question'),
  }),
  acceptReport: () => ({ type: 'acceptReport' }),
  returnReport: (input, with_) => ({
    type: 'returnReport',
    reason: explain(with_, input.reason, 'reason'),
    dueDate: dateOf(input.dueDate),
  }),
  ...pathComposers,
  ...urgentComposers,
  ...workOrderComposers,
  ...levelComposers,
  withdraw: (input, with_) => ({
    type: 'withdraw',
    reason: optional(with_, input.reason, 'reason'),
    signed: input.signed,
  }),
  revokeWithdrawal: () => ({ type: 'revokeWithdrawal' }),
  ...afterwardsComposers,
};
