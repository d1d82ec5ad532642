import { localDateOf } from '../../../../kernel/local-date.ts';
import { unitNamed, type Names } from '../../queries/lines.ts';
import { conclusionOf } from '../case.ts';
import type { AssessmentLine } from '../view.ts';
import type { OpenedAssessment } from './open.ts';

/**
 * One line of a list.
 * @param now epoch ms
 */
export function lineOf(
  { assessment, text }: OpenedAssessment,
  names: Names,
  now: number,
): AssessmentLine {
  const conclusion = conclusionOf(assessment);
  const { id, kind, status, peopleConcerned, recordedAt } = assessment;
  return {
    id,
    title: text(assessment.title),
    kind,
    region: names.regionName(assessment.regionCode),
    unit: unitNamed(names, assessment.unit),
    assessor: unitNamed(names, assessment.assessor),
    status,
    result: conclusion?.result ?? null,
    validUntil: conclusion?.validUntil ?? null,
    expired: conclusion !== null && conclusion.validUntil < localDateOf(now),
    peopleConcerned,
    recordedAt,
  };
}
