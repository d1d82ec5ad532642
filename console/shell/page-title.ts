import { useEffect } from 'react';
import { fill } from '../words/words.ts';
import { useWords } from './words-context.tsx';

/** Names the page in the window and for screen readers. */
export function usePageTitle(page: string): void {
  const { title } = useWords().shell;
  useEffect(() => {
    document.title = fill(title, { page });
  }, [page, title]);
}
