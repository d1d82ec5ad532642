import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { stages } from '../../src/capabilities/review/contract.ts';
import { api } from '../shell/api.ts';
import { Choice } from '../shell/choice.tsx';
import { DateField } from '../shell/date-field.tsx';
import { readTypedDate, todayInShanghai } from '../shell/date-typing.ts';
import { ErrorSummary } from '../shell/error-summary.tsx';
import { Field } from '../shell/field.tsx';
import { ProblemNote, useSentence } from '../shell/problem-note.tsx';
import { problemOf } from '../shell/problem.ts';
import { useUnits } from '../shell/reference-data.ts';
import { SearchSelect } from '../shell/search-select.tsx';
import { useSubmission } from '../shell/use-submission.ts';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';

export const bodiesKey = ['review-bodies'] as const;

const fields = ['unitId', 'stage', 'bodyId', 'from', 'source'] as const;
type FieldName = (typeof fields)[number];
type Typed = Readonly<Record<FieldName, string>>;

const idOf = (name: FieldName): string => `body-${name}`;
const blank = (): Typed => ({
  unitId: '',
  stage: 'review',
  bodyId: '',
  from: todayInShanghai(Date.now()),
  source: '',
});

/** A lawful body from a day on, with the rule that says so. */
export function BodyForm() {
  const { review: say } = useWords();
  const client = useQueryClient();
  const sentence = useSentence();
  const units = useUnits();
  const [typed, setTyped] = useState<Typed>(blank);
  const [missing, setMissing] = useState<Partial<Record<FieldName, string>>>({});
  const [added, setAdded] = useState(false);
  const { submit, busy, error } = useSubmission((body, key) =>
    api.post('/review-bodies', body, { key }),
  );
  const set = (change: Partial<Typed>) => {
    setAdded(false);
    setTyped((before) => ({ ...before, ...change }));
  };
  const label: Readonly<Record<FieldName, string>> = {
    unitId: say.bodies.unit,
    stage: say.bodies.stage,
    bodyId: say.bodies.body,
    from: say.bodies.from,
    source: say.bodies.source,
  };
  const run = async () => {
    const from = readTypedDate(typed.from, todayInShanghai(Date.now())) ?? '';
    const values = { ...typed, from };
    const blanks = fields.filter((name) => values[name].trim() === '');
    setMissing(
      Object.fromEntries(
        blanks.map((name) => [name, fill(say.bodies.required, { field: label[name] })]),
      ),
    );
    if (blanks.length > 0 || (await submit(values)) === null) return;
    setTyped(blank());
    setAdded(true);
    await client.invalidateQueries({ queryKey: bodiesKey });
  };
  const problem = error === null ? null : problemOf(error);
  const field = fields.find((name) => name === problem?.field);
  const errors =
    problem === null || field === undefined ? missing : { ...missing, [field]: sentence(problem) };
  const active = units.filter(({ active: lives }) => lives);
  const options = active.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <section className="panel gap-top">
      <h2>{say.bodies.add}</h2>
      <form
        noValidate
        aria-label={say.bodies.add}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void run();
        }}
      >
        <ErrorSummary
          errors={fields.flatMap((name) => {
            const text = errors[name];
            return text === undefined ? [] : [{ id: idOf(name), text }];
          })}
        />
        {error !== null && field === undefined && <ProblemNote error={error} />}
        <div className="columns">
          {(['unitId', 'bodyId'] as const).map((name) => (
            <Field key={name} id={idOf(name)} label={label[name]} error={errors[name]} required>
              {(aria) => (
                <SearchSelect
                  {...{ aria, options }}
                  value={typed[name]}
                  onChange={(value) => set({ [name]: value })}
                />
              )}
            </Field>
          ))}
          <Field id={idOf('stage')} label={label.stage} required>
            {(aria) => (
              <Choice
                aria={aria}
                value={typed.stage}
                options={stages.map((value) => ({ value, label: say.title[value] }))}
                onChange={(stage) => set({ stage })}
              />
            )}
          </Field>
          <Field id={idOf('from')} label={label.from} error={errors.from} required>
            {(aria) => (
              <DateField aria={aria} value={typed.from} onChange={(from) => set({ from })} />
            )}
          </Field>
        </div>
        <Field
          id={idOf('source')}
          label={label.source}
          help={say.bodies.sourceHelp}
          error={errors.source}
          required
        >
          {(aria) => (
            <Input
              {...aria}
              value={typed.source}
              maxLength={200}
              onChange={(event) => set({ source: event.target.value })}
            />
          )}
        </Field>
        <div className="form-foot">
          <Button type="primary" htmlType="submit" loading={busy} disabled={busy}>
            {say.bodies.add}
          </Button>
          <span role="status">{added ? say.bodies.added : ''}</span>
        </div>
      </form>
    </section>
  );
}
