import { localDateOf } from '../../kernel/local-date.ts';
import type { RecordedVisitEvent } from '../case-sponsorship/visits/events.ts';
import type { Part } from './brute-force.test-data.ts';

type Added = Pick<Part, 'measure' | 'part' | 'day' | 'unit' | 'amount'>;

const measures = {
  made: 'home-visits-made',
  declined: 'home-visits-declined',
  'not-home': 'home-visits-not-home',
} as const;

/** What one home visit gives, once more from the raw events by a plain loop. */
export function partsOfVisit(all: readonly RecordedVisitEvent[], asOf: string): readonly Added[] {
  let unit = '';
  let planned = '';
  let day = '';
  let ended: keyof typeof measures | null = null;
  let promised = false;
  let cancelled = false;
  for (const { type, data, at } of all) {
    if (localDateOf(at) > asOf) continue;
    if (type === 'VisitPlanned') ({ unit } = data);
    if (type === 'VisitPlanned' || type === 'VisitChanged') {
      planned = data.plan.day;
      day = planned;
    }
    if (type === 'VisitCancelled') cancelled = true;
    if (type === 'VisitDeclined') ended = 'declined';
    if (type === 'VisitRecorded') {
      ended = data.outcome;
      day = data.visitedOn;
      promised = data.promise !== null;
    }
    if (type === 'VisitSucceeded' && unit === data.from) unit = data.to;
  }
  if (planned === '' || cancelled) return [];
  const add = (measure: string, on: string): Added => ({
    measure,
    part: 'numerator',
    day: on,
    unit,
    amount: 1,
  });
  return [
    add('home-visits-planned', planned),
    ...(ended === null ? [] : [add(measures[ended], day)]),
    ...(promised ? [add('home-visits-promising', day)] : []),
  ];
}
