import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { cleanText, lengthOf } from '../../../../kernel/clean-text.ts';
import { refuse, sentenceOf, type Refusal } from '../../../../kernel/refusals.ts';
import type { Fault } from '../../../../portal/components.tsx';
import type { SentForm } from '../../../../portal/form.ts';
import type { PetitionReading } from '../reading.ts';

/* What petitioners type on the pages of their steps, and what can be wrong with it. */

/** The key of the form, so that a double press is one command. */
export const keyOf = (form: SentForm): string => {
  const key = z.uuid().safeParse(form.text('key'));
  return key.success ? key.data : randomUUID();
};

/** What was written in a field, without what nobody can see. */
export const cleaned = (form: SentForm, field = 'text'): string =>
  cleanText(form.text(field)).text.trim();

/** A text longer than what is kept. */
export const tooLong = (
  text: string,
  limit: number,
  label: string,
  { language }: PetitionReading,
  field = 'text',
): Fault[] => {
  const length = text.length > limit * 40 ? text.length : lengthOf(text);
  if (length <= limit) return [];
  const { refusal } = refuse('text-too-long', { field: label, limit, length });
  return [{ field, sentence: sentenceOf(refusal, language) }];
};

/** Why the step was refused, said beside the field. */
export const refusalFault = (refusal: Refusal, { language }: PetitionReading): Fault => ({
  field: refusal.field === 'uploads' ? 'files' : 'text',
  sentence: sentenceOf(refusal, language),
});
