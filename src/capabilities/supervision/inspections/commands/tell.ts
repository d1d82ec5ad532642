import type { Tx } from '../../../../platform/database/index.ts';
import { deriveId } from '../../../../platform/vault/index.ts';
import { enqueueMessage } from '../../../messages/index.ts';
import type { SupervisionDeps } from '../../commands/deps.ts';
import type { InspectionEvent } from '../events.ts';
import { isToldToUnit, nextDue, type Inspection } from '../inspection.ts';

/** Which unit an event concerns; null where nobody is written to. */
function addresseeOf(event: InspectionEvent, inspection: Inspection): string | null {
  const { unit, office } = inspection;
  switch (event.type) {
    // An open inspection announces itself; an unannounced one says nothing before it is there (U-1).
    case 'InspectionPlanned':
    case 'InspectionCancelled':
      return isToldToUnit(inspection) ? unit : null;
    case 'InspectionCarriedOut':
    case 'FindingRecorded':
    case 'CorrectionReopened':
    case 'PaperSealed':
      return unit;
    case 'CorrectionAnswered':
      return office;
    default:
      return null;
  }
}

/**
 * Writes messages about an inspection into the outbox, in the command's own transaction; they say
 * that there is something, never what.
 * @param because what caused them: the same cause writes them once
 */
export async function tellOfInspection(
  tx: Tx,
  deps: SupervisionDeps,
  inspection: Inspection,
  events: readonly InspectionEvent[],
  because: string,
): Promise<void> {
  const told = new Set(events.flatMap((event) => addresseeOf(event, inspection) ?? []));
  const due = nextDue(inspection) ?? inspection.on;
  for (const unit of told) {
    await enqueueMessage(tx, {
      streamId: inspection.id,
      messageId: deriveId(deps.keys, 'system:inspections', unit, because),
      unitId: inspection.office,
      recipient: { kind: 'staff', unitId: unit },
      template: 'inspection-for-staff',
      params: {
        due,
        url: `${deps.publicUrl}/console/supervision/inspections/${inspection.id}`,
      },
    });
  }
}
