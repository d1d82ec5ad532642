import { NavLink } from 'react-router';
import { useWords } from '../shell/words-context.tsx';
import { keysOf } from '../words/words.ts';

/** The lists of supervision, side by side; each room adds its own. */
export function SupervisionTabs() {
  const { supervision: say } = useWords();
  return (
    <nav className="head-links" aria-label={say.title}>
      {keysOf(say.tab).map((tab) => (
        <NavLink key={tab} to={`/supervision/${tab}`}>
          {say.tab[tab]}
        </NavLink>
      ))}
    </nav>
  );
}
