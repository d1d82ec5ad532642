import type { FactSource } from '../../../kernel/facts.ts';
import { localDateOf } from '../../../kernel/local-date.ts';
import { conclusionOf, type Assessment } from './case.ts';
import type { RecordedAssessmentEvent } from './events.ts';
import { evolveAssessment } from './evolve.ts';

/** What assessments of decisions give to statistics (T-1). */
export const assessmentFacts: FactSource<Assessment, RecordedAssessmentEvent> = {
  id: 'decision-assessments',
  version: 1,
  streams: ['decision-assessment'],
  kinds: {
    'decision-recorded': { zh: '纳入评估的决策', en: 'decision recorded for assessment' },
    'decision-assessed': { zh: '评估有结论的决策', en: 'decision whose assessment was concluded' },
  },
  evolve: evolveAssessment,
  dims: ({ regionCode, unit }) => ({ region: regionCode, unit }),
  facts: (assessment) => {
    const conclusion = conclusionOf(assessment);
    return [
      {
        kind: 'decision-recorded',
        day: localDateOf(assessment.recordedAt),
        detail: assessment.kind,
      },
      ...(conclusion === null
        ? []
        : [
            {
              kind: 'decision-assessed',
              day: localDateOf(conclusion.at),
              detail: conclusion.result,
            },
          ]),
    ];
  },
};
