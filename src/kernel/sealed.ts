/** Text that lies sealed in the vault; the record keeps where, its hash and its length. */
export interface SealedText {
  readonly id: string;
  readonly hash: string;
  /** Length in characters as people count them. */
  readonly length: number;
}

/** Anything that lies sealed in the vault: a person, a name, a document. */
export interface SealedItem {
  readonly id: string;
  readonly hash: string;
}
