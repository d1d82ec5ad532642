import { run, type Tx } from '../../../platform/database/index.ts';

export interface SessionRow {
  readonly sessionId: string;
  readonly userId: string;
  readonly unitId: string | null;
  readonly secondFactor: boolean;
  readonly passwordExpired: boolean;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly freshUntil: Date;
  readonly agent: string;
  readonly revokedAt: Date | null;
}

const columns = `session_id AS "sessionId", user_id AS "userId", unit_id AS "unitId",
  second_factor AS "secondFactor",
  password_expired AS "passwordExpired", created_at AS "createdAt", last_seen_at AS "lastSeenAt",
  fresh_until AS "freshUntil", agent, revoked_at AS "revokedAt"`;

export const insertSession = async (
  tx: Tx,
  tokenHash: Buffer,
  session: Omit<SessionRow, 'revokedAt'>,
): Promise<void> => {
  await run(tx, {
    name: 'session.insert',
    text: `INSERT INTO session (token_hash, session_id, user_id, unit_id, second_factor,
                                password_expired, created_at, last_seen_at, fresh_until, agent)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      tokenHash,
      session.sessionId,
      session.userId,
      session.unitId,
      session.secondFactor,
      session.passwordExpired,
      session.createdAt,
      session.lastSeenAt,
      session.freshUntil,
      session.agent,
    ],
  });
};

export const findSession = async (tx: Tx, tokenHash: Buffer): Promise<SessionRow | undefined> => {
  const rows = await run<SessionRow>(tx, {
    name: 'session.by-token',
    text: `SELECT ${columns} FROM session WHERE token_hash = $1`,
    values: [tokenHash],
  });
  return rows[0];
};

/** Sessions of a person that were not revoked, newest first; the caller drops the expired. */
export const listSessionRows = (tx: Tx, userId: string): Promise<readonly SessionRow[]> =>
  run<SessionRow>(tx, {
    name: 'session.by-user',
    text: `SELECT ${columns} FROM session WHERE user_id = $1 AND revoked_at IS NULL
            ORDER BY last_seen_at DESC, session_id`,
    values: [userId],
  });

/** What may change in a session while it lives. */
export type SessionChange = Partial<
  Pick<SessionRow, 'unitId' | 'secondFactor' | 'passwordExpired' | 'freshUntil'>
>;

export const updateSession = async (
  tx: Tx,
  sessionId: string,
  change: SessionChange,
): Promise<void> => {
  await run(tx, {
    name: 'session.update',
    text: `UPDATE session SET unit_id = coalesce($2, unit_id),
                  second_factor = coalesce($3, second_factor),
                  password_expired = coalesce($4, password_expired),
                  fresh_until = coalesce($5, fresh_until)
            WHERE session_id = $1 AND revoked_at IS NULL`,
    values: [
      sessionId,
      change.unitId ?? null,
      change.secondFactor ?? null,
      change.passwordExpired ?? null,
      change.freshUntil ?? null,
    ],
  });
};

/** Remembers a request without touching what another request may be changing. */
export const touchSession = async (tx: Tx, sessionId: string, at: Date): Promise<void> => {
  await run(tx, {
    name: 'session.touch',
    text: 'UPDATE session SET last_seen_at = greatest(last_seen_at, $2) WHERE session_id = $1',
    values: [sessionId, at],
  });
};

/** @returns false when that person has no such session */
export const revokeSession = async (
  tx: Tx,
  userId: string,
  sessionId: string,
  at: Date,
): Promise<boolean> => {
  const rows = await run(tx, {
    name: 'session.revoke',
    text: `UPDATE session SET revoked_at = $3
            WHERE session_id = $2 AND user_id = $1 AND revoked_at IS NULL RETURNING 1`,
    values: [userId, sessionId, at],
  });
  return rows.length === 1;
};

/** Ends all sessions of a person, but for one where that is wanted. */
export const revokeSessionsOf = async (
  tx: Tx,
  userId: string,
  at: Date,
  exceptSessionId: string | null = null,
): Promise<void> => {
  await run(tx, {
    name: 'session.revoke-all',
    text: `UPDATE session SET revoked_at = $2
            WHERE user_id = $1 AND revoked_at IS NULL AND session_id IS DISTINCT FROM $3::uuid`,
    values: [userId, at, exceptSessionId],
  });
};

/** Forgets sessions that ended before a moment. */
export const sweepSessions = async (tx: Tx, before: Date): Promise<void> => {
  await run(tx, {
    name: 'session.sweep',
    text: 'DELETE FROM session WHERE created_at < $1',
    values: [before],
  });
};
