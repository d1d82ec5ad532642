import type { Tx } from '../../../platform/database/index.ts';
import { enqueueMessage } from '../../messages/index.ts';
import { isAccusation, type Petition } from '../petition.ts';
import type { PetitionDeps } from './deps.ts';
import { contactIds } from './notices.ts';

/**
 * Tells the petitioner, or a unit, of a step in another record that hangs on a petition. Accusations
 * have no such records; nothing is sent for one.
 * @param tx a transaction of the writing role in which the petition's stream is open
 * @param to the petitioner, or a unit with the day by which it must act
 * @param messageId the same id is written once
 */
export async function tellOfPetition(
  tx: Tx,
  deps: PetitionDeps,
  petition: Petition,
  to: { readonly petitioner: true } | { readonly unitId: string; readonly due: string },
  messageId: string,
): Promise<void> {
  if (isAccusation(petition)) return;
  const organisation = await deps.organisation(tx);
  const office = organisation.find(petition.office)?.name ?? '';
  const base = { streamId: petition.id, messageId, unitId: petition.office, named: null };
  if ('petitioner' in to) {
    await enqueueMessage(tx, {
      ...base,
      recipient: {
        kind: 'petitioner',
        smsAddressId: contactIds.sms,
        emailAddressId: contactIds.email,
      },
      template: 'proceeding-news',
      params: { office, number: petition.number, url: `${deps.publicUrl}/progress` },
    });
    return;
  }
  await enqueueMessage(tx, {
    ...base,
    recipient: { kind: 'staff', unitId: to.unitId },
    template: 'task-for-staff',
    params: {
      number: petition.number,
      due: to.due,
      url: `${deps.publicUrl}/console/petitions/${petition.id}`,
    },
  });
}
