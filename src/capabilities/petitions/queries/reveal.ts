import type { StaffActor } from '../../../kernel/actor.ts';
import { checkIdentityNumber } from '../../../kernel/identity-number.ts';
import { localDateOf } from '../../../kernel/local-date.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { checkTelephone } from '../../../kernel/telephone.ts';
import { scopeOf } from '../../../platform/database/index.ts';
import { isVisible, mayReveal } from '../policy.ts';
import type { RevealedPerson } from '../view.ts';
import { recordAccess } from './access.ts';
import type { PetitionReads } from './deps.ts';
import { openFolder } from './folder.ts';
import type { Person } from './people.ts';

/**
 * A person's data in full; the look is recorded in the same transaction (L-4).
 * @returns refusal `not-found` when there is no such petition or person for this reader,
 *   `not-permitted` when the reader's post may see the petition but not who is behind it
 */
export async function revealPerson(
  deps: PetitionReads,
  actor: StaffActor,
  petitionId: string,
  personId: string,
): Promise<Result<RevealedPerson, Refusal>> {
  return deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    const folder = await openFolder(tx, deps.vault, petitionId);
    if (folder === null || !isVisible(actor, folder.petition)) return refuse('not-found');
    const ref = folder.petition.people.find((each) => each.id === personId);
    if (ref === undefined) return refuse('not-found');
    if (!mayReveal(actor, folder.petition)) {
      return refuse('not-permitted', { verb: 'petition.reveal' });
    }
    await recordAccess(tx, actor, petitionId, `person:${personId}`);
    const person = folder.words.open<Person>(ref.sealed) ?? {};
    return ok({
      id: personId,
      fields: fieldsOf(person),
      warnings: doubtsOf(person, tx.openedAt.getTime()),
    });
  });
}

/**
 * All people of a petition in full, as an approved export shows them; the look is recorded (L-4).
 * @param what of the record, such as `export:<id>`
 * @returns nobody where the reader's post does not allow it
 */
export async function revealPeople(
  deps: PetitionReads,
  actor: StaffActor,
  petitionId: string,
  what: string,
): Promise<readonly Readonly<Record<string, string>>[]> {
  return deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    const folder = await openFolder(tx, deps.vault, petitionId);
    if (folder === null || !mayReveal(actor, folder.petition)) return [];
    await recordAccess(tx, actor, petitionId, what);
    return folder.petition.people.map((ref) =>
      fieldsOf(folder.words.open<Person>(ref.sealed) ?? {}),
    );
  });
}

/** What was typed, field by field; empty ones are left out. */
export const fieldsOf = (person: Person): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(person).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );

/** Numbers that do not add up: they warn, nothing more (P-1). */
function doubtsOf(person: Person, now: number): string[] {
  const isCard = (person.documentType ?? 'identity-card') === 'identity-card';
  const number =
    person.documentNumber && isCard
      ? checkIdentityNumber(person.documentNumber, localDateOf(now)).warnings
      : [];
  const telephones = [person.mobile, person.landline]
    .filter((telephone) => telephone !== undefined && telephone !== '')
    .flatMap((telephone) => checkTelephone(telephone ?? '').warnings);
  return [...new Set([...number, ...telephones])];
}
