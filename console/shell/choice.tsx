import { useId } from 'react';
import type { FieldAria } from './field.tsx';

interface Option {
  readonly value: string;
  readonly label: string;
}

/** A native select: short lists, one letter jumps to the choice, works everywhere. */
export function Choice(props: {
  readonly label?: string;
  readonly aria?: FieldAria;
  readonly compact?: boolean;
  /** The word for no choice; left out where one must be made. */
  readonly empty?: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
}) {
  const made = useId();
  const aria = props.aria ?? { id: made };
  const select = (
    <select
      {...aria}
      className={props.value === '' ? 'choice choice-empty' : 'choice'}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
    >
      {props.empty !== undefined && <option value="">{props.empty}</option>}
      {props.options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
  if (props.label === undefined) return select;
  return (
    <span className={props.compact === true ? 'compact-field' : 'field'}>
      <label htmlFor={aria.id}>{props.label}</label>
      {select}
    </span>
  );
}
