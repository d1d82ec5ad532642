import { localDate } from '../../../kernel/local-date.ts';
import type { MeetingCommand } from '../command.ts';
import type { MeetingStep, MeetingStepInput } from '../contract.ts';
import { limits } from '../limits.ts';
import { planOf } from './begin.ts';
import { optionalWords, sealWords, type Composing } from './composing.ts';
import { sealMinutes } from './seal-minutes.ts';

type Compose<T extends MeetingStep> = (
  from: Composing,
  input: MeetingStepInput<T>,
) => Promise<MeetingCommand> | MeetingCommand;

/** How each typed step becomes a command of the rules. */
export const composers: { readonly [T in MeetingStep]: Compose<T> } = {
  changeMeeting: (_, input) => ({ type: 'changeMeeting', plan: planOf(input) }),
  addItem: (from, input) => ({
    type: 'addItem',
    item: {
      id: from.madeId,
      petitionId: input.petitionId,
      question: input.question,
      text: sealWords(from, input.text, 'text', limits.text),
      background: optionalWords(from, input.background, 'background', limits.text),
    },
  }),
  removeItem: (_, { itemId }) => ({ type: 'removeItem', itemId }),
  orderAgenda: (_, { order }) => ({ type: 'orderAgenda', order }),
  callMeeting: () => ({ type: 'callMeeting' }),
  moveMeeting: (from, input) => ({
    type: 'moveMeeting',
    on: localDate(input.on),
    time: input.time,
    place: input.place.trim(),
    reason: sealWords(from, input.reason, 'reason', limits.text),
  }),
  cancelMeeting: (from, { reason }) => ({
    type: 'cancelMeeting',
    reason: sealWords(from, reason, 'reason', limits.text),
  }),
  openMeeting: (_, { came }) => ({ type: 'openMeeting', came }),
  decideItem: (from, input) => ({
    type: 'decideItem',
    itemId: input.itemId,
    decision: {
      outcome: input.outcome,
      text: sealWords(from, input.text, 'text', limits.text),
      main: input.main,
      coHandlers: input.coHandlers.map(({ unit, dueDate }) => ({
        unit,
        dueDate: localDate(dueDate),
      })),
      commitments: input.commitments.map(({ unit, dueDate }, place) => ({
        part: `${input.itemId}:${place + 1}`,
        unit,
        dueDate: localDate(dueDate),
      })),
      dissent: input.dissent.map(({ unit, text }, place) => ({
        unit,
        text: sealWords(from, text, `dissent.${place}.text`, limits.text),
      })),
    },
  }),
  closeMeeting: () => ({ type: 'closeMeeting' }),
  draftMinutes: (from, { summary }) => ({
    type: 'draftMinutes',
    summary: sealWords(from, summary, 'summary', limits.summary),
  }),
  signMinutes: () => ({ type: 'signMinutes' }),
  issueMinutes: sealMinutes,
  readMinutes: () => ({ type: 'readMinutes' }),
};
