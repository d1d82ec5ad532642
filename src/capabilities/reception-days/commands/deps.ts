import type { StaffActor, SystemActor } from '../../../kernel/actor.ts';
import type { PetitionDeps } from '../../petitions/index.ts';

/** What reception days work with: the house's, nothing of their own. */
export type ReceptionDeps = PetitionDeps;

/** Who asks, and by which key a retry is known. */
export interface CommandOptions {
  readonly actor: StaffActor | SystemActor;
  readonly commandKey: string;
  /** Epoch ms; of the demo. */
  readonly at?: number;
}
