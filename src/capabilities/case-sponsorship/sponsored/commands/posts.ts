import { DatabaseError } from 'pg';
import { actorId, type StaffActor } from '../../../../kernel/actor.ts';
import { isGranted } from '../../../../kernel/permissions.ts';
import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import { inTransaction, setStream, unitOf } from '../../../../platform/database/index.ts';
import { appendEvents, findCommand, lockStream } from '../../../../platform/record/index.ts';
import { bodyHashOf, deriveId } from '../../../../platform/vault/index.ts';
import type { PostsInput } from '../contract.ts';
import { sponsoredEventVersion } from '../events.ts';
import { writePostSettings } from '../posts-store.ts';
import type { SponsoredDeps } from './deps.ts';

/**
 * Sets which posts stand around a case, with their source (S-2). The whole sheet is sent, with the
 * version that it was read at; tasks that were given keep the post as it was.
 * @returns the new version; refusals `not-permitted`, `version-conflict`, `sponsored-posts-double`,
 * `idempotency-key-reused`
 */
export async function changePosts(
  deps: SponsoredDeps,
  input: PostsInput,
  options: { readonly actor: StaffActor; readonly commandKey: string; readonly at?: number },
): Promise<Result<{ readonly version: number }, Refusal>> {
  const { actor, commandKey, at } = options;
  if (!isGranted(actor.roles, 'sponsored.administer', new Set(['unit']))) {
    return refuse('not-permitted', { verb: 'sponsored.administer' });
  }
  const { expectedVersion, ...settings } = input;
  const codes = settings.posts.map(({ code }) => code);
  if (new Set(codes).size < codes.length) return refuse('sponsored-posts-double', {}, 'posts');
  const id = deriveId(deps.keys, 'system:case-sponsorship', 'posts', '');
  const commandId = deriveId(deps.keys, actorId(actor), id, commandKey);
  const bodyHash = bodyHashOf(deps.keys, input);
  const work = (): Promise<Result<{ readonly version: number }, Refusal>> =>
    inTransaction(deps, actor, async (tx) => {
      await setStream(tx, id);
      const head = await lockStream(tx, id);
      const done = await findCommand(tx, id, commandId);
      if (done !== null) {
        return done.bodyHash.equals(bodyHash)
          ? ok({ version: done.lastSeq })
          : refuse('idempotency-key-reused');
      }
      if ((head?.seq ?? 0) !== expectedVersion) return refuse('version-conflict');
      const [recorded] = await appendEvents(tx, {
        streamId: id,
        kind: 'sponsored-posts',
        head,
        events: [
          { type: 'SponsoredPostsChanged', typeVersion: sponsoredEventVersion, data: { settings } },
        ],
        stamp: {
          actor: actorId(actor),
          unitId: unitOf(actor),
          calendarVersion: deps.calendar().version,
          rulesVersion: 'regulation-2022-05-01',
          commandId,
        },
        at: at ?? tx.openedAt.getTime(),
        bodyHash,
      });
      const version = recorded?.seq ?? 0;
      writePostSettings(tx, { streamId: id, settings, version });
      return ok({ version });
    });
  try {
    return await work();
  } catch (error) {
    // Somebody else set the very first sheet at this moment: it is there now, and is answered as changed.
    if (error instanceof DatabaseError && error.code === '23505') return work();
    throw error;
  }
}
