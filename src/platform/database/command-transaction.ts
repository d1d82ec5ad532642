import { DatabaseError } from 'pg';
import type { Actor } from '../../kernel/actor.ts';
import type { Refusal, Refused } from '../../kernel/refusals.ts';
import type { Result } from '../../kernel/result.ts';
import { scopeOf } from './actor-scope.ts';
import type { Database } from './pool.ts';
import type { Tx } from './transaction.ts';

/** Carries a refusal out of a transaction, so that nothing of it stays. */
export class CommandRefused extends Error {
  readonly refused: Refused;

  constructor(refused: Refused) {
    super(refused.refusal.code);
    this.refused = refused;
  }
}

interface HasDatabase {
  readonly db: Database;
}

/** no period begins or ends by a clock that cannot be trusted. */
function assertClockAgrees({ db }: HasDatabase): void {
  const agrees = db.assertClockAgrees();
  if (!agrees.ok) throw new CommandRefused(agrees);
}

/**
 * Does the work of a command, then asks whether the clocks agree: by then the transaction's own
 * answer has told the database's time, and nothing is committed yet.
 */
export async function withClock<T>(deps: HasDatabase, work: () => Promise<T>): Promise<T> {
  const done = await work();
  assertClockAgrees(deps);
  return done;
}

/** A key that stands there already. */
const taken = '23505';

/**
 * Does work that makes something new once more where somebody else made the same at this very moment:
 * the second time it is there, and is met as on any later try.
 */
export async function onceMore<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DatabaseError && error.code === taken) return work();
    throw error;
  }
}

/**
 * Runs work in one transaction; a refusal thrown inside rolls it back and becomes the answer. Where
 * somebody else made the same stream or number at this very moment it is done once more: a command is
 * harmless twice, and meets then what is there.
 */
export async function inTransaction<T>(
  deps: HasDatabase,
  actor: Actor,
  work: (tx: Tx) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  try {
    return await onceMore(() =>
      deps.db.withActor(scopeOf(actor), 'write', (tx) => withClock(deps, () => work(tx))),
    );
  } catch (error) {
    if (error instanceof CommandRefused) return error.refused;
    throw error;
  }
}
