import type { TicketNumber } from '../../../src/capabilities/reception-days/tickets/view.ts';

/** A number that this desk holds, with all that is printed on its ticket. */
export interface Slot {
  readonly number: TicketNumber;
  readonly key: string;
  readonly code: string;
}

/** What was asked for at the door; everything may be empty. */
export interface Asked {
  readonly persons: number;
  readonly name: string;
  readonly telephone: string;
  readonly unit: string;
  readonly topic: string;
  readonly representatives: readonly string[];
}

/** A ticket that was printed here and that the server does not know yet. */
export interface Printed extends Slot {
  readonly asked: Asked;
  /** Epoch ms by this machine's clock; only how long ago is told. */
  readonly at: number;
}

/** All that a desk keeps, sealed in the browser: numbers to give and tickets to send. */
export interface DeskBox {
  readonly numberedOn: string;
  readonly slots: readonly Slot[];
  readonly waiting: readonly Printed[];
  readonly last: Printed | null;
}

export const emptyBox: DeskBox = { numberedOn: '', slots: [], waiting: [], last: null };

/** Below this many the desk asks for more, while the network is there. */
export const lowSupply = 20;

/** As many as the server gives at once: a morning without the network. */
export const wholeSupply = 40;

/** Puts new numbers behind those that are left; one that is there already is not taken twice. */
export const supplied = (
  box: DeskBox,
  more: { readonly numberedOn: string; readonly slots: readonly Slot[] },
): DeskBox => {
  const known = new Set([...box.slots, ...box.waiting].map(({ key }) => key));
  return {
    ...box,
    numberedOn: more.numberedOn,
    slots: [...box.slots, ...more.slots.filter(({ key }) => !known.has(key))],
  };
};

/** Prints the next ticket: its number leaves the supply and stands in line to be sent. */
export function printed(box: DeskBox, asked: Asked, at: number): DeskBox {
  const [slot, ...slots] = box.slots;
  if (slot === undefined) return box;
  const ticket = { ...slot, asked, at };
  return { ...box, slots, waiting: [...box.waiting, ticket], last: ticket };
}

/** The server has it. */
export const sent = (box: DeskBox, key: string): DeskBox => ({
  ...box,
  waiting: box.waiting.filter((ticket) => ticket.key !== key),
});

/** What the server is told of a ticket; empty fields are left out. */
export function bodyOf({ number, asked, at }: Printed, now: number) {
  const text = (name: 'name' | 'telephone' | 'unit' | 'topic') =>
    asked[name].trim() === '' ? {} : { [name]: asked[name].trim() };
  return {
    way: 'door',
    number,
    ago: Math.min(Math.max(0, now - at), 86_400_000),
    persons: asked.persons,
    representatives: asked.representatives
      .map((each) => each.trim())
      .filter(Boolean)
      .slice(0, 5),
    ...text('name'),
    ...text('telephone'),
    ...text('unit'),
    ...text('topic'),
  };
}
