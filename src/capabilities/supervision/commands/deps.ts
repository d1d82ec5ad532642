import type { Actor } from '../../../kernel/actor.ts';
import type { PetitionDeps } from '../../petitions/index.ts';

/** What supervision works with: the house's, nothing of its own. */
export type SupervisionDeps = PetitionDeps;

/** Who asks, and by which key a retry is known. */
export interface OwnOptions {
  readonly actor: Actor;
  readonly commandId: string;
  readonly expectedVersion?: number;
  /** Whose staged files may be taken. */
  readonly uploadOwner?: string;
  /** Epoch ms; of the demo. */
  readonly at?: number;
}
