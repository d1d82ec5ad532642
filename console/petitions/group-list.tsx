import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { api } from '../shell/api.ts';
import { Field } from '../shell/field.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { TextArea } from '../shell/text-area.tsx';
import { Tick } from '../shell/tick.tsx';
import { newKey } from '../shell/use-submission.ts';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';

/** A part answers within a second or two, so that the count moves while somebody waits. */
const partSize = 50;

interface Listed {
  readonly row: number;
  readonly number: string;
}

interface Answered extends Listed {
  readonly outcome: 'joined' | 'member' | 'refused';
  readonly detail: string | null;
}

/** One number a line, or divided by commas; a number itself may hold spaces. */
const pasted = (text: string): readonly Listed[] =>
  text
    .split(/[\n,，;；、\t]/)
    .map((number) => number.trim())
    .filter((number) => number !== '')
    .map((number, at) => ({ row: at + 1, number: number.slice(0, 60) }));

/** A whole list joins the group: pasted, or read from a sheet; what is wrong is told by its row. */
export function GroupList({ id }: { readonly id: string }) {
  const say = useWords().petition.group.join;
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [read, setRead] = useState<readonly Listed[] | null>(null);
  const [consent, setConsent] = useState(false);
  const [reason, setReason] = useState('');
  const [results, setResults] = useState<readonly Answered[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  // Kept while the list stays the same, so that a lost answer joins nobody twice.
  const key = useRef(newKey());
  const list = read ?? pasted(text);

  const readFile = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const form = new FormData();
    form.append('file', file);
    setError(null);
    setResults([]);
    try {
      setRead((await api.post<{ members: Listed[] }>('/groups/read-list', form)).members);
      key.current = newKey();
    } catch (caught) {
      setError(caught);
    }
  };

  const send = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    const answers: Answered[] = [];
    setResults([]);
    try {
      for (let at = 0; at < list.length; at += partSize) {
        const members = list.slice(at, at + partSize);
        const body = { members, consent, reason };
        const options = { key: `${key.current}-${at}` };
        const part = await api.post<{ results: Answered[] }>(
          `/groups/${id}/members`,
          body,
          options,
        );
        answers.push(...part.results);
        setResults([...answers]);
      }
      key.current = newKey();
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
      void client.invalidateQueries({ queryKey: ['group', id] });
    }
  };

  const count = (outcome: Answered['outcome']): number =>
    results.filter((each) => each.outcome === outcome).length;
  const wrong = results.filter(({ outcome }) => outcome === 'refused');
  return (
    <details className="panel gap-top">
      <summary>{say.title}</summary>
      <p className="quiet form-help">{say.intro}</p>
      <Field label={say.numbers} help={say.numbersHelp}>
        {(aria) => (
          <TextArea
            aria={aria}
            value={text}
            rows={4}
            onChange={(next) => {
              setText(next);
              setRead(null);
              key.current = newKey();
            }}
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
        {list.length > 0 && results.length === 0 && fill(say.read, { count: list.length })}
        {results.length > 0 &&
          fill(say.done, {
            at: results.length,
            count: list.length,
            joined: count('joined'),
            member: count('member'),
            wrong: wrong.length,
          })}
      </p>
      <Field label={say.reason} help={say.reasonHelp}>
        {(aria) => <TextArea aria={aria} value={reason} rows={2} onChange={setReason} />}
      </Field>
      <Tick checked={consent} onChange={setConsent}>
        {say.consent}
      </Tick>
      {error !== null && <ProblemNote error={error} />}
      <p>
        <Button
          type="primary"
          loading={busy}
          disabled={list.length === 0}
          onClick={() => void send()}
        >
          {fill(say.send, { count: list.length })}
        </Button>
      </p>
      {wrong.length > 0 && (
        <div className="table-scroll" tabIndex={0} role="group" aria-label={say.wrong}>
          <table className="table">
            <caption>{say.wrong}</caption>
            <thead>
              <tr>
                <th scope="col">{say.row}</th>
                <th scope="col">{say.number}</th>
                <th scope="col">{say.why}</th>
              </tr>
            </thead>
            <tbody>
              {wrong.map(({ row, number, detail }) => (
                <tr key={row}>
                  <td className="figure">{row}</td>
                  <td className="figure">{number}</td>
                  <td>{detail}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}
