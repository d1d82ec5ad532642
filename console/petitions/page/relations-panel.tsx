import { Link } from 'react-router';
import type { PetitionView } from '../../../src/capabilities/petitions/view.ts';
import { displayPetitionNumber } from '../../../src/kernel/petition-number.ts';
import { useWords } from '../../shell/words-context.tsx';

/** Petitions joined with this one or split from it. */
export function RelationsPanel({ petition }: { readonly petition: PetitionView }) {
  const { petition: say, terms } = useWords();
  if (petition.relations.length === 0) return null;
  return (
    <section className="panel">
      <h2>{say.relations}</h2>
      <ul className="plain-list">
        {petition.relations.map(({ kind, id, number }) => (
          <li key={`${kind}-${id}`}>
            {terms.relation[kind]}{' '}
            <Link to={`/petitions/${id}`} className="figure">
              {displayPetitionNumber(number)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
