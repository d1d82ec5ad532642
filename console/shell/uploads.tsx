import { Button } from 'antd';
import { useRef, useState, type DragEvent } from 'react';
import { flushSync } from 'react-dom';
import { fill } from '../words/words.ts';
import { api } from './api.ts';
import type { FieldAria } from './field.tsx';
import { formatSize } from './format.ts';
import { trackUploads } from './running-uploads.ts';
import { ProblemNote } from './problem-note.tsx';
import { useWords } from './words-context.tsx';

/** A file that lies ready at the server, not yet part of a petition. */
export interface Staged {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

/** Chosen, dropped or pasted files; each is sent at once and stays with the draft. */
export function Uploads(props: {
  readonly aria: FieldAria;
  readonly value: readonly Staged[];
  readonly onChange: (change: (value: readonly Staged[]) => readonly Staged[]) => void;
}) {
  const { shell, fields } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [over, setOver] = useState(false);

  const takeOne = async (file: File): Promise<boolean> => {
    setBusy(file.name);
    try {
      const form = new FormData();
      form.append('files', file, file.name);
      const { uploads } = await api.post<{ uploads: Staged[] }>('/uploads', form);
      // At once: the form may wait for it to be sent.
      flushSync(() => props.onChange((before) => [...before, ...uploads]));
      return true;
    } catch (caught) {
      setError(caught);
      return false;
    }
  };
  const take = async (files: readonly File[]) => {
    setError(null);
    await trackUploads(async () => {
      let whole = true;
      for (const file of files) whole = (await takeOne(file)) && whole;
      return whole;
    });
    setBusy(null);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take([...event.dataTransfer.files]);
  };
  return (
    <div
      className={over ? 'drop drop-over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onPaste={(event) => {
        const files = [...event.clipboardData.files];
        if (files.length > 0) void take(files);
      }}
    >
      <span className="row">
        {shell.form.dropHere}
        <Button {...props.aria} size="small" onClick={() => input.current?.click()}>
          {shell.action.chooseFiles}
        </Button>
        <span role="status">{busy !== null && fill(shell.form.uploading, { name: busy })}</span>
      </span>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={shell.action.chooseFiles}
        onChange={(event) => {
          void take([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      {error !== null && <ProblemNote error={error} />}
      {props.value.length > 0 && (
        <ul className="plain-list">
          {props.value.map((file) => (
            <li key={file.id} className="row">
              <span>{file.name}</span>
              <span className="quiet figure">{formatSize(file.size)}</span>
              <Button
                size="small"
                aria-label={fill(fields.remove, { name: file.name })}
                onClick={() => props.onChange((all) => all.filter(({ id }) => id !== file.id))}
              >
                {shell.action.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
