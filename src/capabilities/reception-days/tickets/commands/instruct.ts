import { isGranted } from '../../../../kernel/permissions.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import { inTransaction } from '../../../../platform/database/index.ts';
import { makeCommitmentIn } from '../../../commitments/index.ts';
import type { PetitionDeps } from '../../../petitions/index.ts';
import { hearsHere } from '../../hall/policy.ts';
import type { InstructionInput } from '../contract.ts';
import { lockTicket, type TicketOptions, type TicketPlace } from './step.ts';

/**
 * what the leader instructs about a matter of a conversation becomes a commitment with unit and
 * date. It is made by whoever hears in the hall and may promise.
 * Refusals: `not-found` (also for a petition that is none of this conversation's), `not-permitted`,
 * those of commitments.
 */
export async function instructFromTicket(
  deps: PetitionDeps,
  place: TicketPlace,
  input: InstructionInput,
  { actor, commandKey, at }: TicketOptions,
): Promise<Result<{ readonly commitmentId: string }, Refusal>> {
  if (actor.kind !== 'staff') return refuse('not-permitted', { verb: 'commitment.make' });
  return inTransaction(deps, actor, async (tx) => {
    const { hall, ticket } = await lockTicket(tx, place);
    const may =
      hearsHere(actor, hall) && isGranted(actor.roles, 'commitment.make', new Set(['unit']));
    if (!may) return refuse('not-permitted', { verb: 'commitment.make' });
    if (!ticket.matters.some(({ petitionId }) => petitionId === input.petitionId)) {
      return refuse('not-found', {}, 'petitionId');
    }
    const responsible = input.responsible?.trim() ?? '';
    const made = await makeCommitmentIn(
      tx,
      deps,
      {
        source: { kind: 'instruction', id: ticket.id },
        part: commandKey,
        petitionId: input.petitionId,
        promisedTo: input.promisedTo,
        text: input.text,
        responsible: responsible === '' ? { userId: actor.userId } : { name: responsible },
        unit: input.unit,
        byUnit: hall.unit,
        dueDate: input.dueDate,
      },
      { actor, at },
    );
    return ok({ commitmentId: made.id });
  });
}
