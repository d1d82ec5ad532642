import type { PersonInput } from '../intake-check.ts';
import { maskAddress, maskDocumentNumber, maskName, maskTelephone } from '../masking.ts';
import type { PersonRef } from '../petition.ts';
import type { PersonView } from '../view.ts';
import type { SealedWords } from './folder.ts';

/** A person as it was typed and lies sealed. */
export type Person = Partial<PersonInput>;

/** A person as lists and pages show one: enough to tell people apart, not to find them (L-3). */
export function maskPerson(ref: PersonRef, words: SealedWords): PersonView {
  const person = words.open<Person>(ref.sealed) ?? {};
  return {
    id: ref.id,
    role: ref.role,
    name: maskName(person.organisation || person.name || ''),
    documentNumber: maskDocumentNumber(person.documentNumber ?? ''),
    mobile: maskTelephone(person.mobile ?? person.landline ?? ''),
    address: maskAddress(person.address ?? ''),
  };
}
