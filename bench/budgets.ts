import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Figure } from './scenarios/scenario.ts';

const schema = z.record(
  z.string(),
  z.object({ atLeast: z.number().optional(), atMost: z.number().optional() }),
);

export type Budget = z.infer<typeof schema>[string];

const budgets = schema.parse(
  JSON.parse(readFileSync(path.join(import.meta.dirname, 'budgets.json'), 'utf8')),
);

/** The budget of a figure; figures without one are printed for comparison. */
export const budgetOf = (figure: Figure): Budget | undefined => budgets[figure.name];

/** Whether a figure keeps its budget. */
export function keeps(figure: Figure): boolean {
  const budget = budgetOf(figure);
  if (budget === undefined) return true;
  const { atLeast = -Infinity, atMost = Infinity } = budget;
  return figure.value >= atLeast && figure.value <= atMost;
}

/** `≥ 500`, `≤ 40`, or nothing. */
export function wordsOf(budget: Budget | undefined): string {
  if (budget?.atLeast !== undefined) return `≥ ${budget.atLeast}`;
  return budget?.atMost === undefined ? '' : `≤ ${budget.atMost}`;
}
