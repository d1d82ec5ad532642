import { setStreams, type Tx } from '../../../../platform/database/index.ts';
import { openStreams } from '../../../petitions/index.ts';
import type { DisputeDeps } from '../../commands/deps.ts';
import type { Assessment } from '../case.ts';
import type { RecordedAssessmentEvent } from '../events.ts';
import { foldAssessment } from '../evolve.ts';
import { upcast } from '../upcast.ts';

/** An assessment as the record has it, with its opened words. */
export interface OpenedAssessment {
  readonly assessment: Assessment;
  readonly events: readonly RecordedAssessmentEvent[];
  readonly text: (item: { readonly id: string } | null) => string;
}

/**
 * Reads assessments whose rows were passed, in one packet; only their own streams are open afterwards.
 * @returns those that have a record, in the order asked for
 */
export async function openAssessments(
  tx: Tx,
  deps: Pick<DisputeDeps, 'vault'>,
  ids: readonly string[],
): Promise<readonly OpenedAssessment[]> {
  const streams = await openStreams(tx, deps, ids);
  await setStreams(tx, ids);
  return ids.flatMap((id) => {
    const stream = streams.get(id);
    if (stream === undefined) return [];
    const events = stream.events.map(upcast);
    const assessment = foldAssessment(id, events);
    return assessment === null
      ? []
      : [
          {
            assessment,
            events,
            text: (item: { readonly id: string } | null) => stream.field(item, 'text'),
          },
        ];
  });
}

/** One of them; null where there is no record. */
export const openRecord = async (
  tx: Tx,
  deps: Pick<DisputeDeps, 'vault'>,
  id: string,
): Promise<OpenedAssessment | null> => (await openAssessments(tx, deps, [id]))[0] ?? null;
