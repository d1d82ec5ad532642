import type { Calendar } from '../../../kernel/calendar.ts';
import type { OrganisationSnapshot } from '../commands/deps.ts';
import type { FlowPaper } from '../../../kernel/paper-flow.ts';
import type { Paper, Petition } from '../petition.ts';

/** All that a petition's paper may speak of. */
export interface PaperSource extends CasePaperSource {
  readonly paper: Paper;
  /** Ids of the bodies that an opinion names (Reg. 35); none: the level above. */
  readonly reviewBodies?: readonly string[];
}

/**
 * All that a paper may speak of, also one of another record beside the petition. Texts are opened;
 * nothing here is written back.
 */
export interface CasePaperSource {
  readonly petition: Petition;
  readonly paper: FlowPaper;
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
