import { useId, type ReactNode } from 'react';

/** A box or button to tick, with its words beside it; the words are part of the target. */
export function Tick(props: {
  readonly id?: string;
  readonly type?: 'checkbox' | 'radio';
  readonly name?: string;
  readonly checked: boolean;
  readonly describedBy?: string | undefined;
  readonly onChange: (on: boolean) => void;
  readonly children: ReactNode;
}) {
  const made = useId();
  const id = props.id ?? made;
  return (
    <span className="check">
      <input
        id={id}
        type={props.type ?? 'checkbox'}
        name={props.name}
        checked={props.checked}
        aria-labelledby={`${id}-label`}
        aria-describedby={props.describedBy}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      <label id={`${id}-label`} htmlFor={id}>
        {props.children}
      </label>
    </span>
  );
}
