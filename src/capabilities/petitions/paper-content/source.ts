import type { Calendar } from '../../../kernel/calendar.ts';
import type { OrganisationSnapshot } from '../commands/deps.ts';
import type { Paper, Petition } from '../petition.ts';

/** All that a paper may speak of. Texts are opened; nothing here is written back. */
export interface PaperSource {
  readonly petition: Petition;
  readonly paper: Paper;
  /** Sealed items of the case by id, opened. */
  readonly opened: ReadonlyMap<string, unknown>;
  readonly organisation: OrganisationSnapshot;
  readonly calendar: Calendar;
  /** Epoch ms; the paper's date when it is sealed now. */
  readonly now: number;
  /** Document number; null for a draft or a kind without one. */
  readonly number: string | null;
  /** Null for a draft. */
  readonly verify: { readonly url: string; readonly code: string } | null;
}
