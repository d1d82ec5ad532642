import { createContext, useContext, useEffect, useState } from 'react';
import { DraftBook } from './draft-book.ts';
import type { Session } from './session.tsx';

export const DraftContext = createContext<DraftBook | null>(null);

export function useDraftBook(): DraftBook {
  const book = useContext(DraftContext);
  if (book === null) throw new Error('no drafts are open');
  return book;
}

/** The drafts of whoever is signed in; null until they are open. */
export function useOpenedDrafts(session: Session | null): DraftBook | null {
  const [opened, setOpened] = useState<{ key: string; book: DraftBook } | null>(null);
  const userId = session?.userId ?? null;
  const draftKey = session?.draftKey ?? null;
  useEffect(() => {
    if (userId === null || draftKey === null) return undefined;
    let left = false;
    let stop: (() => void) | undefined;
    void DraftBook.open(userId, draftKey, localStorage, Date.now()).then((book) => {
      if (left) return;
      stop = book.follow(window);
      setOpened({ key: draftKey, book });
    });
    return () => {
      left = true;
      stop?.();
    };
  }, [userId, draftKey]);
  return opened !== null && opened.key === draftKey ? opened.book : null;
}
