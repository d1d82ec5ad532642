import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { Outlet } from 'react-router';
import { api } from '../api.ts';
import { fieldKinds } from '../field-kinds.ts';
import { ProblemNote } from '../problem-note.tsx';
import { SessionContext, useSessionQuery, type Session } from '../session.tsx';
import { Waiting } from '../waiting.tsx';
import { canKeep } from './database.ts';
import { doorPlates, makeDoor, openBySession, type DoorPlate } from './door.ts';
import { FieldContext, type Field } from './field-context.ts';
import { FieldFrame } from './field-frame.tsx';
import { OpenByWord } from './open-by-word.tsx';
import { keepPages } from './shell-worker.ts';
import { FieldStore } from './store.ts';
import { syncRecords, type Sender, type SyncEnd, type SyncProgress } from './sync.ts';

const SignInPage = lazy(async () => ({
  default: (await import('../sign-in-page.tsx')).SignInPage,
}));

interface Opened {
  readonly userId: string;
  readonly displayName: string;
  readonly store: FieldStore | null;
}

const sender: Sender = {
  stage: async ({ name, mediaType, bytes }) => {
    const form = new FormData();
    form.append('files', new Blob([bytes], { type: mediaType }), name);
    const { uploads } = await api.post<{ uploads: { id: string }[] }>('/uploads?use=field', form, {
      open: true,
    });
    return uploads[0]?.id ?? '';
  },
};

/** The store of whoever is signed in, opened by the session. */
function useSessionStore(session: Session | null): Opened | null {
  const [opened, setOpened] = useState<Opened | null>(null);
  useEffect(() => {
    if (session === null || opened?.userId === session.userId) return undefined;
    let left = false;
    const { userId, displayName } = session;
    const open = canKeep() ? openBySession(session, Date.now()) : Promise.resolve(null);
    void open.then((key) => {
      if (left) return;
      setOpened({ userId, displayName, store: key === null ? null : new FieldStore(userId, key) });
    });
    return () => {
      left = true;
    };
  }, [session, opened]);
  return opened;
}

/** Whose stores lie on this machine; null until that is known. */
function useDoors(): readonly DoorPlate[] | null {
  const [doors, setDoors] = useState<readonly DoorPlate[] | null>(null);
  useEffect(() => {
    void (canKeep() ? doorPlates(Date.now()) : Promise.resolve([])).then(setDoors);
  }, []);
  return doors;
}

function useSending(store: FieldStore | null, signedIn: boolean, onSignIn: () => void) {
  const [sending, setSending] = useState<SyncProgress | null>(null);
  const [ended, setEnded] = useState<SyncEnd | null>(null);
  const send = useCallback(async () => {
    if (store === null) return;
    if (!signedIn) {
      setEnded('sign-in');
      onSignIn();
      return;
    }
    setEnded(null);
    try {
      const end = await syncRecords(store, fieldKinds, sender, setSending, () => Date.now());
      setEnded(end);
      if (end === 'sign-in') onSignIn();
    } finally {
      setSending(null);
    }
  }, [store, signedIn, onSignIn]);
  return { sending, ended, send };
}

/**
 * Lets people through to the field pages, with network and without: by their session, or by the word
 * that they chose when they took something along.
 */
export function FieldGate() {
  const query = useSessionQuery();
  const client = useQueryClient();
  const doors = useDoors();
  const session = query.data ?? null;
  const bySession = useSessionStore(session);
  const [own, setOwn] = useState<Opened | null>(null);
  const [asked, setAsked] = useState(false);

  useEffect(() => {
    const look = () => void client.invalidateQueries({ queryKey: ['session'] });
    window.addEventListener('online', look);
    return () => window.removeEventListener('online', look);
  }, [client]);

  // Whoever signs in works on the own store, whosever was open before.
  const opened = session === null ? own : own?.userId === session.userId ? own : bySession;
  const store = opened?.store ?? null;
  const signIn = useCallback(() => setAsked(true), []);
  const signedIn = session !== null && session.userId === store?.userId;
  const { sending, ended, send } = useSending(store, signedIn, signIn);
  // What waited for the sign-in goes on after it.
  useEffect(() => {
    if (signedIn && !asked && ended === 'sign-in') void send();
  }, [signedIn, asked, ended, send]);

  useEffect(() => {
    if (store !== null) void keepPages();
  }, [store]);

  const field = useMemo((): Field | null => {
    if (opened === null) return null;
    const { userId, displayName } = opened;
    const makeStore = async (word: string): Promise<FieldStore | null> => {
      if (session === null || !canKeep()) return null;
      const key = await makeDoor(session, word, Date.now());
      if (key === null) return null;
      const made = opened.store ?? new FieldStore(userId, key);
      setOwn({ userId, displayName, store: made });
      return made;
    };
    return { session, store, userId, displayName, makeStore, send, sending, ended };
  }, [opened, session, store, send, sending, ended]);

  const again = () => {
    setAsked(false);
    void query.refetch();
  };
  if ((query.isPending && opened === null) || doors === null) return <Waiting />;
  const stranger = session === null && opened === null;
  if (asked || (stranger && doors.length === 0)) {
    if (query.isError && !asked) return <ProblemNote error={query.error} onRetry={again} />;
    return (
      <Suspense fallback={<Waiting />}>
        <SignInPage onDone={again} />
      </Suspense>
    );
  }
  if (stranger) return <OpenByWord doors={doors} onOpen={setOwn} onSignIn={signIn} />;
  if (field === null) return <Waiting />;
  const pages = (
    <FieldContext value={field}>
      <FieldFrame>
        <Outlet />
      </FieldFrame>
    </FieldContext>
  );
  return session === null ? pages : <SessionContext value={session}>{pages}</SessionContext>;
}
