import { useId, type ReactNode } from 'react';
import { useWords } from './words-context.tsx';

/** What a control needs to belong to its label, help and error. */
export interface FieldAria {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-required'?: true;
}

/** Label above, control, help under it, error beside it. */
export function Field(props: {
  readonly label: string;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  /** Where its content comes from, said beside it until somebody has changed it. */
  readonly mark?: string | undefined;
  readonly required?: boolean;
  readonly optional?: boolean;
  /** Says so where most other fields may stay empty. */
  readonly needed?: boolean;
  readonly id?: string;
  readonly className?: string;
  readonly children: (aria: FieldAria) => ReactNode;
}) {
  const made = useId();
  const { form } = useWords().shell;
  const id = props.id ?? made;
  const help = props.help === undefined || props.help === '' ? undefined : props.help;
  const described = [props.mark && `${id}-mark`, help && `${id}-help`, props.error && `${id}-error`]
    .filter(Boolean)
    .join(' ');
  const aria: FieldAria = {
    id,
    ...(described === '' ? {} : { 'aria-describedby': described }),
    ...(props.error === undefined ? {} : { 'aria-invalid': true }),
    ...(props.required === true ? { 'aria-required': true } : {}),
  };
  return (
    <div
      className={`field ${props.error === undefined ? '' : 'field-wrong'} ${props.className ?? ''}`}
    >
      <label htmlFor={id} className="field-label">
        {props.label}
        {props.needed === true && <span className="field-required">{form.needed}</span>}
        {props.optional === true && <span className="field-optional">{form.optional}</span>}
      </label>
      {props.children(aria)}
      {props.mark !== undefined && (
        <p id={`${id}-mark`} className="field-mark">
          {props.mark}
        </p>
      )}
      {props.error !== undefined && (
        <p id={`${id}-error`} className="field-error">
          {props.error}
        </p>
      )}
      {help !== undefined && (
        <p id={`${id}-help`} className="field-help">
          {help}
        </p>
      )}
    </div>
  );
}
