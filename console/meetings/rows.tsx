import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';

type RowsName = 'actions' | 'open' | 'steps';

/** A form asks for as many of a thing as its address says, so that a reload asks for them again. */
export function useRows(
  name: RowsName,
  { least, most }: Readonly<Record<'least' | 'most', number>>,
) {
  const [params, setParams] = useSearchParams();
  const asked = Number(params.get(name) ?? least);
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
