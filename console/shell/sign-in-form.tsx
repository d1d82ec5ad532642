import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { api } from './api.ts';
import { Field } from './field.tsx';
import { ProblemNote } from './problem-note.tsx';
import { isProblem } from './problem.ts';
import { useWords } from './words-context.tsx';

/** User name, password and, where it is bound, the one-time code. */
export function SignInForm(props: {
  readonly userName?: string;
  /** Only prove yourself again; the session goes on. */
  readonly fresh?: boolean;
  readonly onDone: (userName: string) => void;
}) {
  const { signIn } = useWords().shell;
  const [userName, setUserName] = useState(props.userName ?? '');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      const proof = { password, ...(code === '' ? {} : { code }) };
      if (props.fresh === true) await api.post('/session/fresh', proof, { open: true });
      else await api.post('/session', { userName, ...proof }, { open: true });
      props.onDone(userName);
    } catch (caught) {
      setError(caught);
      if (isProblem(caught, 'second-factor-required'))
        document.querySelector<HTMLInputElement>('#sign-in-code')?.focus();
    } finally {
      setBusy(false);
    }
  };

  return (
    <form onSubmit={(event) => void submit(event)} className="narrow-form">
      {error !== null && <ProblemNote error={error} title={signIn.failed} />}
      <Field label={signIn.userName} id="sign-in-name">
        {(aria) => (
          <Input
            {...aria}
            value={userName}
            onChange={(event) => setUserName(event.target.value)}
            autoComplete="username"
            autoFocus={props.userName === undefined}
            readOnly={props.fresh === true}
            required
          />
        )}
      </Field>
      <Field label={signIn.password} id="sign-in-password">
        {(aria) => (
          <Input
            {...aria}
            type="password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            autoComplete="current-password"
            autoFocus={props.userName !== undefined}
            required
          />
        )}
      </Field>
      <Field label={signIn.code} help={signIn.codeHelp} id="sign-in-code">
        {(aria) => (
          <Input
            {...aria}
            value={code}
            onChange={(event) => setCode(event.target.value)}
            autoComplete="one-time-code"
            inputMode="numeric"
            maxLength={40}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit" loading={busy} block>
        {signIn.submit}
      </Button>
    </form>
  );
}
