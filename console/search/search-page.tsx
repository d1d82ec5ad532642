import { useSearchParams } from 'react-router';
import { ListPage } from '../desk/list-page.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';

/** Full text from two characters on; numbers of petitions and people match exactly. */
export function SearchPage() {
  const { desk } = useWords();
  usePageTitle(desk.searchTitle);
  const [params] = useSearchParams();
  const q = params.get('q') ?? '';
  return (
    <ListPage
      list="search"
      title={desk.searchTitle}
      filters={['q']}
      enabled={q.length >= 2}
      head={<p className="quiet">{desk.searchHelp}</p>}
      empty={{ title: fill(desk.emptySearch, { q }), help: desk.emptySearchHelp }}
    />
  );
}
