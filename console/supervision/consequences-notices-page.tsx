import { useQuery } from '@tanstack/react-query';
import type { NoticeLine } from '../../src/capabilities/supervision/consequences/view.ts';
import { api } from '../shell/api.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { PlainTable } from '../shell/plain-table.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useWords } from '../shell/words-context.tsx';
import { SupervisionTabs } from './tabs.tsx';

/** Circulated notices, for every unit to read. */
export function NoticesPage() {
  const { consequences: say } = useWords();
  usePageTitle(say.notices.title);
  const query = useQuery({
    queryKey: ['circulated-notices'],
    queryFn: ({ signal }) => api.get<{ items: NoticeLine[] }>('/supervision/notices', { signal }),
  });
  const { data } = query;
  return (
    <>
      <div className="page-head">
        <h1>{say.notices.title}</h1>
        <SupervisionTabs />
      </div>
      <p className="quiet">{say.notices.intro}</p>
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {!query.isError && data === undefined && <Waiting lines={6} />}
      {data?.items.length === 0 && <p className="quiet">{say.notices.empty}</p>}
      {data !== undefined && data.items.length > 0 && (
        <PlainTable label={say.notices.title} columns={say.notices.column}>
          {data.items.map((line) => (
            <tr key={line.id}>
              <td className="long-words">
                <a
                  href={`/api/v1/supervision/notices/${line.id}?format=pdf`}
                  target="_blank"
                  rel="noreferrer"
                >
                  {line.title}
                </a>
              </td>
              <td>{line.number}</td>
              <td>{line.office.name}</td>
              <td className="figure">{line.issuedOn}</td>
            </tr>
          ))}
        </PlainTable>
      )}
    </>
  );
}
