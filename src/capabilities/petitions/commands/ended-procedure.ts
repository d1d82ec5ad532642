import type { Actor } from '../../../kernel/actor.ts';
import { displayPetitionNumber } from '../../../kernel/petition-number.ts';
import { localDateOf } from '../../../kernel/local-date.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { CommandRefused, setStream, type Tx } from '../../../platform/database/index.ts';
import { loadEvents } from '../../../platform/record/index.ts';
import { listPapers } from '../../papers/index.ts';
import { fold } from '../evolve.ts';
import { isVisible } from '../policy.ts';
import { openPetition } from '../store.ts';
import { upcast } from '../upcast.ts';
import type { PetitionDeps } from './deps.ts';

/**
 * Reg. 36(3): whoever refuses a petition because the procedure has ended names the earlier one;
 * then it must have ended, and the paper names it, with the body, the number and the day of what ended it.
 * @param earlierId the petition named
 * @param petitionId the one that is refused; its stream is open again afterwards
 * @throws CommandRefused `not-found` or `procedure-not-ended`
 */
export async function endedFacts(
  tx: Tx,
  deps: PetitionDeps,
  actor: Actor,
  { earlierId, petitionId }: { readonly earlierId: string; readonly petitionId: string },
): Promise<Readonly<Record<string, string>>> {
  const passed = await openPetition(tx, earlierId);
  const earlier = passed ? fold(earlierId, (await loadEvents(tx, earlierId)).map(upcast)) : null;
  await setStream(tx, petitionId);
  if (earlier === null || !isVisible(actor, earlier)) {
    throw new CommandRefused(refuse('not-found', {}, 'endedPetition'));
  }
  const { procedureEnded, reviews } = earlier;
  if (procedureEnded === null) {
    throw new CommandRefused(refuse('procedure-not-ended', {}, 'endedPetition'));
  }
  const body = reviews.find(({ caseId }) => caseId === procedureEnded.caseId)?.body ?? null;
  const organisation = await deps.organisation(tx);
  await setStream(tx, procedureEnded.caseId);
  const opinion = (await listPapers(tx, procedureEnded.caseId)).findLast(
    ({ kind }) => kind === 're-examination-opinion',
  );
  await setStream(tx, petitionId);
  return {
    ...(body === null ? {} : { by: organisation.find(body)?.name ?? '' }),
    ...(opinion?.number == null ? {} : { number: opinion.number }),
    on: opinion?.issuedOn ?? localDateOf(procedureEnded.at),
    petition: displayPetitionNumber(earlier.number),
  };
}
