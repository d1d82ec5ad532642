import type { Program } from '../program.ts';
import type { Settings } from '../settings.ts';

/** One measured figure, to be held against bench/budgets.json by its name. */
export interface Figure {
  /** `scenario.what`, as in the budgets. */
  readonly name: string;
  readonly value: number;
  readonly unit: '/s' | 'ms' | 'KB' | '×';
}

/** What a scenario gets: the running program, or what it needs to do without. */
export interface Ground {
  readonly settings: Settings;
  readonly program: Program;
}

export interface Scenario {
  readonly name: string;
  readonly run: (ground: Ground) => Promise<readonly Figure[]>;
}
