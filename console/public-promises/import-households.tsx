import { useQueryClient } from '@tanstack/react-query';
import type { HouseholdRowInput } from '../../src/capabilities/case-sponsorship/public-promises/contract.ts';
import { limits } from '../../src/capabilities/case-sponsorship/public-promises/limits.ts';
import { api } from '../shell/api.ts';
import { RowListFile, RowListSend } from '../shell/row-list.tsx';
import { useRowList } from '../shell/use-row-list.ts';
import { useWords } from '../shell/words-context.tsx';

interface Answered {
  readonly row: number;
  readonly reference: string;
  readonly outcome: 'added' | 'moved' | 'unchanged' | 'refused';
  readonly detail: string | null;
}

/** A unit's list of households; sent twice it changes nothing. */
export function ImportHouseholds({ id }: { readonly id: string }) {
  const { publicPromises } = useWords();
  const say = publicPromises.import;
  const client = useQueryClient();
  const list = useRowList<HouseholdRowInput, Answered>({
    readFile: async (form) =>
      (await api.post<{ rows: HouseholdRowInput[] }>('/public-promises/read-list', form)).rows,
    partSize: limits.rows,
    sendPart: (rows) => api.post(`/public-promises/${id}/rows`, { rows }),
    onEnd: () => {
      void client.invalidateQueries({ queryKey: ['list'] });
      void client.invalidateQueries({ queryKey: ['public-promise', id] });
    },
  });
  return (
    <details className="panel">
      <summary>{say.title}</summary>
      <p className="quiet form-help">{say.intro}</p>
      <p>
        <a href="/api/v1/public-promises/template.xlsx">{say.template}</a>
      </p>
      <RowListFile list={list} say={say} counted={['added', 'moved', 'unchanged']} />
      <RowListSend
        list={list}
        say={say}
        columns={say.column}
        nameOf={({ reference }) => reference}
      />
    </details>
  );
}
