import type { Tx } from '../../../platform/database/index.ts';
import { deriveId } from '../../../platform/vault/index.ts';
import { enqueueMessage, type TemplateName } from '../../messages/index.ts';
import { tellOfPetition, type Petition } from '../../petitions/index.ts';
import { isOpen, type Commitment } from '../commitment.ts';
import type { CommitmentEvent } from '../events.ts';
import type { CommitmentDeps } from './deps.ts';

/** Why somebody is written to; the message id follows from it, so that nothing is told twice. */
export interface News {
  readonly to:
    | { readonly kind: 'petitioner' }
    | { readonly kind: 'unit'; readonly unit: string }
    | { readonly kind: 'person'; readonly unit: string; readonly userId: string };
  readonly template: TemplateName;
}

const staffNews: TemplateName = 'commitment-for-staff';

const unitNews = (unit: string, template: TemplateName = staffNews): News => ({
  to: { kind: 'unit', unit },
  template,
});

/** The leader who answers for it, where the program knows the person. */
export const leaderNews = (
  { responsible, byUnit }: Commitment,
  template: TemplateName = staffNews,
): readonly News[] =>
  responsible.userId === null
    ? []
    : [{ to: { kind: 'person', unit: byUnit, userId: responsible.userId }, template }];

/** To the petitioner, where it was promised to them. */
export const promiseeNews = ({ promisedTo }: Commitment, template: TemplateName): readonly News[] =>
  promisedTo === 'petitioner' ? [{ to: { kind: 'petitioner' }, template }] : [];

/** Whom a command's events concern (C-1, N-1). */
export function newsOf(
  commitment: Commitment,
  event: CommitmentEvent,
  office: string | null,
): readonly News[] {
  const { unit, byUnit } = commitment;
  const verifier = byUnit === unit ? office : byUnit;
  switch (event.type) {
    case 'CommitmentMade':
      return [
        ...promiseeNews(commitment, 'commitment-made'),
        ...(byUnit === unit ? [] : [unitNews(unit)]),
      ];
    case 'CommitmentReported':
      return commitment.promisedTo === 'petitioner' && event.data.withoutConfirmation === null
        ? promiseeNews(commitment, 'commitment-reported')
        : verifier === null
          ? []
          : [unitNews(verifier)];
    case 'CommitmentFulfilled':
      return [
        ...(event.data.judge === 'verifier'
          ? promiseeNews(commitment, 'commitment-fulfilled')
          : []),
        ...leaderNews(commitment),
      ];
    case 'CommitmentSentBack':
      return [unitNews(unit)];
    case 'CommitmentSucceeded':
      return isOpen(commitment) ? [unitNews(unit)] : [];
    case 'CommitmentDateChanged':
    case 'CommitmentWithdrawn':
      return [
        ...promiseeNews(commitment, 'commitment-changed'),
        ...(byUnit === unit ? [] : [unitNews(unit)]),
      ];
  }
}

/**
 * Writes messages about a promise into the outbox, in the command's own transaction; they never say
 * what was promised (P-3). Streams of the promise and its petition must be open.
 * @param because what caused them: the same cause writes them once
 */
export async function tell(
  tx: Tx,
  deps: CommitmentDeps,
  about: { readonly commitment: Commitment; readonly petition: Petition | null },
  news: readonly News[],
  because: string,
): Promise<void> {
  const { commitment, petition } = about;
  const due = commitment.dueDate;
  for (const { to, template } of news) {
    const place = JSON.stringify([to, template, because]);
    const messageId = deriveId(deps.keys, 'system:commitments', 'message', place);
    const url = `${deps.publicUrl}/console/commitments/${commitment.id}`;
    if (petition !== null) {
      const whom =
        to.kind === 'petitioner'
          ? ({ petitioner: true, template, due } as const)
          : {
              unitId: to.unit,
              ...(to.kind === 'person' ? { userId: to.userId } : {}),
              due,
              template,
              url,
            };
      await tellOfPetition(tx, deps, petition, whom, messageId);
      continue;
    }
    if (to.kind === 'petitioner') continue;
    await enqueueMessage(tx, {
      streamId: commitment.id,
      messageId,
      unitId: commitment.byUnit,
      recipient: {
        kind: 'staff',
        unitId: to.unit,
        ...(to.kind === 'person' ? { userId: to.userId } : {}),
      },
      template,
      params: { due, url },
    });
  }
}
