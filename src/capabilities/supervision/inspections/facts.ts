import type { FactSource, StatedFact } from '../../../kernel/facts.ts';
import { localDateOf } from '../../../kernel/local-date.ts';
import { inspectionStreamKind, type RecordedInspectionEvent } from './events.ts';
import { evolveInspection } from './evolve.ts';
import type { Finding, Inspection } from './inspection.ts';

/** A correction counts on its day: kept, or not (yet). */
function correctionOf({ id, dueOn, answers, status }: Finding): readonly StatedFact[] {
  if (dueOn === null) return [];
  const last = answers.at(-1);
  const kept = status === 'verified' && last !== undefined && localDateOf(last.at) <= dueOn;
  return [{ kind: 'inspection-correction', key: id, day: dueOn, value: kept ? 1 : 0 }];
}

/**
 * What inspections give to statistics (T-1). Nothing of one that is not carried out: a figure must
 * not announce an unannounced one (U-1).
 */
export const inspectionFacts: FactSource<Inspection, RecordedInspectionEvent> = {
  id: 'inspections',
  version: 1,
  streams: [inspectionStreamKind],
  kinds: {
    'inspection-carried-out': { zh: '开展的督查', en: 'inspection carried out' },
    'inspection-finding': { zh: '督查发现的问题', en: 'finding of an inspection' },
    'inspection-correction': {
      zh: '到期的整改（数值 1 为按期整改并核实）',
      en: 'correction due (value 1: made in time and verified)',
    },
  },
  evolve: evolveInspection,
  dims: ({ unit, office }) => ({ unit, office }),
  facts: ({ carriedOut, way, findings }) =>
    carriedOut === null
      ? []
      : [
          { kind: 'inspection-carried-out', day: carriedOut.on, detail: way },
          ...findings
            .filter(({ kind }) => kind !== 'good-practice')
            .map(({ id, kind, at }) => ({
              kind: 'inspection-finding',
              key: id,
              day: localDateOf(at),
              detail: kind,
            })),
          ...findings.flatMap(correctionOf),
        ],
};
