import type { DayPlan } from './reception-day.ts';

interface Commands {
  changeDay: { readonly plan: DayPlan; readonly reason: string };
  publishNotice: Record<never, never>;
  openDay: Record<never, never>;
  /** `openTickets`: counted under the day's lock. */
  closeDay: { readonly openTickets: number };
  cancelDay: { readonly reason: string };
}

export type DayCommandType = keyof Commands;
export type DayCommandOf<T extends DayCommandType> = { readonly type: T } & Commands[T];
export type DayCommand = { [T in DayCommandType]: DayCommandOf<T> }[DayCommandType];
