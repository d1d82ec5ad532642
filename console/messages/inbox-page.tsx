import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Inbox, OutboxItem } from '../../src/capabilities/messages/contract.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { api } from '../shell/api.ts';
import { formatMoment } from '../shell/format.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useWords } from '../shell/words-context.tsx';

/** What the program told my unit or me; each leads to what it tells of. */
export function InboxPage() {
  const { messages: say } = useWords();
  usePageTitle(say.inboxTitle);
  const query = useQuery({
    queryKey: ['inbox'],
    queryFn: ({ signal }) => api.get<Inbox>('/inbox?limit=100', { signal }),
    refetchInterval: 60_000,
  });
  const items = query.data?.items ?? [];
  return (
    <>
      <div className="page-head">
        <h1>{say.inboxTitle}</h1>
      </div>
      <p className="quiet">{say.inboxIntro}</p>
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Waiting lines={8} />}
      {query.isSuccess && items.length === 0 && (
        <div className="empty panel">
          <p className="empty-title">{say.inboxEmpty}</p>
          <p>{say.inboxEmptyHelp}</p>
        </div>
      )}
      {items.length > 0 && (
        <div className="table-scroll" tabIndex={0} role="group" aria-label={say.inboxTitle}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{say.column.created}</th>
                <th scope="col">{say.column.about}</th>
                <th scope="col">{say.record}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={item.id}>
                  <td className="nowrap figure">{formatMoment(item.createdAt)}</td>
                  <td>
                    <strong>{say.template[item.template]}</strong>
                    {item.urgent && <span className="tag urgent">{say.urgent}</span>}
                    <span className="line-sub">{item.text}</span>
                  </td>
                  <td className="nowrap figure">
                    <RecordLink item={item} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

const consolePath = /\/console(\/[^?#]+)$/;

/** A notice of a petition leads to it; one of another record by the address that it was sent with. */
function RecordLink({ item }: { readonly item: OutboxItem }) {
  const { messages: say } = useWords();
  const [, path] = consolePath.exec(item.url ?? '') ?? [];
  if (item.number !== '') {
    const petition = `/petitions/${item.id.split('.')[0] ?? ''}`;
    return <Link to={path ?? petition}>{displayPetitionNumber(item.number)}</Link>;
  }
  return path === undefined ? null : <Link to={path}>{say.openRecord}</Link>;
}
