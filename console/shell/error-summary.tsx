import { useEffect, useRef } from 'react';
import { fill } from '../words/words.ts';
import { useWords } from './words-context.tsx';

export interface FormError {
  /** Id of the control. */
  readonly id: string;
  readonly text: string;
}

/** What has to be put right, each line a way to its field; it takes the focus when it appears. */
export function ErrorSummary({ errors }: { readonly errors: readonly FormError[] }) {
  const { form } = useWords().shell;
  const box = useRef<HTMLDivElement>(null);
  const shown = errors.map(({ id }) => id).join(' ');
  useEffect(() => {
    if (shown !== '') box.current?.focus();
  }, [shown]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} className="error-summary" role="alert" tabIndex={-1}>
      <h2>{fill(form.errors, { count: errors.length })}</h2>
      <ul>
        {errors.map(({ id, text }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(id)?.focus();
              }}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
