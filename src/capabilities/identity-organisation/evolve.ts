import { z } from 'zod';
import {
  categorySchema,
  postSchema,
  profileSchema,
  regionSchema,
  unitChangeSchema,
  unitSchema,
  type Category,
  type Post,
  type Profile,
  type Region,
  type Unit,
  type User,
} from './contract.ts';

/** An event as the record gives it back. */
export interface PastEvent {
  readonly type: string;
  readonly data: unknown;
}

/** The unit that its events amount to; nothing without a first one. */
export const foldUnit = (events: readonly PastEvent[]): Unit | undefined =>
  events.reduce<Unit | undefined>((unit, { type, data }) => {
    if (type === 'UnitAdded') return unitSchema.parse(data);
    if (unit === undefined) return undefined;
    if (type === 'UnitChanged') {
      const change = Object.entries(unitChangeSchema.parse(data));
      return { ...unit, ...Object.fromEntries(change.filter(([, value]) => value !== undefined)) };
    }
    if (type !== 'UnitMerged' && type !== 'UnitAbolished') return unit;
    const { successorId } = unitSchema.pick({ successorId: true }).parse(data);
    return { ...unit, active: false, successorId };
  }, undefined);

const addedUser = z.object({ userName: z.string(), displayName: z.string() });

const isSame = (one: Post, other: Post): boolean =>
  one.unitId === other.unitId && one.role === other.role;

/** The account, with the posts held now, that its events amount to. */
export const foldUser = (userId: string, events: readonly PastEvent[]): User | undefined =>
  events.reduce<User | undefined>((user, { type, data }) => {
    if (type === 'UserAdded') {
      return { userId, ...addedUser.parse(data), disabled: false, posts: [] };
    }
    if (user === undefined) return undefined;
    switch (type) {
      case 'UserRenamed':
        return { ...user, ...addedUser.pick({ displayName: true }).parse(data) };
      case 'UserDisabled':
        return { ...user, disabled: true };
      case 'UserEnabled':
        return { ...user, disabled: false };
      case 'PostGiven':
        return { ...user, posts: [...user.posts, postSchema.parse(data)] };
      case 'PostEnded': {
        const ended = postSchema.parse(data);
        return { ...user, posts: user.posts.filter((post) => !isSame(post, ended)) };
      }
      default:
        return user;
    }
  }, undefined);

/** Places and categories that the organisation's own stream amounts to. */
export const foldPlaces = (
  events: readonly PastEvent[],
): { readonly regions: readonly Region[]; readonly categories: readonly Category[] } => ({
  regions: events
    .filter(({ type }) => type === 'RegionAdded')
    .map(({ data }) => regionSchema.parse(data)),
  categories: events
    .filter(({ type }) => type === 'CategoryAdded')
    .map(({ data }) => ({ ...categorySchema.omit({ active: true }).parse(data), active: true })),
});

/** Named local profiles as the organisation's own stream amounts to. */
export const foldProfiles = (events: readonly PastEvent[]): readonly Profile[] =>
  events.reduce<readonly Profile[]>((profiles, { type, data }) => {
    if (type === 'ProfileCreated') return [...profiles, profileSchema.parse(data)];
    if (type !== 'ProfileEnded') return profiles;
    const { id, to } = profileSchema.pick({ id: true, to: true }).parse(data);
    return profiles.map((profile) => (profile.id === id ? { ...profile, to } : profile));
  }, []);
