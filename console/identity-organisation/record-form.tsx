import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useCallback, useState, type FormEvent } from 'react';
import { Choice } from '../shell/choice.tsx';
import { Field } from '../shell/field.tsx';
import { ProblemNote, useSentence } from '../shell/problem-note.tsx';
import { problemOf } from '../shell/problem.ts';
import { SearchSelect } from '../shell/search-select.tsx';
import { useDraft } from '../shell/use-draft.ts';
import { useSubmission } from '../shell/use-submission.ts';
import { useWords } from '../shell/words-context.tsx';

export interface RecordField {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly required?: boolean;
  readonly secret?: boolean;
  /** A short list is a plain choice, a long one is typed into. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly long?: boolean;
}

type Typed = Readonly<Record<string, string>>;

/** A small form of an administrator: fields in, one request out. */
export function RecordForm(props: {
  readonly name: string;
  readonly title: string;
  readonly fields: readonly RecordField[];
  readonly initial?: Typed;
  readonly send: (typed: Typed, key: string) => Promise<unknown>;
  readonly onDone?: () => void;
}) {
  const { shell, organisation } = useWords();
  const client = useQueryClient();
  const sentence = useSentence();
  const [saved, setSaved] = useState(false);
  const [initial] = useState(() => props.initial ?? {});
  // Secrets never lie in a draft.
  const draft = useDraft<Typed>(`record:${props.name}`, initial);
  const [secrets, setSecrets] = useState<Typed>({});
  const { send } = props;
  const { submit, busy, error } = useSubmission(
    useCallback((body: unknown, key: string) => send(body as Typed, key), [send]),
  );
  const problem = error === null ? null : problemOf(error);
  const known = props.fields.some(({ name }) => name === problem?.field);
  const run = async (event: FormEvent) => {
    event.preventDefault();
    setSaved(false);
    const typed = Object.entries({ ...draft.value, ...secrets }).filter(
      ([, value]) => value !== '',
    );
    const done = await submit(Object.fromEntries(typed));
    if (done === null) return;
    draft.clear();
    setSecrets({});
    setSaved(true);
    await client.invalidateQueries();
    props.onDone?.();
  };
  return (
    <form className="panel gap-top" onSubmit={(event) => void run(event)}>
      <h2>{props.title}</h2>
      {error !== null && !known && <ProblemNote error={error} />}
      <div className="columns">
        {props.fields.map((field) => {
          const value = (field.secret === true ? secrets : draft.value)[field.name] ?? '';
          const change = (next: string) =>
            field.secret === true
              ? setSecrets({ ...secrets, [field.name]: next })
              : draft.change((before) => ({ ...before, [field.name]: next }));
          const { options } = field;
          return (
            <Field
              key={field.name}
              label={field.label}
              help={field.help}
              required={field.required === true}
              optional={field.required !== true}
              error={
                problem !== null && problem.field === field.name ? sentence(problem) : undefined
              }
            >
              {(aria) => {
                if (options === undefined) {
                  return (
                    <Input
                      {...aria}
                      type={field.secret === true ? 'password' : 'text'}
                      autoComplete={field.secret === true ? 'new-password' : 'off'}
                      value={value}
                      required={field.required === true}
                      onChange={(event) => change(event.target.value)}
                    />
                  );
                }
                return field.long === true ? (
                  <SearchSelect aria={aria} value={value} options={options} onChange={change} />
                ) : (
                  <Choice
                    aria={aria}
                    empty={shell.form.noChoice}
                    value={value}
                    options={options}
                    onChange={change}
                  />
                );
              }}
            </Field>
          );
        })}
      </div>
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy}>
          {shell.action.save}
        </Button>
        <span role="status">{saved && organisation.saved}</span>
      </div>
    </form>
  );
}
