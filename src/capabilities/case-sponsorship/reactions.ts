import { scopeOf } from '../../platform/database/index.ts';
import { eventsOfBatch, type FeedEntry } from '../../platform/feed/index.ts';
import type { Jobs } from '../../platform/jobs/index.ts';
import { sendSuccession, systemActor } from '../petitions/index.ts';
import { openedAgain, takeUpCameBack, type SponsorshipDeps } from './commands/index.ts';
import { reactSponsored } from './sponsored/reactions.ts';
import { succeedBacklogKind, succeedMeetingsKind } from './jobs.ts';
import { reactPromises } from './public-promises/reactions.ts';
import { visitReactions } from './visits/reactions.ts';

const scope = scopeOf(systemActor('backlog'));

/**
 * What sponsorship answers to: a resolved case whose petition is handled once more is open again
 * (S-6); what was promised on a home visit is a commitment (S-3); when a unit ends, its successor takes over its cases (O-1).
 * @param jobs where the work of a succession is sent
 * @returns the handler of a feed consumer
 */
export const sponsorshipReactions =
  (deps: SponsorshipDeps, jobs: Pick<Jobs, 'enqueue'>) =>
  async (batch: readonly FeedEntry[]): Promise<void> => {
    const events = await eventsOfBatch(deps.db, scope, batch, [openedAgain]);
    await takeUpCameBack(deps, events);
    await visitReactions(deps, jobs)(batch);
    await sendSuccession(deps, jobs, batch, succeedBacklogKind);
    await reactSponsored(deps, jobs, batch);
    await sendSuccession(deps, jobs, batch, succeedMeetingsKind);
    await reactPromises(deps, batch);
  };
