import { z } from 'zod';
import { aidKinds } from './aid-rules.ts';
import { explainingHows, ways, wayStatuses } from './case.ts';
import { visitSteps, waySteps } from './contract.ts';
import { festivalVisitStatuses } from './festival-visit.ts';

const named = z.object({ id: z.string(), name: z.string() });
const words = z.object({ zh: z.string(), en: z.string() });
const moment = z.number().meta({ description: 'Epoch milliseconds' });
const petition = z.object({ id: z.uuid(), number: z.string(), title: z.string() });
const festival = z.object({ from: z.string(), to: z.string(), name: z.string() });

export const wayLineSchema = z
  .object({
    id: z.uuid(),
    way: z.enum(ways),
    status: z.enum(wayStatuses),
    petition,
    demandId: z.uuid().nullable(),
    unit: named,
    chosenAt: moment,
    dueDate: z.string().nullable(),
    overdue: z.boolean(),
  })
  .meta({ id: 'WayOutLine' });

export const wayPageSchema = z.object({
  items: z.array(wayLineSchema),
  next: z.string().nullable(),
});

export const waysOfPetitionSchema = z.object({
  items: z.array(wayLineSchema),
  mayChoose: z.boolean(),
  demands: z.array(z.object({ id: z.uuid(), text: z.string() })),
});

export const visitLineSchema = z
  .object({
    id: z.uuid(),
    version: z.int(),
    wayOutId: z.uuid(),
    petition,
    festival,
    status: z.enum(festivalVisitStatuses),
    unit: named,
    plannedOn: z.string(),
    goes: z.string(),
    visitedOn: z.string().nullable(),
    brought: z.string(),
    words: z.string(),
    steps: z.array(z.enum(visitSteps)),
  })
  .meta({ id: 'FestivalVisit' });

export const visitPageSchema = z.object({
  items: z.array(visitLineSchema),
  next: z.string().nullable(),
  festivals: z.array(festival),
});

export const wayViewSchema = z
  .object({
    id: z.uuid(),
    version: z.int(),
    way: z.enum(ways),
    status: z.enum(wayStatuses),
    demandId: z.uuid().nullable(),
    chosenAt: moment,
    reason: z.string(),
    unit: named,
    petition,
    steps: z.array(
      z.object({
        id: z.uuid(),
        text: z.string(),
        dueDate: z.string(),
        expert: z.object({ name: z.string(), unit: z.string(), field: z.string() }).nullable(),
        doneOn: z.string().nullable(),
        note: z.string(),
      }),
    ),
    explanations: z.array(
      z.object({
        on: z.string(),
        how: z.enum(explainingHows),
        by: z.string(),
        post: z.string(),
        provisions: z.array(z.string()),
        words: z.string(),
        answer: z.string(),
      }),
    ),
    finished: z.string().nullable(),
    changed: z.string().nullable(),
    aid: z
      .object({
        kind: z.enum(aidKinds),
        basis: z.string(),
        circumstances: z.string(),
        amount: z.int().meta({ description: 'Fen' }),
        steps: z.array(
          z.object({ id: z.string(), name: words, unit: z.string(), takenAt: moment.nullable() }),
        ),
        refused: z.string().nullable(),
        paidOn: z.string().nullable(),
      })
      .nullable(),
    approvals: z.array(
      z.object({
        at: moment,
        by: z.string(),
        step: words,
        words: z.string(),
        refused: z.boolean(),
      }),
    ),
    payment: z
      .object({
        on: z.string(),
        by: z.string(),
        proof: z.string(),
        files: z.array(z.object({ id: z.uuid(), name: z.string(), size: z.int() })),
      })
      .nullable(),
    sheet: z.object({ number: z.string() }).nullable(),
    visits: z.array(visitLineSchema),
    mayVisit: z.boolean(),
    mayTake: z.array(z.enum(waySteps)),
  })
  .meta({ id: 'WayOut' });
