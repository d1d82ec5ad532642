import { Link } from 'react-router';
import { useWords } from '../shell/words-context.tsx';

/** L-5: a report against an official goes another way; the form says so before anything is typed. */
export function AccusationNote() {
  const { disputes: say } = useWords();
  return (
    <p className="quiet">
      {say.help.accusation} <Link to="/register">{say.help.accusationLink}</Link>
    </p>
  );
}
