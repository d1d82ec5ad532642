/**
 * Supervision (U-1 to U-7). This is the only door for other capabilities, besides `events.ts`; each
 * record has a room of its own, whose exports are joined here.
 */
import { registerFacts } from '../../kernel/facts.ts';
import { inspectionPaperHost } from './inspections/commands/index.ts';
import { inspectionFacts } from './inspections/facts.ts';
import { inspectionJobs } from './inspections/jobs.ts';
import { inspectionMeasures } from './inspections/measures.ts';
import { upcastInspection } from './inspections/upcast.ts';
import { inspectionReactions } from './inspections/reactions.ts';
import { inspectionRoutes } from './inspections/routes/index.ts';
import { consequencePaperHost } from './consequences/commands/index.ts';
import { consequenceFacts } from './consequences/facts.ts';
import { consequenceJobs } from './consequences/jobs.ts';
import { consequenceMeasures } from './consequences/measures.ts';
import { consequenceReactions } from './consequences/reactions.ts';
import { consequenceRoutes } from './consequences/routes/index.ts';
import { upcast as upcastConsequence } from './consequences/upcast.ts';
import { lettersPaperHost } from './letters/commands/index.ts';
import { lettersFacts } from './letters/facts.ts';
import { lettersJobs } from './letters/jobs.ts';
import { lettersMeasures } from './letters/measures.ts';
import { lettersRoutes } from './letters/routes/index.ts';
import { upcast as upcastLetters } from './letters/upcast.ts';
import { listingFacts } from './inspection-list/facts.ts';
import { inspectionListJobs } from './inspection-list/jobs.ts';
import { listingMeasures } from './inspection-list/measures.ts';
import { inspectionListRoutes } from './inspection-list/routes/index.ts';
import { upcast as upcastListing } from './inspection-list/upcast.ts';
import { inspectionListReactions } from './inspection-list/reactions.ts';
import { recommendationPaperHost } from './recommendations/commands/index.ts';
import { gapFacts, recommendationFacts, repairFacts } from './recommendations/facts.ts';
import { recommendationJobs } from './recommendations/jobs.ts';
import { recommendationMeasures } from './recommendations/measures.ts';
import { recommendationReactions } from './recommendations/reactions.ts';
import { recommendationRoutes } from './recommendations/routes/index.ts';
import { upcastGap, upcastRecommendation, upcastRepair } from './recommendations/upcast.ts';
import { mustCheckReactions } from './must-checks/reactions.ts';
import { mustCheckJobs } from './must-checks/jobs.ts';
import { supervisionFacts } from './must-checks/facts.ts';
import { supervisionMeasures as itemMeasures } from './must-checks/measures.ts';
import { mustCheckRoutes } from './must-checks/routes/index.ts';
import { upcast as upcastItem } from './must-checks/upcast.ts';

/** What supervision gives to statistics (T-1). */
export const supervisionFactSources = [
  registerFacts(inspectionFacts, upcastInspection),
  registerFacts(supervisionFacts, upcastItem),
  registerFacts(lettersFacts, upcastLetters),
  registerFacts(listingFacts, upcastListing),
  registerFacts(consequenceFacts, upcastConsequence),
  registerFacts(recommendationFacts, upcastRecommendation),
  registerFacts(gapFacts, upcastGap),
  registerFacts(repairFacts, upcastRepair),
] as const;

/** What is measured of supervision. */
export const supervisionMeasures = [
  ...inspectionMeasures,
  ...itemMeasures,
  ...lettersMeasures,
  ...listingMeasures,
  ...consequenceMeasures,
  ...recommendationMeasures,
] as const;

/** What supervision does by itself, in the worker. */
export const supervisionJobs = (deps: Parameters<typeof mustCheckJobs>[0]) => [
  ...inspectionJobs(deps),
  ...mustCheckJobs(deps),
  ...lettersJobs(deps),
  ...inspectionListJobs(deps),
  ...consequenceJobs(deps),
  ...recommendationJobs(deps),
];

/**
 * What supervision answers to, room by room.
 * @param jobs where work is sent
 * @returns the handler of a feed consumer
 */
export const supervisionReactions = (
  ...[deps, jobs]: Parameters<typeof mustCheckReactions>
): ReturnType<typeof mustCheckReactions> => {
  const rooms = [
    inspectionReactions(deps, jobs),
    mustCheckReactions(deps, jobs),
    inspectionListReactions(deps, jobs),
    consequenceReactions(deps, jobs),
    recommendationReactions(deps, jobs),
  ];
  return async (batch) => {
    for (const room of rooms) await room(batch);
  };
};

/** What supervision offers over HTTP, room by room; each with the prefix `/api/v1`. */
export const supervisionRoutes = [
  inspectionRoutes,
  mustCheckRoutes,
  lettersRoutes,
  inspectionListRoutes,
  consequenceRoutes,
  recommendationRoutes,
] as const;

/** Records whose papers go out; a petitioner's consent to electronic service is not asked for them. */
export const supervisionPaperHosts = [
  lettersPaperHost,
  inspectionPaperHost,
  consequencePaperHost,
  recommendationPaperHost,
] as const;

// inspections (U-1), and the records that hang on no petition.
export * from './inspections/commands/index.ts';
export * from './inspections/queries/index.ts';
export { drawPages } from './inspections/pages/routes.tsx';
export type { KnownPerson, PeopleBook } from './inspections/people.ts';
export { rebuildOwnRecords } from './rebuild.ts';
export type { OwnOptions } from './commands/deps.ts';

// must-checks: supervision items (U-2).
export * from './must-checks/commands/index.ts';
export * from './must-checks/queries/index.ts';
export {
  checks,
  grounds,
  mustChecks,
  type Check,
  type MustCheck,
  type SupervisionItem,
} from './must-checks/case.ts';
export { rebuildSupervision } from './must-checks/rebuild.ts';
export { parseSettings as parseMustCheckSettings } from './must-checks/settings.ts';
export type { ItemLine, ItemView } from './must-checks/view.ts';

// letters: the three letters (U-4).
export * from './letters/commands/index.ts';
export * from './letters/queries/index.ts';
export { rebuildLetters } from './letters/rebuild.ts';
export { lettersReactions } from './letters/reactions.ts';
export type { LettersView } from './letters/view.ts';
// inspection-list: hard cases under the leadership's inspection (U-3).
export { enterList, stepListing } from './inspection-list/commands/list.ts';
export type { InspectionColour } from './inspection-list/case.ts';
export { listingIdOf, listingKind } from './inspection-list/queries/kind.ts';

// consequences: interview, notice, warning, listing, and the trace-back (U-5).
export * from './consequences/commands/index.ts';
export * from './consequences/queries/index.ts';
export type { ConsequenceView, TraceBack } from './consequences/view.ts';

// recommendations: the three recommendations, policy gaps and policy repairs (U-6).
export * from './recommendations/commands/index.ts';
export * from './recommendations/queries/index.ts';
