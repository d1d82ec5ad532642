import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import type { YearNotice } from '../../src/kernel/calendar.ts';
import { api } from '../shell/api.ts';
import { Field } from '../shell/field.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useMay } from '../shell/session.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';
import { blocksOf, type NamedDay } from './blocks.ts';

/** A year as the server lists it. */
interface Year {
  readonly year: number;
  readonly source: string;
  readonly published: boolean;
  readonly restDays: readonly NamedDay[];
  readonly makeUpDays: readonly NamedDay[];
}

/** What was published comes first, newest on top; then the provisional years as they will come. */
const byNearness = (one: Year, other: Year): number => {
  if (one.published !== other.published) return one.published ? -1 : 1;
  return one.published ? other.year - one.year : one.year - other.year;
};

/** The years that periods are counted by, and the import of a new one. */
export function CalendarPage() {
  const { calendar: say } = useWords().organisation;
  usePageTitle(say.title);
  const may = useMay();
  const query = useQuery({
    queryKey: ['calendar'],
    queryFn: ({ signal }) => api.get<{ years: Year[] }>('/calendar/years', { signal }),
  });
  const years = query.data?.years.toSorted(byNearness) ?? [];
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
      </div>
      <p className="quiet">{say.intro}</p>
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Waiting />}
      {query.isSuccess && years.length === 0 && <p className="empty panel">{say.empty}</p>}
      {years.length > 0 && (
        <div className="table-scroll" tabIndex={0} role="group" aria-label={say.title}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{say.year}</th>
                <th scope="col">{say.state}</th>
                <th scope="col">{say.source}</th>
                <th scope="col">{say.holidays}</th>
                <th scope="col">{say.makeUp}</th>
              </tr>
            </thead>
            <tbody>
              {years.map((year) => (
                <tr key={year.year}>
                  <td className="figure">{year.year}</td>
                  <td className="nowrap">{year.published ? say.published : say.provisional}</td>
                  <td>{year.source}</td>
                  <td>
                    {blocksOf(year.restDays)
                      .map(({ name, from, to }) => `${name} ${from.slice(5)} – ${to.slice(5)}`)
                      .join('、')}
                  </td>
                  <td>{year.makeUpDays.map(({ date }) => date.slice(5)).join('、')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {may('calendar.import') && <ImportYear />}
    </>
  );
}

function ImportYear() {
  const { organisation, shell } = useWords();
  const { calendar: say } = organisation;
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const send = useMutation({
    mutationFn: (notice: YearNotice) => api.post('/calendar/years', notice),
    onSuccess: () => {
      setText('');
      return client.invalidateQueries({ queryKey: ['calendar'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    try {
      const notice = JSON.parse(text) as YearNotice;
      setWrong(false);
      send.mutate(notice);
    } catch {
      setWrong(true);
    }
  };
  return (
    <form className="panel gap-top" onSubmit={submit}>
      <h2>{say.import}</h2>
      <Field label={shell.action.chooseFiles}>
        {(aria) => (
          <input
            {...aria}
            type="file"
            accept="application/json,.json"
            onChange={(event) => {
              void event.target.files?.[0]?.text().then(setText);
            }}
          />
        )}
      </Field>
      <Field label={say.content} help={say.importHelp} error={wrong ? say.badJson : undefined}>
        {(aria) => (
          <Input.TextArea
            {...aria}
            rows={8}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit" loading={send.isPending} disabled={text === ''}>
        {say.import}
      </Button>
      <p role="status">{send.isSuccess && fill(say.imported, { year: send.variables.year })}</p>
      {send.isError && <ProblemNote error={send.error} />}
    </form>
  );
}
