import { openStages, type TicketStage } from './terms.ts';

/** Who takes a step. There is none by which a ticket could be refused. */
export type StepBy = 'door' | 'dispatcher' | 'group' | 'holder';

interface StepRule {
  readonly by: readonly StepBy[];
  readonly from: readonly TicketStage[];
  readonly to: TicketStage | null;
}

/**
 * The life of a ticket: every step, who takes it, in which stage, and where it leads (null: it stays
 * where it is).
 */
export const ticketSteps = {
  arrive: { by: ['door', 'holder'], from: ['waiting', 'called'], to: null },
  describe: { by: ['door', 'dispatcher', 'group'], from: openStages, to: null },
  send: { by: ['dispatcher'], from: ['waiting'], to: null },
  call: { by: ['group', 'dispatcher'], from: ['waiting'], to: 'called' },
  callAgain: { by: ['group'], from: ['called'], to: null },
  telephone: { by: ['group', 'door'], from: ['waiting', 'called'], to: null },
  putBack: { by: ['group', 'dispatcher'], from: ['called'], to: 'waiting' },
  beginTalk: { by: ['group'], from: ['called'], to: 'talking' },
  noteMatter: { by: ['group'], from: ['talking', 'heard'], to: null },
  noteInstruction: { by: ['group'], from: ['talking', 'heard'], to: null },
  endTalk: { by: ['group'], from: ['talking'], to: 'heard' },
  carryOver: { by: ['group', 'dispatcher'], from: ['waiting', 'called'], to: 'waiting' },
  cancel: { by: ['holder'], from: ['waiting', 'called'], to: 'cancelled' },
} as const satisfies Record<string, StepRule>;

export type TicketStepType = keyof typeof ticketSteps;

export const ticketStepTypes = Object.keys(ticketSteps) as readonly TicketStepType[];

/** Whether a step can be taken in a stage. */
export const isOpenTo = (step: TicketStepType, stage: TicketStage): boolean =>
  (ticketSteps[step].from as readonly TicketStage[]).includes(stage);
