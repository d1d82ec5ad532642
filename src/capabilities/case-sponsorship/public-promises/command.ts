import type { HouseholdChange } from './case.ts';
import type { PromiseEventOf } from './events.ts';

interface Commands {
  makePromise: Omit<PromiseEventOf<'PromiseMade'>['data'], 'userId'>;
  changeHouseholds: { readonly changes: readonly HouseholdChange[] };
  replaceHouseholdCode: { readonly householdId: string; readonly version: number };
  makeSlips: { readonly first: number; readonly last: number };
  followCommitment: PromiseEventOf<'CommitmentFollowed'>['data'];
  withholdPromise: { readonly withheld: boolean };
}

export type PromiseCommandType = keyof Commands;
export type PromiseCommandOf<T extends PromiseCommandType> = { readonly type: T } & Commands[T];
export type PromiseCommand = { [T in PromiseCommandType]: PromiseCommandOf<T> }[PromiseCommandType];
