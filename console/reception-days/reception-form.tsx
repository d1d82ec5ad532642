import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useCallback, useState, type FormEvent } from 'react';
import type { LeaderView } from '../../src/capabilities/reception-days/view.ts';
import { api } from '../shell/api.ts';
import { Choice } from '../shell/choice.tsx';
import { DateField } from '../shell/date-field.tsx';
import { readTypedDate, todayInShanghai } from '../shell/date-typing.ts';
import { ErrorSummary } from '../shell/error-summary.tsx';
import { Field, type FieldAria } from '../shell/field.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useCategories, useRegions, useUnits } from '../shell/reference-data.ts';
import { SearchSelect, SearchSelectMany } from '../shell/search-select.tsx';
import { TextArea } from '../shell/text-area.tsx';
import { useSubmission } from '../shell/use-submission.ts';
import { useWords } from '../shell/words-context.tsx';
import { fill, keysOf } from '../words/words.ts';
import { inputOf, isBlank, missingIn, textOf, type Spec, type Values } from './fields.ts';

/** Leaders who receive, asked for where one is chosen. */
export const useLeaders = (enabled = true): readonly LeaderView[] =>
  useQuery({
    queryKey: ['reception-leaders'],
    queryFn: ({ signal }) => api.get<{ items: LeaderView[] }>('/reception-leaders', { signal }),
    staleTime: 60_000,
    enabled,
  }).data?.items ?? [];

const idOf = (name: string): string => `field-${name}`;
const today = (): string => todayInShanghai(Date.now());

/** A form made of a list of fields: typed, checked, sent once. */
export function ReceptionForm<T>(props: {
  readonly fields: readonly Spec[];
  readonly first?: Values;
  readonly label: string;
  readonly send: (input: Record<string, unknown>, key: string) => Promise<T>;
  readonly onDone: (done: T) => void;
  readonly onLeave?: () => void;
}) {
  const { fields, send } = props;
  const { receptions: say } = useWords();
  const [values, setValues] = useState<Values>(props.first ?? {});
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const post = useCallback(
    (input: Record<string, unknown>, key: string) => send(input, key),
    [send],
  );
  const { submit, busy, error } = useSubmission(post);

  const check = (): boolean => {
    const blank = missingIn(fields, values).map(({ name, label }) => [
      name,
      fill(say.required, { field: say.label[label] }),
    ]);
    const wrong = fields
      .filter(
        ({ kind, name }) =>
          kind === 'date' &&
          !isBlank(values[name]) &&
          readTypedDate(textOf(values[name]), today()) === null,
      )
      .map(({ name, label }) => [name, fill(say.badDate, { field: say.label[label] })]);
    const found = Object.fromEntries([...wrong, ...blank]) as Record<string, string>;
    setErrors(found);
    return Object.keys(found).length === 0;
  };

  const run = async () => {
    if (busy || !check()) return;
    const done = await submit(inputOf(fields, values));
    if (done !== null) props.onDone(done);
  };

  return (
    <form
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void run();
      }}
    >
      <ErrorSummary
        errors={Object.entries(errors).map(([name, text]) => ({ id: idOf(name), text }))}
      />
      {error !== null && <ProblemNote error={error} />}
      {fields.map((field) => (
        <Field
          key={field.name}
          id={idOf(field.name)}
          label={say.label[field.label]}
          help={field.help === undefined ? undefined : say.help[field.help]}
          error={errors[field.name]}
          required={field.required === true}
          optional={field.required !== true}
        >
          {(aria) => (
            <Control
              field={field}
              value={values[field.name]}
              aria={aria}
              onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
            />
          )}
        </Field>
      ))}
      <div className="form-foot">
        <Button type="primary" htmlType="submit" loading={busy} disabled={busy}>
          {props.label}
        </Button>
        {props.onLeave !== undefined && <Button onClick={props.onLeave}>{say.back}</Button>}
        <span role="status" className="quiet">
          {busy ? say.sending : ''}
        </span>
      </div>
    </form>
  );
}

interface Props {
  readonly field: Spec;
  readonly value: unknown;
  readonly aria: FieldAria;
  readonly onChange: (value: unknown) => void;
}

/** Lists that one chooses from; each is asked for by its own field only. */
function useOptions(kind: Spec['kind']) {
  const units = useUnits(kind === 'unit' || kind === 'units');
  const regions = useRegions(kind === 'region' || kind === 'regions');
  const categories = useCategories(kind === 'topics');
  const leaders = useLeaders(kind === 'leader' || kind === 'leaders');
  return [
    ...units.map(({ id, name }) => ({ value: id, label: name })),
    ...regions.map(({ code, name }) => ({ value: code, label: name })),
    ...categories.map(({ code, name }) => ({ value: code, label: name })),
    ...leaders.map(({ id, name, post }) => ({ value: id, label: `${name}（${post}）` })),
  ];
}

function Control({ field, value, aria, onChange }: Props) {
  const { receptions: say } = useWords();
  const options = useOptions(field.kind);
  const text = Array.isArray(value) ? value.join('、') : textOf(value);
  switch (field.kind) {
    case 'area':
      return <TextArea aria={aria} value={text} onChange={onChange} />;
    case 'date':
      return (
        <DateField
          aria={aria}
          value={text}
          onChange={(typed) => onChange(readTypedDate(typed, today()) ?? typed)}
        />
      );
    case 'choice': {
      const group: Readonly<Record<string, string>> = say[field.group ?? 'kind'];
      const listed = keysOf(group).map((each) => ({ value: each, label: group[each] ?? each }));
      return (
        <Choice aria={aria} value={text} empty={say.choose} options={listed} onChange={onChange} />
      );
    }
    case 'leader':
    case 'unit':
    case 'region':
      return <SearchSelect {...{ aria, options, onChange }} value={text} />;
    case 'leaders':
    case 'units':
    case 'regions':
    case 'topics':
      return (
        <SearchSelectMany
          {...{ aria, options, onChange }}
          value={Array.isArray(value) ? (value as string[]) : []}
        />
      );
    case 'upload':
      return <ProofFile {...{ aria, onChange }} />;
    case 'time':
      return (
        <Input
          {...aria}
          type="time"
          className="short"
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'text':
    case 'list':
    case 'number':
      return (
        <Input
          {...aria}
          inputMode={field.kind === 'number' ? 'numeric' : 'text'}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}

/** A picture or page that proves a notice: taken at once, bound to the day when the form is sent. */
function ProofFile({ aria, onChange }: Pick<Props, 'aria' | 'onChange'>) {
  const { receptions: say } = useWords();
  const [error, setError] = useState<unknown>(null);
  const take = async (file: File) => {
    const form = new FormData();
    form.append('file', file);
    setError(null);
    try {
      const taken = await api.post<{ uploads: { id: string }[] }>('/uploads', form);
      onChange(taken.uploads[0]?.id ?? null);
    } catch (caught) {
      setError(caught);
    }
  };
  return (
    <>
      <input
        {...aria}
        type="file"
        accept="image/*,application/pdf"
        aria-label={say.label.upload}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) void take(file);
        }}
      />
      {error !== null && <ProblemNote error={error} />}
    </>
  );
}
