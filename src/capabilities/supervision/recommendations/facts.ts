import type { FactSource, StatedFact } from '../../../kernel/facts.ts';
import { localDateOf } from '../../../kernel/local-date.ts';
import {
  gapStreamKind,
  recommendationStreamKind,
  repairStreamKind,
  type RecordedGapEvent,
  type RecordedRecommendationEvent,
  type RecordedRepairEvent,
} from './events.ts';
import { evolveGap, evolveRecommendation, evolveRepair } from './evolve.ts';
import type { PolicyGap } from './policy-gap.ts';
import type { PolicyRepair } from './policy-repair.ts';
import { isHidden, sealedDayOf, type Recommendation } from './recommendation.ts';

function factsOf(recommendation: Recommendation): readonly StatedFact[] {
  const { kind, answerBy, answer, judgements } = recommendation;
  const sealedOn = sealedDayOf(recommendation);
  if (sealedOn === null) return [];
  const answeredOn = answer === null ? null : localDateOf(answer.at);
  const carriedOut = judgements.find(({ verified }) => verified);
  return [
    { kind: 'recommendation-issued', day: sealedOn, detail: kind },
    ...(answerBy === null
      ? []
      : [
          {
            kind: 'recommendation-answer-due',
            day: answerBy,
            detail: kind,
            value: answeredOn !== null && answeredOn <= answerBy ? 1 : 0,
          },
        ]),
    ...(answer === null || answeredOn === null
      ? []
      : [{ kind: 'recommendation-answered', day: answeredOn, detail: answer.adoption }]),
    ...(carriedOut === undefined
      ? []
      : [{ kind: 'recommendation-carried-out', day: localDateOf(carriedOut.at), detail: kind }]),
  ];
}

/** What recommendations give to statistics (T-1, Reg. 41): from the seal on; hidden ones nothing. */
export const recommendationFacts: FactSource<Recommendation, RecordedRecommendationEvent> = {
  id: 'recommendations',
  version: 1,
  streams: [recommendationStreamKind],
  kinds: {
    'recommendation-issued': { zh: '发出的建议书', en: 'recommendation issued' },
    'recommendation-answer-due': {
      zh: '到期的建议书答复（数值 1 为按期书面答复）',
      en: 'answer to a recommendation due (value 1: answered in time)',
    },
    'recommendation-answered': { zh: '答复的建议书', en: 'recommendation answered' },
    'recommendation-carried-out': {
      zh: '核实落实的建议',
      en: 'recommendation verified as carried out',
    },
  },
  evolve: evolveRecommendation,
  dims: (recommendation) =>
    isHidden(recommendation) ? null : { unit: recommendation.unit, office: recommendation.office },
  facts: factsOf,
};

/** What policy gaps give; a petition that becomes an accusation takes its own back. */
export const gapFacts: FactSource<PolicyGap, RecordedGapEvent> = {
  id: 'policy-gaps',
  version: 1,
  streams: [gapStreamKind],
  kinds: { 'policy-gap': { zh: '发现的政策问题', en: 'policy gap noted' } },
  evolve: evolveGap,
  dims: ({ department, office, withdrawn }) => (withdrawn ? null : { unit: department, office }),
  facts: ({ notedAt, status }) =>
    status === 'dropped' ? [] : [{ kind: 'policy-gap', day: localDateOf(notedAt) }],
};

/** What policy repairs give. */
export const repairFacts: FactSource<PolicyRepair, RecordedRepairEvent> = {
  id: 'policy-repairs',
  version: 1,
  streams: [repairStreamKind],
  kinds: {
    'policy-repair-begun': { zh: '立项的完善政策项目', en: 'policy repair begun' },
    'policy-repaired': { zh: '完善的政策', en: 'policy repaired' },
  },
  evolve: evolveRepair,
  dims: ({ office }) => ({ office }),
  facts: ({ begunAt, result, status }) =>
    status === 'dropped'
      ? []
      : [
          { kind: 'policy-repair-begun', day: localDateOf(begunAt) },
          ...(result === null
            ? []
            : [{ kind: 'policy-repaired', day: result.on, detail: result.kind }]),
        ],
};
