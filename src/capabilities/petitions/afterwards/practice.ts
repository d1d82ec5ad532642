import { z } from 'zod';
import { usualThresholds, type OfficeThresholds } from '../../../kernel/clock-colours.ts';

/** One step of a scale; what counts as bad is said by the scale, not by its words. */
export interface RatingLevel {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** Shown to supervision, with the review right on the petitioner's page. */
  readonly bad: boolean;
}

/** The scale that petitioners rate by, and where it comes from. */
export interface RatingScale {
  readonly id: string;
  readonly source: { readonly zh: string; readonly en: string };
  readonly certainty: 'seen' | 'secondary' | 'practice';
  readonly levels: readonly RatingLevel[];
}

/**
 * What a local rule says of the same answer on the same facts after a review sent the matter back
 * (V-1). The Regulation is silent; local rules of review know it.
 */
export interface SameAnswerRule {
  /** `refused`: whoever stays with the answer says what was found this time; `allowed`: no such rule. */
  readonly rule: 'refused' | 'allowed';
  /** The rule by its name and number. */
  readonly source: string;
  readonly certainty: 'seen' | 'secondary' | 'practice';
}

/** What an office sets for itself after the conclusion; no article fixes any of it. */
export interface Practice {
  readonly scale: RatingScale;
  /** Days after the window opened on which somebody who has not rated is reminded. */
  readonly reminderDays: readonly number[];
  /** So many times a follow-up is tried before it ends as not reached. */
  readonly followUpTries: number;
  readonly sameAnswer: SameAnswerRule;
  /** From which share of its time on a clock is blue, and yellow (U-3). */
  readonly clockColours: OfficeThresholds;
  /** What the four colours of the inspection list mean (U-3); left out, as they come. */
  readonly inspectionColours?: InspectionMeanings | undefined;
}

type Meaning = Readonly<Record<'zh' | 'en', string>>;

/** The four meanings with their source. */
export interface InspectionMeanings extends Readonly<
  Record<'red' | 'yellow' | 'blue' | 'green', Meaning>
> {
  readonly source: string;
}

/** As the petition offices' own texts have it; not read in an authoritative one. */
export const defaultPractice: Practice = {
  scale: {
    id: 'guoxinfa-2022-11',
    source: {
      zh: '国信发〔2022〕11号（见于关于该文的公开文本）',
      en: 'Guoxinfa [2022] No. 11 (from a public text about it)',
    },
    certainty: 'secondary',
    levels: [
      { code: 'satisfied', zh: '满意', en: 'satisfied', bad: false },
      { code: 'mostly', zh: '基本满意', en: 'mostly satisfied', bad: false },
      { code: 'not', zh: '不满意', en: 'not satisfied', bad: true },
    ],
  },
  reminderDays: [10, 25],
  followUpTries: 3,
  sameAnswer: {
    rule: 'refused',
    source: '各地复查复核办法的通行规定（未见全国性条文）',
    certainty: 'practice',
  },
  clockColours: usualThresholds,
};

const named = z.object({ zh: z.string().min(1).max(200), en: z.string().min(1).max(200) });

const levels = z
  .array(named.extend({ code: z.string().regex(/^[a-z0-9-]{1,40}$/), bad: z.boolean() }))
  .min(2)
  .max(7)
  .refine((given) => new Set(given.map(({ code }) => code)).size === given.length)
  // A scale on which nobody can be dissatisfied, or nobody satisfied, asks nothing.
  .refine((given) => given.some(({ bad }) => bad) && given.some(({ bad }) => !bad));

const practiceSchema = z.strictObject({
  scale: z
    .strictObject({
      id: z.string().regex(/^[a-z0-9-]{1,60}$/),
      source: named,
      certainty: z.enum(['seen', 'secondary', 'practice']),
      levels,
    })
    .default(() => ({ ...defaultPractice.scale, levels: [...defaultPractice.scale.levels] })),
  reminderDays: z
    .array(z.int().min(1).max(60))
    .max(5)
    .default(() => [...defaultPractice.reminderDays]),
  followUpTries: z.int().min(1).max(10).default(defaultPractice.followUpTries),
  sameAnswer: z
    .strictObject({
      rule: z.enum(['refused', 'allowed']),
      source: z.string().trim().min(1).max(200),
      certainty: z.enum(['seen', 'secondary', 'practice']),
    })
    .default(() => ({ ...defaultPractice.sameAnswer })),
  clockColours: z
    .strictObject({
      blue: z.number().gt(0).lt(1),
      yellow: z.number().gt(0).lt(1),
      source: z.string().trim().min(1).max(200),
    })
    .refine(({ blue, yellow }) => blue < yellow)
    .default(() => ({ ...defaultPractice.clockColours })),
  inspectionColours: z
    .strictObject({
      red: named,
      yellow: named,
      blue: named,
      green: named,
      source: z.string().trim().min(1).max(200),
    })
    .optional(),
});

/**
 * What an office has set for itself, from its file; what it leaves out stays as it comes.
 * @throws ZodError for anything that is no practice: a scale without a bad or a good level, a scale
 *   without its source
 */
export const parsePractice = (given: unknown): Practice => practiceSchema.parse(given);
