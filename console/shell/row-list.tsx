import { Button } from 'antd';
import type { ReactNode } from 'react';
import { fill } from '../words/words.ts';
import { Field } from './field.tsx';
import { ListTable } from './list-table.tsx';
import { ProblemNote } from './problem-note.tsx';
import type { useRowList } from './use-row-list.ts';

interface Told {
  readonly row: number;
  readonly outcome: string;
  readonly detail: string | null;
}

interface ListProps<Row, Answer extends Told> {
  readonly list: ReturnType<typeof useRowList<Row, Answer>>;
}

/** Where the file of a list is chosen, and how far it has gone. */
export function RowListFile<Row, Answer extends Told>(
  props: ListProps<Row, Answer> & {
    readonly say: {
      readonly file: string;
      readonly fileHelp: string;
      readonly read: string;
      readonly done: string;
    };
    /** Outcomes that `done` counts. */
    readonly counted: readonly Answer['outcome'][];
  },
) {
  const { list, say, counted } = props;
  const { rows, results, wrong, count, readFile } = list;
  return (
    <>
      <Field label={say.file} help={say.fileHelp}>
        {(aria) => (
          <input
            {...aria}
            type="file"
            accept=".xlsx,.csv"
            onChange={(event) => {
              void readFile(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        )}
      </Field>
      <p role="status">
        {rows.length > 0 && results.length === 0 && fill(say.read, { count: rows.length })}
        {results.length > 0 &&
          fill(say.done, {
            at: results.length,
            count: rows.length,
            wrong: wrong.length,
            ...Object.fromEntries(counted.map((outcome) => [outcome, count(outcome)])),
          })}
      </p>
    </>
  );
}

/** The button that sends a list, and what was wrong of it, by its row. */
export function RowListSend<Row, Answer extends Told>(
  props: ListProps<Row, Answer> & {
    readonly say: { readonly send: string; readonly wrong: string };
    readonly columns: Readonly<Record<string, string>>;
    /** What else it takes. */
    readonly ready?: boolean;
    /** What a row is called by. */
    readonly nameOf: (answer: Answer) => ReactNode;
  },
) {
  const { list, say, columns, ready = true, nameOf } = props;
  const { rows, wrong, busy, error, send } = list;
  return (
    <>
      {error !== null && <ProblemNote error={error} />}
      <p>
        <Button
          type="primary"
          loading={busy}
          disabled={rows.length === 0 || !ready}
          onClick={() => void send()}
        >
          {fill(say.send, { count: rows.length })}
        </Button>
      </p>
      {wrong.length > 0 && (
        <ListTable label={say.wrong} columns={columns}>
          {wrong.map((answer) => (
            <tr key={answer.row}>
              <td className="figure">{answer.row}</td>
              <td className="figure">{nameOf(answer)}</td>
              <td>{answer.detail}</td>
            </tr>
          ))}
        </ListTable>
      )}
    </>
  );
}
