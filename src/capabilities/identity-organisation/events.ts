import type { Role } from '../../kernel/permissions.ts';
import type { Category, Profile, Region, Unit, UnitChange } from './contract.ts';

/** The event says it all. */
type Nothing = Readonly<Record<string, never>>;

/** What this capability writes into the record, and others may read (all version 1). */
export interface OrganisationEvents {
  /** Stream `organisation`. */
  RegionAdded: Region;
  CategoryAdded: Omit<Category, 'active'>;
  SettingChanged: { key: string; value: unknown };
  ProfileCreated: Profile;
  ProfileEnded: { id: string; to: string };
  /** Stream of the unit. */
  UnitAdded: Unit;
  UnitChanged: UnitChange;
  UnitMerged: { successorId: string };
  UnitAbolished: { successorId: string | null };
  /** Stream of the user. */
  UserAdded: { userName: string; displayName: string };
  UserRenamed: { displayName: string };
  UserDisabled: Nothing;
  UserEnabled: Nothing;
  PostGiven: { unitId: string; role: Role };
  PostEnded: { unitId: string; role: Role };
  PasswordChanged: { bySelf: boolean };
  SecondFactorEnrolled: Nothing;
  SecondFactorRemoved: Nothing;
  SessionRevoked: { sessionId: string };
}

export type OrganisationEventType = keyof OrganisationEvents;

interface OrganisationEvent<T extends OrganisationEventType> {
  readonly type: T;
  readonly typeVersion: 1;
  readonly data: OrganisationEvents[T] & Record<string, unknown>;
}

/** Makes an event; its type decides its data. */
export const event = <T extends OrganisationEventType>(
  type: T,
  data: OrganisationEvents[T],
): OrganisationEvent<T> => ({ type, typeVersion: 1, data: { ...data } });
