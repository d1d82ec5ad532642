import type { CasePapersOf } from '../case.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Calendar } from '../../../kernel/calendar.ts';
import type { Database, Tx } from '../../../platform/database/index.ts';
import type { FileStore } from '../../../platform/files/index.ts';
import type { MasterKeys, Vault } from '../../../platform/vault/index.ts';
import type { Practice } from '../afterwards/practice.ts';
import type { OrganisationSnapshot } from '../commands/deps.ts';

/** What reading petitions needs; the commands' own dependencies have all of it. */
export interface PetitionReads {
  readonly db: Database;
  readonly keys: MasterKeys;
  readonly vault: Vault;
  readonly files: FileStore;
  /** The calendar in force, or the version by that name. */
  readonly calendar: (version?: string) => Calendar;
  readonly organisation: (tx: Tx) => Promise<OrganisationSnapshot>;
  /** What the office has set for the time after the conclusion; left out, the usual practice. */
  readonly practice?: Practice;
  /** Ids of the bodies that may lawfully review what a unit issues on a day; left out, the level above. */
  readonly reviewBodies?: (tx: Tx, unitId: string, on: LocalDate) => Promise<readonly string[]>;
  /** Papers in records beside petitions; left out, there are no such records. */
  readonly casePapers?: CasePapersOf;
}
