import type { LocalDate } from '../../../kernel/local-date.ts';
import type { HallGroup, HallSettings } from './hall.ts';

interface Steps {
  changeSettings: { readonly settings: HallSettings };
  /** Goes on to the morning to which tickets were carried. */
  sit: { readonly on: LocalDate };
  openDesk: { readonly deskId: string; readonly label: string };
  formGroup: { readonly group: Omit<HallGroup, 'open'> };
  changeGroup: { readonly group: Omit<HallGroup, 'open'> };
  openGroup: { readonly groupId: string };
  restGroup: { readonly groupId: string };
  addScreen: { readonly screenId: string; readonly label: string };
  revokeScreen: { readonly screenId: string };
}

export type HallStep = { [T in keyof Steps]: { readonly type: T } & Steps[T] }[keyof Steps];
export type HallStepType = HallStep['type'];
export type HallStepOf<T extends HallStepType> = Extract<HallStep, { type: T }>;
