import type { ReactNode } from 'react';
import { keysOf } from '../words/words.ts';
import { ProblemNote } from './problem-note.tsx';
import { Waiting } from './waiting.tsx';

/** A wide table that is scrolled by keyboard too, with its heads from the catalogue. */
export function ListTable(props: {
  readonly label: string;
  readonly columns: Readonly<Record<string, string>>;
  /** One `tr` for each line. */
  readonly children: ReactNode;
}) {
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={props.label}>
      <table className="table">
        <thead>
          <tr>
            {keysOf(props.columns).map((each) => (
              <th key={each} scope="col">
                {props.columns[each]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
    </div>
  );
}

/** What stands in place of a list that is not there (yet): the fault, the wait, or what would be here. */
export function ListState(props: {
  readonly query: {
    readonly isError: boolean;
    readonly isPending: boolean;
    readonly error: unknown;
    readonly data: unknown;
    readonly refetch: () => unknown;
  };
  readonly count: number;
  readonly say: { readonly empty: string; readonly emptyHelp: string };
}) {
  const { query, count, say } = props;
  return (
    <>
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Waiting lines={8} />}
      {query.data !== undefined && count === 0 && (
        <div className="empty panel">
          <p className="empty-title">{say.empty}</p>
          <p>{say.emptyHelp}</p>
        </div>
      )}
    </>
  );
}
