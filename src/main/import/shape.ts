import { createHash } from 'node:crypto';
import {
  limits,
  registrationSchema,
  type RegistrationInput,
} from '../../capabilities/petitions/index.ts';
import { cleanText, lengthOf } from '../../kernel/clean-text.ts';
import { localDateOf } from '../../kernel/local-date.ts';
import { refuse } from '../../kernel/refusals.ts';
import { parseInput } from '../../platform/http/index.ts';
import { columns } from './columns.ts';
import { Fault, faultOf } from './fault.ts';
import { parseMoment } from './moment.ts';

type Raw = Readonly<Record<string, unknown>>;
type Category = NonNullable<RegistrationInput['category']>;

/** What a row is understood by. */
export interface ShapeWorld {
  /** Epoch ms. */
  readonly now: number;
  /** Who delivered the file; with the row's number it makes the row the same row again. */
  readonly source: string;
  /** Where rows belong that name no region. */
  readonly region: string | undefined;
  /** Codes for names, or for codes, from the first level down; nothing when there are none. */
  readonly categoryOf: (names: readonly string[]) => Category | undefined;
}

export interface ShapedRow {
  readonly commandKey: string;
  readonly input: RegistrationInput;
  /** When it was registered elsewhere, epoch ms. */
  readonly at: number | undefined;
  /** Fields that nobody here knows. */
  readonly unknown: readonly string[];
  /** Invisible or control characters that are taken out. */
  readonly cleaned: number;
  /** An answer from elsewhere that is too long to stand with the earlier steps. */
  readonly leftOut: boolean;
}

type Shaped =
  | { readonly ok: true; readonly row: ShapedRow }
  | { readonly ok: false; readonly fault: Fault };

const bad = (fault: Fault): Shaped => ({ ok: false, fault });
const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;

const publicFields = ['user', 'time', 'group', 'likes', 'dislikes', 'reply', 'titleOriginal'];
const known = new Set([
  ...Object.keys(registrationSchema.shape),
  ...columns.map(({ field }) => field),
  ...publicFields,
  'replyTime',
]);

/** A message of a public board: id, title, text, and what only boards have. */
const isPublicMessage = (raw: Raw): boolean =>
  !('channel' in raw) &&
  !('regionCode' in raw) &&
  'title' in raw &&
  'text' in raw &&
  publicFields.some((field) => field in raw);

/**
 * Understands one row: our own field names, the columns of the table, or a public board's message.
 * @returns a registration of the right shape, or what is wrong with it
 */
export function shapeRow(raw: Raw, world: ShapeWorld): Shaped {
  for (const [field, limit] of [
    ['title', limits.title],
    ['text', limits.text],
  ] as const) {
    const value = text(raw[field]);
    // Far too long already by its units; the rules count the rest in people's characters.
    if (value !== undefined && value.length > limit * 4) {
      const params = { field, limit, length: lengthOf(value) };
      return bad(faultOf(refuse('text-too-long', params, field).refusal));
    }
  }
  const board = isPublicMessage(raw);
  const when = board ? raw['time'] : raw['registeredAt'];
  const at = momentOf(when, board ? 'time' : 'registeredAt', world.now);
  if (at instanceof Fault) return bad(at);
  const fields = board ? fromBoard(raw, at, world) : fromOwn(raw, world);
  if (fields instanceof Fault) return bad(fields);
  const parsed = parseInput(registrationSchema, fields, 'row');
  if (!parsed.ok) return bad(faultOf(parsed.refusal));
  const id = text(raw['id'])?.trim();
  const input = withNumber(parsed.value, world.source, id);
  return {
    ok: true,
    row: {
      commandKey: keyOf(world.source, id, input),
      input,
      at,
      unknown: Object.keys(raw).filter((field) => !known.has(field)),
      cleaned: removedFrom(input.title) + removedFrom(input.text),
      leftOut: board && repliedTooLong(raw),
    },
  };
}

const removedFrom = (words: string): number =>
  cleanText(words).removed.reduce((sum, { count }) => sum + count, 0);

function momentOf(value: unknown, field: string, now: number): number | undefined | Fault {
  if (value === undefined || value === null || value === '') return undefined;
  const at = parseMoment(text(value) ?? '');
  if (at === undefined) {
    const detail = '应为 2026-10-08 09:30:00';
    const english = { detail: 'expected 2026-10-08 09:30:00' };
    return faultOf({ code: 'input-invalid', params: { field, detail }, paramsEn: english, field });
  }
  if (at > now) return faultOf(refuse('date-in-future', { field }, field).refusal);
  const limit = `${limits.oldestYear}-10-01`;
  if (localDateOf(at) >= limit) return at;
  return faultOf(refuse('date-too-old', { field, limit }, field).refusal);
}

const repliedTooLong = (raw: Raw): boolean =>
  lengthOf(text(raw['reply']) ?? '') > limits.explanation;

/** The masked user is all that is known of the petitioner, and stays what it is. */
function fromBoard(raw: Raw, at: number | undefined, world: ShapeWorld): Raw {
  const user = text(raw['user'])?.trim();
  const category = text(raw['category']);
  const reply = text(raw['reply']);
  return {
    channel: 'web',
    title: raw['title'],
    text: raw['text'],
    regionCode: world.region,
    category: category === undefined ? null : (world.categoryOf([category]) ?? null),
    ...(user === undefined || user === '' ? { anonymous: true } : { people: [{ name: user }] }),
    ...(at === undefined ? {} : { receivedOn: localDateOf(at) }),
    ...(reply === undefined || repliedTooLong(raw) ? {} : { earlierSteps: reply }),
  };
}

const personFields = [
  'name',
  'documentType',
  'documentNumber',
  'mobile',
  'landline',
  'email',
  'address',
] as const;

function fromOwn(raw: Raw, world: ShapeWorld): Raw | Fault {
  const person = Object.fromEntries(
    personFields.filter((field) => field in raw).map((field) => [field, raw[field]]),
  );
  const category = categoryOf(raw, world);
  if (category instanceof Fault) return category;
  const received = momentOf(raw['receivedOn'], 'receivedOn', world.now);
  if (received instanceof Fault) return received;
  const { demands } = raw;
  return {
    ...raw,
    channel: raw['channel'] ?? 'superior',
    regionCode: raw['regionCode'] ?? world.region,
    category,
    demands: typeof demands === 'string' ? demands.split(/[；;\n]+/).filter(Boolean) : demands,
    people: raw['people'] ?? (Object.keys(person).length === 0 ? [] : [person]),
    anonymous: asBoolean(raw['anonymous']),
    secrecy: asBoolean(raw['secrecy']),
    personCount: asNumber(raw['personCount']),
    receivedOn: received === undefined ? undefined : localDateOf(received),
    uploads: [],
  };
}

const asBoolean = (value: unknown): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

const asNumber = (value: unknown): unknown =>
  typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;

function categoryOf(raw: Raw, world: ShapeWorld): Category | null | Fault {
  const given = raw['category'];
  const levels: unknown[] =
    typeof given === 'object' && given !== null
      ? ['first', 'second', 'third'].map((level) => (given as Raw)[level])
      : [given, ...['category1', 'category2', 'category3'].map((level) => raw[level])];
  const names = levels.map((level) => text(level)?.trim() ?? '').filter((name) => name !== '');
  if (names.length === 0) return null;
  const category = names.join(' › ');
  return (
    world.categoryOf(names) ?? faultOf(refuse('category-unknown', { category }, 'category').refusal)
  );
}

/** The number that it has elsewhere is how the deliverer asks about it. */
function withNumber(
  input: RegistrationInput,
  source: string,
  id: string | undefined,
): RegistrationInput {
  if (id === undefined || id === '' || id.length > 60) return input;
  if (input.numbersElsewhere.some(({ number }) => number === id)) return input;
  const numbersElsewhere = [...input.numbersElsewhere, { source: source.slice(0, 60), number: id }];
  return { ...input, numbersElsewhere: numbersElsewhere.slice(-10) };
}

function keyOf(source: string, id: string | undefined, input: RegistrationInput): string {
  if (id !== undefined && id !== '') return JSON.stringify([source, id]);
  const hash = createHash('sha256').update(JSON.stringify(input)).digest('base64url');
  return JSON.stringify([source, '', hash]);
}
