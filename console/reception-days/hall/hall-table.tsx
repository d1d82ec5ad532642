import type { ReactNode } from 'react';
import { useWords } from '../../shell/words-context.tsx';

/** One line of a table of the hall, with what can be done about it. */
export interface HallRow {
  readonly key: string;
  readonly cells: readonly {
    readonly content: ReactNode;
    /** Numbers stand on one line. */
    readonly figure?: boolean;
  }[];
  readonly actions: ReactNode;
}

/** Tables and tickets of a hall look alike: columns, and what one may do at the end of the line. */
export function HallTable(props: {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly HallRow[];
}) {
  const { hall: say } = useWords();
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={props.title}>
      <table className="table">
        <thead>
          <tr>
            {[...props.columns, say.actions].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ key, cells, actions }) => (
            <tr key={key}>
              {cells.map(({ content, figure }, place) => (
                // Columns never change their place.
                // oxlint-disable-next-line react/no-array-index-key
                <td key={place} className={figure === true ? 'figure' : undefined}>
                  {content}
                </td>
              ))}
              <td>
                <div className="row">{actions}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
