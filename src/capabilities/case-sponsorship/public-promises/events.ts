import type { LocalDate } from '../../../kernel/local-date.ts';
import type { SealedItem } from '../../../kernel/sealed.ts';
import type { HouseholdChange, PromiseStatus } from './case.ts';

interface Events {
  PromiseMade: {
    readonly userId: string;
    readonly number: number;
    readonly petitionId: string | null;
    readonly meetingId: string | null;
    readonly commitmentId: string;
    readonly byUnit: string;
    readonly unit: string;
    readonly leader: string | null;
    readonly dueDate: LocalDate;
    readonly words: SealedItem;
    /** How many steps a household has. */
    readonly steps: number;
  };
  /** Rows of a list, or households moved by hand: ids and steps, nobody's name. */
  HouseholdsChanged: {
    readonly userId: string;
    readonly changes: readonly (HouseholdChange & { readonly place: number })[];
  };
  /** A household lost its code, or somebody else has it: the old one opens nothing any more. */
  HouseholdCodeReplaced: {
    readonly userId: string;
    readonly householdId: string;
    readonly version: number;
  };
  /** Somebody printed codes of the households from one place to another. */
  SlipsMade: { readonly userId: string; readonly first: number; readonly last: number };
  /** Its commitment moved on: date, judgement, withdrawal, or another unit. */
  CommitmentFollowed: {
    readonly status: PromiseStatus;
    readonly dueDate: LocalDate;
    readonly unit: string;
    readonly byUnit: string;
  };
  /** L-5: its petition was classified as an accusation, or is none any more. */
  PromiseWithheld: { readonly withheld: boolean };
}

export type PromiseEventType = keyof Events;
export type PromiseEventOf<T extends PromiseEventType> = {
  readonly type: T;
  readonly data: Events[T];
};

/** What happened to a promise to many households. */
export type PromiseEvent = { [T in PromiseEventType]: PromiseEventOf<T> }[PromiseEventType];

export type RecordedPromiseEvent = PromiseEvent & { readonly seq: number; readonly at: number };

export const promiseStreamKind = 'public-promise';

/** The version that new events are written with. */
export const promiseEventVersion = 1;
