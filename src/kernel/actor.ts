import type { Role } from './permissions.ts';

/** A member of staff, signed in, acting in one post. */
export interface StaffActor {
  readonly kind: 'staff';
  readonly userId: string;
  readonly unitId: string;
  readonly roles: readonly Role[];
  /** Units whose petitions the person may read, worked out from posts before any query. */
  readonly readingUnits: readonly string[];
}

/** A petitioner who proved number and look-up code, or submits for the first time. */
export interface PetitionerActor {
  readonly kind: 'petitioner';
  readonly petitionId: string;
}

/** A reaction, a job or an import; it acts for no person. */
export interface SystemActor {
  readonly kind: 'system';
  readonly name: string;
}

export type Actor = StaffActor | PetitionerActor | SystemActor;

/** The text under which an actor stands in the event record and in row-level security. */
export function actorId(actor: Actor): string {
  switch (actor.kind) {
    case 'staff':
      return `staff:${actor.userId}`;
    case 'petitioner':
      return `petitioner:${actor.petitionId}`;
    case 'system':
      return `system:${actor.name}`;
  }
}
