import { z } from 'zod';
import { letterMarks } from './letter.ts';
import { limits } from './limits.ts';

/** What people type. The length in people's characters is checked after cleaning. */
const words = (limit: number) => z.string().max(limit * 4);
const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

/** The office lays a petition before a leader. */
export const layLetterSchema = z.object({
  unit: code.meta({ description: 'The leadership whose leader reads it' }),
  reason: words(limits.words).optional(),
});
export type LayLetterInput = z.infer<typeof layLetterSchema>;

export const letterStepSchemas = {
  readLetter: z.object({ mark: z.enum(letterMarks), words: words(limits.words).optional() }),
  instruct: z.object({
    unit: code,
    text: words(limits.text).min(1),
    dueDate: z.iso.date(),
    told: z
      .enum(['yes', 'no'])
      .meta({ description: 'Whether the petitioner is told who asked for what by when' }),
  }),
} as const;

export type LetterStep = keyof typeof letterStepSchemas;
export type LetterStepInput<T extends LetterStep> = z.infer<(typeof letterStepSchemas)[T]>;
