import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import type { OutboxItem, OutboxPage as Answer } from '../../src/capabilities/messages/contract.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { api, queryOf } from '../shell/api.ts';
import { Choice } from '../shell/choice.tsx';
import { formatMoment } from '../shell/format.ts';
import { ListState, ListTable } from '../shell/list-table.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill, keysOf } from '../words/words.ts';

/** What was told to whom, and what did not arrive. */
export function OutboxPage() {
  const { messages: say, shell, desk } = useWords();
  usePageTitle(say.title);
  const [params, setParams] = useSearchParams();
  const status = params.get('status') ?? '';
  const query = useInfiniteQuery({
    queryKey: ['outbox', status],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      api.get<Answer>(`/outbox${queryOf({ status, after: pageParam })}`, { signal }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
        <Choice
          compact
          label={say.filter}
          empty={desk.filter.any}
          value={status}
          options={keysOf(say.status).map((each) => ({ value: each, label: say.status[each] }))}
          onChange={(value) => setParams(value === '' ? {} : { status: value }, { replace: true })}
        />
      </div>
      <p className="quiet">{say.intro}</p>
      <ListState query={query} count={items.length} say={say} />
      {items.length > 0 && (
        <ListTable label={say.title} columns={say.column}>
          {items.map((item) => (
            <Row key={item.id} item={item} />
          ))}
        </ListTable>
      )}
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {shell.action.loadMore}
        </Button>
      )}
    </>
  );
}

function Row({ item }: { readonly item: OutboxItem }) {
  const { messages: say } = useWords();
  const client = useQueryClient();
  const resend = useMutation({
    mutationFn: () => api.post(`/outbox/${encodeURIComponent(item.id)}/resend`, {}),
    onSuccess: () => client.invalidateQueries({ queryKey: ['outbox'] }),
  });
  return (
    <tr>
      <td className="nowrap figure">{formatMoment(item.createdAt)}</td>
      <td>
        <strong>{say.template[item.template]}</strong>{' '}
        <span className="figure">{displayPetitionNumber(item.number)}</span>
        {item.urgent && <span className="tag urgent">{say.urgent}</span>}
        <span className="line-sub">{item.text}</span>
      </td>
      <td>{say.recipient[item.recipient]}</td>
      <td>{item.channel === null ? '' : say.channel[item.channel]}</td>
      <td>
        {say.status[item.status]}
        <span className="line-sub">
          {item.attempts > 0 && fill(say.attempts, { count: item.attempts })}
          {item.nextAttemptAt !== null &&
            item.status === 'failed' &&
            ` · ${fill(say.nextAttempt, { time: formatMoment(item.nextAttemptAt) })}`}
          {item.lastError !== null && ` · ${item.lastError}`}
        </span>
      </td>
      <td>
        {item.mayResend && (
          <Button size="small" loading={resend.isPending} onClick={() => resend.mutate()}>
            {say.resend}
          </Button>
        )}
        <span role="status" className="line-sub">
          {resend.isSuccess && say.resent}
        </span>
        {resend.isError && <ProblemNote error={resend.error} />}
      </td>
    </tr>
  );
}
