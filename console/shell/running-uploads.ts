import { useEffect, useRef, useSyncExternalStore } from 'react';

/** Files on their way to the server, of all forms of this window. */
interface Uploading {
  readonly running: number;
  readonly failed: number;
}

let now: Uploading = { running: 0, failed: 0 };
const listeners = new Set<() => void>();

const change = (next: Uploading): void => {
  now = next;
  for (const listener of listeners) listener();
};

/** Counts uploads until they have arrived; `work` tells whether all did. */
export async function trackUploads(work: () => Promise<boolean>): Promise<void> {
  change({ ...now, running: now.running + 1 });
  const whole = await work();
  change({ running: now.running - 1, failed: now.failed + (whole ? 0 : 1) });
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/**
 * Sends a form only when its files have arrived; pressed too early it is sent by itself then, unless
 * a file failed meanwhile: nobody registers a letter and loses its scan.
 */
export function useAfterUploads(run: () => Promise<void>): {
  readonly uploading: boolean;
  readonly start: () => void;
} {
  const { running, failed } = useSyncExternalStore(subscribe, () => now);
  const waits = useRef<number | null>(null);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
    if (waits.current === null || running > 0) return;
    const wanted = waits.current === failed;
    waits.current = null;
    if (wanted) void run();
  });
  const start = () => {
    if (now.running > 0) waits.current = now.failed;
    else void latest.current();
  };
  return { uploading: running > 0, start };
}
