import { useCallback, useState } from 'react';
import { useDraftBook } from './draft-context.ts';

interface Draft<T> {
  readonly value: T;
  readonly change: (next: (value: T) => T) => void;
  /** After success, or when the person gives it up. */
  readonly clear: () => void;
  /** Something from an earlier visit was put back. */
  readonly restored: boolean;
}

/** A form's content, kept sealed on this machine as it is typed. */
export function useDraft<T>(form: string, initial: T): Draft<T> {
  const book = useDraftBook();
  const [restored] = useState(() => book.read<T>(form) !== null);
  const [value, setValue] = useState<T>(() => book.read<T>(form) ?? initial);

  const change = useCallback(
    (next: (value: T) => T) => {
      setValue((before) => {
        const after = next(before);
        book.write(form, after, Date.now());
        return after;
      });
    },
    [book, form],
  );

  const clear = useCallback(() => {
    book.drop(form);
    setValue(initial);
    // The initial value is the same for the life of a form.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [book, form]);

  return { value, change, clear, restored };
}
