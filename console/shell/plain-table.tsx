import type { ReactNode } from 'react';

/** A table with a head from the catalogue; it scrolls by itself where the page is narrow. */
export function PlainTable(props: {
  /** What the table is, for whoever hears it. */
  readonly label: string;
  readonly columns: Readonly<Record<string, string>>;
  /** A last column without a name, for what can be done with a line. */
  readonly acts?: boolean;
  readonly caption?: string;
  /** The rows. */
  readonly children: ReactNode;
}) {
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={props.label}>
      <table className="table plain-table">
        {props.caption !== undefined && <caption>{props.caption}</caption>}
        <thead>
          <tr>
            {Object.entries(props.columns).map(([name, title]) => (
              <th key={name} scope="col">
                {title}
              </th>
            ))}
            {props.acts === true && <td />}
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
    </div>
  );
}
