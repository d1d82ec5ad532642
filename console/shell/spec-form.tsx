import { Button } from 'antd';
import { useState, type FormEvent, type ReactNode } from 'react';
import { fill } from '../words/words.ts';
import { readTypedDate, todayInShanghai } from './date-typing.ts';
import { ErrorSummary } from './error-summary.tsx';
import { Field, type FieldAria } from './field.tsx';
import { ProblemNote } from './problem-note.tsx';
import { useAfterUploads } from './running-uploads.ts';
import { Tick } from './tick.tsx';
import { useSubmission } from './use-submission.ts';
import { useWords } from './words-context.tsx';

export type Values = Readonly<Record<string, unknown>>;

/** A new value, or what makes it of the one before. */
export type Change = NonNullable<unknown> | null | ((before: unknown) => unknown);

/** A field as the form itself sees it; how it is filled is for whoever asks. */
export interface SpecField {
  readonly name: string;
  readonly kind: string;
  readonly label: string;
  readonly required?: boolean;
}

/** What a control gets. */
export interface ControlProps<F> {
  readonly field: F;
  readonly value: unknown;
  readonly aria: FieldAria;
  readonly onChange: (value: Change) => void;
}

const idOf = (name: string): string => `field-${name}`;
const today = (): string => todayInShanghai(Date.now());

/** A date as it was meant; what is no date stays as it was typed. */
export const readDay = (text: string): string => readTypedDate(text, today()) ?? text;

const isNoDate = (value: unknown): boolean =>
  typeof value === 'string' && value.trim() !== '' && readTypedDate(value, today()) === null;

/** Nothing typed, nothing chosen. */
export const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** A form made of a list of fields: typed, checked, sent once. */
export function SpecForm<T, F extends SpecField>(props: {
  readonly fields: readonly F[];
  /** What stands in the fields at first. */
  readonly first: Values;
  /** Of the button that sends it. */
  readonly label: string;
  readonly help?: string | undefined;
  readonly labels: Readonly<Record<F['label'], string>>;
  readonly helpOf?: (field: F) => string | undefined;
  readonly inputOf: (values: Values) => Record<string, unknown>;
  readonly renderControl: (props: ControlProps<F>) => ReactNode;
  readonly send: (input: Record<string, unknown>, key: string) => Promise<T>;
  readonly onDone: (done: T) => void;
  readonly onLeave?: (() => void) | undefined;
}) {
  const { fields, send, labels } = props;
  const { form: say, action } = useWords().shell;
  const [values, setValues] = useState<Values>(props.first);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const { submit, busy, error } = useSubmission(send);
  const labelOf = (field: F): string => labels[field.label as F['label']];

  const faultOf = (field: F): string | null => {
    const value = values[field.name];
    const words = { field: labelOf(field) };
    if (field.required === true && isBlank(value)) return fill(say.required, words);
    return field.kind === 'date' && isNoDate(value) ? fill(say.badDate, words) : null;
  };
  const run = async () => {
    if (busy) return;
    const found = fields.flatMap((field) => {
      const fault = faultOf(field);
      return fault === null ? [] : [[field.name, fault] as const];
    });
    setErrors(Object.fromEntries(found));
    if (found.length > 0) return;
    const done = await submit(props.inputOf(values));
    if (done !== null) props.onDone(done);
  };
  const { start } = useAfterUploads(run);
  const change = (name: string) => (value: Change) =>
    setValues((before) => ({
      ...before,
      // Files arrive one after the other while the form is open.
      [name]:
        typeof value === 'function' ? (value as (old: unknown) => unknown)(before[name]) : value,
    }));
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
      {fields.map((field) =>
        field.kind === 'check' ? (
          <div key={field.name} className="field">
            <Tick
              id={idOf(field.name)}
              checked={values[field.name] === true}
              onChange={change(field.name)}
            >
              {labelOf(field)}
            </Tick>
          </div>
        ) : (
          <Field
            key={field.name}
            id={idOf(field.name)}
            label={labelOf(field)}
            help={props.helpOf?.(field)}
            error={errors[field.name]}
            required={field.required === true}
            optional={field.required !== true}
          >
            {(aria) =>
              props.renderControl({
                field,
                aria,
                value: values[field.name],
                onChange: change(field.name),
              })
            }
          </Field>
        ),
      )}
      <div className="form-foot">
        <Button type="primary" htmlType="submit" loading={busy} disabled={busy}>
          {props.label}
        </Button>
        {props.onLeave !== undefined && <Button onClick={props.onLeave}>{action.back}</Button>}
        <span role="status" className="quiet">
          {busy ? say.sending : ''}
        </span>
      </div>
    </form>
  );
}
