/** A paper that is fixed when somebody issues it, and goes through no further hands (G-1). */
export interface FixedPaper {
  readonly paperId: string;
  readonly number: string;
  /** Epoch ms. */
  readonly at: number;
  /** User id of whoever issued it; not of whoever wrote it (P-4a). */
  readonly by: string;
  /** The unit in whose name it goes out. */
  readonly issuer: string;
  readonly renderedAt: number | null;
}
