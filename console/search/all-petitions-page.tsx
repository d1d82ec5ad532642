import { ListPage } from '../desk/list-page.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { useWords } from '../shell/words-context.tsx';

/** Everything within the reader's jurisdiction. */
export function AllPetitionsPage() {
  const { desk } = useWords();
  usePageTitle(desk.allTitle);
  return (
    <ListPage
      list="petitions"
      title={desk.allTitle}
      filters={[
        'q',
        'status',
        'colour',
        'purpose',
        'channel',
        'first',
        'holder',
        'office',
        'region',
        'from',
        'to',
      ]}
      empty={{ title: desk.emptyAll, help: desk.emptyAllHelp }}
    />
  );
}
