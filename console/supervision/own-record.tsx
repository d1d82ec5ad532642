import type { ReactNode } from 'react';

/*
 * What the pages of supervision's own records share: inspections, recommendations, gaps, repairs.
 */

/** The page of one record: what is done and said on the left, what it is on the right. */
export function RecordFrame(props: {
  readonly heading: string;
  readonly side: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <>
      <div className="page-head">
        <h1 className="long-words">{props.heading}</h1>
      </div>
      <div className="petition">
        <div className="petition-main">{props.children}</div>
        <div className="petition-side">{props.side}</div>
      </div>
    </>
  );
}

/** What a record is, row by row; what is empty or false is not shown. */
export function FactsPanel(props: {
  readonly title: string;
  readonly rows: readonly (readonly [string, ReactNode])[];
}) {
  return (
    <section className="panel" aria-labelledby="facts">
      <h2 id="facts">{props.title}</h2>
      <dl className="facts">
        {props.rows
          .filter(([, value]) => value !== '' && value !== false)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="long-words">{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

/** Papers of a record, each to be read and taken home. */
export function PapersPanel<Stage extends string>(props: {
  readonly say: { readonly title: string; readonly open: string; readonly word: string };
  readonly stages: Readonly<Record<Stage, string>>;
  readonly papers: readonly {
    readonly id: string;
    readonly number: string | null;
    readonly stage: Stage;
    readonly draftedBy: string;
  }[];
  /** Below which they lie. */
  readonly at: string;
}) {
  const { say, stages, papers, at } = props;
  if (papers.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="papers">
      <h2 id="papers">{say.title}</h2>
      <ul className="plain-list">
        {papers.map(({ id, number, stage, draftedBy }) => (
          <li key={id}>
            {number} {stages[stage]} · {draftedBy}{' '}
            <a href={`${at}/${id}`} target="_blank" rel="noreferrer">
              {say.open}
            </a>{' '}
            <a href={`${at}/${id}?format=docx`}>{say.word}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
