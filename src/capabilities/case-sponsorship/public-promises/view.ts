import type { PromiseStatus } from './case.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A step with how many households are at it. */
export interface StepFigure {
  readonly name: string;
  readonly need: string;
  readonly count: number;
}

export interface PromiseLine {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly status: PromiseStatus;
  readonly late: boolean;
  readonly unit: Named;
  readonly byUnit: Named;
  readonly leader: string;
  /** Epoch ms. */
  readonly madeAt: number;
  readonly dueDate: string;
  readonly total: number;
  readonly done: number;
  readonly changedAt: number | null;
}

export interface PromisePage {
  readonly items: readonly PromiseLine[];
  readonly next: string | null;
  readonly mayMake: boolean;
}

export interface FormerDate {
  readonly dueDate: string;
  readonly changedAt: number;
  readonly reason: string;
}

/** One promise for staff: figures of all households, none of them by name. */
export interface PromiseView extends PromiseLine {
  readonly version: number;
  readonly text: string;
  readonly steps: readonly StepFigure[];
  readonly commitmentId: string;
  readonly meetingId: string | null;
  readonly petition: { readonly id: string; readonly number: string } | null;
  readonly formerDates: readonly FormerDate[];
  readonly withdrawn: { readonly at: number; readonly reason: string } | null;
  readonly slips: { readonly times: number; readonly at: number } | null;
  readonly mayKeep: boolean;
}

/** A household as a list shows it: name and mobile masked (L-3). */
export interface HouseholdLine {
  readonly id: string;
  readonly place: number;
  readonly reference: string;
  readonly name: string;
  readonly mobile: string;
  readonly step: number;
  readonly movedAt: number;
  readonly note: string;
}

export interface HouseholdPage {
  readonly items: readonly HouseholdLine[];
  /** Give it back as `after`; null at the end. */
  readonly next: string | null;
}

/** One household whole; the look is recorded (L-4). */
export interface HouseholdView extends HouseholdLine {
  readonly codeVersion: number;
}

/** A promise as everybody sees it; a null is a number that is not shown. */
export interface OpenPromise {
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly leader: string;
  readonly unit: string;
  readonly phone: string;
  readonly madeOn: string;
  readonly dueDate: string;
  readonly status: PromiseStatus;
  readonly late: boolean;
  /** Whether every household is at the last step. */
  readonly allDone: boolean;
  readonly total: number | null;
  readonly steps: readonly {
    readonly name: string;
    readonly need: string;
    readonly count: number | null;
  }[];
  readonly changedOn: string | null;
  readonly formerDates: readonly {
    readonly dueDate: string;
    readonly changedOn: string;
    readonly reason: string;
  }[];
  readonly withdrawn: { readonly on: string; readonly reason: string } | null;
}

/** What a household reads of itself. */
export interface OwnHousehold {
  readonly reference: string;
  /** From 0. */
  readonly step: number;
  readonly movedOn: string;
  readonly note: string;
}
