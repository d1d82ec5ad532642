import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ProposalView } from '../../src/capabilities/reception-days/view.ts';
import { api } from '../shell/api.ts';
import { PlainTable } from '../shell/plain-table.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { newKey } from '../shell/use-submission.ts';
import { useWords } from '../shell/words-context.tsx';

/** What the rotation templates propose; one press makes a day of each. */
export function Proposals() {
  const { receptions } = useWords();
  const say = receptions.proposals;
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['reception-proposals'],
    queryFn: ({ signal }) => api.get<{ items: ProposalView[] }>('/reception-proposals', { signal }),
  });
  const plan = useMutation({
    mutationFn: (proposal: ProposalView) =>
      api.post('/reception-days', proposal.plan, { key: newKey() }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['reception-proposals'] });
      await client.invalidateQueries({ queryKey: ['reception-days'] });
    },
  });
  const items = query.data?.items ?? [];
  return (
    <section aria-labelledby="proposals" className="gap-top">
      <h2 id="proposals">{say.title}</h2>
      {plan.isError && <ProblemNote error={plan.error} />}
      {items.length === 0 ? (
        <p className="quiet">{say.none}</p>
      ) : (
        <PlainTable label={say.title} columns={say.column} acts>
          {items.map((item) => (
            <tr key={`${item.template} ${item.plan.on} ${item.leader}`}>
              <td className="figure">{item.plan.on}</td>
              <td>{item.leader}</td>
              <td>{receptions.kind[item.plan.kind]}</td>
              <td>{item.template}</td>
              <td>
                <Button size="small" disabled={plan.isPending} onClick={() => plan.mutate(item)}>
                  {say.take}
                </Button>
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
    </section>
  );
}
