import type { Actor, StaffActor } from '../../../../kernel/actor.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import type { Result } from '../../../../kernel/result.ts';
import { CommandRefused } from '../../../../platform/database/index.ts';
import {
  beginCase,
  type CaseComposing,
  type CommandAnswer,
  type CommandOptions,
} from '../../../petitions/index.ts';
import type { Sponsored } from '../case.ts';
import type { SponsoredCommand } from '../command.ts';
import type { BeginInput } from '../contract.ts';
import { limits } from '../limits.ts';
import { mayBegin } from '../policy.ts';
import { sponsoredIdOf } from '../queries/case-id.ts';
import { sponsoredKind } from '../queries/kind.ts';
import { admitLeaders } from './admit.ts';
import type { SponsoredDeps } from './deps.ts';
import { leaderActing, leaderNamed } from './leaders.ts';

type StaffOptions = CommandOptions & { readonly actor: StaffActor };

/**
 * Puts a petition under a leader (S-1): the office names one, who answers; or a leader takes it. Asked
 * under the petition's lock, so that two people cannot begin the same case twice.
 * @param input empty where the leader takes it
 * @returns id and version; refusals `not-found`, `not-permitted`, `sponsored-exists`,
 * `sponsored-accusation`, `sponsored-group-head`, `sponsored-no-leader`, `explanation-required`,
 * `idempotency-key-reused`
 */
export async function beginSponsored(
  deps: SponsoredDeps,
  petitionId: string,
  input: BeginInput,
  options: StaffOptions,
): Promise<Result<CommandAnswer & { readonly id: string }, Refusal>> {
  const caseId = sponsoredIdOf(deps, petitionId);
  const named = 'leader' in input ? input : null;
  const type = named === null ? 'takeCharge' : 'proposeLeader';
  const begun = await beginCase(
    deps,
    sponsoredKind,
    { caseId, petitionId },
    {
      type,
      input,
      mayOpen: (actor: Actor, petition) => mayBegin(actor, type, petition.office),
      compose: ({
        petition,
        siblings,
        organisation,
        words,
      }: CaseComposing<Sponsored>): SponsoredCommand => {
        if (siblings.some(({ id }) => id === caseId)) {
          throw new CommandRefused(refuse('sponsored-exists'));
        }
        const { office, holder: unit, regionCode, personCount: persons } = petition;
        const place = { petitionId, office, unit, regionCode, persons };
        return named === null
          ? { type: 'takeCharge', ...place, leader: leaderActing(organisation, options.actor) }
          : {
              type: 'proposeLeader',
              ...place,
              leader: leaderNamed(organisation, named.leader),
              reason: words(named.reason, 'reason', limits.words),
            };
      },
    },
    options,
  );
  if (!begun.ok) return begun;
  const admitted = await admitLeaders(deps, caseId, options.at);
  return admitted.ok ? begun : admitted;
}
