import type { LetterPage } from '../../../src/capabilities/petitions/contract.ts';
import { emptyPerson, type RegistrationDraft } from './draft.ts';

/** A whole letter as the machine read it. */
export interface LetterRead {
  readonly text: string;
  readonly suggestions: LetterPage['suggestions'];
}

/** Fields that a letter can fill. */
export const readableFields = [
  'text',
  'name',
  'documentNumber',
  'mobile',
  'letterDate',
] as const satisfies readonly string[];
export type ReadableField = (typeof readableFields)[number];

/** What the machine wrote where; a field that a person has changed since is the person's. */
export type MachineRead = Readonly<Partial<Record<ReadableField, string>>>;

/** Pages in their order; who wrote stands at the end, so the last page that tells it counts. */
export function wholeLetter(pages: readonly LetterPage[]): LetterRead {
  return {
    text: pages.map(({ text }) => text).join('\n'),
    suggestions: Object.assign(
      {},
      ...pages.map(({ suggestions }) => suggestions),
    ) as LetterRead['suggestions'],
  };
}

const valueOf = (draft: RegistrationDraft, field: ReadableField): string =>
  field === 'text' || field === 'letterDate'
    ? draft[field]
    : (draft.people[0] ?? emptyPerson)[field];

/** Whether what stands in the field is still what the machine wrote. */
export const isMachineRead = (draft: RegistrationDraft, field: ReadableField): boolean => {
  const read = draft.machineRead[field];
  return read !== undefined && read !== '' && valueOf(draft, field) === read;
};

/**
 * Puts what was read where nobody has typed. Of people only the first, and only while there is no
 * other; an identity number only where it can be one.
 * @returns the change, and the text when there was no room for it
 */
export function filledFrom(
  draft: RegistrationDraft,
  { text, suggestions }: LetterRead,
): { readonly change: Partial<RegistrationDraft>; readonly leftText: string | null } {
  const [first = emptyPerson, ...others] = draft.people;
  const { identityNumber, ...named } = suggestions;
  const found: Record<ReadableField, string> = {
    text,
    name: named.name ?? '',
    mobile: named.mobile ?? '',
    documentNumber: first.documentType === 'identity-card' ? (identityNumber ?? '') : '',
    letterDate: named.letterDate ?? '',
  };
  const isPersons = (field: ReadableField) => field !== 'text' && field !== 'letterDate';
  const taken = readableFields.filter(
    (field) =>
      found[field] !== '' &&
      (valueOf(draft, field).trim() === '' || isMachineRead(draft, field)) &&
      !(isPersons(field) && (others.length > 0 || draft.anonymous)),
  );
  const values = Object.fromEntries(taken.map((field) => [field, found[field]])) as MachineRead;
  const { text: words, letterDate, ...person } = values;
  return {
    change: {
      ...(words === undefined ? {} : { text: words }),
      ...(letterDate === undefined ? {} : { letterDate }),
      people: [{ ...first, ...person }, ...others],
      machineRead: { ...draft.machineRead, ...values },
    },
    leftText: words === undefined && text !== '' ? text : null,
  };
}
