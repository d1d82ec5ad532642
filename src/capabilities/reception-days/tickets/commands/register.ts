import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import { inTransaction } from '../../../../platform/database/index.ts';
import {
  registerPetition,
  runCommand,
  type PetitionDeps,
  type RegistrationInput,
} from '../../../petitions/index.ts';
import { deriveId } from '../../../../platform/vault/index.ts';
import { actorId } from '../../../../kernel/actor.ts';
import { mayStep } from '../../hall/policy.ts';
import { isOpenTo } from '../lifecycle.ts';
import { lockTicket, stepTicket, type TicketOptions, type TicketPlace } from './step.ts';

type Registered =
  Awaited<ReturnType<typeof registerPetition>> extends Result<infer T, Refusal> ? T : never;

/** Whether this person may write down what was said, before anything is made of it. */
function mayNote(
  deps: PetitionDeps,
  place: TicketPlace,
  { actor }: TicketOptions,
): Promise<Result<undefined, Refusal>> {
  return inTransaction(deps, actor, async (tx) => {
    const { hall, ticket } = await lockTicket(tx, place);
    if (!mayStep(actor, hall, 'noteMatter', ticket.groupId)) {
      return refuse('not-permitted', { verb: 'noteMatter' });
    }
    return isOpenTo('noteMatter', ticket.stage)
      ? ok(undefined)
      : refuse('ticket-not-in-stage', { stage: ticket.stage });
  });
}

/**
 * a conversation becomes a petition, received on the reception day. Two commands, each done once
 * under the sender's key: a retry after a failure between them goes on where it was.
 * Refusals: those of `registerPetition` and of `stepTicket`.
 */
export async function registerFromTicket(
  deps: PetitionDeps,
  place: TicketPlace,
  input: RegistrationInput,
  options: TicketOptions,
): Promise<Result<Registered, Refusal>> {
  const may = await mayNote(deps, place, options);
  if (!may.ok) return may;
  const { actor, commandKey, at } = options;
  const made = await registerPetition(
    deps,
    { ...input, channel: 'reception-day' },
    {
      actor,
      commandKey: `ticket ${place.ticketId} ${commandKey}`,
      uploadOwner: actor.kind === 'staff' ? `staff:${actor.userId}` : '',
      ...(at === undefined ? {} : { at }),
    },
  );
  if (!made.ok) return made;
  const matter = { petitionId: made.value.id, how: 'registered' } as const;
  const noted = await stepTicket(deps, place, 'noteMatter', matter, {
    ...options,
    commandKey: `${commandKey} matter`,
  });
  return noted.ok ? made : noted;
}

/**
 * a conversation joins a petition that is open already; what was said is added to it.
 * Refusals: `not-found` for a petition that this person does not see; those of `addMaterial` and of
 * `stepTicket`.
 */
export async function joinFromTicket(
  deps: PetitionDeps,
  place: TicketPlace,
  input: { readonly petitionId: string; readonly text: string },
  options: TicketOptions,
): Promise<Result<undefined, Refusal>> {
  const may = await mayNote(deps, place, options);
  if (!may.ok) return may;
  const { actor, commandKey } = options;
  const { petitionId, text } = input;
  if (text.trim() !== '') {
    const added = await runCommand(
      deps,
      petitionId,
      'addMaterial',
      { text, uploads: [] },
      {
        actor,
        commandId: deriveId(deps.keys, actorId(actor), `join ${place.ticketId}`, commandKey),
        uploadOwner: '',
        ...(options.at === undefined ? {} : { at: options.at }),
      },
    );
    if (!added.ok) return added;
  }
  const noted = await stepTicket(
    deps,
    place,
    'noteMatter',
    { petitionId, how: 'joined' },
    { ...options, commandKey: `${commandKey} matter` },
  );
  return noted.ok ? ok(undefined) : noted;
}
