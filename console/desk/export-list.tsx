import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ExportView } from '../../src/capabilities/desk/contract.ts';
import { api } from '../shell/api.ts';
import { formatMoment } from '../shell/format.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';

/** Earlier exports: their files, and those of others that wait for my approval. */
export function ExportList() {
  const { desk } = useWords();
  const list = useQuery({
    queryKey: ['exports'],
    queryFn: ({ signal }) => api.get<{ items: ExportView[] }>('/exports', { signal }),
    refetchInterval: ({ state }) =>
      state.data?.items.some((item) => ['queued', 'running'].includes(item.state)) ? 2000 : false,
  });
  const items = list.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="gap-top">
      <h3>{desk.export.earlier}</h3>
      <ul className="plain-list">
        {items.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

function Item({ item }: { readonly item: ExportView }) {
  const { desk } = useWords();
  const client = useQueryClient();
  const decide = useMutation({
    mutationFn: (approved: boolean) => api.post(`/exports/${item.id}/approval`, { approved }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['exports'] }),
  });
  const again = useMutation({
    mutationFn: () => api.post(`/exports/${item.id}/again`, {}),
    onSuccess: () => client.invalidateQueries({ queryKey: ['exports'] }),
  });
  return (
    <li>
      {formatMoment(item.askedAt)} · {item.askedBy} · {item.reason} ·{' '}
      {fill(desk.export.rows, { count: item.rows })}
      <span className="line-sub">{desk.export.state[item.state]}</span>
      <span className="row">
        {item.state === 'ready' && (
          <a href={item.downloadUrl ?? `/api/v1/exports/${item.id}/file`} download>
            {desk.export.file}
          </a>
        )}
        {item.mayAskAgain && (
          <Button size="small" loading={again.isPending} onClick={() => again.mutate()}>
            {desk.export.again}
          </Button>
        )}
        {item.mayApprove && (
          <>
            <Button size="small" onClick={() => decide.mutate(true)}>
              {desk.export.approve}
            </Button>
            <Button size="small" onClick={() => decide.mutate(false)}>
              {desk.export.refuse}
            </Button>
          </>
        )}
      </span>
      {again.isError && <ProblemNote error={again.error} />}
      {decide.isError && <ProblemNote error={decide.error} />}
    </li>
  );
}
