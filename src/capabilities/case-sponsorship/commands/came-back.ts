import { scopeOf } from '../../../platform/database/index.ts';
import type { RecordedEvent } from '../../../platform/record/index.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import { findCases, runCase, StepRefused, systemActor } from '../../petitions/index.ts';
import type { BacklogCommand } from '../command.ts';
import { backlogKind } from '../queries/kind.ts';
import type { SponsorshipDeps } from './deps.ts';

const actor = systemActor('backlog');

/** The event of a petition that says that it is handled once more. */
export const openedAgain = 'RoundOpened';

/**
 * Takes up again what was resolved when its petition is handled once more, as after a relapse (S-6):
 * a case that came back is open in the ledger, whoever noticed. Once however often the event comes.
 * @param events of petitions; others are passed over
 * @throws StepRefused for a refusal that is none of repetition
 */
export async function takeUpCameBack(
  deps: SponsorshipDeps,
  events: readonly RecordedEvent[],
): Promise<void> {
  for (const event of events) {
    if (event.type !== openedAgain) continue;
    const cases = await deps.db.withActor(scopeOf(actor), 'read', (tx) =>
      findCases(tx, event.streamId),
    );
    for (const { id, kind, open } of cases) {
      if (kind !== backlogKind.kind || open) continue;
      const done = await runCase(
        deps,
        backlogKind,
        id,
        {
          type: 'takeUpAgain',
          input: { round: event.seq },
          compose: (): BacklogCommand => ({ type: 'takeUpAgain', words: null }),
        },
        {
          actor,
          commandId: deriveId(deps.keys, 'system:backlog', 'again', `${id}:${event.seq}`),
          uploadOwner: '',
        },
      );
      if (!done.ok && done.refusal.code !== 'backlog-not-in-status') {
        throw new StepRefused(done.refusal);
      }
    }
  }
}
