import type { RegistrationInput } from '../../contract.ts';
import { registrationSchema } from '../../contract.ts';
import { purposes } from '../../petition.ts';
import { typedIn, type DraftContent, type FieldName } from './content.ts';
import { othersOf } from './faults.ts';

/** The field in which the unit that was recognised by name is kept from sending on. */
const accusedUnitField = 'accusedUnit';

/**
 * Fixes what depends on the house at the moment of sending, so that sending the same draft again
 * gives the same input word for word.
 */
export const readyToSend = (
  content: DraftContent,
  units: readonly { readonly code: string; readonly name: string }[],
): DraftContent => {
  const unit = units.find(({ name }) => name === typedIn(content, 'unit'));
  const accuses = typedIn(content, 'purpose') === 'accusation';
  return {
    ...content,
    sent: true,
    fields: { ...content.fields, [accusedUnitField]: accuses ? (unit?.code ?? '') : '' },
  };
};

/** A field of the input, left out when nothing was typed. */
const given = <Key extends string>(key: Key, text: string): { [K in Key]?: string } =>
  (text === '' ? {} : { [key]: text }) as { [K in Key]?: string };

const peopleOf = (content: DraftContent): object[] => {
  const typed = (field: FieldName): string => typedIn(content, field);
  const anonymous = typed('anonymous') === 'yes';
  const petitioner = {
    ...(anonymous
      ? {}
      : {
          name: typed('name'),
          ...given('documentNumber', typed('documentNumber')),
          ...given('organisation', typed('organisation')),
          ...given('address', typed('address')),
          ...(typed('documentNumber') === ''
            ? {}
            : { documentType: typed('documentType') || 'identity-card' }),
        }),
    ...given('mobile', typed('mobile')),
    ...given('email', typed('email')),
    ...given('safeContact', typed('safeContact')),
  };
  // Nothing is known of somebody anonymous who leaves no contact either.
  const known = Object.keys(petitioner).length > 0;
  const helps = typed('helping') !== 'self';
  return [
    ...(known ? [{ role: 'petitioner', ...petitioner }] : []),
    ...othersOf(content).map((name) => ({ role: 'member', name })),
    ...(helps
      ? [
          {
            role: 'helper',
            name: typed('helperName'),
            ...given('mobile', typed('helperMobile')),
            ...given('authority', typed('helperRelation')),
          },
        ]
      : []),
  ];
};

/**
 * The petition that a finished draft amounts to.
 * @param content without faults
 */
export const registrationOf = (content: DraftContent): RegistrationInput => {
  const typed = (field: FieldName): string => typedIn(content, field);
  const concerned = [typed('unit'), typed('accusedPersons')].filter((text) => text !== '');
  const accusedUnit = content.fields[accusedUnitField] ?? '';
  return registrationSchema.parse({
    channel: 'web',
    title: typed('title'),
    text: typed('text'),
    demands: content.demands,
    purpose: purposes.find((purpose) => purpose === typed('purpose')) ?? null,
    regionCode: typed('region'),
    ...given('place', typed('place')),
    people: peopleOf(content),
    personCount: 1 + othersOf(content).length,
    anonymous: typed('anonymous') === 'yes',
    secrecy: typed('secrecy') === 'yes',
    electronicService: typed('service') === 'electronic',
    accusedUnits: accusedUnit === '' ? [] : [accusedUnit],
    ...given('accusedPersons', concerned.join('\n')),
    ...given('earlierSteps', typed('earlierSteps')),
    uploads: content.uploads.map(({ id }) => id),
  });
};
