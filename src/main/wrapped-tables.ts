import { exportKeys, savedSearchKeys } from '../capabilities/desk/index.ts';
import { stagedKeys } from '../capabilities/petitions/index.ts';
import { subscriptionKeys } from '../capabilities/reception-days/index.ts';
import type { WrappedTable } from '../platform/vault/index.ts';
import { draftKeys } from '../portal/index.ts';

/** What lies sealed under keys of its own besides the cases; a new master key wraps them again. */
export const wrappedTables: readonly WrappedTable[] = [
  draftKeys,
  savedSearchKeys,
  exportKeys,
  stagedKeys,
  subscriptionKeys,
];
