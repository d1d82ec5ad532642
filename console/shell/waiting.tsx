import { useEffect, useState } from 'react';
import { useWords } from './words-context.tsx';

/** Nothing for 300 ms, then grey lines: a quick answer shows no flicker. */
export function Waiting({ lines = 4 }: { readonly lines?: number }) {
  const [late, setLate] = useState(false);
  const { loading } = useWords().shell;
  useEffect(() => {
    const timer = window.setTimeout(() => setLate(true), 300);
    return () => window.clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <div className="waiting" role="status">
      <span className="unseen">{loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="waiting-line" style={{ width: `${90 - ((line * 17) % 40)}%` }} />
      ))}
    </div>
  );
}
