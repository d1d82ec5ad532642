import type { RegistrationInput } from '../contract.ts';
import type { OrganisationSnapshot } from '../commands/deps.ts';
import type { Petition } from '../petition.ts';

/** What lies sealed as the content of a petition. */
export type Content = Pick<RegistrationInput, 'title' | 'text'> &
  Partial<
    Pick<
      RegistrationInput,
      | 'place'
      | 'householdRegion'
      | 'letterDate'
      | 'postmark'
      | 'earlierSteps'
      | 'policyNamed'
      | 'accusedPersons'
      | 'secrecy'
    >
  >;

/** The registration's further fields by name; those that are empty are left out. */
export function detailsOf(
  content: Content | null,
  petition: Petition,
  organisation: OrganisationSnapshot,
): Readonly<Record<string, string>> {
  const { householdRegion } = content ?? {};
  const all: Readonly<Record<string, string | undefined>> = {
    place: content?.place,
    householdRegion:
      householdRegion === undefined ? undefined : organisation.regionName(householdRegion),
    letterDate: content?.letterDate,
    postmark: content?.postmark,
    earlierSteps: content?.earlierSteps,
    policyNamed: content?.policyNamed,
    accusedPersons: content?.accusedPersons,
    secrecy: content?.secrecy === true ? 'true' : undefined,
    accusedUnits: petition.accusedUnits.map((id) => organisation.find(id)?.name ?? id).join('、'),
    numbersElsewhere: petition.numbersElsewhere
      .map(({ source, number }) => `${source} ${number}`)
      .join('；'),
  };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}
