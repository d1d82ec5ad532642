/** Under this item lie the names, the telephone and the words that were given with a ticket. */
export const holderItem = 'holder';

/** What may lie sealed with a ticket. */
export interface Holder {
  readonly name: string;
  readonly telephone: string;
  readonly representatives: readonly string[];
  readonly note: string;
}
