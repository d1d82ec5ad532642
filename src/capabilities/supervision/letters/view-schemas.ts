import { z } from 'zod';
import { lettersStatuses } from './case.ts';
import { lettersSteps } from './contract.ts';
import { letterKinds } from './settings.ts';

/*
 * How the answers look in the API description. The types of `view.ts` are the source; an answer
 * passes unchanged, so that a field added there reaches its reader.
 */
const named = z.object({ id: z.string(), name: z.string() });
const due = z.looseObject({ dueDate: z.string(), remainingDays: z.number(), colour: z.string() });
const line = {
  id: z.uuid(),
  status: z.enum(lettersStatuses),
  petition: z.object({ id: z.uuid(), number: z.string(), title: z.string() }),
  unit: named,
  step: z.int(),
  name: z.string(),
  due: due.nullable(),
  openedAt: z.number().meta({ description: 'Epoch milliseconds' }),
};

export const ladderStepSchema = z
  .object({ kind: z.enum(letterKinds), name: z.string(), days: z.int(), source: z.string() })
  .meta({ id: 'LetterStep' });

const lettersLineSchema = z.object(line).meta({ id: 'LettersLine' });

export const lettersPageSchema = z.object({
  items: z.array(lettersLineSchema),
  next: z.string().nullable(),
});

export const lettersOfPetitionSchema = z.object({
  items: z.array(lettersLineSchema),
  begin: z.object({ steps: z.array(ladderStepSchema), units: z.array(named) }).nullable(),
});

export const lettersSettingsViewSchema = z
  .object({ version: z.int(), steps: z.array(ladderStepSchema) })
  .meta({ id: 'LettersSettings' });

export const lettersViewSchema = z
  .looseObject({
    ...line,
    version: z.int(),
    office: named,
    steps: z.array(ladderStepSchema),
    letters: z.array(
      z.looseObject({
        step: z.int(),
        name: z.string(),
        state: z.string(),
        addressee: named,
        servedOn: z.string().nullable(),
        due: due.nullable(),
        inTime: z.boolean().nullable(),
      }),
    ),
    next: z.enum(lettersSteps).nullable(),
    allowances: z.array(z.looseObject({ command: z.enum(lettersSteps), allowed: z.boolean() })),
  })
  .meta({ id: 'Letters' });
