import { NavLink } from 'react-router';
import { useWords } from '../shell/words-context.tsx';

/** The pages of statistics, one beside the other. */
export function StatisticsHead({ title }: { readonly title: string }) {
  const { statistics: say, reports } = useWords();
  const pages = [
    ['/statistics', say.dashboard.title],
    ['/statistics/table', say.builder.title],
    ['/statistics/reports', reports.title],
    ['/statistics/leaders', say.record.title],
    ['/statistics/measures', say.catalogue.title],
    ['/wall', say.wall.title],
  ] as const;
  return (
    <>
      <div className="page-head">
        <h1>{title}</h1>
      </div>
      <nav className="tabs" aria-label={say.title}>
        {pages.map(([to, label]) => (
          <NavLink key={to} to={to} end>
            {label}
          </NavLink>
        ))}
      </nav>
    </>
  );
}
