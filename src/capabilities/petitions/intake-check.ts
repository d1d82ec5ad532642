import { cleanText, lengthOf } from '../../kernel/clean-text.ts';
import { checkIdentityNumber, type IdentityNumberWarning } from '../../kernel/identity-number.ts';
import { localDateOf, parseLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import { refuse, type Refusal, type Refused } from '../../kernel/refusals.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { checkTelephone, type TelephoneWarning } from '../../kernel/telephone.ts';
import type { RegistrationInput } from './contract.ts';
import { limits } from './limits.ts';

export type PersonInput = RegistrationInput['people'][number];

/** What is odd and yet taken: checks of identity numbers and telephones warn, never block (P-1). */
export interface IntakeWarning {
  readonly field: string;
  readonly kind: IdentityNumberWarning | TelephoneWarning;
}

/** A registration whose words are clean and within the limits. */
export interface CheckedRegistration {
  readonly input: RegistrationInput;
  readonly warnings: readonly IntakeWarning[];
}

/** What the rules of intake must know of the world. */
export interface IntakeWorld {
  readonly now: number;
  readonly knowsRegion: (code: string) => boolean;
  readonly knowsCategory: (category: NonNullable<RegistrationInput['category']>) => boolean;
}

/** Chinese names of fields, as the sentences call them. */
export const fieldNames: Readonly<Record<string, string>> = {
  title: '标题',
  text: '事实和理由',
  demands: '诉求',
  place: '问题发生地',
  people: '信访人',
  name: '姓名',
  address: '地址',
  earlierSteps: '以前的办理情况',
  policyNamed: '涉及的政策',
  accusedPersons: '被反映人',
  letterDate: '信件日期',
  postmark: '邮戳日期',
  receivedOn: '收到日期',
};

const nameOf = (field: string): string => fieldNames[field.split('.')[0] ?? ''] ?? field;

/**
 * Cleans what somebody typed and checks its length in people's characters.
 * @returns the clean text, or a refusal that names the field and the limit
 */
export function checkWords(
  value: string,
  field: string,
  limit: number,
): { readonly ok: true; readonly value: string } | Refused {
  const { text, removed } = cleanText(value);
  // Broken halves of characters mean that the encoding was lost on the way, not a slip.
  if (removed.some((each) => each.kind === 'lone-surrogate') || text.includes('\uFFFD')) {
    return refuse('text-encoding', { field: nameOf(field) }, field);
  }
  const clean = text.trim();
  const length = lengthOf(clean);
  return length > limit
    ? refuse('text-too-long', { field: nameOf(field), limit, length }, field)
    : { ok: true, value: clean };
}

/** Collects clean values; remembers the first refusal. */
class Cleaner {
  refused: Refused | null = null;

  words(value: string, field: string, limit: number): string {
    const checked = checkWords(value, field, limit);
    if (checked.ok) return checked.value;
    this.refused ??= checked;
    return value;
  }

  optional(value: string | undefined, field: string, limit: number): string | undefined {
    if (value === undefined) return undefined;
    const clean = this.words(value, field, limit);
    return clean === '' ? undefined : clean;
  }

  refuse(refused: Refused): void {
    this.refused ??= refused;
  }
}

function checkDate(
  value: string | undefined,
  field: string,
  today: LocalDate,
  cleaner: Cleaner,
): void {
  if (value === undefined) return;
  const date = parseLocalDate(value);
  if (date === undefined) {
    cleaner.refuse(refuse('input-invalid', { field: nameOf(field), detail: value }, field));
  } else if (date > today) {
    cleaner.refuse(refuse('date-in-future', { field: nameOf(field) }, field));
  } else if (date < `${limits.oldestYear}-10-01`) {
    const limit = `${limits.oldestYear}-10-01`;
    cleaner.refuse(refuse('date-too-old', { field: nameOf(field), limit }, field));
  }
}

function checkPerson(
  person: PersonInput,
  index: number,
  today: LocalDate,
  cleaner: Cleaner,
  warnings: IntakeWarning[],
): PersonInput {
  const at = (field: string): string => `people.${index}.${field}`;
  const clean: PersonInput = {
    ...person,
    name: cleaner.words(person.name, at('name'), limits.name),
    address: cleaner.optional(person.address, at('address'), limits.address),
    safeContact: cleaner.optional(person.safeContact, at('safeContact'), limits.address),
    organisation: cleaner.optional(person.organisation, at('organisation'), limits.address),
    authority: cleaner.optional(person.authority, at('authority'), limits.address),
  };
  if (person.documentNumber !== undefined && person.documentType === 'identity-card') {
    const { normalised, warnings: odd } = checkIdentityNumber(person.documentNumber, today);
    clean.documentNumber = normalised;
    warnings.push(...odd.map((kind) => ({ field: at('documentNumber'), kind })));
  }
  for (const field of ['mobile', 'landline'] as const) {
    const typed = person[field];
    if (typed === undefined || typed === '') continue;
    const { normalised, kind, warnings: odd } = checkTelephone(typed);
    clean[field] = normalised;
    warnings.push(...odd.map((each) => ({ field: at(field), kind: each })));
    if (field === 'mobile' && odd.length === 0 && kind === 'landline') {
      warnings.push({ field: at(field), kind: 'not-a-telephone' });
    }
  }
  return clean;
}

/**
 * Checks a registration before anything of it is sealed (P-1, P-2).
 * @param input what was typed, already of the right shape
 * @param world today, and which regions and categories there are
 * @returns the clean registration with its warnings, or the first refusal
 */
export function checkRegistration(
  input: RegistrationInput,
  world: IntakeWorld,
): Result<CheckedRegistration, Refusal> {
  const today = localDateOf(world.now);
  const cleaner = new Cleaner();
  const warnings: IntakeWarning[] = [];
  if (input.demands.length > limits.demands) {
    const params = { limit: limits.demands, count: input.demands.length };
    return refuse('too-many-demands', params, 'demands');
  }
  if (input.people.length > limits.people) {
    return refuse('too-many-people', { limit: limits.people }, 'people');
  }
  const representatives = input.people.filter((person) => person.role === 'representative');
  if (input.channel === 'visit' && representatives.length > limits.representatives) {
    return refuse('too-many-representatives', {}, 'people');
  }
  if (!world.knowsRegion(input.regionCode)) {
    return refuse('region-unknown', { code: input.regionCode }, 'regionCode');
  }
  if (input.category !== null && !world.knowsCategory(input.category)) {
    const { first, second, third } = input.category;
    const category = [first, second, third].filter((part) => part !== null).join(' › ');
    return refuse('category-unknown', { category }, 'category');
  }
  const title = cleaner.words(input.title, 'title', limits.title);
  const text = cleaner.words(input.text, 'text', limits.text);
  if (title === '') cleaner.refuse(refuse('input-required', { field: nameOf('title') }, 'title'));
  if (text === '') cleaner.refuse(refuse('input-required', { field: nameOf('text') }, 'text'));
  const demands = input.demands
    .map((demand, index) => cleaner.words(demand, `demands.${index}`, limits.demand))
    .filter((demand) => demand !== '');
  checkDate(input.letterDate, 'letterDate', today, cleaner);
  checkDate(input.postmark, 'postmark', today, cleaner);
  checkDate(input.receivedOn, 'receivedOn', today, cleaner);
  const clean: RegistrationInput = {
    ...input,
    title,
    text,
    // Reg. 19: a petition asks for something; without a separate list its title says what.
    demands: demands.length > 0 ? demands : [title],
    place: cleaner.optional(input.place, 'place', limits.address),
    earlierSteps: cleaner.optional(input.earlierSteps, 'earlierSteps', limits.explanation),
    policyNamed: cleaner.optional(input.policyNamed, 'policyNamed', limits.address),
    accusedPersons: cleaner.optional(input.accusedPersons, 'accusedPersons', limits.explanation),
    people: input.people.map((person, index) =>
      checkPerson(person, index, today, cleaner, warnings),
    ),
  };
  return cleaner.refused ?? ok({ input: clean, warnings });
}
