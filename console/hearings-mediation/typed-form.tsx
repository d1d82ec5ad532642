import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useCallback, useState, type FormEvent } from 'react';
import type { MemberView, ProceedingView } from '../../src/capabilities/hearings-mediation/view.ts';
import { api } from '../shell/api.ts';
import { Choice } from '../shell/choice.tsx';
import { DateField } from '../shell/date-field.tsx';
import { readTypedDate, todayInShanghai } from '../shell/date-typing.ts';
import { ErrorSummary } from '../shell/error-summary.tsx';
import { Field, type FieldAria } from '../shell/field.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useRegions, useUnits } from '../shell/reference-data.ts';
import { SearchSelect, SearchSelectMany } from '../shell/search-select.tsx';
import { TextArea } from '../shell/text-area.tsx';
import { Tick } from '../shell/tick.tsx';
import { useAfterUploads } from '../shell/running-uploads.ts';
import { Uploads, type Staged } from '../shell/uploads.tsx';
import { useSubmission } from '../shell/use-submission.ts';
import { useWords } from '../shell/words-context.tsx';
import { fill, keysOf } from '../words/words.ts';
import { initialValues, inputOf, missingIn, type Spec, type Values } from './forms.ts';

/** The roster, asked for where somebody is chosen from it. */
export const useRoster = (enabled = true): readonly MemberView[] =>
  useQuery({
    queryKey: ['roster'],
    queryFn: ({ signal }) => api.get<{ items: MemberView[] }>('/roster', { signal }),
    staleTime: 60_000,
    enabled,
  }).data?.items ?? [];

const idOf = (name: string): string => `field-${name}`;

const today = (): string => todayInShanghai(Date.now());
const readDay = (text: string): string => readTypedDate(text, today()) ?? text;

/** A form made of a list of fields: typed, checked, sent once. */
export function TypedForm<T>(props: {
  readonly fields: readonly Spec[];
  readonly send: (input: Record<string, unknown>, key: string) => Promise<T>;
  readonly onDone: (done: T) => void;
  readonly onLeave?: () => void;
  readonly label: string;
  readonly help?: string | undefined;
  readonly proceeding?: ProceedingView | undefined;
  /** What stands in the fields at first, beside what the fields say of themselves. */
  readonly first?: Values;
}) {
  const { fields, send } = props;
  const { hearings: say } = useWords();
  const [values, setValues] = useState<Values>(() => ({
    ...initialValues(fields),
    ...props.first,
  }));
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
      .filter(({ kind, name }) => {
        const typed = values[name];
        const filled = typeof typed === 'string' && typed.trim() !== '';
        return kind === 'date' && filled && readTypedDate(typed, today()) === null;
      })
      .map(({ name, label }) => [name, fill(say.badDate, { field: say.label[label] })]);
    const found = Object.fromEntries([...blank, ...wrong]) as Record<string, string>;
    setErrors(found);
    return Object.keys(found).length === 0;
  };

  const run = async () => {
    if (busy || !check()) return;
    const done = await submit(inputOf(fields, values, readDay));
    if (done !== null) props.onDone(done);
  };

  const { start } = useAfterUploads(run);
  return (
    <form
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        start();
      }}
    >
      {props.help !== undefined && <p className="quiet form-help">{props.help}</p>}
      <ErrorSummary
        errors={Object.entries(errors).map(([name, text]) => ({ id: idOf(name), text }))}
      />
      {error !== null && <ProblemNote error={error} />}
      {fields.map((field) => (
        <TypedField
          key={field.name}
          field={field}
          value={values[field.name]}
          error={errors[field.name]}
          proceeding={props.proceeding}
          onChange={(value) =>
            setValues((before) => ({
              ...before,
              // Files arrive one after the other while the form is open.
              [field.name]: typeof value === 'function' ? value(before[field.name]) : value,
            }))
          }
        />
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

/** A new value, or what makes it of the one before. */
type Change = NonNullable<unknown> | ((before: unknown) => unknown);

interface Props {
  readonly field: Spec;
  readonly value: unknown;
  readonly error?: string | undefined;
  readonly proceeding?: ProceedingView | undefined;
  readonly onChange: (value: Change) => void;
}

function TypedField(props: Props) {
  const { field, value, onChange } = props;
  const { hearings: say } = useWords();
  if (field.kind === 'check') {
    return (
      <div className="field">
        <Tick id={idOf(field.name)} checked={value === true} onChange={onChange}>
          {say.label[field.label]}
        </Tick>
      </div>
    );
  }
  return (
    <Field
      id={idOf(field.name)}
      label={say.label[field.label]}
      error={props.error}
      required={field.required === true}
      optional={field.required !== true}
    >
      {(aria) => <Control {...props} aria={aria} />}
    </Field>
  );
}

function Control(props: Props & { readonly aria: FieldAria }) {
  const { field, value, aria, onChange, proceeding } = props;
  const { hearings: say } = useWords();
  const text = typeof value === 'string' ? value : '';
  const many = Array.isArray(value) ? (value as string[]) : [];
  const units = useUnits(field.kind === 'unit');
  const regions = useRegions(field.kind === 'region');
  const roster = useRoster(field.kind === 'member' || field.kind === 'members');
  const members = roster
    .filter(({ active }) => active)
    .map(({ id, name, kinds }) => ({
      value: id,
      label: `${name}（${kinds.map((kind) => say.memberKind[kind]).join('、')}）`,
    }));
  const group: Readonly<Record<string, string>> = say[field.group ?? 'mode'];
  const listed = keysOf(group).map((each) => ({ value: each, label: group[each] ?? each }));
  const seats = (proceeding?.hearing?.panel ?? [])
    .filter(({ state }) => state === 'seated')
    .map(({ memberId, name }) => ({ value: memberId, label: name }));
  const parties = (proceeding?.hearing?.parties ?? proceeding?.mediation?.parties ?? []).map(
    ({ id, name, role }) => ({ value: id, label: `${say.partyRole[role]}：${name}` }),
  );
  switch (field.kind) {
    case 'area':
      return <TextArea aria={aria} value={text} limit={50_000} onChange={onChange} />;
    case 'date':
      return <DateField aria={aria} value={text} onChange={onChange} />;
    case 'choice':
    case 'seat':
    case 'party':
      return (
        <Choice
          aria={aria}
          empty={say.choosePlaceholder}
          value={text}
          options={field.kind === 'seat' ? seats : field.kind === 'party' ? parties : listed}
          onChange={onChange}
        />
      );
    case 'choices':
    case 'parties':
    case 'members':
      return (
        <SearchSelectMany
          aria={aria}
          value={many}
          options={field.kind === 'choices' ? listed : field.kind === 'parties' ? parties : members}
          onChange={onChange}
        />
      );
    case 'uploads':
      return (
        <Uploads
          aria={aria}
          value={(value as readonly Staged[] | undefined) ?? []}
          onChange={(change) => onChange((before) => change(before as readonly Staged[]))}
        />
      );
    case 'unit':
    case 'region':
    case 'member':
      return (
        <SearchSelect
          aria={aria}
          value={text}
          options={
            field.kind === 'unit'
              ? units
                  .filter(({ active }) => active)
                  .map(({ id, name }) => ({ value: id, label: name }))
              : field.kind === 'region'
                ? regions.map(({ code, name }) => ({ value: code, label: `${name} ${code}` }))
                : members
          }
          onChange={onChange}
        />
      );
    default:
      return <Input {...aria} value={text} onChange={(event) => onChange(event.target.value)} />;
  }
}
