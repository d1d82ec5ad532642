/**
 * Cases under a leader's responsibility (S-1 to S-7); now the backlog ledger (S-6). This is the only
 * door for other capabilities, besides `events.ts`.
 */
import { registerFacts } from '../../kernel/facts.ts';
import { backlogFacts } from './facts.ts';
import { sponsoredFacts } from './sponsored/facts.ts';
import { upcast as upcastSponsored } from './sponsored/upcast.ts';
import { meetingFacts } from './meetings/facts.ts';
import { upcastMeeting } from './meetings/upcast.ts';
import { upcast } from './upcast.ts';
import { publicPromiseFacts } from './public-promises/facts.ts';
import { upcastPromise } from './public-promises/upcast.ts';
import { wayOutFacts } from './ways-out/facts.ts';
import { upcastWay } from './ways-out/upcast.ts';

export * from './commands/index.ts';
export * from './meetings/commands/index.ts';
export * from './meetings/queries/index.ts';
export * from './ways-out/commands/index.ts';
export * from './ways-out/queries/index.ts';
export * from './queries/index.ts';
export * from './sponsored/commands/index.ts';
export * from './sponsored/queries/index.ts';
export { sponsorshipJobs } from './jobs.ts';
export * from './visits/index.ts';
export { backlogMeasures } from './measures.ts';
export { leaderBeside } from './sponsored/pages/own.tsx';
export { sponsoredMeasures } from './sponsored/measures.ts';
export { rebuildSponsored } from './sponsored/rebuild.ts';
export { sponsorshipReactions } from './reactions.ts';
export { sponsorshipRoutes } from './routes/index.ts';
export type { EndingResult, MeasureKind } from './sponsored/case.ts';
export type { SponsoredStep, StepInput as SponsoredStepInput } from './sponsored/contract.ts';
export type { SponsoredCase, SponsoredView } from './sponsored/view.ts';
export type { BacklogLine, BacklogPage, BacklogView } from './view.ts';

/** What backlog cases give to statistics (T-1). */
export const backlogFactSource = registerFacts(backlogFacts, upcast);

/** What cases under a leader give to statistics (T-1). */
export const sponsoredFactSource = registerFacts(sponsoredFacts, upcastSponsored);
/** What three-party meetings give to statistics (S-4). */
export const meetingFactSource = registerFacts(meetingFacts, upcastMeeting);

/** What the three ways out give to statistics (S-5). */
export const wayOutFactSource = registerFacts(wayOutFacts, upcastWay);
export { meetingMeasures } from './meetings/measures.ts';
export { wayOutMeasures } from './ways-out/measures.ts';
export { aidRulesSchema, type AidRules } from './ways-out/aid-rules.ts';
export { festivalsOf } from './ways-out/festival-visit.ts';
export type { SponsorshipDeps } from './commands/deps.ts';
export * from './public-promises/commands/index.ts';
export * from './public-promises/queries/index.ts';
export { householdIdOf } from './public-promises/codes.ts';
export { publicPromisePages } from './public-promises/pages/routes.tsx';
export { rebuildPublicPromises } from './public-promises/rebuild.ts';
export { publicPromiseMeasures } from './public-promises/measures.ts';
export type { MakePromiseInput } from './public-promises/contract.ts';

/** What public promises give to statistics (S-4). */
export const publicPromiseFactSource = registerFacts(publicPromiseFacts, upcastPromise);
export { meetingPages, meetingsBeside, waysBeside } from './meetings/pages/routes.tsx';
