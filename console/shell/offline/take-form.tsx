import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { Field } from '../field.tsx';
import { ProblemNote } from '../problem-note.tsx';
import { useWords } from '../words-context.tsx';
import { shortestWord } from './door.ts';
import { useFieldWork } from './field-context.ts';
import { keepPages } from './shell-worker.ts';

/**
 * Takes something along: the first time with a word that opens it without network. Only when the
 * pages themselves lie in the browser it says that one can go.
 */
export function TakeForm(props: {
  readonly kind: string;
  readonly label: string;
  /** Downloads what is wanted, as little as the work outside needs. */
  readonly download: () => Promise<readonly { readonly id: string; readonly value: unknown }[]>;
}) {
  const { offline } = useWords();
  const { session, store, makeStore } = useFieldWork();
  const [word, setWord] = useState('');
  const [busy, setBusy] = useState(false);
  const [short, setShort] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [done, setDone] = useState<'ready' | 'cannot' | null>(null);
  if (session === null) return null;

  const take = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const tooShort = store === null && [...word].length < shortestWord;
    setShort(tooShort);
    if (tooShort) return;
    setBusy(true);
    setError(null);
    setDone(null);
    try {
      const values = await props.download();
      const into = store ?? (await makeStore(word));
      await into?.take(props.kind, values, Date.now());
      setDone(into !== null && (await keepPages()) ? 'ready' : 'cannot');
      setWord('');
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void take(event)} className="field-form">
      {error !== null && <ProblemNote error={error} />}
      {store === null && (
        <Field
          label={offline.take.word}
          help={offline.take.wordHelp}
          error={short ? offline.take.short : undefined}
          id="take-word"
        >
          {(aria) => (
            <Input
              {...aria}
              type="password"
              autoComplete="new-password"
              size="large"
              value={word}
              onChange={({ target }) => setWord(target.value)}
            />
          )}
        </Field>
      )}
      <Button htmlType="submit" size="large" block loading={busy}>
        {props.label}
      </Button>
      <p role="status">{done !== null && offline.take[done]}</p>
    </form>
  );
}
