import type { Tx } from '../../../platform/database/index.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import { enqueueMessage, type TemplateName } from '../../messages/index.ts';
import type { Petition } from '../petition.ts';
import type { PetitionDeps } from './deps.ts';
import { contactIds, recipientsOf, seersOf } from './notices.ts';

/** Whom a step in another record concerns; the texts are those of the outbox's templates. */
type Told =
  | {
      readonly petitioner: true;
      readonly template?: TemplateName;
      /** YYYY-MM-DD */
      readonly due?: string;
    }
  | {
      readonly unitId: string;
      /** One person there; left out, the whole unit. */
      readonly userId?: string;
      readonly due: string;
      readonly template?: TemplateName;
      /** Where to look in the console; the petition's page unless told. */
      readonly url?: string;
    };

/**
 * Tells the petitioner, or a unit, of a step in another record that hangs on a petition. Of an
 * accusation its named handlers alone are told, and nobody else sees the message (L-5).
 * @param tx a transaction of the writing role in which the petition's stream is open
 * @param to the petitioner, or a unit with the day by which it must act
 * @param messageId the same id is written once
 */
export async function tellOfPetition(
  tx: Tx,
  deps: PetitionDeps,
  petition: Petition,
  to: Told,
  messageId: string,
): Promise<void> {
  const organisation = await deps.organisation(tx);
  const office = organisation.find(petition.office)?.name ?? '';
  const base = {
    streamId: petition.id,
    unitId: petition.office,
    named: seersOf(petition),
  };
  if ('petitioner' in to) {
    await enqueueMessage(tx, {
      ...base,
      messageId,
      recipient: {
        kind: 'petitioner',
        smsAddressId: contactIds.sms,
        emailAddressId: contactIds.email,
      },
      template: to.template ?? 'proceeding-news',
      params: {
        office,
        number: petition.number,
        url: `${deps.publicUrl}/progress`,
        ...(to.due === undefined ? {} : { due: to.due }),
      },
    });
    return;
  }
  const { unitId, userId: wanted, due, template = 'task-for-staff' } = to;
  const everybody = recipientsOf(petition, organisation, unitId);
  const people =
    wanted === undefined
      ? everybody
      : everybody.includes(null)
        ? [wanted]
        : everybody.filter((each) => each === wanted);
  for (const userId of people) {
    await enqueueMessage(tx, {
      ...base,
      messageId:
        everybody.includes(null) || userId === null
          ? messageId
          : deriveId(deps.keys, 'system:notices', userId, messageId),
      recipient: { kind: 'staff', unitId, ...(userId === null ? {} : { userId }) },
      template,
      params: {
        number: petition.number,
        due,
        url: to.url ?? `${deps.publicUrl}/console/petitions/${petition.id}`,
      },
    });
  }
}
