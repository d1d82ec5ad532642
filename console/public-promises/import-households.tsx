import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { HouseholdRowInput } from '../../src/capabilities/case-sponsorship/public-promises/contract.ts';
import { limits } from '../../src/capabilities/case-sponsorship/public-promises/limits.ts';
import { api } from '../shell/api.ts';
import { Field } from '../shell/field.tsx';
import { ListTable } from '../shell/list-table.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useRowList } from '../shell/use-row-list.ts';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';

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
    readAt: '/public-promises/read-list',
    partSize: limits.rows,
    sendPart: (rows) => api.post(`/public-promises/${id}/rows`, { rows }),
    onEnd: () => {
      void client.invalidateQueries({ queryKey: ['list'] });
      void client.invalidateQueries({ queryKey: ['public-promise', id] });
    },
  });
  const { rows, results, wrong, busy, error, readFile, send, count } = list;
  return (
    <details className="panel">
      <summary>{say.title}</summary>
      <p className="quiet form-help">{say.intro}</p>
      <p>
        <a href="/api/v1/public-promises/template.xlsx">{say.template}</a>
      </p>
      <Field label={say.file} help={say.fileHelp}>
        {(aria) => (
          <input
            {...aria}
            type="file"
            accept=".xlsx,.csv"
            onChange={(event) => {
              void readFile(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        )}
      </Field>
      <p role="status">
        {rows.length > 0 && results.length === 0 && fill(say.read, { count: rows.length })}
        {results.length > 0 &&
          fill(say.done, {
            at: results.length,
            count: rows.length,
            added: count('added'),
            moved: count('moved'),
            unchanged: count('unchanged'),
            wrong: wrong.length,
          })}
      </p>
      {error !== null && <ProblemNote error={error} />}
      <p>
        <Button
          type="primary"
          loading={busy}
          disabled={rows.length === 0}
          onClick={() => void send()}
        >
          {fill(say.send, { count: rows.length })}
        </Button>
      </p>
      {wrong.length > 0 && (
        <ListTable label={say.wrong} columns={say.column}>
          {wrong.map(({ row, reference, detail }) => (
            <tr key={row}>
              <td className="figure">{row}</td>
              <td>{reference}</td>
              <td>{detail}</td>
            </tr>
          ))}
        </ListTable>
      )}
    </details>
  );
}
