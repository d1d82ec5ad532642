import { actorId } from '../../../../kernel/actor.ts';
import { localDateOf } from '../../../../kernel/local-date.ts';
import { decidePaper, isPaperCommand, type PaperCommand } from '../../../../kernel/paper-flow.ts';
import { refuse } from '../../../../kernel/refusals.ts';
import type { Consequence, ConsequencePaper } from '../case.ts';
import type {
  ConsequenceCommand,
  ConsequenceCommandOf,
  ConsequenceCommandType,
} from '../command.ts';
import type { ConsequenceEvent } from '../events.ts';
import { isThinkable } from '../lifecycle.ts';
import { decided, event, type ConsequenceContext, type Decision, type Rule } from './context.ts';
import * as rules from './rules.ts';

export type { ConsequenceContext } from './context.ts';

type Own = Exclude<ConsequenceCommandType, PaperCommand['type'] | 'propose'>;

/** Every command has exactly one rule; the steps of papers are the kernel's. */
const table: { readonly [T in Own]: Rule<T> } = {
  makeStatement: rules.makeStatement,
  declineStatement: rules.declineStatement,
  recordSilence: rules.recordSilence,
  draftDecision: rules.draftDecision,
  recordCarriedOut: rules.recordCarriedOut,
  reportCorrection: rules.reportCorrection,
  returnCorrection: rules.returnCorrection,
  lift: rules.lift,
  drop: rules.drop,
  recountClocks: (_, { calendarVersion }) =>
    decided(event('ConsequenceRecounted', { calendarVersion })),
  succeedUnit: (_, { from, to }) => decided(event('ConsequenceSucceeded', { from, to })),
};

/** In force from the day on which the unit has the paper. */
const decideStep = (
  one: Consequence,
  command: PaperCommand,
  { actor, now }: ConsequenceContext,
): Decision =>
  decidePaper<ConsequencePaper, ConsequenceEvent>(
    {
      papers: one.papers,
      automatic: new Set(),
      // Units of the system take each other's papers in the system.
      electronicService: true,
      findEffectFault: () => null,
      effectsOfSeal: () => [],
      effectsOfService: ({ id: paperId }) =>
        command.type === 'servePaper'
          ? [event('ConsequenceImposed', { paperId, on: localDateOf(command.servedOn) })]
          : [],
    },
    command,
    { actor: actorId(actor), now },
  );

/** What goes on although the matter has become an accusation: nothing that anybody is told. */
const silent: readonly ConsequenceCommandType[] = [
  'recountClocks',
  'succeedUnit',
  'recordRendering',
];

/**
 * Decides what a command does to a consequence (U-5).
 * @param one the state now; null when it is proposed
 * @returns the events to record, or a refusal
 */
export function decideConsequence(
  one: Consequence | null,
  command: ConsequenceCommand,
  context: ConsequenceContext,
): Decision {
  if (context.petition.accusation && !silent.includes(command.type)) {
    return refuse('letters-accusation');
  }
  if (command.type === 'propose') {
    return one === null ? rules.propose(command, context) : refuse('version-conflict');
  }
  if (one === null) return refuse('not-found');
  if (!isThinkable(command.type, one)) {
    return refuse('consequence-not-in-status', { status: one.status });
  }
  return isPaperCommand(command)
    ? decideStep(one, command, context)
    : ruleFor(command as ConsequenceCommandOf<Own>)(one, command, context);
}

/** The compiler cannot see that a command meets its own rule; the table above proves it. */
function ruleFor<T extends Own>(command: ConsequenceCommandOf<T>): Rule<T> {
  return table[command.type];
}
