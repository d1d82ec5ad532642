import type { PromiseStatus } from './case.ts';
import type { PromiseCommandType } from './command.ts';

const all = ['open', 'reported', 'fulfilled', 'withdrawn'] as const;

/** In which status each command may come. Households move while the promise is to be kept. */
export const promiseLifecycle: Readonly<Record<PromiseCommandType, readonly PromiseStatus[]>> = {
  makePromise: [],
  changeHouseholds: ['open'],
  replaceHouseholdCode: all,
  makeSlips: all,
  followCommitment: all,
  withholdPromise: all,
};

export const isPromiseThinkable = (command: PromiseCommandType, status: PromiseStatus): boolean =>
  promiseLifecycle[command].includes(status);
