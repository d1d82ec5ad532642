import { localDateOf } from '../../kernel/local-date.ts';
import type { RecordedSponsoredEvent } from '../case-sponsorship/sponsored/events.ts';
import type { Part } from './brute-force.test-data.ts';

type Added = Pick<Part, 'measure' | 'part' | 'day' | 'unit' | 'amount'>;

interface Step {
  due: string;
  doneOn: string | null;
  /** Days that were over when the step was moved. */
  readonly passed: string[];
}

/**
 * What one case under a leader gives, by plain loops over its raw events.
 * @param asOf the day as which it is read
 * @param today whether that is the present day: what is due today may still be done
 */
export function partsOfSponsored(
  all: readonly RecordedSponsoredEvent[],
  asOf: string,
  today: boolean,
): readonly Added[] {
  const steps = new Map<string, Step>();
  let day = '';
  let unit = '';
  let persons = 0;
  let taken = false;
  let ended: 'resolved' | 'not-yet' | null = null;
  for (const event of all.filter(({ at }) => localDateOf(at) <= asOf)) {
    switch (event.type) {
      case 'SponsorshipBegan':
        day = localDateOf(event.at);
        ({ unit, persons } = event.data);
        taken = event.data.proposal === null;
        break;
      case 'ChargeAccepted':
        taken = true;
        break;
      case 'SponsorshipTakenUpAgain':
        ({ unit } = event.data);
        taken = true;
        ended = null;
        break;
      case 'SponsorshipEnded':
        ended = event.data.result;
        break;
      case 'SponsorshipSucceeded':
        if (unit === event.data.from) unit = event.data.to;
        break;
      case 'MilestoneAdded':
        steps.set(event.data.id, { due: event.data.date, doneOn: null, passed: [] });
        break;
      case 'MilestoneMoved': {
        const step = steps.get(event.data.milestone);
        if (step === undefined) break;
        if (event.data.from < localDateOf(event.at)) step.passed.push(event.data.from);
        step.due = event.data.to;
        break;
      }
      case 'MilestoneReported': {
        const step = steps.get(event.data.milestone);
        if (step !== undefined) step.doneOn = event.data.doneOn;
        break;
      }
      default:
    }
  }
  if (!taken) return [];
  const parts: Added[] = [];
  const add = (measure: string, part: Part['part'], on: string, amount = 1): void => {
    parts.push({ measure, part, day: on, unit, amount });
  };
  add('sponsored-cases', 'numerator', day);
  add('sponsored-persons', 'numerator', day, persons);
  add('sponsored-resolution', 'denominator', day);
  if (ended === 'resolved') add('sponsored-resolution', 'numerator', day);
  if (ended === null) add('sponsored-open', 'numerator', day);
  for (const { due, doneOn, passed } of steps.values()) {
    for (const on of passed) add('sponsored-milestones-kept', 'denominator', on);
    if (today ? due >= asOf : due > asOf) continue;
    add('sponsored-milestones-kept', 'denominator', due);
    if (doneOn !== null && doneOn <= due) add('sponsored-milestones-kept', 'numerator', due);
  }
  return parts;
}
