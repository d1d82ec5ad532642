import type { Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { StatisticsDeps } from '../commands/deps.ts';
import type { Preset, Table, TableQuery } from '../contract.ts';
import type { Jurisdiction } from '../queries/jurisdiction.ts';
import { publicTable } from '../queries/table.ts';

/**
 * Periods that are open. Few and fixed: whoever may choose days freely could take two tables from
 * each other and read the small number between them.
 */
export const openPresets = [
  'year',
  'last-month',
  'last-quarter',
  'last-year',
  'rolling-365',
] as const satisfies readonly Preset[];
export type OpenPreset = (typeof openPresets)[number];

const everything = [
  'batches',
  'persons',
  'concluded',
  'open',
  'overdue',
  'timely-acceptance',
  'on-time-conclusion',
  'participation',
  'satisfaction-office',
  'satisfaction-unit',
];

export type SectionName = 'all' | 'month' | 'region' | 'topic' | 'channel';

const asked: Readonly<Record<SectionName, Omit<TableQuery, 'preset'>>> = {
  all: { measures: everything },
  month: { measures: ['batches', 'concluded'], rows: 'period', step: 'month' },
  region: { measures: ['batches'], rows: 'region' },
  topic: { measures: ['batches'], rows: 'topic' },
  channel: { measures: ['batches'], rows: 'channel' },
};

export interface OpenFigures {
  readonly preset: OpenPreset;
  readonly sections: readonly { readonly name: SectionName; readonly table: Table }[];
}

/**
 * What anybody may read of a place (W-3): fixed tables, small numbers left out.
 * @param place whose figures are open
 * @param now epoch ms
 */
export async function readOpenFigures(
  deps: StatisticsDeps,
  place: Jurisdiction,
  preset: OpenPreset,
  now: number,
): Promise<Result<OpenFigures, Refusal>> {
  const known = new Set(deps.measures.flatMap(({ measures }) => measures.map(({ id }) => id)));
  const sections: { name: SectionName; table: Table }[] = [];
  for (const [name, query] of Object.entries(asked) as [SectionName, TableQuery][]) {
    const measures = query.measures.filter((id) => known.has(id));
    const table = await publicTable(deps, place, { ...query, measures, preset }, now);
    if (!table.ok) return table;
    sections.push({ name, table: table.value });
  }
  return ok({ preset, sections });
}
