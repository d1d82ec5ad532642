import { Link } from 'react-router';
import type { LetterLine } from '../../src/capabilities/leader-letters/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { Choice } from '../shell/choice.tsx';
import { formatMoment } from '../shell/format.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { PagedTable, useFilters, usePagedList } from '../shell/paged-list.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill, keysOf } from '../words/words.ts';

/** What lies before the leader, or before the head of a unit, newest first. */
export function LettersPage() {
  const { letters: say } = useWords();
  usePageTitle(say.title);
  const { asked, set } = useFilters(['status'] as const);
  const list = usePagedList<LetterLine>('/letters', asked);
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
        <nav className="head-links" aria-label={say.title}>
          <Link to="/commitments?whose=given&source=instruction">{say.given}</Link>
        </nav>
      </div>
      <p className="quiet">{say.intro}</p>
      <div className="filters" role="search" aria-label={say.title}>
        <Choice
          compact
          label={say.column.status}
          empty={say.any}
          value={asked.status}
          options={keysOf(say.status).map((value) => ({ value, label: say.status[value] }))}
          onChange={set('status')}
        />
      </div>
      <PagedTable list={list} label={say.title} say={say}>
        {list.items.map((letter) => (
          <tr key={letter.id}>
            <td className="figure">{displayPetitionNumber(letter.petition.number)}</td>
            <td className="long-words">
              <Link to={`/letters/${letter.id}`}>{letter.petition.title}</Link>
            </td>
            <td>
              {say.status[letter.status]}
              {letter.instructed > 1 && ` ${fill(say.times, { count: letter.instructed })}`}
            </td>
            <td className="figure">{formatMoment(letter.laidAt)}</td>
            <td>{letter.holder.name}</td>
          </tr>
        ))}
      </PagedTable>
    </>
  );
}
