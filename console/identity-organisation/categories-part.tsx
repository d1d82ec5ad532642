import { useCategories } from '../shell/reference-data.ts';
import { useWords } from '../shell/words-context.tsx';

/** Three levels of what petitions are about. */
export function CategoriesPart() {
  const { organisation: say } = useWords();
  const all = useCategories();
  const below = (parent: string | null) => all.filter(({ parentCode }) => parentCode === parent);
  return (
    <section className="panel" aria-label={say.categories}>
      {below(null).map((first) => (
        <details key={first.code}>
          <summary>
            {first.name} <span className="quiet figure">{first.code}</span>
          </summary>
          <dl className="facts">
            {below(first.code).map((second) => (
              <div key={second.code} style={{ display: 'contents' }}>
                <dt>{second.name}</dt>
                <dd>
                  {below(second.code)
                    .map(({ name }) => name)
                    .join('、')}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </section>
  );
}
