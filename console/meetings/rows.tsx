import { Button } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useDraftBook } from '../shell/draft-context.ts';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';

type RowsName = 'actions' | 'open' | 'steps';

interface Kept {
  readonly texts: Readonly<Record<string, string>>;
}

/** The last row in which the draft of a form has something typed. */
export const rowsTyped = (texts: Kept['texts'], fields: readonly string[]): number =>
  Math.max(
    0,
    ...Object.entries(texts).map(([key, text]) => {
      const [, field = '', at = '0'] = /^([a-zA-Z]+)-(\d{1,2})$/.exec(key) ?? [];
      return fields.includes(field) && text.trim() !== '' ? Number(at) : 0;
    }),
  );

/**
 * A form asks for as many of a thing as its address says, so that a reload asks for them again; who
 * comes back by another way finds as many as they had typed.
 */
export function useRows(
  name: RowsName,
  {
    least,
    most,
    draft,
    fields,
  }: {
    readonly least: number;
    readonly most: number;
    /** Under which the form keeps its draft. */
    readonly draft: string;
    /** What the fields of a row are called before their number. */
    readonly fields: readonly string[];
  },
) {
  const [params, setParams] = useSearchParams();
  const book = useDraftBook();
  const [typed, setTyped] = useState({ draft: '', rows: 0 });
  // Another form of the same page has another draft.
  if (typed.draft !== draft) {
    setTyped({ draft, rows: rowsTyped(book.read<Kept>(draft)?.texts ?? {}, fields) });
  }
  const asked = Number(params.get(name) ?? Math.max(least, typed.rows));
  const count = Number.isInteger(asked) ? Math.min(most, Math.max(least, asked)) : least;
  const set = (next: number): void =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        after.set(name, String(next));
        return after;
      },
      { replace: true },
    );
  return { name, count, least, most, set };
}

/** The numbers of the rows, from 1. */
export const rowsUpTo = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => at + 1);

/** How many of a thing the form asks for, and one more or less. */
export function RowButtons({ rows }: { readonly rows: ReturnType<typeof useRows> }) {
  const { rows: say } = useWords().meetings;
  const { name, count, least, most, set } = rows;
  const what = say[`${name}Name`];
  return (
    <div className="row">
      <span role="status">{fill(say[name], { count })}</span>
      <Button disabled={count >= most} onClick={() => set(count + 1)}>
        {fill(say.add, { what })}
      </Button>
      {count > least && (
        <Button onClick={() => set(count - 1)}>{fill(say.remove, { what })}</Button>
      )}
    </div>
  );
}
