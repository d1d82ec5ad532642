import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { LetterPage } from '../../../src/capabilities/petitions/contract.ts';
import { api } from '../../shell/api.ts';
import { ProblemNote } from '../../shell/problem-note.tsx';
import type { Staged } from '../../shell/uploads.tsx';
import { useWords } from '../../shell/words-context.tsx';
import { fill } from '../../words/words.ts';
import type { RegistrationDraft } from './draft.ts';
import { filledFrom, isMachineRead, readableFields, wholeLetter } from './machine-reading.ts';

const isReadable = ({ mediaType }: Staged): boolean =>
  mediaType === 'application/pdf' || mediaType.startsWith('image/');

interface Progress {
  readonly name: string;
  readonly page: number;
  /** 0 until the first page has told it. */
  readonly pages: number;
}

/** Page after page of each scan, so that progress shows and somebody can stop. */
async function readAll(
  scans: readonly Staged[],
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
  onPage: (page: LetterPage) => void,
): Promise<void> {
  for (const { id, name } of scans) {
    let pages = 0;
    for (let page = 1; page === 1 || page <= pages; page += 1) {
      onProgress({ name, page, pages });
      const read = await api.post<LetterPage>(`/uploads/${id}/reading`, { page }, { signal });
      ({ pages } = read);
      onPage(read);
    }
  }
}

/** Has the machine read the scans and fills what nobody has typed (P-1). */
export function LetterReading(props: {
  readonly draft: RegistrationDraft;
  readonly onChange: (next: Partial<RegistrationDraft>) => void;
}) {
  const { registration: say, shell } = useWords();
  const { draft, onChange } = props;
  const latest = useRef(draft);
  // Somebody types on while the machine reads.
  useEffect(() => {
    latest.current = draft;
  }, [draft]);
  const running = useRef<AbortController | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [leftText, setLeftText] = useState<string | null>(null);
  const [done, setDone] = useState(false);
  const scans = draft.uploads.filter(isReadable);
  if (scans.length === 0) return null;

  const read = async () => {
    const stop = new AbortController();
    running.current = stop;
    setError(null);
    setLeftText(null);
    setDone(false);
    const pages: LetterPage[] = [];
    try {
      await readAll(scans, stop.signal, setProgress, (page) => pages.push(page));
    } catch (caught) {
      if (!stop.signal.aborted) setError(caught);
    }
    setProgress(null);
    running.current = null;
    // Pages that were read before one could not be are not thrown away.
    if (pages.length === 0 || stop.signal.aborted) return;
    const filled = filledFrom(latest.current, wholeLetter(pages));
    onChange(filled.change);
    setLeftText(filled.leftText);
    setDone(true);
  };
  const marked = readableFields.filter((field) => isMachineRead(draft, field));
  return (
    <div className="machine-reading">
      <span className="row">
        <Button size="small" disabled={progress !== null} onClick={() => void read()}>
          {say.readLetter}
        </Button>
        {progress !== null && (
          <Button size="small" type="text" onClick={() => running.current?.abort()}>
            {shell.action.cancel}
          </Button>
        )}
        <span role="status" className="quiet">
          {progress !== null &&
            (progress.pages > 1
              ? fill(say.readingPage, { ...progress })
              : fill(say.reading, { name: progress.name }))}
          {done &&
            progress === null &&
            (marked.length === 0
              ? say.readNothingNew
              : fill(say.readDone, {
                  fields: marked.map((field) => say.readField[field]).join(say.readJoin),
                }))}
        </span>
      </span>
      {error !== null && <ProblemNote error={error} />}
      {leftText !== null && (
        <div className="machine-left">
          <p className="quiet">{say.readLeft}</p>
          <pre className="machine-text">{leftText}</pre>
          <Button
            size="small"
            onClick={() => {
              onChange({ text: `${draft.text.trimEnd()}\n${leftText}` });
              setLeftText(null);
            }}
          >
            {say.readAppend}
          </Button>
        </div>
      )}
      {progress === null && !done && <p className="field-help">{say.readHelp}</p>}
    </div>
  );
}
