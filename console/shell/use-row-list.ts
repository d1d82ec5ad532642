import { useRef, useState } from 'react';
import { newKey } from './use-submission.ts';

interface Told {
  readonly row: number;
  readonly outcome: string;
  readonly detail: string | null;
}

/**
 * A list of rows that goes in part by part, so that the count moves while somebody waits; what is wrong
 * is told by its row, and a list that was interrupted is simply sent again.
 * @param list how a file is read, what stands there without one, how many rows go at once, how a part is
 * sent, and what follows
 */
export function useRowList<Row, Answer extends Told>(list: {
  readonly readFile: (form: FormData) => Promise<readonly Row[]>;
  readonly typed?: readonly Row[];
  readonly partSize: number;
  /** `key` is the same when the same part is sent again, so that a lost answer does nothing twice. */
  readonly sendPart: (
    rows: readonly Row[],
    key: string,
  ) => Promise<{ readonly results: readonly Answer[] }>;
  readonly onEnd: () => void;
}) {
  const [read, setRead] = useState<readonly Row[] | null>(null);
  const [results, setResults] = useState<readonly Answer[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  // Kept while the list stays the same.
  const key = useRef(newKey());
  const rows = read ?? list.typed ?? [];

  const change = (next: readonly Row[] | null): void => {
    setRead(next);
    key.current = newKey();
  };

  const readFile = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const form = new FormData();
    form.append('file', file);
    setError(null);
    setResults([]);
    try {
      change(await list.readFile(form));
    } catch (caught) {
      change(null);
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
        const part = rows.slice(at, at + list.partSize);
        answers.push(...(await list.sendPart(part, `${key.current}-${at}`)).results);
        setResults([...answers]);
      }
      key.current = newKey();
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
  /** Something else is typed: the file counts no more. */
  const onTyped = (): void => change(null);
  return { rows, results, wrong, busy, error, readFile, onTyped, send, count };
}
