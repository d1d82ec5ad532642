import { z } from 'zod';
import { localDateOf } from '../../kernel/local-date.ts';
import { eventsOfBatch, type FeedEntry } from '../../platform/feed/index.ts';
import { deriveId } from '../../platform/vault/index.ts';
import { scopeOf, type PetitionDeps } from '../petitions/index.ts';
import { stepBySystem } from './commands/index.ts';
import { placesOfPaper } from './queries/index.ts';

const actor = { kind: 'system', name: 'proceedings' } as const;
const servedSchema = z.object({
  paperId: z.uuid(),
  servedOn: z.number(),
  way: z.string(),
});

/**
 * What hearings answer to the deeds of others: when the petitioner has the notice, the seven days
 * begin (M-1). A batch that comes twice is recorded once.
 * @param deps as for commands
 * @returns the handler of a feed consumer
 */
export const proceedingReactions =
  (deps: PetitionDeps) =>
  async (batch: readonly FeedEntry[]): Promise<void> => {
    const events = await eventsOfBatch(deps.db, scopeOf(actor), batch, ['PaperServed']);
    const served = events.flatMap(({ data }) => {
      const paper = servedSchema.safeParse(data);
      // What could not be served has reached nobody: the seven days do not begin (M-1).
      return paper.success && paper.data.way !== 'not-servable' ? [paper.data] : [];
    });
    for (const { paperId, servedOn } of served) {
      for (const place of await placesOfPaper(deps, paperId)) {
        if (place.kind !== 'hearing') continue;
        const commandId = deriveId(deps.keys, 'system:proceedings', 'served', paperId);
        const step = { type: 'recordService', paperId, on: localDateOf(servedOn) } as const;
        const done = await stepBySystem(deps, place, step, { actor, commandId });
        if (!done.ok && done.refusal.code !== 'proceeding-not-for-accusation') {
          throw new Error(`refused: ${done.refusal.code}`);
        }
      }
    }
  };
