import type { Named } from '../../../src/kernel/facts.ts';
import type { FieldRecord } from '../../shell/offline/record.ts';

/** What is written down about a dispute where it is, before the office has it. */
export interface DisputeNotes {
  readonly regionCode: string;
  readonly place: string;
  readonly kind: string;
  readonly about: string;
  readonly tried: string;
  /** One person a line: name, then telephone. */
  readonly parties: string;
}

/** What the form needs and is taken along: kinds and places. */
export interface TakenForm {
  readonly kinds: readonly { readonly code: string; readonly name: Named }[];
  readonly regions: readonly { readonly code: string; readonly name: string }[];
}

export type DisputeFieldRecord = FieldRecord<DisputeNotes>;

export const disputeRecordKind = 'dispute';

/** What must be there before it is sent. */
export const requiredNotes = ['regionCode', 'place', 'kind', 'about'] as const;

export const emptyNotes = (form: TakenForm): DisputeNotes => ({
  regionCode: form.regions.length === 1 ? (form.regions[0]?.code ?? '') : '',
  place: '',
  kind: '',
  about: '',
  tried: '',
  parties: '',
});
