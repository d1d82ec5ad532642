import { useQuery } from '@tanstack/react-query';
import { NavLink, useParams } from 'react-router';
import type { PaperTemplates } from '../../src/capabilities/papers/contract.ts';
import { api } from '../shell/api.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useSpeech } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';
import { WordingForm } from './wording-form.tsx';

/** What the papers of my unit say, kind by kind, passage by passage (G-1). */
export function WordingPage() {
  const { words, language } = useSpeech();
  const { wording: say } = words;
  usePageTitle(say.title);
  const { kind } = useParams();
  const query = useQuery({
    queryKey: ['paper-templates'],
    queryFn: ({ signal }) => api.get<PaperTemplates>('/paper-templates', { signal }),
  });
  const items = query.data?.items ?? [];
  const chosen = items.find((item) => item.kind === kind);
  const titleOf = (item: (typeof items)[number]) =>
    language === 'en' ? item.title.en : item.title.zh;
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
      </div>
      <p className="quiet">{say.intro}</p>
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Waiting lines={8} />}
      {query.isSuccess && (
        <div className="wording">
          <nav aria-label={say.kinds} className="wording-kinds">
            <ul className="plain-list">
              {items.map((item) => {
                const own = item.slots.filter((slot) => slot.own !== null).length;
                return (
                  <li key={item.kind}>
                    <NavLink to={`/wording/${item.kind}`} className="side-link">
                      <span>{titleOf(item)}</span>
                      {own > 0 && <span className="tag">{fill(say.changed, { count: own })}</span>}
                    </NavLink>
                  </li>
                );
              })}
            </ul>
          </nav>
          {chosen === undefined ? (
            <p className="empty panel">{say.choose}</p>
          ) : (
            <WordingForm key={chosen.kind} template={chosen} title={titleOf(chosen)} />
          )}
        </div>
      )}
    </>
  );
}
