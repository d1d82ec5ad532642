import type { LocalDate } from '../../../kernel/local-date.ts';
import type { SealedItem, SealedText } from '../../../kernel/sealed.ts';
import type { Reason } from './dispatch.ts';
import type { CarryCause, Sitting, TicketNumber, TicketWay } from './terms.ts';
import type { Matter } from './ticket.ts';

/** How a ticket begins; what was said lies sealed already. */
export interface TakeTicket {
  readonly sitting: Sitting;
  readonly number: TicketNumber;
  readonly numberedOn: LocalDate;
  readonly way: TicketWay;
  /** Epoch ms; of the door's own clock where the network was down. */
  readonly takenAt: number;
  readonly persons: number;
  readonly holder: SealedItem | null;
  readonly hasTelephone: boolean;
  readonly topic: string | null;
  readonly unit: string | null;
  /** The petition office that runs the hall. */
  readonly office: string;
}

interface Steps {
  arrive: Record<never, never>;
  describe: {
    readonly persons: number;
    readonly topic: string | null;
    readonly unit: string | null;
  };
  send: { readonly groupId: string | null; readonly reason: SealedText };
  call: { readonly groupId: string; readonly reasons: readonly Reason[] };
  callAgain: Record<never, never>;
  telephone: Record<never, never>;
  putBack: Record<never, never>;
  beginTalk: Record<never, never>;
  noteMatter: Matter;
  noteInstruction: { readonly petitionId: string; readonly commitmentId: string };
  endTalk: { readonly settledAtOnce: boolean };
  carryOver: { readonly to: Sitting; readonly cause: CarryCause };
  cancel: Record<never, never>;
}

export type TicketStep = {
  [T in keyof Steps]: { readonly type: T } & Steps[T];
}[keyof Steps];

export type TicketStepOf<T extends TicketStep['type']> = Extract<TicketStep, { type: T }>;
