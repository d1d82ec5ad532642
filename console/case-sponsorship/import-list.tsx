import { useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import type { BacklogRow } from '../../src/capabilities/case-sponsorship/contract.ts';
import { limits } from '../../src/capabilities/case-sponsorship/limits.ts';
import { api } from '../shell/api.ts';
import { Field } from '../shell/field.tsx';
import { RowListFile, RowListSend } from '../shell/row-list.tsx';
import { useRowList } from '../shell/use-row-list.ts';
import { useWords } from '../shell/words-context.tsx';

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
    readFile: async (form) =>
      (await api.post<{ rows: BacklogRow[] }>('/backlog/read-list', form)).rows,
    partSize: limits.rows,
    sendPart: (rows) => api.post('/backlog/rows', { batch: batch.trim(), rows }),
    onEnd: () => void client.invalidateQueries({ queryKey: ['list'] }),
  });
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
      <RowListFile list={list} say={say} counted={['assigned', 'listed']} />
      <RowListSend
        list={list}
        say={say}
        columns={say.column}
        ready={batch.trim() !== ''}
        nameOf={({ number }) => number}
      />
    </details>
  );
}
