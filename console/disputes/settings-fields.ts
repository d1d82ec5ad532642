import { limits as bounds } from '../../src/capabilities/disputes/limits.ts';
import type { DisputeKind, DisputeSettings } from '../../src/capabilities/disputes/settings.ts';
import type { ShortField } from '../shell/short-form.tsx';
import { newKey } from '../shell/use-submission.ts';
import { fill, keysOf, type Words } from '../words/words.ts';

type Say = Words['disputes']['settings'];

/** What a form of settings gives back: texts, numbers where a range was asked for, several names. */
export type Typed = Readonly<Record<string, string | number | readonly string[] | undefined>>;

const textOf = (typed: Typed, name: string): string => String(typed[name] ?? '');

/** A limit in days and its source for each of the three, and the months to look back. */
export const limitFields = (
  say: Say,
  { limits, lookBackMonths }: Pick<DisputeSettings, 'limits' | 'lookBackMonths'>,
): ShortField[] => [
  ...keysOf(say.limit).flatMap((limit): ShortField[] => {
    const { days, source } = limits[limit];
    const part = { kind: 'text', required: true } as const;
    const label = (text: string) => fill(text, { limit: say.limit[limit] });
    return [
      {
        ...part,
        name: `${limit}:days`,
        label: label(say.days),
        first: String(days),
        range: [1, bounds.days],
      },
      {
        ...part,
        name: `${limit}:source`,
        label: label(say.source),
        first: source,
        limit: bounds.source,
      },
    ];
  }),
  {
    kind: 'text',
    required: true,
    name: 'months',
    label: say.months,
    help: say.monthsHelp,
    first: String(lookBackMonths),
    range: [1, bounds.lookBackMonths],
  },
];

/** What was typed, as the sheet has it. */
export const limitsOfTyped = (typed: Typed): Pick<DisputeSettings, 'limits' | 'lookBackMonths'> => {
  const of = (limit: string) => ({
    days: Number(typed[`${limit}:days`]),
    source: textOf(typed, `${limit}:source`),
  });
  return {
    limits: { handling: of('handling'), receipt: of('receipt'), followUp: of('followUp') },
    lookBackMonths: Number(typed['months']),
  };
};

/** Names of a kind, and the categories under which like petitions come. */
export const kindFields = (
  say: Say,
  categories: readonly string[],
  kind: DisputeKind | undefined,
): ShortField[] => {
  const topics = kind?.topics ?? [];
  return [
    {
      kind: 'text',
      required: true,
      name: 'zh',
      label: say.nameZh,
      first: kind?.name.zh ?? '',
      limit: bounds.kind,
    },
    {
      kind: 'text',
      required: true,
      name: 'en',
      label: say.nameEn,
      first: kind?.name.en ?? '',
      limit: bounds.kind,
    },
    {
      kind: 'many',
      name: 'topics',
      label: say.topics,
      help: say.topicsHelp,
      first: topics.join(','),
      options: [...new Set([...topics, ...categories])].map((name) => ({
        value: name,
        label: name,
      })),
    },
  ];
};

/** The kind that was typed; a new one gets a code that nobody has to think of. */
export const kindOfTyped = (typed: Typed, before: DisputeKind | undefined): DisputeKind => {
  const { topics } = typed;
  return {
    ...before,
    code: before?.code ?? `kind-${newKey().slice(0, 8)}`,
    name: { zh: textOf(typed, 'zh'), en: textOf(typed, 'en') },
    topics: Array.isArray(topics) ? (topics as readonly string[]) : [],
  };
};
