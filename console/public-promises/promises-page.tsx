import { Link } from 'react-router';
import type {
  PromiseLine,
  PromisePage,
} from '../../src/capabilities/case-sponsorship/public-promises/view.ts';
import { formatMoment } from '../shell/format.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { PagedTable, usePagedList } from '../shell/paged-list.tsx';
import { useWords } from '../shell/words-context.tsx';

/** What was promised to many households, and how far each promise is. */
export function PublicPromisesPage() {
  const { publicPromises: say } = useWords();
  usePageTitle(say.title);
  const list = usePagedList<PromiseLine, PromisePage>('/public-promises', {});
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
        {list.first?.mayMake === true && (
          <nav className="head-links" aria-label={say.title}>
            <Link to="/public-promises/new">{say.make}</Link>
          </nav>
        )}
      </div>
      <p className="quiet">{say.intro}</p>
      <PagedTable list={list} label={say.title} say={say}>
        {list.items.map((line) => (
          <tr key={line.id}>
            <td className="long-words">
              <Link to={`/public-promises/${line.id}`}>{line.title}</Link>
            </td>
            <td>{line.unit.name}</td>
            <td>{line.leader}</td>
            <td>
              {say.status[line.status]} {line.late && <span className="tag">{say.late}</span>}
            </td>
            <td className="figure">
              {line.done}／{line.total}
            </td>
            <td className="figure">{line.dueDate}</td>
            <td className="figure">
              {line.changedAt === null ? say.never : formatMoment(line.changedAt)}
            </td>
          </tr>
        ))}
      </PagedTable>
    </>
  );
}
