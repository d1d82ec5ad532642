import { z } from 'zod';
import { commitmentJobs } from '../capabilities/commitments/index.ts';
import { disputeJobs } from '../capabilities/disputes/index.ts';
import { supervisionJobs, supervisionPaperHosts } from '../capabilities/supervision/index.ts';
import {
  meetingPaperHost,
  sponsorshipJobs,
  wayOutPaperHost,
} from '../capabilities/case-sponsorship/index.ts';
import { letterJobs } from '../capabilities/leader-letters/index.ts';
import { exportJob } from '../capabilities/desk/index.ts';
import { proceedingJobs } from '../capabilities/hearings-mediation/index.ts';
import { casePaperHost, petitionJobs } from '../capabilities/petitions/index.ts';
import { meetingJobs, jointMeetingPaperHost } from '../capabilities/joint-meeting/index.ts';
import { receptionJobs, receptionPaperHost } from '../capabilities/reception-days/index.ts';
import { reviewJobs, reviewKind } from '../capabilities/review/index.ts';
import { sweepSignIns } from '../capabilities/identity-organisation/index.ts';
import type { Config } from '../platform/config/config.ts';
import { defineJob, type JobDefinition } from '../platform/jobs/index.ts';
import { sweepGuesses } from '../platform/http/index.ts';
import { sweepDrafts } from '../portal/index.ts';
import type { Core } from './core.ts';

const nothing = z.record(z.string(), z.never());

/** What is swept out by schedule and belongs to no petition. */
const houseKeepingJobs = (core: () => Core): readonly JobDefinition[] => [
  defineJob({
    name: 'portal.sweep-drafts',
    schema: nothing,
    schedule: { cron: '20 * * * *' },
    concurrency: 1,
    handler: async () => {
      await sweepDrafts(core().db);
    },
  }),
  defineJob({
    name: 'http.sweep-guesses',
    schema: nothing,
    schedule: { cron: '30 * * * *' },
    concurrency: 1,
    handler: () => sweepGuesses(core().db),
  }),
  defineJob({
    name: 'identity-organisation.sweep-sign-ins',
    schema: nothing,
    schedule: { cron: '50 3 * * *' },
    concurrency: 1,
    handler: async () => {
      await sweepSignIns(core().identity);
    },
  }),
];

/**
 * Every job of the program: the server names their queues, the worker performs them.
 * @param core asked for when a job runs: the core sends jobs itself
 */
export const allJobs = (
  core: () => Core,
  { fontDir }: Partial<Pick<Config, 'fontDir'>> = {},
): readonly JobDefinition[] => [
  ...petitionJobs(() => core().petitions, {
    hosts: [
      casePaperHost(reviewKind),
      receptionPaperHost,
      ...supervisionPaperHosts,
      meetingPaperHost,
      jointMeetingPaperHost,
      wayOutPaperHost,
    ],
    ...(fontDir === undefined ? {} : { officeFonts: fontDir }),
  }),
  ...reviewJobs(() => core().petitions),
  ...proceedingJobs(() => core().petitions),
  ...commitmentJobs(() => core().petitions),
  ...disputeJobs(() => core().petitions),
  ...receptionJobs(() => core().petitions),
  ...meetingJobs(() => core().petitions),
  ...letterJobs(() => core().petitions),
  ...sponsorshipJobs(() => core().petitions),
  ...supervisionJobs(() => core().supervision),
  exportJob(() => core().exports),
  ...houseKeepingJobs(core),
];
