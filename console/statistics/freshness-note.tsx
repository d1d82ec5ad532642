import type { Table } from '../../src/capabilities/statistics/contract.ts';
import { formatDay } from '../shell/format.ts';
import { useSpeech } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';

/** Which days the figures speak of, as known when, and how far behind the record they are. */
export function FreshnessNote({
  table,
}: {
  readonly table: Pick<Table, 'period' | 'compared' | 'asOf' | 'freshness'>;
}) {
  const { language, words } = useSpeech();
  const say = words.statistics.fresh;
  const day = (date: string) => formatDay(date, language);
  const { behind, seconds, refolding } = table.freshness;
  return (
    <p className="quiet" role="status">
      {fill(say.period, { from: day(table.period.from), to: day(table.period.to) })}{' '}
      {table.compared !== null &&
        fill(say.compared, { from: day(table.compared.from), to: day(table.compared.to) })}{' '}
      {fill(say.asOf, { day: day(table.asOf) })}{' '}
      {behind === 0
        ? say.upToDate
        : fill(say.behind, { count: behind, minutes: Math.max(1, Math.ceil(seconds / 60)) })}{' '}
      {refolding && say.refolding}
    </p>
  );
}
