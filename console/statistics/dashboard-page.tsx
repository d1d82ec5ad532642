import { ListState } from '../shell/list-table.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { Waiting } from '../shell/waiting.tsx';
import { useWords } from '../shell/words-context.tsx';
import { frameNames, useAsked, without, type Asked } from './address.ts';
import { ChartedTable } from './charted-table.tsx';
import { FrameBar } from './frame-bar.tsx';
import { FreshnessNote } from './freshness-note.tsx';
import { groupsFor, type Face } from './groups.ts';
import { useMeasures, useTable } from './queries.ts';
import { StatisticsHead } from './statistics-head.tsx';
import { TileGroup } from './tile-group.tsx';
import { useFace } from './use-face.ts';

const page = '/statistics';

interface Drawing {
  readonly name: 'trend' | 'regions' | 'units' | 'overdueUnits' | 'topics' | 'channels';
  readonly kind: 'line' | 'bar';
  readonly rows: 'period' | 'region' | 'unit' | 'topic' | 'channel';
  readonly measures: readonly string[];
}

const ofPlace: readonly Drawing[] = [
  { name: 'trend', kind: 'line', rows: 'period', measures: ['batches', 'concluded'] },
  { name: 'regions', kind: 'bar', rows: 'region', measures: ['batches'] },
  { name: 'overdueUnits', kind: 'bar', rows: 'unit', measures: ['overdue', 'open'] },
  { name: 'units', kind: 'bar', rows: 'unit', measures: ['on-time-conclusion'] },
  { name: 'topics', kind: 'bar', rows: 'topic', measures: ['batches'] },
  { name: 'channels', kind: 'bar', rows: 'channel', measures: ['batches'] },
];

const ofUnit: readonly Drawing[] = ofPlace.filter(
  ({ rows }) => rows !== 'region' && rows !== 'unit',
);

const drawings: Readonly<Record<Face, readonly Drawing[]>> = {
  office: ofPlace,
  leader: ofPlace,
  unit: ofUnit,
};

/** Trends need a year behind them, whatever period the tiles show. */
const trendOf = (asked: Asked): Asked => ({
  ...without(asked, ['from', 'to', 'compare']),
  preset: 'rolling-365',
});

/** Figures of a place or of a unit (T-2), as the reader's post has it. */
export function DashboardPage() {
  const { statistics: say } = useWords();
  usePageTitle(say.title);
  const face = useFace();
  const { params, asked: given, change } = useAsked(frameNames);
  // Compared with the year before unless the reader wants none.
  const asked = params.has('compare') ? given : { ...given, compare: 'yoy' };
  const measures = useMeasures();
  const fresh = useTable({ ...asked, measures: 'open' });
  const catalogue = measures.data ?? [];
  const plain = without(asked, ['compare']);
  return (
    <div className="statistics">
      <StatisticsHead title={say.dashboard.title} />
      {face !== null && <p className="quiet">{say.dashboard.intro[face]}</p>}
      {face !== null && <FrameBar asked={asked} face={face} change={change} />}
      {fresh.data !== undefined && <FreshnessNote table={fresh.data} />}
      <ListState query={measures} count={catalogue.length} say={say.catalogue} />
      {face === null && <Waiting lines={4} />}
      {face !== null &&
        groupsFor(face, catalogue).map(({ name, measures: ids }) => (
          <TileGroup key={ids.join()} {...{ name, catalogue, asked }} measures={ids} />
        ))}
      {face !== null && catalogue.length > 0 && (
        <div className="charts">
          {drawings[face].map(({ name, ...drawing }) => (
            <ChartedTable
              key={name}
              {...drawing}
              {...{ catalogue, page }}
              title={say.chart[name]}
              asked={drawing.rows === 'period' ? trendOf(asked) : plain}
            />
          ))}
        </div>
      )}
    </div>
  );
}
