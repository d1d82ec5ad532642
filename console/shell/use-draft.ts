import { useCallback, useEffect, useRef, useState } from 'react';
import { dropDraft, readDraft, writeDraft } from './draft-store.ts';
import { useSession } from './session.tsx';

interface Draft<T> {
  readonly value: T;
  readonly change: (next: (value: T) => T) => void;
  /** After success, or when the person gives it up. */
  readonly clear: () => void;
  /** Something from an earlier visit was put back. */
  readonly restored: boolean;
}

/** A form's content, kept on this machine as it is typed. */
export function useDraft<T>(form: string, initial: T): Draft<T> {
  const { userId } = useSession();
  const [restored] = useState(() => readDraft<T>(userId, form, Date.now()) !== null);
  const [value, setValue] = useState<T>(() => readDraft<T>(userId, form, Date.now()) ?? initial);
  const touched = useRef(false);
  const latest = useRef(value);

  const change = useCallback((next: (value: T) => T) => {
    touched.current = true;
    setValue(next);
  }, []);

  useEffect(() => {
    latest.current = value;
    if (!touched.current) return undefined;
    const timer = window.setTimeout(() => writeDraft(userId, form, value, Date.now()), 250);
    return () => window.clearTimeout(timer);
  }, [userId, form, value]);

  useEffect(() => {
    const keep = () => {
      if (touched.current) writeDraft(userId, form, latest.current, Date.now());
    };
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [userId, form]);

  const clear = useCallback(() => {
    touched.current = false;
    dropDraft(userId, form);
    setValue(initial);
    // The initial value is the same for the life of a form.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [userId, form]);

  return { value, change, clear, restored };
}
