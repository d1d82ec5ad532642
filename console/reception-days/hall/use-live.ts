import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/** The first change is shown at once, what follows within this time together. Milliseconds. */
const together = 250;

/**
 * Asks anew for what a page shows whenever the server says that it changed.
 * @param path of the stream, under /api/v1
 * @param queryKey of what is asked for again; constant for the life of the page
 * @returns whether the connection stands
 */
export function useLive(path: string, queryKey: QueryKey): boolean {
  const client = useQueryClient();
  const [standing, setStanding] = useState(true);
  const key = JSON.stringify(queryKey);
  useEffect(() => {
    let timer: number | undefined;
    let last = 0;
    const ask = () => {
      timer = undefined;
      last = Date.now();
      void client.invalidateQueries({ queryKey: JSON.parse(key) as QueryKey });
    };
    const changed = () => {
      timer ??= window.setTimeout(ask, Math.max(0, last + together - Date.now()));
    };
    const source = new EventSource(`/api/v1${path}`);
    source.addEventListener('open', () => {
      setStanding(true);
      changed();
    });
    source.addEventListener('error', () => setStanding(false));
    source.addEventListener('change', changed);
    source.addEventListener('reset', changed);
    // The session ended: the next question asks for a sign-in.
    source.addEventListener('ended', () => {
      source.close();
      changed();
    });
    return () => {
      window.clearTimeout(timer);
      source.close();
    };
  }, [client, path, key]);
  return standing;
}
