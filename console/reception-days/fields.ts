import { isBlank, readDay, type Values } from '../shell/spec-form.tsx';
import type { Words } from '../words/words.ts';

/** With which control a field is filled. */
export interface Spec {
  readonly name: string;
  readonly kind:
    | 'text'
    | 'area'
    | 'date'
    | 'time'
    | 'number'
    | 'choice'
    | 'leader'
    | 'leaders'
    | 'unit'
    | 'units'
    | 'region'
    | 'regions'
    | 'topics'
    | 'list'
    | 'upload'
    | 'day'
    | 'petition';
  readonly label: keyof Words['receptions']['label'];
  readonly group?: 'kind' | 'way' | 'channel' | 'answer' | 'months';
  readonly required?: boolean;
  readonly help?: keyof Words['receptions']['help'];
}

const spec = (kind: Spec['kind'], name: Spec['label'], more: Partial<Spec> = {}): Spec => ({
  kind,
  name,
  label: name,
  required: true,
  ...more,
});
const optional = { required: false } as const;

/** What is planned of a day. */
export const planFields: readonly Spec[] = [
  spec('choice', 'kind', { group: 'kind', help: 'kind' }),
  spec('choice', 'way', { group: 'way' }),
  spec('date', 'on'),
  spec('time', 'from'),
  spec('time', 'to'),
  spec('text', 'place'),
  spec('region', 'regionCode'),
  spec('leaders', 'leaders'),
  spec('text', 'theme', { ...optional, help: 'theme' }),
  spec('topics', 'topics', optional),
  spec('number', 'slotMinutes', { ...optional, help: 'slotMinutes' }),
];

export const leaderFields: readonly Spec[] = [
  spec('unit', 'unitId'),
  spec('text', 'name'),
  spec('text', 'post'),
  spec('text', 'portfolio', { ...optional, help: 'portfolio' }),
  spec('topics', 'topics', optional),
  spec('regions', 'regions', optional),
  spec('list', 'fields', { ...optional, help: 'fields' }),
  spec('date', 'from', { label: 'since' }),
  spec('date', 'to', { label: 'until', ...optional }),
];

const visitor = [
  spec('text', 'name', { label: 'visitor' }),
  spec('text', 'telephone', optional),
  spec('text', 'topic', optional),
];

/** Which petition it is about, where there is one already. */
const petition = spec('petition', 'petitionId', { ...optional, help: 'petitionId' });

/** What each step asks for; a step without fields is a button. */
export const stepFields: Readonly<Record<string, readonly Spec[]>> = {
  changeDay: [...planFields, spec('area', 'reason', { ...optional, help: 'reason' })],
  publishNotice: [],
  recordChannel: [
    spec('choice', 'channel', { group: 'channel' }),
    spec('text', 'outlet', optional),
    spec('date', 'on', { label: 'shownOn' }),
    spec('text', 'link', optional),
    spec('upload', 'upload', { ...optional, help: 'upload' }),
  ],
  bookSlot: [spec('time', 'slot'), ...visitor],
  inviteVisitor: [...visitor, petition],
  writePreparation: [
    spec('area', 'background'),
    spec('area', 'demands'),
    spec('area', 'proposal'),
    spec('area', 'basis', optional),
    petition,
  ],
  openDay: [],
  closeDay: [],
  cancelDay: [
    spec('area', 'reason', { help: 'reason' }),
    spec('day', 'carryTo', { ...optional, help: 'carryTo' }),
  ],
  draftMinutes: [spec('area', 'attending'), spec('area', 'heard'), spec('area', 'decided')],
  issueMinutes: [],
  formTaskForce: [
    spec('leader', 'leaderId'),
    spec('area', 'matter'),
    spec('units', 'units'),
    spec('area', 'members'),
    petition,
  ],
};

export const rotationFields: readonly Spec[] = [
  spec('text', 'name', { label: 'template' }),
  spec('choice', 'months', { group: 'months' }),
  spec('number', 'dayOfMonth', { help: 'dayOfMonth' }),
  ...planFields.filter(({ name }) => name !== 'on' && name !== 'topics'),
];

const many = new Set<Spec['kind']>(['leaders', 'units', 'regions', 'topics']);

const nothingIs: Readonly<Record<string, unknown>> = {
  slotMinutes: null,
  to: null,
  link: null,
  upload: null,
  petitionId: null,
  carryTo: null,
};

/** What was typed; nothing that is no text. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Words with commas between them. */
export const wordsOf = (text: unknown): readonly string[] =>
  textOf(text)
    .split(/[、，,\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');

const idOfFirst = (files: unknown): string | null =>
  (Array.isArray(files) ? (files as readonly { readonly id: string }[]) : [])[0]?.id ?? null;

/** What is sent: numbers as numbers, lists as lists, nothing as the contract calls it. */
export function inputOf(fields: readonly Spec[], values: Values): Record<string, unknown> {
  return Object.fromEntries(
    fields.map(({ name, kind }) => {
      const value = values[name];
      if (kind === 'list') return [name, Array.isArray(value) ? value : wordsOf(value)];
      if (many.has(kind)) return [name, value ?? []];
      if (kind === 'upload') return [name, idOfFirst(value)];
      if (isBlank(value)) return [name, name in nothingIs ? nothingIs[name] : ''];
      if (kind === 'date') return [name, readDay(textOf(value))];
      return [name, kind === 'number' ? Number(value) : value];
    }),
  );
}
