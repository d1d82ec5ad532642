import { defineJob, type JobDefinition } from '../../platform/jobs/index.ts';
import { completeAnnouncements } from './commands/complete-announcements.ts';
import { completeWithdrawals } from './commands/complete-withdrawals.ts';
import type { PetitionDeps } from './commands/deps.ts';
import { followHead } from './commands/follow-head.ts';
import { recountClocks } from './commands/recount.ts';
import type { PaperHost } from './commands/paper-host.ts';
import { renderSealedPaper } from './commands/render.ts';
import { succeedUnit } from './commands/succeed.ts';
import { tendRatings } from './commands/tend-ratings.ts';
import { sweepUploads } from './commands/sweep-uploads.ts';
import {
  followHeadKind,
  nothing,
  recountClocksKind,
  renderPaperKind,
  succeedHolderKind,
} from './jobs/kinds.ts';

export {
  followHeadKind,
  recountClocksKind,
  renderPaperKind,
  succeedHolderKind,
  successionKind,
} from './jobs/kinds.ts';

/** Walks over all petitions of a county take their time. */
const hours = 6 * 3600;

/**
 * What petitions do by themselves, in the worker.
 * @param deps as for commands; asked for when a job runs, since they send jobs themselves
 * @param options.officeFonts folder with the office's own fonts (setting FONT_DIR)
 * @param options.hosts records beside petitions that have papers too
 */
export const petitionJobs = (
  deps: () => PetitionDeps,
  options: {
    readonly officeFonts?: string;
    readonly hosts?: readonly PaperHost[];
  } = {},
): readonly JobDefinition[] => [
  defineJob({
    ...renderPaperKind,
    // Setting a page is heavy and synchronous: two keep both cores of a small server busy.
    concurrency: 2,
    handler: (place) => renderSealedPaper(deps(), options.hosts ?? [], place, options.officeFonts),
  }),
  defineJob({
    ...recountClocksKind,
    concurrency: 1,
    expireInSeconds: hours,
    handler: ({ calendarVersion }, { signal }) => recountClocks(deps(), calendarVersion, signal),
  }),
  defineJob({
    ...succeedHolderKind,
    concurrency: 1,
    expireInSeconds: hours,
    handler: (units, { signal }) => succeedUnit(deps(), units, signal),
  }),
  defineJob({
    ...followHeadKind,
    concurrency: 2,
    expireInSeconds: hours,
    handler: ({ headId }, { signal }) => followHead(deps(), headId, signal),
  }),
  defineJob({
    name: 'petitions.complete-withdrawals',
    schema: nothing,
    schedule: { cron: '10 0 * * *' },
    concurrency: 1,
    handler: (_, { signal }) => completeWithdrawals(deps(), signal),
  }),
  defineJob({
    name: 'petitions.tend-ratings',
    schema: nothing,
    // In the morning: a reminder at night helps nobody.
    schedule: { cron: '20 9 * * *' },
    concurrency: 1,
    handler: (_, { signal }) => tendRatings(deps(), signal),
  }),
  defineJob({
    name: 'petitions.complete-announcements',
    schema: nothing,
    schedule: { cron: '15 0 * * *' },
    concurrency: 1,
    handler: (_, { signal }) => completeAnnouncements(deps(), signal),
  }),
  defineJob({
    name: 'petitions.sweep-uploads',
    schema: nothing,
    schedule: { cron: '40 * * * *' },
    concurrency: 1,
    handler: (_, { signal }) => sweepUploads(deps(), signal),
  }),
];
