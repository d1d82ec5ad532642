import { Link } from 'react-router';
import { useUnits } from '../shell/reference-data.ts';
import { useMay } from '../shell/session.tsx';
import { useWords } from '../shell/words-context.tsx';

/** What an office that has just been set up still lacks, for whoever can add it. */
export function NewOffice() {
  const { newOffice: say } = useWords().desk;
  const administers = useMay()('organisation.administer');
  const units = useUnits(administers);
  // More than the petition office itself: somebody has begun.
  if (!administers || units.length !== 1) return null;
  const steps = [
    ['/organisation', say.contact],
    ['/organisation/regions', say.regions],
    ['/organisation', say.units],
    ['/organisation/users', say.people],
    ['/calendar', say.calendar],
  ] as const;
  return (
    <section className="panel" aria-labelledby="new-office">
      <h2 id="new-office">{say.title}</h2>
      <ol>
        {steps.map(([to, text]) => (
          <li key={text}>
            <Link to={to}>{text}</Link>
          </li>
        ))}
      </ol>
      <p className="quiet">{say.after}</p>
    </section>
  );
}
