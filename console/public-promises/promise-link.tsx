import { Link } from 'react-router';
import { useMay } from '../shell/session.tsx';
import { useWords } from '../shell/words-context.tsx';

/** The way from a petition or a meeting to a promise to many households. */
export function PromiseLink(props: { readonly from: 'petition' | 'meeting'; readonly id: string }) {
  const { publicPromises: say } = useWords();
  const may = useMay();
  if (!may('public-promise.make')) return null;
  return (
    <p>
      <Link to={`/public-promises/new?${props.from}=${props.id}`}>{say.makeFrom}</Link>
    </p>
  );
}
