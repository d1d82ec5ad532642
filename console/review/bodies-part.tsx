import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../shell/api.ts';
import { DateField } from '../shell/date-field.tsx';
import { todayInShanghai } from '../shell/date-typing.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Tick } from '../shell/tick.tsx';
import { useSubmission } from '../shell/use-submission.ts';
import { Waiting } from '../shell/waiting.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill, wordFor } from '../words/words.ts';
import { bodiesKey, BodyForm } from './body-form.tsx';

interface Entry {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly stage: string;
  readonly bodyName: string;
  readonly from: string;
  readonly to: string | null;
  readonly source: string;
}

/** Which bodies lawfully review whose opinions: dated data with its source (V-1). */
export function BodiesPart({ administers }: { readonly administers: boolean }) {
  const { review: say } = useWords();
  const [past, setPast] = useState(false);
  const query = useQuery({
    queryKey: bodiesKey,
    queryFn: ({ signal }) => api.get<{ items: readonly Entry[] }>('/review-bodies', { signal }),
  });
  if (query.isError) return <ProblemNote error={query.error} />;
  if (query.data === undefined) return <Waiting lines={6} />;
  const today = todayInShanghai(Date.now());
  const shown = query.data.items.filter(({ to }) => past || to === null || to >= today);
  return (
    <>
      <p className="quiet">{say.bodies.intro}</p>
      <Tick checked={past} onChange={setPast}>
        {say.bodies.past}
      </Tick>
      {shown.length === 0 && <p className="empty panel">{say.bodies.empty}</p>}
      {shown.length > 0 && (
        <div className="table-scroll" tabIndex={0} role="group" aria-label={say.bodies.title}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{say.bodies.unit}</th>
                <th scope="col">{say.bodies.stage}</th>
                <th scope="col">{say.bodies.body}</th>
                <th scope="col">{say.bodies.from}</th>
                <th scope="col">{say.bodies.source}</th>
                {administers && <th scope="col">{say.bodies.end}</th>}
              </tr>
            </thead>
            <tbody>
              {shown.map((entry) => (
                <tr key={entry.id}>
                  <td>{entry.unitName}</td>
                  <td className="nowrap">{wordFor(say.title, entry.stage)}</td>
                  <td>{entry.bodyName}</td>
                  <td className="nowrap figure">
                    {entry.to === null
                      ? fill(say.bodies.since, { from: entry.from })
                      : fill(say.bodies.ended, { from: entry.from, to: entry.to })}
                  </td>
                  <td>{entry.source}</td>
                  {administers && <td>{entry.to === null && <EndBody entry={entry} />}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {administers && <BodyForm />}
    </>
  );
}

/** The last day of an entry; requests that were made keep the body that they had. */
function EndBody({ entry }: { readonly entry: Entry }) {
  const { review: say } = useWords();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [to, setTo] = useState(todayInShanghai(Date.now()));
  const { submit, busy, error } = useSubmission((body, key) =>
    api.post(`/units/${encodeURIComponent(entry.unitId)}/review-bodies/${entry.id}/end`, body, {
      key,
    }),
  );
  const end = async () => {
    if ((await submit({ to })) !== null) await client.invalidateQueries({ queryKey: bodiesKey });
  };
  const name = fill(say.bodies.endOf, { unit: entry.unitName, body: entry.bodyName });
  if (!open) {
    return (
      <Button size="small" aria-label={name} onClick={() => setOpen(true)}>
        {say.bodies.end}
      </Button>
    );
  }
  return (
    <>
      {error !== null && <ProblemNote error={error} />}
      <div className="row">
        <DateField compact label={say.bodies.to} value={to} onChange={setTo} />
        <Button size="small" loading={busy} aria-label={name} onClick={() => void end()}>
          {say.bodies.end}
        </Button>
        <Button size="small" onClick={() => setOpen(false)}>
          {say.cancel}
        </Button>
      </div>
    </>
  );
}
