import { z } from 'zod';
import type { JobKind } from '../../../platform/jobs/index.ts';

/** Renders a sealed paper and serves it electronically where the petitioner agreed (G-1, G-2). */
export const renderPaperKind: JobKind<{
  /** The stream that has the paper. */
  petitionId: string;
  paperId: string;
  /** Kind of that stream; a petition unless told. */
  kind?: string | undefined;
}> = {
  name: 'petitions.render-paper',
  schema: z.object({
    petitionId: z.uuid(),
    paperId: z.uuid(),
    kind: z.string().max(30).optional(),
  }),
};

/** Counts the clocks again by a calendar that has just come into force (P-9). */
export const recountClocksKind: JobKind<{ calendarVersion: string }> = {
  name: 'petitions.recount-clocks',
  schema: z.object({ calendarVersion: z.string().regex(/^[\w.-]{1,60}$/) }),
};

/** A job that gives what a merged or abolished unit had to its successor (O-1, Reg. 24). */
export const successionKind = (name: string): JobKind<{ from: string; to: string }> => ({
  name,
  schema: z.object({ from: z.string().min(1).max(60), to: z.string().min(1).max(60) }),
});

/** Gives the petitions that it held. */
export const succeedHolderKind = successionKind('petitions.succeed-holder');

/** Carries what a group's head decided to its members (P-13). */
export const followHeadKind: JobKind<{ headId: string }> = {
  name: 'petitions.follow-head',
  schema: z.object({ headId: z.uuid() }),
};

/** What a schedule starts has no data. */
export const nothing = z.object({});
