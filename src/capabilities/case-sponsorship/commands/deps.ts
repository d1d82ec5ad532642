import type { PetitionDeps } from '../../petitions/index.ts';
import type { AidRules } from '../ways-out/aid-rules.ts';

/** What sponsorship works with: all that petitions have. */
export interface SponsorshipDeps extends PetitionDeps {
  /** Who approves aid at this place; left out, the usual practice. */
  readonly aidRules?: AidRules;
}
