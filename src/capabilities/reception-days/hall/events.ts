import type { LocalDate } from '../../../kernel/local-date.ts';
import type { HallDesk, HallGroup, HallScreen, HallSettings } from './hall.ts';

interface HallEvents {
  HallPrepared: {
    readonly dayId: string;
    readonly unit: string;
    readonly on: LocalDate;
    readonly settings: HallSettings;
  };
  HallSettingsChanged: { readonly settings: HallSettings };
  /** It sits on another day: the morning to which tickets were carried. */
  HallSat: { readonly on: LocalDate };
  DeskOpened: HallDesk;
  GroupFormed: Omit<HallGroup, 'open'>;
  GroupChanged: Omit<HallGroup, 'open'>;
  GroupOpened: { readonly groupId: string };
  GroupRested: { readonly groupId: string };
  ScreenAdded: Omit<HallScreen, 'revoked'>;
  ScreenRevoked: { readonly screenId: string };
}

export type HallEvent = {
  [T in keyof HallEvents]: { readonly type: T; readonly data: HallEvents[T] };
}[keyof HallEvents];

export type HallEventOf<T extends HallEvent['type']> = Extract<HallEvent, { type: T }>;

/** An event as it stands in the record. */
export type RecordedHallEvent = HallEvent & { readonly seq: number; readonly at: number };

/** The version that new events are written with. */
export const hallEventVersion = 1;
