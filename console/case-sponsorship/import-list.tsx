import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { BacklogRow } from '../../src/capabilities/case-sponsorship/contract.ts';
import { limits } from '../../src/capabilities/case-sponsorship/limits.ts';
import { api } from '../shell/api.ts';
import { Field } from '../shell/field.tsx';
import { ListTable } from '../shell/list-table.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useRowList } from '../shell/use-row-list.ts';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';

interface Answered {
  readonly row: number;
  readonly number: string;
  readonly outcome: 'assigned' | 'listed' | 'refused';
  readonly detail: string | null;
}

/** A superior's list goes into the ledger; sent twice it doubles nothing. */
export function ImportList() {
  const { backlog } = useWords();
  const say = backlog.import;
  const client = useQueryClient();
  const [batch, setBatch] = useState('');
  const list = useRowList<BacklogRow, Answered>({
    readAt: '/backlog/read-list',
    partSize: limits.rows,
    sendPart: (rows) => api.post('/backlog/rows', { batch: batch.trim(), rows }),
    onEnd: () => void client.invalidateQueries({ queryKey: ['list'] }),
  });
  const { rows, results, wrong, busy, error, readFile, send, count } = list;
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
