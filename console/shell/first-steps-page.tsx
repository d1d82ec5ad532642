import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { api } from './api.ts';
import { EnrolSecondFactor } from './enrol-second-factor.tsx';
import { Field } from './field.tsx';
import { usePageTitle } from './page-title.ts';
import { ProblemNote } from './problem-note.tsx';
import type { Session } from './session.tsx';
import { useWords } from './words-context.tsx';

/** What has to be done before anything else is open. */
export function FirstStepsPage(props: {
  readonly todo: NonNullable<Session['todo']>;
  readonly onDone: () => void;
}) {
  const { shell } = useWords();
  const enrolling = props.todo === 'enrol-second-factor';
  const title = enrolling ? shell.enrol.title : shell.password.title;
  usePageTitle(title);
  return (
    <div className="card-page">
      <main className="card">
        <h1>{title}</h1>
        <p>{enrolling ? shell.enrol.why : shell.password.why}</p>
        {enrolling ? (
          <EnrolSecondFactor onDone={props.onDone} />
        ) : (
          <PasswordForm onDone={props.onDone} />
        )}
      </main>
    </div>
  );
}

/** The old password once, the new one once; the server says when it is too weak. */
export function PasswordForm({ onDone }: { readonly onDone: () => void }) {
  const { password, signIn } = useWords().shell;
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [code, setCode] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await api.put('/password', { current, next, ...(code === '' ? {} : { code }) });
      onDone();
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="narrow-form" onSubmit={(event) => void submit(event)}>
      {error !== null && <ProblemNote error={error} />}
      <Field label={password.current}>
        {(aria) => (
          <Input
            {...aria}
            type="password"
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.target.value)}
            required
          />
        )}
      </Field>
      <Field label={password.next} help={password.help}>
        {(aria) => (
          <Input
            {...aria}
            type="password"
            autoComplete="new-password"
            value={next}
            onChange={(event) => setNext(event.target.value)}
            required
          />
        )}
      </Field>
      <Field label={signIn.code} help={signIn.codeHelp}>
        {(aria) => (
          <Input
            {...aria}
            autoComplete="one-time-code"
            inputMode="numeric"
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit" loading={busy}>
        {password.submit}
      </Button>
    </form>
  );
}
