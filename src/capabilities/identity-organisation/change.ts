import { createHash } from 'node:crypto';
import { actorId, type Actor } from '../../kernel/actor.ts';
import type { Refusal } from '../../kernel/refusals.ts';
import type { Result } from '../../kernel/result.ts';
import {
  CommandRefused,
  setStream,
  withClock,
  type DatabaseScope,
  type Tx,
} from '../../platform/database/index.ts';
import { appendEvents, lockStream, type NewEvent } from '../../platform/record/index.ts';
import { newId } from '../../platform/vault/index.ts';
import type { IdentityContext } from './context.ts';
import { readOrganisation } from './directory.ts';
import type { Organisation } from './organisation.ts';
import { getVersion, renewVersion } from './store/settings.ts';

/** What a stream of this capability is about; users' streams bear their own id. */
export type StreamKind = 'organisation' | 'unit' | 'user';

/** The stream of a thing that has a code: the same code always gives the same stream. */
export const streamIdOf = (kind: 'organisation' | 'unit', code: string): string => {
  const digest = createHash('sha256').update(`${kind} ${code}`).digest();
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x80;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = digest.toString('hex', 0, 16);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

/** Places, categories and settings share one stream. */
export const organisationStream = streamIdOf('organisation', 'organisation');

/** Writes events of one command into a stream. Periods play no part here, hence no calendar. */
export const record = async (
  tx: Tx,
  actor: Actor,
  stream: { readonly kind: StreamKind; readonly id: string },
  events: readonly NewEvent[],
): Promise<void> => {
  if (events.length === 0) return;
  await setStream(tx, stream.id);
  const head = await lockStream(tx, stream.id);
  await appendEvents(tx, {
    streamId: stream.id,
    kind: stream.kind,
    head,
    events,
    stamp: {
      actor: actorId(actor),
      unitId: actor.kind === 'staff' && actor.unitId !== '' ? actor.unitId : null,
      calendarVersion: '-',
      rulesVersion: '1',
      commandId: newId(),
    },
    at: tx.openedAt.getTime(),
    bodyHash: createHash('sha256').update(JSON.stringify(events)).digest(),
  });
};

/** Runs a command in one transaction; a refusal rolls it back. */
export const inTransaction = async <T>(
  context: IdentityContext,
  scope: DatabaseScope,
  command: (tx: Tx) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> => {
  try {
    return await context.database.withActor(scope, 'write', (tx) =>
      withClock({ db: context.database }, async () => {
        const result = await command(tx);
        if (!result.ok) throw new CommandRefused(result);
        return result;
      }),
    );
  } catch (error) {
    if (error instanceof CommandRefused) return error.refused;
    throw error;
  } finally {
    context.sessions.clear();
  }
};

/**
 * Changes the organisation: one change at a time, each with the whole before its eyes, and every
 * snapshot elsewhere out of date when it commits.
 */
export const changeOrganisation = <T>(
  context: IdentityContext,
  scope: DatabaseScope,
  command: (tx: Tx, organisation: Organisation) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> =>
  inTransaction(context, scope, async (tx) => {
    await renewVersion(tx);
    return command(tx, await readOrganisation(tx, await getVersion(tx)));
  });
