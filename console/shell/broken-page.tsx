import { Button } from 'antd';
import { Link } from 'react-router';
import { useWords } from './words-context.tsx';

/** A page that failed: what is kept and what to do. */
export function BrokenPage() {
  const { problem } = useWords().shell;
  return (
    <main className="notice-page">
      <h1>{problem.broken}</h1>
      <p>{problem.brokenHelp}</p>
      <Button type="primary" onClick={() => window.location.reload()}>
        {problem.reload}
      </Button>
    </main>
  );
}

export function MissingPage() {
  const { problem } = useWords().shell;
  return (
    <div className="notice-page">
      <h1>{problem.missing}</h1>
      <p>{problem.missingHelp}</p>
      <Link to="/">{problem.toDesk}</Link>
    </div>
  );
}
