import { localDateOf } from '../../../../kernel/local-date.ts';
import { scopeOf } from '../../../../platform/database/index.ts';
import { openCase, openStreams, openVisible, systemActor } from '../../../petitions/index.ts';
import { nextMilestone } from '../case.ts';
import type { SponsoredDeps } from '../commands/deps.ts';
import { sponsoredIdOf } from './case-id.ts';
import { foldSponsored } from './kind.ts';

/** What petitioners read of their case: who leads it and what comes next for them, nothing else. */
export interface OwnSponsored {
  readonly leader: string;
  readonly unit: string;
  /** Epoch ms. */
  readonly since: number;
  readonly ended: boolean;
  readonly next: { readonly what: string; readonly date: string; readonly late: boolean } | null;
}

/**
 * Which leader has taken charge of a petitioner's matter; a member of a group reads it of the head.
 * @param now epoch ms
 * @returns null where nobody has, or where the petition is none that a leader may take (L-5)
 */
export async function sponsoredOfPetitioner(
  deps: SponsoredDeps,
  petitionId: string,
  now: number,
): Promise<OwnSponsored | null> {
  const petitioner = { kind: 'petitioner', petitionId } as const;
  const system = systemActor('case-sponsorship');
  const head = await deps.db.withActor(scopeOf(petitioner), 'read', async (tx) => {
    const folder = await openVisible(tx, deps, petitioner, petitionId);
    if (folder === null || folder.petition.purpose === 'accusation') return null;
    return folder.petition.group?.head ?? petitionId;
  });
  if (head === null) return null;
  return deps.db.withActor(scopeOf(system), 'read', async (tx) => {
    const id = sponsoredIdOf(deps, head);
    if ((await openCase(tx, id)) === null) return null;
    const stream = (await openStreams(tx, deps, [id])).get(id);
    const sponsored = stream === undefined ? null : foldSponsored(id, stream.events);
    if (stream === undefined || sponsored === null || sponsored.takenAt === null) return null;
    const organisation = await deps.organisation(tx);
    const next = sponsored.status === 'ended' ? null : nextMilestone(sponsored, true);
    return {
      leader: organisation.userName(sponsored.leader.userId),
      unit: organisation.find(sponsored.leader.unit)?.name ?? '',
      since: sponsored.takenAt,
      ended: sponsored.status === 'ended',
      next:
        next === null
          ? null
          : {
              what: stream.field(next.told, 'text'),
              date: next.date,
              late: next.date < localDateOf(now),
            },
    };
  });
}
