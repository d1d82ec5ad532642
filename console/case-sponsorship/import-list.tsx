import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { BacklogRow } from '../../src/capabilities/case-sponsorship/contract.ts';
import { limits } from '../../src/capabilities/case-sponsorship/limits.ts';
import { api } from '../shell/api.ts';
import { Field } from '../shell/field.tsx';
import { ListTable } from '../shell/list-table.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';

interface Answered {
  readonly row: number;
  readonly number: string;
  readonly outcome: 'assigned' | 'listed' | 'refused';
  readonly detail: string | null;
}

/**
 * A superior's list goes into the ledger, part by part, so that the count moves while somebody waits;
 * what is wrong is told by its row, and a list that was interrupted is simply sent again.
 */
export function ImportList() {
  const { backlog } = useWords();
  const say = backlog.import;
  const client = useQueryClient();
  const [batch, setBatch] = useState('');
  const [rows, setRows] = useState<readonly BacklogRow[]>([]);
  const [results, setResults] = useState<readonly Answered[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const readFile = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const form = new FormData();
    form.append('file', file);
    setError(null);
    setResults([]);
    try {
      setRows((await api.post<{ rows: BacklogRow[] }>('/backlog/read-list', form)).rows);
    } catch (caught) {
      setRows([]);
      setError(caught);
    }
  };

  const send = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    setResults([]);
    const answers: Answered[] = [];
    try {
      for (let at = 0; at < rows.length; at += limits.rows) {
        const body = { batch: batch.trim(), rows: rows.slice(at, at + limits.rows) };
        answers.push(...(await api.post<{ results: Answered[] }>('/backlog/rows', body)).results);
        setResults([...answers]);
      }
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
      void client.invalidateQueries({ queryKey: ['list'] });
    }
  };

  const wrong = results.filter(({ outcome }) => outcome === 'refused');
  const count = (outcome: Answered['outcome']): number =>
    results.filter((each) => each.outcome === outcome).length;
  return (
    <details className="panel">
      <summary>{say.title}</summary>
      <p className="quiet form-help">{say.intro}</p>
      <p>
        <a href="/api/v1/backlog/template.xlsx">{say.template}</a>
      </p>
      <Field label={say.batch} help={say.batchHelp}>
        {(aria) => (
          <Input
            {...aria}
            value={batch}
            maxLength={limits.batch}
            onChange={(event) => setBatch(event.target.value)}
          />
        )}
      </Field>
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
            assigned: count('assigned'),
            listed: count('listed'),
            wrong: wrong.length,
          })}
      </p>
      {error !== null && <ProblemNote error={error} />}
      <p>
        <Button
          type="primary"
          loading={busy}
          disabled={rows.length === 0 || batch.trim() === ''}
          onClick={() => void send()}
        >
          {fill(say.send, { count: rows.length })}
        </Button>
      </p>
      {wrong.length > 0 && (
        <ListTable label={say.wrong} columns={say.column}>
          {wrong.map(({ row, number, detail }) => (
            <tr key={row}>
              <td className="figure">{row}</td>
              <td className="figure">{number}</td>
              <td>{detail}</td>
            </tr>
          ))}
        </ListTable>
      )}
    </details>
  );
}
