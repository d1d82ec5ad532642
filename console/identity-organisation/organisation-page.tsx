import { NavLink, useParams } from 'react-router';
import { usePageTitle } from '../shell/page-title.ts';
import { useMay } from '../shell/session.tsx';
import { useWords } from '../shell/words-context.tsx';
import { BodiesPart } from '../review/bodies-part.tsx';
import { CategoriesPart } from './categories-part.tsx';
import { ProfilesPart } from './profiles-part.tsx';
import { RegionsPart } from './regions-part.tsx';
import { UnitsPart } from './units-part.tsx';
import { UsersPart } from './users-part.tsx';

/** Units, people, regions and categories, each under its own address. */
export function OrganisationPage() {
  const { organisation: say, review } = useWords();
  const may = useMay();
  const { part = 'units' } = useParams();
  usePageTitle(say.title);
  const administers = may('organisation.administer');
  const parts = [
    ['units', say.units],
    ...(administers ? [['users', say.users] as const] : []),
    ['regions', say.regions],
    ['categories', say.categories],
    ['profiles', say.profile.title],
    ['review-bodies', review.bodies.title],
  ] as const;
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
      </div>
      <nav className="tabs" aria-label={say.title}>
        {parts.map(([name, label]) => (
          <NavLink key={name} to={name === 'units' ? '/organisation' : `/organisation/${name}`} end>
            {label}
          </NavLink>
        ))}
      </nav>
      {part === 'users' && administers && <UsersPart />}
      {part === 'regions' && <RegionsPart administers={administers} />}
      {part === 'categories' && <CategoriesPart />}
      {part === 'profiles' && <ProfilesPart administers={administers} />}
      {part === 'review-bodies' && <BodiesPart administers={administers} />}
      {part === 'units' && <UnitsPart administers={administers} />}
    </>
  );
}
