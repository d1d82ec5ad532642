import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { PetitionView } from '../../src/capabilities/petitions/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { petitionQuery } from '../petitions/petition-query.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useWords } from '../shell/words-context.tsx';
import { RequestForm } from './request-form.tsx';

/** A request for review that came by letter or is made at the window (V-1). */
export function RequestPage() {
  const { id = '' } = useParams();
  const { review: say } = useWords();
  const query = useQuery(petitionQuery(id));
  usePageTitle(say.register);
  if (query.isError) {
    return (
      <>
        <h1 className="unseen">{say.register}</h1>
        <ProblemNote error={query.error} onRetry={() => void query.refetch()} />
      </>
    );
  }
  if (query.data === undefined) return <Waiting lines={10} />;
  return <Opened petition={query.data} />;
}

function Opened({ petition }: { readonly petition: PetitionView }) {
  const { review: say } = useWords();
  return (
    <>
      <div className="page-head">
        <h1>{say.register}</h1>
      </div>
      <p className="review-petition">
        <Link to={`/petitions/${petition.id}`}>
          {displayPetitionNumber(petition.number)} {petition.title}
        </Link>
      </p>
      <section className="panel narrow-form">
        <RequestForm petitionId={petition.id} />
      </section>
    </>
  );
}
