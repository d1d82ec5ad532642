import { Link } from 'react-router';
import { useMay } from '../shell/session.tsx';
import { useWords } from '../shell/words-context.tsx';

/** The way from a supervision item or an inspection to a recommendation that stands on it (U-6). */
export function RecommendLink(props: { readonly on: 'item' | 'inspection'; readonly id: string }) {
  const { recommendations: say } = useWords();
  const may = useMay();
  return may('recommendation.draft') ? (
    <p>
      <Link to={`/supervision/recommendations?do=draft&${props.on}=${props.id}`}>{say.draft}</Link>
    </p>
  ) : null;
}
