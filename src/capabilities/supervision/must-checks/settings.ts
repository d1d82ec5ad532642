import { z } from 'zod';
import type { PeerParameters } from './case.ts';

/** What an office sets for the must-checks; no article fixes any of it. */
export interface MustCheckSettings {
  readonly peers: PeerParameters;
}

/**
 * Assumptions of this program, read in no text: ninety days give a small unit steps enough; twenty
 * steps and three peers keep small numbers out; the bound lies where a unit that is as good as its
 * peers stands by chance about once in a hundred; ten points keep what is significant but slight out.
 */
export const defaultSettings: MustCheckSettings = {
  peers: {
    windowDays: 90,
    minimumSteps: 20,
    minimumPeers: 3,
    z: 2.326,
    margin: 0.1,
    source: {
      zh: '本系统的假定，未见规定，可由本单位按自己的文件调整',
      en: 'an assumption of this program, found in no rule; the office may set its own',
    },
    certainty: 'practice',
  },
};

const text = z.string().trim().min(1).max(200);
const settingsSchema = z.strictObject({
  peers: z.strictObject({
    windowDays: z.int().min(30).max(366),
    // Under ten steps one late letter would decide about a unit.
    minimumSteps: z.int().min(10).max(10_000),
    minimumPeers: z.int().min(2).max(1000),
    z: z.number().min(1.64).max(5),
    margin: z.number().min(0).max(0.5),
    source: z.strictObject({ zh: text, en: text }),
    certainty: z.enum(['seen', 'secondary', 'practice']),
  }),
});

/**
 * What an office has set, from its file.
 * @throws ZodError for anything else: numbers without their source, or so small that chance decides
 */
export const parseSettings = (given: unknown): MustCheckSettings => settingsSchema.parse(given);
