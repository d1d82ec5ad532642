import type { ReactElement } from 'react';
import type { Refusal } from '../../../kernel/refusals.ts';
import type { Result } from '../../../kernel/result.ts';
import type { GuessThrottle } from '../../../platform/http/index.ts';
import type { PortalDeps } from '../../../portal/deps.ts';
import type { Reading } from '../../../portal/page.tsx';
import type { CommandInput, RegistrationInput } from '../contract.ts';
import type { LostCode } from '../commands/index.ts';
import type { OwnLook } from '../queries/index.ts';
import type { PublicProgress } from '../view.ts';

/** One place in the list of one level. */
export interface RegionChoice {
  readonly code: string;
  readonly name: string;
  readonly hasChildren: boolean;
}

/** A file that waits for its petition. */
export interface StagedUpload {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
}

/** Whose the staged file is: only the same owner can use it. */
export type UploadOwner = `draft:${string}` | `petition:${string}`;

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface Submitted {
  readonly id: string;
  readonly number: string;
  readonly lookupCode: string;
}

export type OpenedProgress = PublicProgress & { readonly id: string };

export interface PaperFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** What a petitioner may do to an own petition from these pages. */
export type PetitionerCommand =
  | 'addMaterial'
  | 'withdraw'
  | 'revokeWithdrawal'
  | 'rate'
  | 'leaveGroup'
  | 'contest';

/** What the petition pages need beyond the shell. */
export interface PetitionPagesDeps extends PortalDeps {
  /** Slows guesses of codes down; the API shares it. */
  readonly guesses: GuessThrottle;
  /**
   * Registers a petition. The same `commandKey` with the same input answers with the same petition.
   * @param owner under which the uploads of the input were staged
   */
  readonly submit: (
    input: RegistrationInput,
    options: { readonly commandKey: string; readonly owner: UploadOwner },
  ) => Promise<Result<Submitted, Refusal>>;
  /** @returns refusal `number-or-code-wrong` alike for a wrong number and a wrong code */
  readonly openProgress: (
    number: string,
    lookupCode: string,
  ) => Promise<Result<OpenedProgress, Refusal>>;
  /** P-3: sends digits to the registered contact when it is this one; tells nobody whether it was. */
  readonly askForWord: (lost: LostCode, language: 'zh-CN' | 'en') => Promise<void>;
  /**
   * Replaces the look-up code for whoever has the digits; the same `commandKey` gives the same code.
   * @returns refusal `lost-code-word` alike for a wrong number, contact and word
   */
  readonly replaceLostCode: (
    lost: LostCode & { readonly word: string },
    commandKey: string,
  ) => Promise<Result<{ readonly number: string; readonly lookupCode: string }, Refusal>>;
  /**
   * From a split petition that was opened here on to one of its parts.
   * @returns refusal `number-or-code-wrong` for what its petitioner may not open that way
   */
  readonly openPart: (
    petitionId: string,
    number: string,
  ) => Promise<Result<{ readonly number: string; readonly lookupCode: string }, Refusal>>;
  /** What other capabilities keep beside a petition, for its progress page. */
  readonly beside?: (
    petition: { readonly id: string; readonly number: string },
    reading: Reading,
  ) => Promise<ReactElement | null>;
  readonly command: <T extends PetitionerCommand>(
    petitionId: string,
    type: T,
    input: CommandInput<T>,
    commandKey: string,
  ) => Promise<Result<unknown, Refusal>>;
  /** Places below one place; null asks for the top. */
  readonly regionChildren: (parent: string | null) => Promise<readonly RegionChoice[]>;
  /** From the top down to the place itself; empty when there is no such place. */
  readonly regionPath: (code: string) => Promise<readonly RegionChoice[]>;
  /** Units that people of a place may mean, at most 100. */
  readonly unitsNear: (
    regionCode: string,
  ) => Promise<readonly { readonly code: string; readonly name: string }[]>;
  /**
   * Inspects and stages a file.
   * @param keepUntil epoch ms; a draft lives longer than the usual day
   */
  readonly stageUpload: (
    owner: UploadOwner,
    file: UploadedFile,
    keepUntil: number,
  ) => Promise<Result<StagedUpload, Refusal>>;
  readonly discardUpload: (owner: UploadOwner, uploadId: string) => Promise<void>;
  /** L-4: who read this petition's personal data, newest first. */
  readonly readLooks: (petitionId: string) => Promise<readonly OwnLook[]>;
  /** How many hearings, mediations and the like the petition has; their page is `/p/:number/hearings`. */
  readonly countProceedings?: (petitionId: string) => Promise<number>;
  /** @returns refusal `paper-unknown` when it is not there or not rendered yet */
  readonly openPaper: (petitionId: string, paperId: string) => Promise<Result<PaperFile, Refusal>>;
}
