import { Link } from 'react-router';
import { usePageTitle } from '../page-title.ts';
import { useWords } from '../words-context.tsx';

/** What can be taken along; the page that opens from the telephone's start screen. */
export function FieldHomePage() {
  const { offline, disputes } = useWords();
  usePageTitle(offline.home.title);
  return (
    <>
      <h1>{offline.home.title}</h1>
      <ul className="field-list">
        <li>
          <Link to="/field/visits" className="field-entry">
            {offline.home.visits}
          </Link>
        </li>
        <li>
          <Link to="/field/disputes" className="field-entry">
            {disputes.field.title}
          </Link>
        </li>
      </ul>
      <p>
        <a href="/console/">{offline.home.office}</a>
      </p>
    </>
  );
}
