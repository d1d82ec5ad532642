import type { SealedItem } from './sealed.ts';

/** How a paper can reach somebody (G-2). */
export const serviceWays = [
  'hand',
  'left',
  'post',
  'electronic',
  'announcement',
  'not-servable',
] as const;
export type ServiceWay = (typeof serviceWays)[number];

/** Why nobody can be reached: the paper lies ready, and no right of the petitioner begins to end. */
export const unservableReasons = ['anonymous', 'no-address', 'not-found'] as const;
export type UnservableReason = (typeof unservableReasons)[number];

/** A photograph that proves that a paper was left with whoever refused to sign. */
export interface ProofPhotograph {
  readonly id: string;
  readonly address: string;
  readonly mediaType: string;
  readonly size: number;
  readonly name: SealedItem;
  readonly purpose: 'photograph';
}

/** What whoever served it has told beside the words of the proof; the facts lie sealed with them. */
export interface ServiceGiven {
  readonly mailNumber: boolean;
  readonly witness: boolean;
  /** Where an announcement was published. */
  readonly place: boolean;
}
