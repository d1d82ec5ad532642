import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { fill } from '../words/words.ts';
import { Choice } from './choice.tsx';
import { DateField } from './date-field.tsx';
import { readTypedDate, todayInShanghai } from './date-typing.ts';
import { ErrorSummary } from './error-summary.tsx';
import { Field, type FieldAria } from './field.tsx';
import { ProblemNote } from './problem-note.tsx';
import { useUnits } from './reference-data.ts';
import { useAfterUploads } from './running-uploads.ts';
import { SearchSelect, SearchSelectMany } from './search-select.tsx';
import { readTypedTime } from './time-typing.ts';
import { TextArea } from './text-area.tsx';
import { Uploads, type Staged } from './uploads.tsx';
import { useDraft } from './use-draft.ts';
import { useSubmission } from './use-submission.ts';
import { useWords } from './words-context.tsx';

/** One field of a short form; its words are given by whoever asks. */
export interface ShortField {
  readonly name: string;
  /** `search` and `many` choose from `options` by typing; `units` several units. */
  readonly kind:
    | 'text'
    | 'area'
    | 'date'
    | 'time'
    | 'unit'
    | 'units'
    | 'choice'
    | 'search'
    | 'many'
    | 'uploads';
  readonly label: string;
  readonly help?: string;
  readonly required?: boolean;
  /** Characters of a text. */
  readonly limit?: number;
  /** Least and most of a whole number; it is sent as a number. */
  readonly range?: readonly [number, number];
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly first?: string;
}

interface Typed {
  readonly texts: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, readonly Staged[]>>;
}

const nothing: Typed = { texts: {}, files: {} };
const idOf = (name: string): string => `field-${name}`;
/** Several codes lie in a draft as one text; codes have no comma. */
const severalOf = ({ kind }: ShortField): boolean => kind === 'many' || kind === 'units';
const numberFault = (
  text: string,
  [least, most]: readonly [number, number],
  sentence: string,
): string | null => {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : -1;
  return number >= least && number <= most
    ? null
    : fill(sentence, { field: '{field}', least, most });
};
const today = (): string => todayInShanghai(Date.now());

/** A form of a few fields: kept as it is typed, checked, sent once. */
export function ShortForm<T>(props: {
  /** Under which its draft is kept. */
  readonly draft: string;
  readonly fields: readonly ShortField[];
  readonly send: (input: Record<string, unknown>, key: string) => Promise<T>;
  readonly onDone: (done: T) => void;
  readonly onLeave?: () => void;
  readonly label: string;
}) {
  const { fields, send } = props;
  const { shell } = useWords();
  const { form } = shell;
  const draft = useDraft<Typed>(props.draft, nothing);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const { submit, busy, error } = useSubmission(send);
  const textOf = ({ name, first = '' }: ShortField): string => draft.value.texts[name] ?? first;

  const faultOf = (field: ShortField): string | null => {
    if (field.kind === 'uploads') return null;
    const text = textOf(field).trim();
    if (text === '') return field.required === true ? form.required : null;
    if (field.kind === 'time') return readTypedTime(text) === null ? form.badTime : null;
    if (field.range !== undefined) return numberFault(text, field.range, form.badNumber);
    return field.kind === 'date' && readTypedDate(text, today()) === null ? form.badDate : null;
  };
  const check = (): boolean => {
    const found = fields.flatMap((field) => {
      const fault = faultOf(field);
      return fault === null ? [] : [[field.name, fill(fault, { field: field.label })] as const];
    });
    setErrors(Object.fromEntries(found));
    return found.length === 0;
  };
  const input = (): Record<string, unknown> =>
    Object.fromEntries(
      fields.flatMap((field): [string, unknown][] => {
        if (field.kind === 'uploads') {
          return [[field.name, (draft.value.files[field.name] ?? []).map(({ id }) => id)]];
        }
        const text = textOf(field).trim();
        if (text === '') return [];
        if (severalOf(field)) return [[field.name, text.split(',')]];
        if (field.kind === 'time') return [[field.name, readTypedTime(text)]];
        if (field.range !== undefined) return [[field.name, Number(text)]];
        return [[field.name, field.kind === 'date' ? readTypedDate(text, today()) : text]];
      }),
    );
  const run = async (): Promise<void> => {
    if (busy || !check()) return;
    const done = await submit(input());
    if (done === null) return;
    draft.clear();
    props.onDone(done);
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
      {draft.restored && <p className="restored">{form.draftRestored}</p>}
      <ErrorSummary
        errors={Object.entries(errors).map(([name, text]) => ({ id: idOf(name), text }))}
      />
      {error !== null && <ProblemNote error={error} />}
      {fields.map((field) => (
        <Field
          key={field.name}
          id={idOf(field.name)}
          label={field.label}
          help={field.help}
          error={errors[field.name]}
          required={field.required === true}
          optional={field.required !== true}
        >
          {(aria) =>
            field.kind === 'uploads' ? (
              <Uploads
                aria={aria}
                value={draft.value.files[field.name] ?? []}
                onChange={(change) =>
                  draft.change(({ texts, files }) => ({
                    texts,
                    files: { ...files, [field.name]: change(files[field.name] ?? []) },
                  }))
                }
              />
            ) : (
              <Control
                {...{ field, aria }}
                value={textOf(field)}
                onChange={(value) =>
                  draft.change(({ texts, files }) => ({
                    texts: { ...texts, [field.name]: value },
                    files,
                  }))
                }
              />
            )
          }
        </Field>
      ))}
      <div className="form-foot">
        <Button type="primary" htmlType="submit" loading={busy} disabled={busy}>
          {props.label}
        </Button>
        {props.onLeave !== undefined && (
          <Button onClick={props.onLeave}>{shell.action.cancel}</Button>
        )}
        <span role="status" className="quiet">
          {busy ? form.sending : ''}
        </span>
      </div>
    </form>
  );
}

function Control(props: {
  readonly field: ShortField;
  readonly aria: FieldAria;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { field, aria, value, onChange } = props;
  const { form } = useWords().shell;
  const units = useUnits(field.kind === 'unit' || field.kind === 'units');
  switch (field.kind) {
    case 'area':
      return <TextArea {...{ aria, value, onChange }} limit={field.limit} rows={3} />;
    case 'date':
      return <DateField {...{ aria, value, onChange }} />;
    case 'unit':
      return (
        <SearchSelect
          {...{ aria, value, onChange }}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
        />
      );
    case 'search':
      return <SearchSelect {...{ aria, value, onChange }} options={field.options ?? []} />;
    case 'many':
    case 'units':
      return (
        <SearchSelectMany
          aria={aria}
          value={value === '' ? [] : value.split(',')}
          options={
            field.kind === 'units'
              ? units.map(({ id, name }) => ({ value: id, label: name }))
              : (field.options ?? [])
          }
          onChange={(chosen) => onChange(chosen.join(','))}
        />
      );
    case 'choice':
      return (
        <Choice
          {...{ aria, value, onChange }}
          options={field.options ?? []}
          {...(field.first === undefined ? { empty: form.noChoice } : {})}
        />
      );
    default:
      return <Input {...aria} value={value} onChange={(event) => onChange(event.target.value)} />;
  }
}
