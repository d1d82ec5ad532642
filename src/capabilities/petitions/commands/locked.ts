import type { Actor } from '../../../kernel/actor.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { CommandRefused, type Tx } from '../../../platform/database/index.ts';
import { findCommand, loadEvents, type StreamHead } from '../../../platform/record/index.ts';
import { fold } from '../evolve.ts';
import { isVisible } from '../policy.ts';
import type { Petition } from '../petition.ts';
import { lockPetition } from '../store.ts';
import { upcast } from '../upcast.ts';
import type { OrganisationSnapshot, PetitionDeps } from './deps.ts';

export interface CommandAnswer {
  /** Version of the petition after the command. */
  readonly version: number;
  /** The paper that the command drafted, so that nobody has to read the petition to find it. */
  readonly paperId?: string;
}

/** The answer to a command by what it made of the petition. */
export function answerOf(before: Petition | null, after: Petition): CommandAnswer {
  const known = new Set(before?.papers.map((paper) => paper.id));
  const drafted = after.papers.find((paper) => !known.has(paper.id));
  return {
    version: after.version,
    ...(drafted === undefined ? {} : { paperId: drafted.id }),
  };
}

/** What a command needs besides its input. */
export interface CommandOptions {
  readonly actor: Actor;
  /** Chosen by the sender: the same id does the command once. */
  readonly commandId: string;
  /** The version that the sender saw; left out, the newest is taken. */
  readonly expectedVersion?: number;
  /** Who staged the uploads. */
  readonly uploadOwner?: string;
  /** Moment of the command in imports and the demo, epoch ms. */
  readonly at?: number;
}

/** A petition locked for one command. */
export interface Locked {
  readonly head: StreamHead;
  readonly petition: Petition;
  readonly organisation: OrganisationSnapshot;
  readonly now: number;
}

/**
 * Locks a petition, folds it and asks policy; tells a retry from a new command.
 * @returns the locked petition, or the answer when the command was done before
 */
export async function openForCommand(
  tx: Tx,
  deps: PetitionDeps,
  petitionId: string,
  options: CommandOptions,
  bodyHash: Buffer,
): Promise<Locked | { readonly done: CommandAnswer }> {
  // One packet: the record is read after the lock is held, and only where the lock opened it.
  const [head, events, organisation] = await Promise.all([
    lockPetition(tx, petitionId),
    loadEvents(tx, petitionId),
    deps.organisation(tx),
  ]);
  if (head === null) throw new CommandRefused(refuse('not-found'));
  if (events.some((event) => event.commandId === options.commandId)) {
    const command = await findCommand(tx, petitionId, options.commandId);
    if (command === null || !command.bodyHash.equals(bodyHash)) {
      throw new CommandRefused(refuse('idempotency-key-reused'));
    }
    const upTo = (seq: number): Petition | null =>
      fold(petitionId, events.filter((event) => event.seq <= seq).map(upcast));
    const first = events.find((event) => event.commandId === options.commandId)?.seq ?? 1;
    const after = upTo(command.lastSeq);
    return {
      done: after === null ? { version: command.lastSeq } : answerOf(upTo(first - 1), after),
    };
  }
  const petition = fold(petitionId, events.map(upcast));
  if (petition === null || !isVisible(options.actor, petition)) {
    throw new CommandRefused(refuse('not-found'));
  }
  const { expectedVersion } = options;
  if (expectedVersion !== undefined && expectedVersion !== petition.version) {
    throw new CommandRefused(refuse('version-conflict'));
  }
  return {
    head,
    petition,
    organisation,
    now: options.at ?? tx.openedAt.getTime(),
  };
}
