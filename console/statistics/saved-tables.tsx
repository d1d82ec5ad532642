import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import type { SavedTable } from '../../src/capabilities/statistics/contract.ts';
import { api } from '../shell/api.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';
import { addressWith, type Asked } from './address.ts';
import { savedTablesKey, useSavedTables } from './queries.ts';

/** Tables that the reader keeps: what they ask, not their figures. */
export function SavedTables(props: { readonly query: Asked; readonly canSave: boolean }) {
  const { statistics, shell } = useWords();
  const say = statistics.builder;
  const id = useId();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const saved = useSavedTables();
  const refresh = () => client.invalidateQueries({ queryKey: savedTablesKey });
  const save = useMutation({
    mutationFn: () =>
      api.post<SavedTable>('/statistics/saved-tables', { name: name.trim(), query: props.query }),
    onSuccess: async () => {
      setName('');
      await refresh();
    },
  });
  const remove = useMutation({
    mutationFn: (table: string) => api.remove(`/statistics/saved-tables/${table}`),
    onSuccess: refresh,
  });
  const fault = save.error ?? remove.error ?? saved.error;
  return (
    <section className="panel no-print" aria-labelledby={id}>
      <h2 id={id}>{say.saved}</h2>
      {fault !== null && <ProblemNote error={fault} />}
      {saved.data?.length === 0 && <p className="quiet">{say.savedNone}</p>}
      <ul className="saved-tables">
        {saved.data?.map((table) => (
          <li key={table.id} className="row">
            <Link to={addressWith('/statistics/table', table.query, {})}>{table.name}</Link>
            <Button
              size="small"
              aria-label={fill(say.removeNamed, { name: table.name })}
              onClick={() => remove.mutate(table.id)}
            >
              {shell.action.remove}
            </Button>
          </li>
        ))}
      </ul>
      {props.canSave && (
        <form
          className="row gap-top"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '' && !save.isPending) save.mutate();
          }}
        >
          <label htmlFor={`${id}-name`}>{say.name}</label>
          <Input
            id={`${id}-name`}
            style={{ width: 240 }}
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Button htmlType="submit" disabled={name.trim() === ''}>
            {save.isPending ? say.saving : say.save}
          </Button>
          <span role="status">
            {save.data === undefined ? '' : fill(say.saveDone, { name: save.data.name })}
          </span>
        </form>
      )}
    </section>
  );
}
