/** How a number reads is the same on paper, on screens and in the rules. */
export { labelOf, type TicketNumber } from './terms.ts';
