import { z } from 'zod';

/**
 * What may be kept of a failure beside the job. An error's message can hold a person's words (an
 * address that a mail server refused, a value that a constraint names), so only its kind is kept;
 * the whole error goes to the log, which takes personal data out by itself.
 */
export type JobFailure = { readonly kind: string; readonly code: string | null };

const named = z.object({
  name: z
    .string()
    .regex(/^\w{1,60}$/)
    .catch('Error'),
  code: z
    .union([z.string().regex(/^[\w-]{1,40}$/), z.number().transform(String)])
    .nullable()
    .catch(null),
});

/** Reduces an error to its kind. */
export const failureOf = (error: unknown): JobFailure => {
  const { name, code } = named.catch({ name: 'Error', code: null }).parse(error);
  return { kind: name, code };
};
