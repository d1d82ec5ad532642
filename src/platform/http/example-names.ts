import { addDays, localDateOf, type LocalDate } from '../../kernel/local-date.ts';

/** What an example of a request may name that is called otherwise in every installation. */
export type ExampleKind =
  | 'petition'
  | 'other-petition'
  | 'number'
  | 'lookup-code'
  | 'inspection'
  | 'recommendation'
  | 'policy-gap'
  | 'policy-repair'
  | 'demand'
  | 'person'
  | 'paper'
  | 'task'
  | 'relation'
  | 'member'
  | 'proceeding'
  | 'shift'
  | 'attachment'
  | 'user'
  | 'review'
  | 'review-petition'
  | 'review-paper'
  | 'review-demand'
  | 'review-body'
  | 'review-attachment'
  | 'reception-day'
  | 'joint-meeting'
  | 'reception-group'
  | 'reception-desk'
  | 'reception-ticket'
  | 'leader'
  | 'commitment'
  | 'letter'
  | 'report'
  | 'backlog'
  | 'supervision-item'
  | 'home-visit'
  | 'letters'
  | 'letters-petition'
  | 'letters-paper'
  | 'letters-file'
  | 'consequence'
  | 'consequence-petition'
  | 'consequence-paper'
  | 'sponsored'
  | 'sponsored-task'
  | 'milestone'
  | 'meeting'
  | 'way-out'
  | 'public-promise'
  | 'festival'
  | 'festival-visit'
  | 'evidence'
  | 'dispute'
  | 'matched-petition'
  | 'decision'
  | 'inspection-list'
  | 'inspection-listing'
  | 'day'
  | 'answer';

/** Looks up what is meant here; nothing when this installation has no such thing. */
export type ExampleNames = (kind: ExampleKind, of: string) => string | undefined;

const sampleId = '0190aaaa-0000-7000-8000-000000000001';

/** Of the right form, for a description without a demo county behind it. */
const samples: Readonly<Partial<Record<ExampleKind, string>>> = {
  number: '2026000000110',
  'lookup-code': 'AAAA-BBBB-CCCC-DDDD',
  festival: '2027-01-01',
};

/** A line of the outbox is named by stream and message. */
const sampleOf = (kind: ExampleKind, of: string): string =>
  of === 'listOutbox' ? `${sampleId}.${sampleId}` : (samples[kind] ?? sampleId);

/**
 * Stands in an example for something of the demo county.
 * @param kind what it is
 * @param of which one: the operation whose example it is, a user name, days from today
 */
export const named = (kind: ExampleKind, of: string): string => `{{${kind}:${of}}}`;

const form = /^\{\{([a-z-]+):([^}]*)\}\}$/;

/**
 * Puts what is meant here in the place of every stand-in.
 * @param value an example, or a whole description
 * @param names of this installation
 * @param today from which days are counted
 */
export function fillNames<T>(value: T, names: ExampleNames, today: LocalDate): T {
  const fill = (part: unknown): unknown => {
    if (typeof part === 'string') return fillOne(part, names, today);
    if (Array.isArray(part)) return part.map(fill);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, fill(each)]));
  };
  return fill(value) as T;
}

function fillOne(text: string, names: ExampleNames, today: LocalDate): string {
  const [, kind, of = ''] = form.exec(text) ?? [];
  if (kind === undefined) return text;
  if (kind === 'day') return addDays(today, Number(of));
  const known = kind as ExampleKind;
  return names(known, of) ?? sampleOf(known, of);
}

/** Today as the examples count it. */
export const exampleDay = (now: number): LocalDate => localDateOf(now);
