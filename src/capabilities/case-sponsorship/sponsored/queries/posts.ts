import type { StaffActor } from '../../../../kernel/actor.ts';
import { isGranted } from '../../../../kernel/permissions.ts';
import { scopeOf } from '../../../../platform/database/index.ts';
import type { SponsoredDeps } from '../commands/deps.ts';
import { usualPosts } from '../posts.ts';
import { findPostSettings } from '../posts-store.ts';
import type { PostsView } from '../view.ts';

/** Which posts stand around a case, and where that is from. */
export const readPosts = (deps: SponsoredDeps, actor: StaffActor): Promise<PostsView> =>
  deps.db.withActor(scopeOf(actor), 'read', async (tx) => {
    const row = await findPostSettings(tx);
    return {
      ...(row?.settings ?? usualPosts),
      version: row?.version ?? 0,
      mayChange: isGranted(actor.roles, 'sponsored.administer', new Set(['unit'])),
    };
  });
