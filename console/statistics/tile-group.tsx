import { useId } from 'react';
import type { MeasureEntry } from '../../src/capabilities/statistics/contract.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useSpeech } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';
import { isNarrowable, type Asked } from './address.ts';
import { nameIn } from './figures.ts';
import type { GroupName } from './groups.ts';
import { useTable } from './queries.ts';
import { Tile } from './tile.tsx';

/** The tiles of one subject; what cannot be narrowed as asked is named, not shown wrongly. */
export function TileGroup(props: {
  readonly name: GroupName;
  readonly measures: readonly string[];
  readonly catalogue: readonly MeasureEntry[];
  readonly asked: Asked;
}) {
  const { language, words } = useSpeech();
  const say = words.statistics;
  const id = useId();
  const entries = props.measures.flatMap(
    (each) => props.catalogue.find((entry) => entry.id === each) ?? [],
  );
  const shown = entries.filter(({ dimensions }) => isNarrowable(dimensions, props.asked));
  const left = entries.filter((entry) => !shown.includes(entry));
  const query = useTable(
    { ...props.asked, measures: shown.map((entry) => entry.id).join(',') },
    { enabled: shown.length > 0 },
  );
  const cells = query.data?.cells[0]?.[0] ?? [];
  return (
    <section aria-labelledby={id} className="tile-group" aria-busy={query.isFetching}>
      <h2 id={id}>{say.group[props.name]}</h2>
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && shown.length > 0 && <Waiting lines={3} />}
      {query.data !== undefined && (
        <ul className="tiles">
          {query.data.measures.map((measure, place) => (
            <Tile key={measure.id} measure={measure} cell={cells[place]} asked={props.asked} />
          ))}
        </ul>
      )}
      {left.length > 0 && (
        <p className="quiet">
          {fill(say.notNarrowable, {
            names: left.map(({ name }) => nameIn(name, language)).join('、'),
          })}
        </p>
      )}
    </section>
  );
}
