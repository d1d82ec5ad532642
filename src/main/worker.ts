import { sponsorshipReactions } from '../capabilities/case-sponsorship/index.ts';
import { supervisionReactions } from '../capabilities/supervision/index.ts';
import { commitmentReactions } from '../capabilities/commitments/index.ts';
import { disputeReactions } from '../capabilities/disputes/index.ts';
import { proceedingReactions } from '../capabilities/hearings-mediation/index.ts';
import { letterReactions } from '../capabilities/leader-letters/index.ts';
import { createMessageSender } from '../capabilities/messages/index.ts';
import { makeWord, petitionReactions } from '../capabilities/petitions/index.ts';
import { meetingReactions } from '../capabilities/joint-meeting/index.ts';
import { openSubscriber, receptionReactions } from '../capabilities/reception-days/index.ts';
import { lettersReactions } from '../capabilities/supervision/index.ts';
import { reviewReactions } from '../capabilities/review/index.ts';
import {
  countStaleThird,
  factConsumer,
  publishNextMonth,
  refoldNextPage,
  statisticsReactions,
} from '../capabilities/statistics/index.ts';
import { consumeFeed, createSequencer } from '../platform/feed/index.ts';
import { createJobs, createLoop, type Loop } from '../platform/jobs/index.ts';
import type { Log } from '../platform/log/log.ts';
import { loadCaseKeys, loadSealed } from '../platform/vault/index.ts';
import { allJobs } from './all-jobs.ts';
import { carriersOf } from './carriers.ts';
import { composeCore, type Core } from './core.ts';
import { publicUrlOf, type Opened } from './open.ts';
import { mainOffice } from './portal-deps.ts';

export interface Worker {
  readonly stop: () => Promise<void>;
}

/** Opens the sealed address that a message goes to. */
const openAddressOf =
  ({ petitions }: Core): Parameters<typeof createMessageSender>[0]['openAddress'] =>
  async (tx, streamId, sealedId) => {
    const { vault } = petitions;
    const wrapped = (await loadCaseKeys(tx, [streamId])).get(streamId);
    // Whoever only subscribed has no case.
    if (wrapped === undefined) return openSubscriber(petitions, tx, streamId);
    const ciphertext = (await loadSealed(tx, streamId, [sealedId])).get(sealedId);
    if (ciphertext === undefined) return null;
    const key = vault.unwrap(wrapped.wrapped, wrapped.keyVersion);
    return vault.openJson<string>(key, streamId, sealedId, ciphertext);
  };

/** Seconds after which a third of a month in motion is counted again; until then its facts are read. */
const settling = 20;

/** Seconds without a new fact before months are published: not while an import is under way. */
const atRest = 30;

/**
 * What keeps the figures quick, of one definition and open: what is behind, definitions that
 * changed, closed months that nobody has published.
 */
function countingLoops(core: Core, onError: (error: unknown) => void): readonly Loop[] {
  const { statistics } = core;
  return [
    createLoop({
      step: () => countStaleThird(statistics, settling),
      gather: { rest: 1000, full: Infinity },
      longestPause: 5000,
      onError,
    }),
    createLoop({ step: () => refoldNextPage(statistics), longestPause: 60_000, onError }),
    createLoop({
      step: async () =>
        publishNextMonth(statistics, (await mainOffice(core)).id, Date.now(), atRest),
      longestPause: 60_000,
      onError,
    }),
  ];
}

/**
 * Starts everything that happens behind people's backs: the feed's order, reactions, rendering,
 * schedules and the sending of messages.
 */
export async function startWorker(opened: Opened, log: Log): Promise<Worker> {
  const { db } = opened.database;
  const onError = (error: unknown): void => log.error({ err: error }, 'worker');
  // The jobs are made of the core, and the core sends jobs: the queue is opened between the two.
  const definitions = allJobs(() => core, opened.config);
  const jobs = await createJobs({ url: db.url, definitions, onError });
  const core = await composeCore({
    db,
    keys: opened.keys,
    dataDir: opened.config.dataDir,
    publicUrl: publicUrlOf(opened.config),
    jobs,
  });
  const sequencer = createSequencer({ db, onError });
  const reactions = consumeFeed({
    db,
    consumers: {
      'petitions.reactions': petitionReactions(core.petitions, jobs),
      'hearings-mediation.reactions': proceedingReactions(core.petitions),
      'review.reactions': reviewReactions(core.petitions, jobs),
      'commitments.reactions': commitmentReactions(core.petitions, jobs),
      'disputes.reactions': disputeReactions(core.petitions, jobs),
      'reception-days.reactions': receptionReactions(core.petitions),
      'leader-letters.reactions': letterReactions(core.petitions, jobs),
      'case-sponsorship.reactions': sponsorshipReactions(core.petitions, jobs),
      'supervision.must-checks': supervisionReactions(core.supervision, jobs),
      'supervision.letters': lettersReactions(core.petitions, jobs),
      'joint-meeting.reactions': meetingReactions(core.petitions, jobs),
    },
    onError,
  });
  const sender = createMessageSender({
    db,
    carriers: carriersOf(opened.config),
    openAddress: openAddressOf(core),
    makeWord: makeWord(core.petitions),
    onError,
  });
  const facts = consumeFeed({
    db,
    consumers: { [factConsumer]: statisticsReactions(core.statistics) },
    // Half a second together spares most of what each event by itself would cost the database.
    rest: 500,
    onError,
  });
  const loops = [sequencer, reactions, facts, ...countingLoops(core, onError), sender];
  for (const loop of loops) loop.start();
  await jobs.start();
  return {
    stop: async () => {
      await jobs.stop();
      core.stop();
      for (const loop of loops) await loop.stop();
    },
  };
}
