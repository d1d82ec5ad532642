import { z } from 'zod';
import { staffStepSchemas } from '../contract.ts';

const steps = Object.entries(staffStepSchemas).map(([type, input]) =>
  z.object({ type: z.literal(type), input: input as z.ZodType }),
);

/** `{type, input}` of any step of staff, each input by its own schema. */
export function stepSchema() {
  const [first, ...more] = steps;
  if (first === undefined) throw new Error('no steps');
  return z.discriminatedUnion('type', [first, ...more]);
}
