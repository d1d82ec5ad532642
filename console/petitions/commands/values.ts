import type { PublicCommandType } from '../../../src/capabilities/petitions/contract.ts';
import type { PetitionView } from '../../../src/capabilities/petitions/view.ts';
import type { FieldSpec } from './field-spec.ts';
import { forms } from './forms.ts';

/** What is typed into a form, by field; dates as YYYY-MM-DD, choices by code. */
export type Values = Readonly<Record<string, unknown>>;

/** One part of a petition that is split. */
export interface Part {
  readonly title: string;
  readonly purpose: string;
  readonly demandIds: readonly string[];
  readonly attachmentIds: readonly string[];
  /** Written down at the split; empty where registration had it already. */
  readonly newDemand?: string;
}

/** The opinion on one demand. */
export interface Answer {
  readonly demandId: string;
  readonly outcome: string;
  readonly facts: string;
  readonly basis: string;
  readonly answer: string;
  readonly responsible: string;
  readonly dueDate: string;
}

type Facts = Pick<
  PetitionView,
  | 'purpose'
  | 'mixed'
  | 'accusedUnits'
  | 'category'
  | 'urgency'
  | 'region'
  | 'demands'
  | 'attachments'
  | 'title'
>;

/** What a form shows before anybody has typed. */
export function initialValues(
  command: PublicCommandType,
  petition: Facts,
  given: { readonly paperId: string | null; readonly today: string },
): Values {
  const dates = { heldOn: given.today, servedOn: given.today };
  const values: Record<string, unknown> = {};
  for (const { name, kind } of forms[command]) {
    if (kind === 'paper') values[name] = given.paperId ?? '';
    else if (name in dates) values[name] = dates[name as keyof typeof dates];
    else if (kind === 'check') values[name] = false;
    else if (kind === 'units' || kind === 'uploads') values[name] = [];
    else if (kind === 'parts') values[name] = initialParts(petition);
    else if (kind === 'answers') values[name] = petition.demands.map(({ id }) => emptyAnswer(id));
    else if (kind === 'category') values[name] = petition.category;
    else values[name] = '';
  }
  if (command === 'classify') {
    values['purpose'] = petition.purpose ?? '';
    values['urgency'] = petition.urgency;
    values['regionCode'] = petition.region.code;
    // What is sent empty is taken away: a second classification must not forget the accused.
    values['mixed'] = petition.mixed;
    values['accusedUnits'] = petition.accusedUnits;
  }
  return values;
}

const emptyAnswer = (demandId: string): Answer => ({
  demandId,
  outcome: '',
  facts: '',
  basis: '',
  answer: '',
  responsible: '',
  dueDate: '',
});

function initialParts(petition: Facts): Part[] {
  const purpose = petition.purpose ?? '';
  const first: Part = {
    title: petition.title,
    purpose,
    demandIds: petition.demands.map(({ id }) => id),
    attachmentIds: petition.attachments.map(({ id }) => id),
  };
  const other = purpose === 'accusation' ? 'appeal' : 'accusation';
  return [
    first,
    { title: '', purpose: petition.mixed ? other : purpose, demandIds: [], attachmentIds: [] },
  ];
}

const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** The fields that what is chosen so far asks for. */
export const askedFields = (fields: readonly FieldSpec[], values: Values): readonly FieldSpec[] =>
  fields.filter(
    ({ when }) => when === undefined || when.is.some((value) => value === values[when.field]),
  );

/** Names of the fields that the contract needs and that are still empty. */
export function missingFields(fields: readonly FieldSpec[], values: Values): string[] {
  return fields
    .filter(({ required, name }) => required === true && isBlank(values[name]))
    .map(({ name }) => name);
}

const without = (record: object, blank: readonly string[]): object =>
  Object.fromEntries(
    Object.entries(record).filter(([name, value]) => !(blank.includes(name) && isBlank(value))),
  );

/** Marks a petition that was chosen from what the program had shown as alike. */
export const suggestedMark = 'suggested:';

const isSuggested = (value: unknown): boolean =>
  typeof value === 'string' && value.startsWith(suggestedMark);

function sent({ kind, group }: FieldSpec, value: unknown): unknown {
  if (kind === 'petition' && typeof value === 'string') return value.replace(suggestedMark, '');
  if (kind === 'number' || group === 'way') return Number(value);
  if (kind === 'decision') return value === 'upheld';
  if (kind === 'answers') {
    return (value as readonly Answer[]).map((each) => without(each, ['responsible', 'dueDate']));
  }
  return value;
}

/** The command's input as the contract has it: blanks left out, codes as numbers where they are. */
export function inputOf(fields: readonly FieldSpec[], values: Values): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const field of askedFields(fields, values)) {
    const value = values[field.name];
    if (isBlank(value) && !Array.isArray(value)) {
      if (field.nullable === true) input[field.name] = null;
      continue;
    }
    input[field.name] = sent(field, value);
    if (field.suggests === true && isSuggested(value)) input['suggested'] = true;
  }
  return input;
}

/**
 * The field of a form that a problem of the server is about.
 * @param path as in `input.demands.0.basis`
 */
export function fieldOfPath(fields: readonly FieldSpec[], path: string): string | null {
  const inside = path.replace(/^(?:body\.)?(?:input\.)?/, '');
  return fields.find(({ name }) => inside === name || inside.startsWith(`${name}.`))?.name ?? null;
}
