import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { api, queryOf } from '../shell/api.ts';
import { Field } from '../shell/field.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';
import type { SavedSearch } from '../../src/capabilities/desk/contract.ts';
import type { ListName } from './lists.ts';

const key = ['saved-searches'] as const;

/** Views that a person comes back to: the list and its filters under a name. */
export function SavedSearches(props: { readonly list: ListName }) {
  const { desk, shell } = useWords();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const saved = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<{ items: SavedSearch[] }>('/saved-searches', { signal }),
    enabled: open,
  });
  const refresh = () => client.invalidateQueries({ queryKey: key });
  const save = useMutation({
    mutationFn: () => {
      const kept = Object.fromEntries([...params].filter(([each]) => each !== 'sel'));
      return api.post('/saved-searches', { name, query: { ...kept, list: props.list } });
    },
    onSuccess: async () => {
      setName('');
      await refresh();
    },
  });
  const remove = useMutation({
    mutationFn: (id: string) => api.remove(`/saved-searches/${id}`),
    onSuccess: refresh,
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{desk.saved.title}</Button>
      <Modal
        open={open}
        title={desk.saved.title}
        footer={null}
        onCancel={() => setOpen(false)}
        width={480}
      >
        {saved.isError && <ProblemNote error={saved.error} />}
        {saved.data?.items.length === 0 && <p className="quiet">{desk.saved.none}</p>}
        <ul className="plain-list">
          {saved.data?.items.map((each) => (
            <li key={each.id} className="row between">
              <button
                type="button"
                className="plain-button"
                onClick={() => {
                  setOpen(false);
                  const { list, ...query } = each.query;
                  void navigate(`/${list ?? 'desk'}${queryOf(query)}`);
                }}
              >
                {each.name}
              </button>
              <Button
                size="small"
                aria-label={fill(desk.saved.remove, { name: each.name })}
                onClick={() => remove.mutate(each.id)}
              >
                {shell.action.remove}
              </Button>
            </li>
          ))}
        </ul>
        <form
          className="row end"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') save.mutate();
          }}
        >
          <Field label={desk.saved.name} className="grow">
            {(aria) => (
              <Input
                {...aria}
                value={name}
                onChange={(event) => setName(event.target.value)}
                maxLength={40}
              />
            )}
          </Field>
          <Button htmlType="submit" type="primary" loading={save.isPending}>
            {desk.saved.save}
          </Button>
        </form>
        {save.isError && <ProblemNote error={save.error} />}
      </Modal>
    </>
  );
}
