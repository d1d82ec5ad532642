import type { ReportFigures } from '../contract.ts';
import type { ReportSection } from '../report.ts';

/** Which measures stand in the table of a part. */
export const measureIds = {
  overview: [
    'batches',
    'persons',
    'group-visits',
    'group-visit-persons',
    'repeat-share',
    'concluded',
    'open',
    'overdue',
  ],
  'passing-on': ['referred', 'assigned', 'on-time-report'],
  supervision: [
    'supervision-opened',
    'supervision-not-in-time',
    'supervision-came-back',
    'supervision-not-satisfied',
    'supervision-not-carried-out',
    'supervision-behind-peers',
    'supervision-order',
    'supervision-reopened',
    'supervision-closed',
    'supervision-open',
    'supervision-on-time',
    'letters-reminder',
    'letters-supervision-letter',
    'letters-accountability-recommendation',
    'letters-answered-in-time',
    'letters-risen',
    'inspections',
    'inspection-findings',
    'inspection-corrections',
    'inspection-entered',
    'inspection-listed',
    'consequences-interview',
    'consequences-circulated-notice',
    'consequences-warning',
    'consequences-listing',
  ],
  recommendations: [
    'recommendations-improve-work',
    'recommendations-improve-policy',
    'recommendations-hold-accountable',
    'recommendations-answered-in-time',
    'recommendations-adopted',
    'recommendations-carried-out',
    'policy-gaps',
    'policy-repairs',
    'policies-repaired',
  ],
  'in-time': ['timely-triage', 'timely-acceptance', 'on-time-conclusion', 'days-per-case'],
  quality: [
    'participation',
    'satisfaction-office',
    'satisfaction-unit',
    'resolved-first',
    'redo-rounds',
    'redo-share',
    'carried-out',
    'reviews-asked',
    're-examinations-asked',
    'review-on-time',
    'opinions-not-upheld',
  ],
} as const satisfies Partial<Record<ReportSection, readonly string[]>>;

const placed = new Set<string>(Object.values(measureIds).flat());

/** What other capabilities measure stands with the other matters. */
export const others = (figures: ReportFigures): readonly string[] =>
  figures.measures.map(({ id }) => id).filter((id) => !placed.has(id));
