import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { PetitionView } from '../../src/capabilities/petitions/view.ts';
import type { ReviewLine, ReviewsOfPetition } from '../../src/capabilities/review/view.ts';
import { api } from '../shell/api.ts';
import { ColourMark } from '../shell/colour-mark.tsx';
import { formatMoment, formatRemaining } from '../shell/format.ts';
import { useSpeech, useWords } from '../shell/words-context.tsx';
import { fill, wordFor } from '../words/words.ts';

export const reviewsKey = (petitionId: string) => ['reviews', petitionId] as const;

/** Asked for only where there can be a review: once answered, and ever since one was asked for. */
function useReviews(petition: PetitionView): ReviewsOfPetition | undefined {
  const { data } = useQuery({
    queryKey: reviewsKey(petition.id),
    queryFn: ({ signal }) =>
      api.get<ReviewsOfPetition>(`/petitions/${petition.id}/reviews`, { signal }),
    enabled: petition.status === 'concluded' || petition.reviews.length > 0,
  });
  return data;
}

/** The way to register a request, beside the other steps; only where one can be made now. */
export function ReviewAction({ petition }: { readonly petition: PetitionView }) {
  const { review: say } = useWords();
  const reviews = useReviews(petition);
  return reviews?.request?.allowed === true ? (
    <Link className="secondary-link" to={`/petitions/${petition.id}/reviews/new`}>
      {say.register}
    </Link>
  ) : null;
}

/** Reviews and re-examinations of a petition: body, state, due day and outcome (V-1). */
export function ReviewsPanel({ petition }: { readonly petition: PetitionView }) {
  const { words, language } = useSpeech();
  const { review: say } = words;
  const reviews = useReviews(petition);
  if (reviews === undefined) return null;
  const { items, request } = reviews;
  if (items.length === 0 && request?.allowed !== true) return null;
  const reason = request?.reason ?? null;
  return (
    <section className="panel" aria-labelledby="reviews">
      <h2 id="reviews">{say.panelTitle}</h2>
      {items.length === 0 && <p className="quiet">{say.noneYet}</p>}
      <ul className="plain-list">
        {items.map((line) => (
          <li key={line.id}>
            <Line line={line} />
          </li>
        ))}
      </ul>
      {request?.allowed === true && (
        <p>
          <Link to={`/petitions/${petition.id}/reviews/new`}>{say.register}</Link>
        </p>
      )}
      {items.length > 0 && reason !== null && (
        <p className="quiet">{language === 'en' ? reason.en : reason.zh}</p>
      )}
    </section>
  );
}

function Line({ line }: { readonly line: ReviewLine }) {
  const words = useWords();
  const { review: say } = words;
  const { clock } = line;
  return (
    <>
      <div className="row">
        {line.readable ? (
          <Link to={`/reviews/${line.id}`}>{say.title[line.stage]}</Link>
        ) : (
          say.title[line.stage]
        )}
        <span className="tag">{wordFor({ ...say.status, ...say.closing }, line.state)}</span>
        {clock !== null && (
          <ColourMark
            colour={clock.colour}
            text={`${clock.dueDate} ${formatRemaining(clock.remainingDays, words)}`}
          />
        )}
      </div>
      <span className="line-sub">
        {[line.body, fill(say.askedOn, { day: formatMoment(line.requestedAt).slice(0, 10) })]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
    </>
  );
}
