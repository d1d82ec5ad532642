import { Button, Input } from 'antd';
import { useCallback, useState, type FormEvent } from 'react';
import { api } from '../shell/api.ts';
import { Choice } from '../shell/choice.tsx';
import { Field } from '../shell/field.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useSubmission } from '../shell/use-submission.ts';
import { useWords } from '../shell/words-context.tsx';
import { fill, keysOf } from '../words/words.ts';

interface Row {
  readonly code: string;
  readonly name: string;
  readonly level: string;
}

/** Regions from the top down, the office in the last one, and its first administrator. */
export function OwnOfficeForm({ onDone }: { readonly onDone: () => void }) {
  const { organisation: say, terms, shell } = useWords();
  const { setup } = say;
  const [regions, setRegions] = useState<readonly Row[]>([{ code: '', name: '', level: 'county' }]);
  const [office, setOffice] = useState('');
  const [person, setPerson] = useState({ userName: '', displayName: '', password: '' });
  const send = useCallback(
    (body: unknown, key: string) => api.post<unknown>('/setup', body, { key, open: true }),
    [],
  );
  const { submit, busy, error } = useSubmission(send);
  const change = (at: number, next: Partial<Row>) =>
    setRegions(regions.map((row, place) => (place === at ? { ...row, ...next } : row)));
  const run = async (event: FormEvent) => {
    event.preventDefault();
    if ((await submit({ regions, office, administrator: person })) !== null) onDone();
  };
  const text = (label: string, value: string, set: (value: string) => void, type = 'text') => (
    <Field label={label} required {...(type === 'password' ? { help: setup.passwordHelp } : {})}>
      {(aria) => (
        <Input
          {...aria}
          type={type}
          value={value}
          required
          autoComplete={type === 'password' ? 'new-password' : 'off'}
          onChange={(event) => set(event.target.value)}
        />
      )}
    </Field>
  );
  return (
    <form onSubmit={(event) => void run(event)}>
      {error !== null && <ProblemNote error={error} />}
      <fieldset className="fieldset">
        <legend>{setup.regions}</legend>
        {regions.map((row, at) => (
          // Rows have no identity before they are saved.
          // eslint-disable-next-line react/no-array-index-key
          <div key={at} className="columns">
            {text(setup.regionCode, row.code, (code) => change(at, { code }))}
            {text(setup.regionName, row.name, (name) => change(at, { name }))}
            <Field label={say.level}>
              {(aria) => (
                <Choice
                  aria={aria}
                  value={row.level}
                  options={keysOf(terms.level).map((each) => ({
                    value: each,
                    label: terms.level[each],
                  }))}
                  onChange={(level) => change(at, { level })}
                />
              )}
            </Field>
            {regions.length > 1 && (
              <Button
                size="small"
                onClick={() => setRegions(regions.filter((_, place) => place !== at))}
              >
                {fill(setup.removeRegion, { name: row.name })}
              </Button>
            )}
          </div>
        ))}
        {regions.length < 5 && (
          <Button
            size="small"
            onClick={() => setRegions([...regions, { code: '', name: '', level: 'township' }])}
          >
            {setup.addRegion}
          </Button>
        )}
      </fieldset>
      {text(setup.office, office, setOffice)}
      <fieldset className="fieldset">
        <legend>{setup.administrator}</legend>
        {text(say.userName, person.userName, (userName) => setPerson({ ...person, userName }))}
        {text(say.displayName, person.displayName, (displayName) =>
          setPerson({ ...person, displayName }),
        )}
        {text(
          shell.signIn.password,
          person.password,
          (password) => setPerson({ ...person, password }),
          'password',
        )}
      </fieldset>
      <Button type="primary" htmlType="submit" loading={busy}>
        {setup.submit}
      </Button>
    </form>
  );
}
