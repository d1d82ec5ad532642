/**
 * Supervision (U-1 to U-7). This is the only door for other capabilities, besides `events.ts`; each
 * record has a room of its own, whose exports are joined here.
 */
import { registerFacts } from '../../kernel/facts.ts';
import { lettersPaperHost } from './letters/commands/index.ts';
import { lettersFacts } from './letters/facts.ts';
import { lettersJobs } from './letters/jobs.ts';
import { lettersMeasures } from './letters/measures.ts';
import { lettersRoutes } from './letters/routes/index.ts';
import { upcast as upcastLetters } from './letters/upcast.ts';
import { mustCheckJobs } from './must-checks/jobs.ts';
import { supervisionFacts } from './must-checks/facts.ts';
import { supervisionMeasures as itemMeasures } from './must-checks/measures.ts';
import { mustCheckRoutes } from './must-checks/routes/index.ts';
import { upcast as upcastItem } from './must-checks/upcast.ts';

/** What supervision gives to statistics (T-1). */
export const supervisionFactSources = [
  registerFacts(supervisionFacts, upcastItem),
  registerFacts(lettersFacts, upcastLetters),
] as const;

/** What is measured of supervision. */
export const supervisionMeasures = [...itemMeasures, ...lettersMeasures] as const;

/** What supervision does by itself, in the worker. */
export const supervisionJobs = (deps: Parameters<typeof mustCheckJobs>[0]) => [
  ...mustCheckJobs(deps),
  ...lettersJobs(deps),
];

/** What supervision offers over HTTP, room by room; each with the prefix `/api/v1`. */
export const supervisionRoutes = [mustCheckRoutes, lettersRoutes] as const;

/** Records whose papers go out; a petitioner's consent to electronic service is not asked for them. */
export const supervisionPaperHosts = [lettersPaperHost] as const;

// must-checks: supervision items (U-2).
export * from './must-checks/commands/index.ts';
export * from './must-checks/queries/index.ts';
export {
  checks,
  grounds,
  mustChecks,
  type Check,
  type SupervisionItem,
} from './must-checks/case.ts';
export { mustCheckReactions } from './must-checks/reactions.ts';
export { rebuildSupervision } from './must-checks/rebuild.ts';
export { parseSettings as parseMustCheckSettings } from './must-checks/settings.ts';
export type { ItemLine, ItemView } from './must-checks/view.ts';

// letters: the three letters (U-4).
export * from './letters/commands/index.ts';
export * from './letters/queries/index.ts';
export { rebuildLetters } from './letters/rebuild.ts';
export { lettersReactions } from './letters/reactions.ts';
export type { LettersView } from './letters/view.ts';
