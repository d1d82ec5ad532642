import {
  backlogFactSource,
  backlogMeasures,
  visitFactSource,
  visitMeasures,
  publicPromiseFactSource,
  publicPromiseMeasures,
  sponsoredFactSource,
  sponsoredMeasures,
  meetingFactSource,
  meetingMeasures,
  wayOutFactSource,
  wayOutMeasures,
} from '../capabilities/case-sponsorship/index.ts';
import { commitmentFactSource, commitmentMeasures } from '../capabilities/commitments/index.ts';
import {
  assessmentFactSource,
  assessmentMeasures,
  disputeFactSource,
  disputeMeasures,
  warningFactSource,
} from '../capabilities/disputes/index.ts';
import {
  proceedingFactSource,
  proceedingMeasures,
} from '../capabilities/hearings-mediation/index.ts';
import {
  jointMeetingFactSource,
  jointMeetingMeasures,
} from '../capabilities/joint-meeting/index.ts';
import { letterFactSource, letterMeasures } from '../capabilities/leader-letters/index.ts';
import {
  petitionFactSource,
  petitionMeasures,
  type Practice,
} from '../capabilities/petitions/index.ts';
import { receptionFactSources, receptionMeasures } from '../capabilities/reception-days/index.ts';
import { reviewFactSource, reviewMeasures } from '../capabilities/review/index.ts';
import { supervisionFactSources, supervisionMeasures } from '../capabilities/supervision/index.ts';
import type { RegisteredFacts } from '../kernel/facts.ts';
import type { Measures } from '../kernel/measures.ts';
import type { RecordedEvent } from '../platform/record/index.ts';

/** Facts of every capability. The petitions come first: others take over their dims. */
export const factSources: readonly RegisteredFacts<RecordedEvent>[] = [
  petitionFactSource,
  reviewFactSource,
  proceedingFactSource,
  ...receptionFactSources,
  commitmentFactSource,
  letterFactSource,
  jointMeetingFactSource,
  backlogFactSource,
  ...supervisionFactSources,
  visitFactSource,
  disputeFactSource,
  warningFactSource,
  assessmentFactSource,
  sponsoredFactSource,
  meetingFactSource,
  wayOutFactSource,
  publicPromiseFactSource,
];

/**
 * Measures of every capability, in the order of the catalogue.
 * @param practice the office's own, which says what a good rating is
 */
export const measuresOf = (
  practice?: Practice,
): readonly { readonly capability: string; readonly measures: Measures }[] => [
  { capability: 'petitions', measures: petitionMeasures(practice?.scale) },
  { capability: 'review', measures: reviewMeasures },
  { capability: 'hearings-mediation', measures: proceedingMeasures },
  { capability: 'reception-days', measures: receptionMeasures },
  { capability: 'commitments', measures: commitmentMeasures },
  { capability: 'joint-meeting', measures: jointMeetingMeasures },
  { capability: 'leader-letters', measures: letterMeasures },
  { capability: 'supervision', measures: supervisionMeasures },
  {
    capability: 'case-sponsorship',
    measures: [
      ...backlogMeasures,
      ...visitMeasures,
      ...sponsoredMeasures,
      ...meetingMeasures,
      ...wayOutMeasures,
      ...publicPromiseMeasures,
    ],
  },
  { capability: 'disputes', measures: [...disputeMeasures, ...assessmentMeasures] },
];
