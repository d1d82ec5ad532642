import { scopeOf } from '../../../platform/database/index.ts';
import { eventsOfBatch, type FeedEntry } from '../../../platform/feed/index.ts';
import type { Jobs } from '../../../platform/jobs/index.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import { sendSuccession, systemActor } from '../../petitions/index.ts';
import type { SponsoredDeps } from './commands/deps.ts';
import { leaderLeftKind, succeedSponsoredKind } from './jobs.ts';
import { leadingPost } from './policy.ts';

const scope = scopeOf(systemActor('case-sponsorship'));

const unitOf = (data: object): string | null => {
  const unit: unknown = Reflect.get(data, 'unitId');
  return typeof unit === 'string' ? unit : null;
};

/**
 * Sends a job for everybody who lost a post from which they could lead, or the account; who leads
 * there by another post goes on.
 */
async function sendLeft(
  deps: SponsoredDeps,
  jobs: Pick<Jobs, 'enqueue'>,
  batch: readonly FeedEntry[],
): Promise<void> {
  const events = await eventsOfBatch(deps.db, scope, batch, ['PostEnded', 'UserDisabled']);
  if (events.length === 0) return;
  await deps.db.withActor(scope, 'write', async (tx) => {
    const organisation = await deps.organisation(tx);
    for (const { type, streamId: userId, seq, data } of events) {
      const posts = organisation.postsOf(userId);
      const ended = type === 'PostEnded' ? unitOf(data) : null;
      const units = ended === null ? posts.map(({ unitId }) => unitId) : [ended];
      for (const unit of new Set(units)) {
        const left = posts.filter(({ unitId }) => unitId === unit);
        const leads = ended !== null && leadingPost(userId, left, organisation) !== null;
        if (leads) continue;
        const cause = `${userId}:${seq}:${unit}`;
        const id = deriveId(deps.keys, 'system:case-sponsorship', 'leader-left', cause);
        await jobs.enqueue(tx, leaderLeftKind, { userId, unit, cause }, { id });
      }
    }
  });
}

/**
 * What cases under a leader answer to: a unit that ended is succeeded, a leader who left is marked
 * (O-1). A batch that comes twice makes each job once.
 * @param jobs where the work is sent
 */
export async function reactSponsored(
  deps: SponsoredDeps,
  jobs: Pick<Jobs, 'enqueue'>,
  batch: readonly FeedEntry[],
): Promise<void> {
  await sendLeft(deps, jobs, batch);
  await sendSuccession(deps, jobs, batch, succeedSponsoredKind);
}
