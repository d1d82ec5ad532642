import type { Tx } from '../../../../platform/database/index.ts';
import { deriveId } from '../../../../platform/vault/index.ts';
import { enqueueMessage } from '../../../messages/index.ts';
import type { SupervisionDeps } from '../../commands/deps.ts';
import type { RecommendationEvent } from '../events.ts';
import { dueOf, type Recommendation } from '../recommendation.ts';

/** Which units an event concerns. */
function addresseesOf(
  event: RecommendationEvent,
  { unit, office }: Recommendation,
): readonly string[] {
  switch (event.type) {
    case 'PaperSealed':
    case 'RecommendationServed':
    case 'AdoptionSentBack':
      return [unit];
    case 'RecommendationOverdue':
      return [unit, office];
    case 'RecommendationAnswered':
    case 'AdoptionReported':
      return [office];
    default:
      return [];
  }
}

/**
 * Writes messages about a recommendation into the outbox, in the command's own transaction; they say
 * that there is one, never what it says.
 * @param because what caused them: the same cause writes them once
 */
export async function tellOfRecommendation(
  tx: Tx,
  deps: SupervisionDeps,
  recommendation: Recommendation,
  events: readonly RecommendationEvent[],
  because: string,
): Promise<void> {
  const told = new Set(events.flatMap((event) => addresseesOf(event, recommendation)));
  const due = dueOf(recommendation);
  for (const unit of told) {
    await enqueueMessage(tx, {
      streamId: recommendation.id,
      messageId: deriveId(deps.keys, 'system:recommendations', unit, because),
      unitId: recommendation.office,
      recipient: { kind: 'staff', unitId: unit },
      template: 'recommendation-for-staff',
      params: {
        ...(due === null ? {} : { due }),
        url: `${deps.publicUrl}/console/supervision/recommendations/${recommendation.id}`,
      },
    });
  }
}
