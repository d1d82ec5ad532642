import { Button, Input } from 'antd';
import { useId, useRef, useState } from 'react';
import { readTypedDate, todayInShanghai } from './date-typing.ts';
import type { FieldAria } from './field.tsx';
import { useWords } from './words-context.tsx';

/** A date typed as 1109, 11-9 or picked; what cannot be read stays as typed and is said. */
export function DateField(props: {
  readonly label?: string;
  readonly aria?: FieldAria;
  readonly compact?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const made = useId();
  const { shell } = useWords();
  const [typed, setTyped] = useState(props.value);
  const [seen, setSeen] = useState(props.value);
  const picker = useRef<HTMLInputElement>(null);
  if (props.value !== seen) {
    setSeen(props.value);
    setTyped(props.value);
  }
  const settle = () => {
    const date = readTypedDate(typed, todayInShanghai(Date.now()));
    const value = date ?? typed;
    setTyped(value);
    setSeen(value);
    props.onChange(value);
  };
  const aria = props.aria ?? { id: made };
  const box = (
    <span className="date-field">
      <Input
        {...aria}
        value={typed}
        placeholder={props.compact === true ? undefined : shell.form.dateHelp}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle();
        }}
        autoComplete="off"
      />
      <Button
        className="date-pick"
        aria-label={shell.action.pickDate}
        onClick={() => picker.current?.showPicker()}
        tabIndex={-1}
      >
        <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
          <path
            d="M2 3h12v11H2zM2 6.5h12M5 1v3M11 1v3"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.3"
          />
        </svg>
      </Button>
      <input
        ref={picker}
        type="date"
        className="date-native"
        tabIndex={-1}
        aria-hidden="true"
        value={/^\d{4}-\d{2}-\d{2}$/.test(typed) ? typed : ''}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </span>
  );
  if (props.label === undefined) return box;
  return (
    <span className={props.compact === true ? 'compact-field' : 'field'}>
      <label htmlFor={aria.id}>{props.label}</label>
      {box}
    </span>
  );
}
