import { deriveId } from '../../../../platform/vault/index.ts';
import type { SponsoredDeps } from '../commands/deps.ts';

/** A petition has one case for ever: an ended one is taken up again, never begun a second time. */
export const sponsoredIdOf = (deps: Pick<SponsoredDeps, 'keys'>, petitionId: string): string =>
  deriveId(deps.keys, 'system:case-sponsorship', 'sponsored', petitionId);
