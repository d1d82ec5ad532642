import { Button, Input } from 'antd';
import { useEffect, useState, type FormEvent } from 'react';
import { api } from './api.ts';
import { Field } from './field.tsx';
import { ProblemNote } from './problem-note.tsx';
import { isProblem } from './problem.ts';
import { Waiting } from './waiting.tsx';
import { useWords } from './words-context.tsx';

interface Secret {
  readonly secret: string;
  readonly picture: string;
}

/** Picture to scan, code to prove it, recovery codes to keep. */
export function EnrolSecondFactor({ onDone }: { readonly onDone: () => void }) {
  const { enrol, action } = useWords().shell;
  const [secret, setSecret] = useState<Secret | null>(null);
  const [code, setCode] = useState('');
  const [recovery, setRecovery] = useState<readonly string[] | null>(null);
  const [error, setError] = useState<unknown>(null);

  useEffect(() => {
    let gone = false;
    api
      .post<Secret>('/totp', undefined)
      .then((made) => (gone ? undefined : setSecret(made)))
      .catch((caught: unknown) => setError(caught));
    return () => {
      gone = true;
    };
  }, []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setError(null);
    try {
      const made = await api.put<{ recoveryCodes: string[] }>('/totp', { code });
      setRecovery(made.recoveryCodes);
    } catch (caught) {
      setError(caught);
    }
  };

  const isWrong = isProblem(error, 'sign-in-wrong');
  if (recovery !== null) {
    return (
      <section aria-live="polite">
        <h2>{enrol.recovery}</h2>
        <p>{enrol.recoveryHelp}</p>
        <ul className="codes">
          {recovery.map((each) => (
            <li key={each}>
              <code>{each}</code>
            </li>
          ))}
        </ul>
        <div className="row">
          <Button onClick={() => window.print()}>{action.print}</Button>
          <Button type="primary" onClick={onDone}>
            {enrol.done}
          </Button>
        </div>
      </section>
    );
  }
  return (
    <form className="narrow-form" onSubmit={(event) => void submit(event)}>
      {error !== null && !isWrong && <ProblemNote error={error} />}
      <p>{enrol.scan}</p>
      {secret === null ? (
        <Waiting />
      ) : (
        <>
          <img src={secret.picture} alt={enrol.picture} width={200} height={200} />
          <p>
            {enrol.secret} <code className="break">{secret.secret}</code>
          </p>
        </>
      )}
      <Field label={enrol.enter} error={isWrong ? enrol.wrong : undefined}>
        {(aria) => (
          <Input
            {...aria}
            value={code}
            onChange={(event) => setCode(event.target.value)}
            inputMode="numeric"
            autoComplete="one-time-code"
            required
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit" disabled={secret === null}>
        {enrol.submit}
      </Button>
    </form>
  );
}
