import { actorId } from '../../../../kernel/actor.ts';
import { isGranted } from '../../../../kernel/permissions.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import { CommandRefused, inTransaction, setStreams } from '../../../../platform/database/index.ts';
import { bodyHashOf, deriveId } from '../../../../platform/vault/index.ts';
import { makeCommitmentIn } from '../../../commitments/index.ts';
import type { PetitionDeps } from '../../../petitions/index.ts';
import { hearsHere } from '../../hall/policy.ts';
import type { InstructionInput } from '../contract.ts';
import { decide } from '../decide/index.ts';
import { commitTicket } from './commit.ts';
import { contextOf } from './ground.ts';
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
    const { hall, head, ticket } = await lockTicket(tx, place);
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
    // The ticket knows it too: what was given unit and date by the next day is measured there.
    await setStreams(tx, [ticket.sitting.dayId, ticket.id]);
    const now = at ?? tx.openedAt.getTime();
    const { petitionId } = input;
    const step = { type: 'noteInstruction', petitionId, commitmentId: made.id } as const;
    const noted = decide(ticket, step, contextOf(hall, ticket.sitting, now));
    if (!noted.ok) throw new CommandRefused(noted);
    if (noted.value.length > 0) {
      await commitTicket(tx, deps, {
        id: ticket.id,
        head,
        before: ticket,
        events: noted.value,
        actor,
        commandId: deriveId(deps.keys, actorId(actor), `instruct ${ticket.id}`, commandKey),
        bodyHash: bodyHashOf(deps.keys, input),
        at: now,
      });
    }
    return ok({ commitmentId: made.id });
  });
}
