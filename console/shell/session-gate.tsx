import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { Outlet } from 'react-router';
import { guardRequests, type SignInReason } from './api.ts';
import { DraftContext, useOpenedDrafts } from './draft-context.ts';
import { ProblemNote } from './problem-note.tsx';
import { SessionContext, useSessionQuery, type Session } from './session.tsx';
import { Waiting } from './waiting.tsx';

const SignInPage = lazy(async () => ({
  default: (await import('./sign-in-page.tsx')).SignInPage,
}));
const SignInDialog = lazy(async () => ({
  default: (await import('./sign-in-dialog.tsx')).SignInDialog,
}));
const FirstStepsPage = lazy(async () => ({
  default: (await import('./first-steps-page.tsx')).FirstStepsPage,
}));

/** The session last seen in this tab: a page goes on standing when its session ends. */
function useLastSession(now: Session | null | undefined): Session | null {
  const [last, setLast] = useState<Session | null>(null);
  if (now != null && now !== last) setLast(now);
  return now ?? last;
}

/**
 * Lets signed-in people through. When the session ends in the middle of something the sign-in
 * opens over the page, which stays as it is.
 */
export function SessionGate() {
  const query = useSessionQuery();
  const client = useQueryClient();
  const session = useLastSession(query.data);
  const drafts = useOpenedDrafts(session);
  const [asked, setAsked] = useState<SignInReason | null>(null);
  const waiting = useRef<PromiseWithResolvers<void> | null>(null);

  const ask = useCallback(async (reason: SignInReason) => {
    waiting.current ??= Promise.withResolvers<void>();
    setAsked(reason);
    return waiting.current.promise;
  }, []);

  const signedIn = session !== null;
  useEffect(() => {
    guardRequests(signedIn ? ask : null);
    return () => guardRequests(null);
  }, [signedIn, ask]);

  const finish = useCallback(async () => {
    await client.invalidateQueries({ queryKey: ['session'] });
    waiting.current?.resolve();
    waiting.current = null;
    setAsked(null);
  }, [client]);

  const again = () => void query.refetch();
  if (query.isPending) return <Waiting />;
  if (session === null) {
    if (query.isError) return <ProblemNote error={query.error} onRetry={again} />;
    return (
      <Suspense fallback={<Waiting />}>
        <SignInPage onDone={again} />
      </Suspense>
    );
  }
  const reason = asked ?? (query.data === null ? 'expired' : null);
  return (
    <SessionContext value={session}>
      {session.todo === null && drafts === null && <Waiting />}
      {session.todo === null && drafts !== null && (
        <DraftContext value={drafts}>
          <Outlet />
        </DraftContext>
      )}
      {session.todo !== null && (
        <Suspense fallback={<Waiting />}>
          <FirstStepsPage todo={session.todo} onDone={again} />
        </Suspense>
      )}
      {reason !== null && (
        <Suspense fallback={null}>
          <SignInDialog reason={reason} session={session} onDone={() => void finish()} />
        </Suspense>
      )}
    </SessionContext>
  );
}
