import { z } from 'zod';
import { eventsOfBatch, type FeedEntry } from '../../platform/feed/index.ts';
import type { JobKind, Jobs } from '../../platform/jobs/index.ts';
import { loadEvents } from '../../platform/record/index.ts';
import { deriveId } from '../../platform/vault/index.ts';
import type { PetitionDeps } from './commands/deps.ts';
import { scopeOf } from '../../platform/database/index.ts';
import { openMergedRatings, releaseMerged } from './commands/follow-merged.ts';
import { succeedHolderKind } from './jobs/kinds.ts';

const scope = scopeOf({ kind: 'system', name: 'succession' });

/** How units end; the successor takes over what they held. */
const endings = ['UnitMerged', 'UnitAbolished'];
const bornSchema = z.object({ id: z.string() });
const endedSchema = z.object({ successorId: z.string() });

const releasedSchema = z.object({ contestId: z.string(), releasedFrom: z.string() });
const ratedSchema = z.object({ office: z.string(), unit: z.string(), round: z.number() });

/** What happens to a petition that others were merged into, or were taken out of again. */
async function followMerged(deps: PetitionDeps, batch: readonly FeedEntry[]): Promise<void> {
  const events = await eventsOfBatch(deps.db, scope, batch, ['ContestDecided', 'RatingOpened']);
  for (const { type, streamId, data } of events) {
    const released = type === 'ContestDecided' ? releasedSchema.safeParse(data) : undefined;
    if (released?.success === true) {
      const { contestId, releasedFrom } = released.data;
      await releaseMerged(deps, streamId, releasedFrom, contestId);
    }
    const rated = type === 'RatingOpened' ? ratedSchema.safeParse(data) : undefined;
    if (rated?.success === true) await openMergedRatings(deps, streamId, rated.data);
  }
}

/**
 * The units that ended in a batch, and who takes over.
 * @param batch entries of the feed
 * @returns each with an id that follows from its event, for the job that gives on what it had
 */
async function findEndedUnits(
  deps: PetitionDeps,
  batch: readonly FeedEntry[],
): Promise<
  readonly { readonly id: string; readonly units: { readonly from: string; readonly to: string } }[]
> {
  const events = await eventsOfBatch(deps.db, scope, batch, endings);
  if (events.length === 0) return [];
  return deps.db.withActor(scope, 'read', async (tx) => {
    const found = [];
    for (const { streamId, seq, data } of events) {
      // The unit's own id stands in the event of its birth.
      const [born] = await loadEvents(tx, streamId);
      const unit = bornSchema.safeParse(born?.data);
      const end = endedSchema.safeParse(data);
      if (!unit.success || !end.success) continue;
      const id = deriveId(deps.keys, 'system:succession', 'job', `${streamId}:${seq}`);
      found.push({ id, units: { from: unit.data.id, to: end.data.successorId } });
    }
    return found;
  });
}

/**
 * Sends a job for every unit that ended in a batch, so that its successor takes over what a
 * capability keeps for it (O-1). A batch that comes twice makes each job once.
 * @param kind the job that gives it on
 */
export async function sendSuccession(
  deps: PetitionDeps,
  jobs: Pick<Jobs, 'enqueue'>,
  batch: readonly FeedEntry[],
  kind: JobKind<{ from: string; to: string }>,
): Promise<void> {
  const ended = await findEndedUnits(deps, batch);
  if (ended.length === 0) return;
  await deps.db.withActor(scope, 'write', async (tx) => {
    for (const { id, units } of ended) {
      const job = deriveId(deps.keys, 'system:succession', kind.name, id);
      await jobs.enqueue(tx, kind, units, { id: job });
    }
  });
}

/**
 * What petitions answer to the deeds of others: when a unit ends, its petitions go to its
 * successor (O-1), and what is brought about in a petition by one that was merged into it. A batch
 * that comes twice makes each job once.
 * @param deps as for commands
 * @param jobs where the work is sent
 * @returns the handler of a feed consumer
 */
export const petitionReactions =
  (deps: PetitionDeps, jobs: Pick<Jobs, 'enqueue'>) =>
  async (batch: readonly FeedEntry[]): Promise<void> => {
    await followMerged(deps, batch);
    await sendSuccession(deps, jobs, batch, succeedHolderKind);
  };
