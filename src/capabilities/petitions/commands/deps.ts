import type { CasePapersOf } from '../case.ts';
import type { Calendar } from '../../../kernel/calendar.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { LocalProfile } from '../../../kernel/local-profiles.ts';
import type { Role } from '../../../kernel/permissions.ts';
import type { UnitDirectory, UnitKind } from '../../../kernel/units.ts';
import type { Database, Tx } from '../../../platform/database/index.ts';
import type { FileStore } from '../../../platform/files/index.ts';
import type { MasterKeys, Vault, WordIndex } from '../../../platform/vault/index.ts';
import type { Practice } from '../afterwards/practice.ts';
import type { RegistrationInput } from '../contract.ts';

/** What the petition's commands need of units, places and people. */
export interface OrganisationSnapshot extends UnitDirectory {
  knowsRegion(code: string): boolean;
  knowsCategory(category: NonNullable<RegistrationInput['category']>): boolean;
  /** The petition office of a region, or of the nearest region above. */
  petitionOfficeOf(regionCode: string): string | undefined;
  readonly profiles: readonly LocalProfile[];
  /** The unit of a kind of a region, or of the nearest region around it. */
  unitOfKind(kind: UnitKind, regionCode: string): string | undefined;
  /** The petition office of the nearest region above that of an office. */
  petitionOfficeAbove(officeId: string): string | undefined;
  /** The counties' petition offices in a region. */
  countyOfficesWithin(regionCode: string): readonly string[];
  /** People who see accusations at a unit from the first moment (L-5). */
  accusationOfficersOf(unitId: string): readonly string[];
  readonly holdsPost: (userId: string, unitId: string) => boolean;
  /** The posts of somebody; none where there is no such person. */
  readonly postsOf: (userId: string) => readonly { readonly unitId: string; readonly role: Role }[];
  /** The posts of a person at a unit now. */
  readonly rolesAt: (userId: string, unitId: string) => readonly Role[];
  userName(userId: string): string;
  /** The code itself where no category has it (any more). */
  readonly categoryName: (code: string) => string;
  regionName(code: string): string;
  contactOf(unitId: string): { readonly phone: string; readonly address: string };
  /** Short word of a unit in document numbers, as 临信 in 临信转〔2026〕3号. */
  paperWordOf(unitId: string): string;
}

/** A message to petitioner or staff; it never holds content. */
export interface Notice {
  readonly template:
    | 'registered'
    | 'triaged'
    | 'accepted'
    | 'redirected'
    | 'not-accepted'
    | 'extended'
    | 'opinion-issued'
    | 'supplement-asked'
    | 'paper-ready'
    | 'withdrawn'
    | 'code-replaced'
    | 'clocks-recounted'
    | 'answered'
    | 'simple-started'
    | 'simple-ended'
    | 'honoured'
    | 'rating-open'
    | 'rating-reminder'
    | 'returned'
    | 'raised'
    | 'lowered'
    | 'urgent-reported'
    | 'contest-received'
    | 'contest-decided'
    | 'round-opened';
  readonly params: Readonly<Record<string, string>>;
}

/** Everything a command works with; composed once at the start. */
export interface PetitionDeps {
  readonly db: Database;
  readonly keys: MasterKeys;
  readonly vault: Vault;
  readonly words: WordIndex;
  readonly files: FileStore;
  /** The calendar in force, and any older version by its name. */
  readonly calendar: (version?: string) => Calendar;
  /** Waits until a version that was told is in force in this process. */
  readonly calendarInForce: (version: string) => Promise<void>;
  readonly organisation: (tx: Tx) => Promise<OrganisationSnapshot>;
  /** Asks the worker to render a sealed paper; in the command's own transaction. */
  readonly enqueueRendering: (
    tx: Tx,
    streamId: string,
    paperId: string,
    /** Kind of the stream that has the paper; a petition unless told. */
    kind?: string,
  ) => Promise<void>;
  /** Asks the worker to carry what a group's head decided to its members (P-13). */
  readonly enqueueFollowing: (tx: Tx, headId: string) => Promise<void>;
  /** What the office has set for the time after the conclusion; left out, the usual practice. */
  readonly practice?: Practice;
  /** Ids of the bodies that may lawfully review what a unit issues on a day; left out, the level above. */
  readonly reviewBodies?: (tx: Tx, unitId: string, on: LocalDate) => Promise<readonly string[]>;
  /** Papers in records beside petitions; left out, there are no such records. */
  readonly casePapers?: CasePapersOf;
  /** Base address of the portal, for links and QR codes; without a slash at the end. */
  readonly publicUrl: string;
}
