import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';

/** The facts of a record beside a petition, the petition first. */
export function Facts(props: {
  readonly title: string;
  readonly numberLabel: string;
  readonly petition: { readonly id: string; readonly number: string; readonly title: string };
  readonly rows: readonly (readonly [string, ReactNode])[];
}) {
  const { petition } = props;
  return (
    <section className="panel" aria-labelledby="facts">
      <h2 id="facts">{props.title}</h2>
      <dl className="facts">
        <div>
          <dt>{props.numberLabel}</dt>
          <dd>
            <Link to={`/petitions/${petition.id}`}>{displayPetitionNumber(petition.number)}</Link>
          </dd>
        </div>
        {props.rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
