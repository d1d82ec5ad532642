import type { StaffActor, SystemActor } from '../../../kernel/actor.ts';
import type { PetitionDeps } from '../../petitions/index.ts';

/** What joint meetings work with: the house's, nothing of their own. */
export type MeetingDeps = PetitionDeps;

/** Who asks, and by which key a retry is known. */
export interface MeetingOptions {
  readonly actor: StaffActor | SystemActor;
  readonly commandKey: string;
  /** Epoch ms; of the demo. */
  readonly at?: number;
}
