import type { PetitionDeps } from '../../../petitions/index.ts';
import type { MustCheckSettings } from '../settings.ts';

/** What the must-checks work with: all that petitions have, and what the office has set for them. */
export interface MustCheckDeps extends PetitionDeps {
  /** Left out, the assumptions of the program. */
  readonly mustChecks?: MustCheckSettings;
}
