import type { LocalDate } from '../../../kernel/local-date.ts';

/** How a ticket was asked for: at the door, on the portal, by telephone. */
export const ticketWays = ['door', 'portal', 'telephone'] as const;
export type TicketWay = (typeof ticketWays)[number];

export const ticketStages = ['waiting', 'called', 'talking', 'heard', 'cancelled'] as const;
export type TicketStage = (typeof ticketStages)[number];

/** A ticket in these stages keeps its day open. */
export const openStages: readonly TicketStage[] = ['waiting', 'called', 'talking'];

/** Why a ticket waits on for another morning; nothing else moves one. */
export const staffCauses = ['evening', 'no-answer'] as const;
/** A day that is cancelled or moved takes its tickets along; no person decides that for one of them. */
export const carryCauses = [...staffCauses, 'day-cancelled', 'day-moved'] as const;
export type CarryCause = (typeof carryCauses)[number];

/** What is printed on the ticket: the series of a desk and a count within it, such as A012. */
export interface TicketNumber {
  readonly series: string;
  readonly count: number;
}

/** Where and when a ticket waits: the hall of a reception day, on its day or a morning after it. */
export interface Sitting {
  readonly dayId: string;
  readonly on: LocalDate;
}

/** @returns what screens show and voices say: `A012` */
export const labelOf = ({ series, count }: TicketNumber): string =>
  `${series}${String(count).padStart(3, '0')}`;

/** @returns the number that people read from their paper, or null when it is none */
export function parseLabel(typed: string): TicketNumber | null {
  const clean = typed.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '');
  const parts = /^([A-Z]{1,2})0*(\d{1,5})$/.exec(clean);
  const [, series = '', count = ''] = parts ?? [];
  return parts === null || Number(count) === 0 ? null : { series, count: Number(count) };
}
