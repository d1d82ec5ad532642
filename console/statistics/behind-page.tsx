import { Button } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { ListState, ListTable } from '../shell/list-table.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { useSpeech, useWords } from '../shell/words-context.tsx';
import { fill, wordFor } from '../words/words.ts';
import { addressWith, askedIn, tableNames, without } from './address.ts';
import { nameIn } from './figures.ts';
import { useBehind, useMeasures } from './queries.ts';

/** The matters behind one number, of which the reader sees those that they may open (T-1). */
export function BehindPage() {
  const { language, words } = useSpeech();
  const { statistics: say, terms, shell } = words;
  const [params] = useSearchParams();
  const asked = askedIn(params, [...tableNames, 'measure', 'part', 'row', 'column']);
  const measures = useMeasures();
  const pages = useBehind(asked);
  const lines = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const measure = measures.data?.find(({ id }) => id === asked['measure']);
  const name = measure === undefined ? '' : nameIn(measure.name, language);
  const part = asked['part'] === 'denominator' ? 'denominator' : 'numerator';
  const title = fill(say.behind.title, { name });
  usePageTitle(title);
  const frame = without(asked, ['measure', 'part', 'row', 'column', 'rows', 'columns']);
  const other = part === 'numerator' ? 'denominator' : 'numerator';
  return (
    <>
      <div className="page-head">
        <h1>{title}</h1>
        <nav className="head-links" aria-label={say.title}>
          {measure !== undefined && measure.denominator !== null && (
            <Link to={addressWith('/statistics/behind', asked, { part: other })}>
              {say.behind.showPart[other]}
            </Link>
          )}
          <Link to={addressWith('/statistics', frame, {})}>{say.behind.back}</Link>
        </nav>
      </div>
      {measure !== undefined && (
        <p className="quiet">
          {nameIn(measure.formula, language)} · {say.behind.part[part]}
        </p>
      )}
      <ListState query={pages} count={pages.hasNextPage ? 1 : lines.length} say={say.behind} />
      {lines.length > 0 && (
        <ListTable label={title} columns={say.behind.column}>
          {lines.map(({ day, petition, record }) =>
            petition === null ? (
              <RecordRow key={`${record?.id ?? ''} ${day}`} day={day} record={record} />
            ) : (
              <tr key={`${petition.id} ${day}`}>
                <td className="figure nowrap">{day}</td>
                <td className="figure nowrap">{displayPetitionNumber(petition.number)}</td>
                <td>
                  <Link to={`/petitions/${petition.id}`}>{petition.title}</Link>
                </td>
                <td>{petition.holder.name}</td>
                <td>{wordFor(terms.channel, petition.channel)}</td>
                <td>{wordFor(terms.status, petition.status)}</td>
              </tr>
            ),
          )}
        </ListTable>
      )}
      {pages.data !== undefined && (
        <div className="list-foot">
          <span role="status">{fill(say.behind.count, { count: lines.length })}</span>
          {pages.hasNextPage && (
            <Button
              size="small"
              loading={pages.isFetchingNextPage}
              onClick={() => void pages.fetchNextPage()}
            >
              {shell.action.loadMore}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

/** Where a record that is about no petition has its page; others are told by their kind alone. */
const pages: Readonly<Record<string, string>> = {
  'reception-day': '/receptions',
  commitment: '/commitments',
  'joint-meeting': '/joint-meeting',
};

function RecordRow(props: {
  readonly day: string;
  readonly record: { readonly kind: string; readonly id: string } | null;
}) {
  const { statistics: say } = useWords();
  const { day, record } = props;
  const page = record === null ? undefined : pages[record.kind];
  const name = wordFor(say.behind.record, record?.kind ?? '');
  return (
    <tr>
      <td className="figure nowrap">{day}</td>
      <td />
      <td>{page === undefined ? name : <Link to={`${page}/${record?.id ?? ''}`}>{name}</Link>}</td>
      <td colSpan={3} />
    </tr>
  );
}
