import type { IdentityContext } from '../context.ts';
import { signInScope } from '../scope.ts';
import { forgetTriesAfter, sessionPeriods } from '../session-rules.ts';
import { sweepAttempts } from '../store/attempts.ts';
import { sweepSessions } from '../store/sessions.ts';

/** Forgets sessions and wrong tries that count for nothing any more; meant to run daily. */
export const sweepSignIns = (context: IdentityContext): Promise<void> =>
  context.database.withActor(signInScope, 'write', async (tx) => {
    const now = tx.openedAt.getTime();
    await sweepSessions(tx, new Date(now - sessionPeriods.absolute));
    await sweepAttempts(tx, new Date(now - forgetTriesAfter));
  });
