import type { WarningEventOf } from './events.ts';

interface Commands {
  suggestMatches: WarningEventOf<'MatchesSuggested'>['data'];
  confirmMatch: { readonly disputeId: string };
  rejectMatch: { readonly disputeId: string };
  succeedUnit: { readonly from: string; readonly to: string };
}

export type WarningCommandType = keyof Commands;
export type WarningCommandOf<T extends WarningCommandType> = { readonly type: T } & Commands[T];
export type WarningCommand = {
  [T in WarningCommandType]: WarningCommandOf<T>;
}[WarningCommandType];
