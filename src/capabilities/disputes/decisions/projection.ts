import type { LocalDate } from '../../../kernel/local-date.ts';
import { conclusionOf, type Assessment } from './case.ts';
import { readersOf } from './policy.ts';

/** What lists and the scope of readers need of an assessment. */
export interface AssessmentRow {
  readonly id: string;
  readonly status: string;
  readonly result: string | null;
  readonly kind: string;
  readonly regionCode: string;
  readonly unit: string;
  readonly assessor: string;
  readonly office: string;
  readonly readers: readonly string[];
  /** Epoch ms. */
  readonly recordedAt: number;
  readonly validUntil: LocalDate | null;
  readonly version: number;
}

/** The row of an assessment as it is now. */
export function rowOf(assessment: Assessment): AssessmentRow {
  const { id, status, kind, regionCode, unit, assessor, office, recordedAt, version } = assessment;
  const conclusion = conclusionOf(assessment);
  return {
    id,
    status,
    result: conclusion?.result ?? null,
    kind,
    regionCode,
    unit,
    assessor,
    office,
    readers: readersOf(assessment).toSorted(),
    recordedAt,
    validUntil: conclusion?.validUntil ?? null,
    version,
  };
}
