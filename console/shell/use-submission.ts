import { useCallback, useRef, useState } from 'react';

interface Sent {
  readonly body: string;
  readonly key: string;
}

/**
 * Sends one thing once: while it is on its way nothing else is sent, and a retry of the same
 * content carries the same Idempotency-Key, so that a lost answer makes no second petition.
 */
export function useSubmission<T, B = unknown>(send: (body: B, key: string) => Promise<T>) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const last = useRef<Sent | null>(null);
  const inFlight = useRef(false);

  const submit = useCallback(
    async (body: B): Promise<T | null> => {
      if (inFlight.current) return null;
      inFlight.current = true;
      setBusy(true);
      setError(null);
      const text = JSON.stringify(body);
      if (last.current?.body !== text) last.current = { body: text, key: newKey() };
      try {
        const done = await send(body, last.current.key);
        last.current = null;
        return done;
      } catch (caught) {
        setError(caught);
        return null;
      } finally {
        inFlight.current = false;
        setBusy(false);
      }
    },
    [send],
  );
  return { submit, busy, error, forget: useCallback(() => setError(null), []) };
}

/** A UUID also where the page does not come by TLS, as on a test machine. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
