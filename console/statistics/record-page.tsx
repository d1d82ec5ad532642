import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { RecordOfWork } from '../../src/capabilities/statistics/record-of-work/contract.ts';
import { api, queryOf } from '../shell/api.ts';
import { Choice } from '../shell/choice.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill, keysOf } from '../words/words.ts';
import { addressWith, useAsked, type Asked } from './address.ts';
import { DaySpan } from './frame-bar.tsx';
import { FreshnessNote } from './freshness-note.tsx';
import { Tile } from './tile.tsx';

const names = ['preset', 'from', 'to', 'asOf'] as const;

/** A leader's record of petition work over a period; each figure opens what it counts (S-7). */
export function RecordPage() {
  const { userId = '' } = useParams();
  const { statistics } = useWords();
  const { record: say } = statistics;
  const { asked, change } = useAsked(names);
  const path = `/statistics/leaders/${encodeURIComponent(userId)}`;
  const query = useQuery({
    queryKey: ['statistics', 'record', userId, asked],
    queryFn: ({ signal }) => api.get<RecordOfWork>(`${path}${queryOf(asked)}`, { signal }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  const title = data === undefined ? say.title : fill(say.of, { name: data.leader.name });
  usePageTitle(title);
  return (
    <div className="statistics">
      <div className="page-head">
        <h1>{title}</h1>
        <nav className="head-links" aria-label={say.title}>
          {(['pdf', 'docx'] as const).map((format) => (
            <a key={format} href={addressWith(`/api/v1${path}/record.${format}`, asked, {})}>
              {say[format]}
            </a>
          ))}
        </nav>
      </div>
      {data !== undefined && <p className="quiet">{data.leader.unit.name}</p>}
      <PeriodBar asked={asked} change={change} />
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Waiting lines={6} />}
      {data !== undefined && <FreshnessNote table={{ ...data, compared: null }} />}
      {data?.sections.map(({ name, figures }) => (
        <section key={name} aria-labelledby={`record-${name}`} className="tile-group">
          <h2 id={`record-${name}`}>{say.section[name]}</h2>
          <ul className="tiles">
            {figures.map(({ measure, cell }) => (
              <Tile
                key={measure.id}
                measure={measure}
                cell={cell}
                asked={{ ...asked, leader: userId }}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function PeriodBar(props: { readonly asked: Asked; readonly change: (values: Asked) => void }) {
  const { statistics: say } = useWords();
  const { asked, change } = props;
  return (
    <form
      className="filters"
      role="search"
      aria-label={say.frame.label}
      onSubmit={(event) => event.preventDefault()}
    >
      <Choice
        compact
        label={say.frame.preset}
        value={asked['preset'] ?? ''}
        options={[
          ...(asked['preset'] === undefined ? [{ value: '', label: say.frame.days }] : []),
          ...keysOf(say.preset).map((value) => ({ value, label: say.preset[value] })),
        ]}
        onChange={(preset) => change({ preset, from: '', to: '' })}
      />
      <DaySpan asked={asked} change={change} />
    </form>
  );
}
