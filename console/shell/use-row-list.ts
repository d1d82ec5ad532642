import { useState } from 'react';
import { api } from './api.ts';

interface Told {
  readonly row: number;
  readonly outcome: string;
  readonly detail: string | null;
}

/**
 * A list of rows that goes in part by part, so that the count moves while somebody waits; what is wrong
 * is told by its row, and a list that was interrupted is simply sent again.
 * @param list where a file is read, how many rows go at once, how a part is sent, and what follows
 */
export function useRowList<Row, Answer extends Told>(list: {
  readonly readAt: string;
  readonly partSize: number;
  readonly sendPart: (rows: readonly Row[]) => Promise<{ readonly results: readonly Answer[] }>;
  readonly onEnd: () => void;
}) {
  const [rows, setRows] = useState<readonly Row[]>([]);
  const [results, setResults] = useState<readonly Answer[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const readFile = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const form = new FormData();
    form.append('file', file);
    setError(null);
    setResults([]);
    try {
      setRows((await api.post<{ rows: Row[] }>(list.readAt, form)).rows);
    } catch (caught) {
      setRows([]);
      setError(caught);
    }
  };

  const send = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    setResults([]);
    const answers: Answer[] = [];
    try {
      for (let at = 0; at < rows.length; at += list.partSize) {
        answers.push(...(await list.sendPart(rows.slice(at, at + list.partSize))).results);
        setResults([...answers]);
      }
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
      list.onEnd();
    }
  };

  const count = (outcome: Answer['outcome']): number =>
    results.filter((each) => each.outcome === outcome).length;
  const wrong = results.filter(({ outcome }) => outcome === 'refused');
  return { rows, results, wrong, busy, error, readFile, send, count };
}
