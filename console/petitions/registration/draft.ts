import type { RegistrationInput } from '../../../src/capabilities/petitions/contract.ts';
import type { Category } from '../../../src/capabilities/petitions/petition.ts';
import type { MachineRead } from './machine-reading.ts';
import type { Staged } from '../../shell/uploads.tsx';

/** One person as typed. */
export interface PersonDraft {
  readonly role: string;
  readonly name: string;
  readonly documentType: string;
  readonly documentNumber: string;
  readonly mobile: string;
  readonly landline: string;
  readonly email: string;
  readonly address: string;
  readonly safeContact: string;
  readonly organisation: string;
  readonly authority: string;
}

/** The whole form as typed; it lies on this machine until it was sent. */
export interface RegistrationDraft {
  readonly channel: string;
  readonly title: string;
  readonly text: string;
  readonly demands: readonly string[];
  readonly purpose: string;
  readonly category: Category | null;
  readonly urgency: string;
  readonly regionCode: string;
  readonly householdRegion: string;
  readonly place: string;
  readonly people: readonly PersonDraft[];
  readonly personCount: string;
  readonly anonymous: boolean;
  readonly secrecy: boolean;
  readonly electronicService: boolean;
  readonly accusedUnits: readonly string[];
  readonly accusedPersons: string;
  readonly letterDate: string;
  readonly postmark: string;
  readonly receivedOn: string;
  readonly earlierSteps: string;
  readonly policyNamed: string;
  readonly numbersElsewhere: readonly { readonly source: string; readonly number: string }[];
  readonly uploads: readonly Staged[];
  /** What the machine read from the scan, to mark what nobody has looked at. */
  readonly machineRead: MachineRead;
}

export const emptyPerson: PersonDraft = {
  role: 'petitioner',
  name: '',
  documentType: 'identity-card',
  documentNumber: '',
  mobile: '',
  landline: '',
  email: '',
  address: '',
  safeContact: '',
  organisation: '',
  authority: '',
};

export const emptyRegistration = (regionCode: string, today: string): RegistrationDraft => ({
  channel: '',
  title: '',
  text: '',
  demands: [''],
  purpose: '',
  category: null,
  urgency: 'ordinary',
  regionCode,
  householdRegion: '',
  place: '',
  people: [emptyPerson],
  personCount: '',
  anonymous: false,
  secrecy: false,
  electronicService: false,
  accusedUnits: [],
  accusedPersons: '',
  letterDate: '',
  postmark: '',
  receivedOn: today,
  earlierSteps: '',
  policyNamed: '',
  numbersElsewhere: [],
  uploads: [],
  machineRead: {},
});

const filled = <T extends object>(record: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== '' && value !== undefined),
  ) as Partial<T>;

/** Somebody of whom nothing but the ready-made choices is known is nobody. */
const isSomebody = (person: PersonDraft): boolean =>
  Object.entries(person).some(
    ([name, value]) => name !== 'role' && name !== 'documentType' && value !== '',
  );

const personOf = (person: PersonDraft): object => {
  const { documentType, ...rest } = person;
  return filled({ ...rest, ...(person.documentNumber === '' ? {} : { documentType }) });
};

/** The body as the contract has it: what was left empty is left out. */
export function registrationOf(draft: RegistrationDraft): RegistrationInput {
  const {
    demands,
    people,
    personCount,
    uploads,
    purpose,
    category,
    machineRead: _,
    ...rest
  } = draft;
  const numbers = draft.numbersElsewhere.filter(
    ({ source, number }) => source !== '' && number !== '',
  );
  return {
    ...filled(rest),
    demands: demands.map((demand) => demand.trim()).filter((demand) => demand !== ''),
    people: people.filter(isSomebody).map(personOf),
    ...(personCount === '' ? {} : { personCount: Number(personCount) }),
    purpose: purpose === '' ? null : purpose,
    category,
    numbersElsewhere: numbers,
    uploads: uploads.map(({ id }) => id),
  } as RegistrationInput;
}

/** Fields without which there is nothing to register. */
export const neededFields = ['channel', 'title', 'text', 'regionCode'] as const;

export const missingNeeded = (draft: RegistrationDraft): (typeof neededFields)[number][] =>
  neededFields.filter((name) => draft[name].trim() === '');
