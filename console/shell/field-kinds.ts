import { visitKind } from '../home-visits/field/visit-kind.ts';
import { disputeFieldKind } from '../disputes/field/dispute-kind.ts';
import type { FieldKind } from './offline/record.ts';

/** Everything that is written down outside and sent later, by its kind. */
export const fieldKinds: readonly FieldKind[] = [visitKind, disputeFieldKind];
