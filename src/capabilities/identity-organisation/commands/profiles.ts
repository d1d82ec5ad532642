import type { Actor } from '../../../kernel/actor.ts';
import { localDate, localDateOf } from '../../../kernel/local-date.ts';
import { findLimitFault } from '../../../kernel/local-profiles.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { newId } from '../../../platform/vault/index.ts';
import { changeOrganisation, organisationStream, record } from '../change.ts';
import type { IdentityContext } from '../context.ts';
import type { NewProfile, Profile } from '../contract.ts';
import { event } from '../events.ts';
import type { Organisation } from '../organisation.ts';
import { mayAdminister } from '../rules.ts';
import { scopeOf } from '../scope.ts';
import { endProfileOn, insertProfile } from '../store/profiles.ts';

const stream = { kind: 'organisation', id: organisationStream } as const;

/** P-9: stricter than the law is allowed, laxer is refused with the article. */
function findFault(organisation: Organisation, profile: NewProfile): Refusal | null {
  const fault = findLimitFault(profile.limits);
  if (fault !== null && !('basis' in fault)) {
    const code = fault.reason === 'days-only' ? 'profile-days-only' : 'profile-limit';
    return refuse(code, { period: fault.period }, `limits.${fault.at}`).refusal;
  }
  if (fault !== null) {
    const { law, article } = fault.basis;
    const { period, amount, unit: lawUnit } = fault;
    const params = { period, law, article, amount, lawUnit };
    // Holidays may come between: no number of working days is surely within a number of days.
    const working = profile.limits[fault.at]?.unit === 'working-days' && lawUnit !== 'working-days';
    const laxer = fault.reason === 'too-short' ? 'profile-too-short' : 'profile-laxer';
    const code = working && laxer === 'profile-laxer' ? 'profile-working-days' : laxer;
    return refuse(code, params, `limits.${fault.at}`).refusal;
  }
  if (profile.units.some((id) => organisation.find(id) === undefined)) {
    return refuse('unit-unknown', {}, 'units').refusal;
  }
  const unknown = profile.categories.find((code) => organisation.findCategory(code) === undefined);
  if (unknown !== undefined)
    return refuse('profile-category', { code: unknown }, 'categories').refusal;
  return null;
}

/** Whether an administrator's place covers all that a profile is for. */
function findReachFault(
  organisation: Organisation,
  actor: Actor,
  units: readonly string[],
  own: string | undefined,
): Refusal | null {
  const allowed = mayAdminister(organisation, actor, own);
  if (!allowed.ok) return allowed.refusal;
  const outside = units.find(
    (id) => !mayAdminister(organisation, actor, organisation.find(id)?.regionCode).ok,
  );
  return outside === undefined ? null : refuse('unit-unknown', {}, 'units').refusal;
}

const placeOf = (organisation: Organisation, actor: Actor): string | undefined =>
  actor.kind === 'staff' ? organisation.find(actor.unitId)?.regionCode : undefined;

/**
 * Creates a named local profile (P-9). Without units it is for the units of the administrator's
 * place and below.
 * @returns the profile; refusals `profile-laxer`, `profile-too-short`, `profile-limit`, `unit-unknown`, `not-permitted`
 */
export const createProfile = (
  context: IdentityContext,
  actor: Actor,
  input: NewProfile,
): Promise<Result<Profile, Refusal>> =>
  changeOrganisation(context, scopeOf(actor), async (tx, organisation) => {
    const own = placeOf(organisation, actor);
    const fault =
      findFault(organisation, input) ?? findReachFault(organisation, actor, input.units, own);
    if (fault !== null) return { ok: false, refusal: fault };
    const profile: Profile = {
      ...input,
      id: newId(),
      regionCode:
        own ?? organisation.regions.find(({ parentCode }) => parentCode === null)?.code ?? '',
      from: localDate(input.from),
      to: null,
    };
    await insertProfile(tx, profile);
    await record(tx, actor, stream, [event('ProfileCreated', profile)]);
    return ok(profile);
  });

/**
 * Ends a profile; what already runs by it goes on by what its petition's record says.
 * @param lastDay the last day on which it is in force, YYYY-MM-DD; not before its first
 * @returns refusals `profile-unknown`, `profile-ended`, `date-in-past`, `not-permitted`
 */
export const endProfile = (
  context: IdentityContext,
  actor: Actor,
  profileId: string,
  lastDay: string,
): Promise<Result<Profile, Refusal>> =>
  changeOrganisation(context, scopeOf(actor), async (tx, organisation) => {
    const profile = organisation.profiles.find(({ id }) => id === profileId);
    if (profile === undefined) return refuse('profile-unknown');
    const allowed = mayAdminister(organisation, actor, profile.regionCode);
    if (!allowed.ok) return allowed;
    if (profile.to !== null) return refuse('profile-ended', { on: profile.to });
    const yesterday = localDateOf(tx.openedAt.getTime() - 24 * 3_600_000);
    const day = localDate(lastDay);
    if (day < yesterday || day < profile.from) return refuse('profile-end-day', {}, 'lastDay');
    await endProfileOn(tx, profileId, day);
    await record(tx, actor, stream, [event('ProfileEnded', { id: profileId, to: day })]);
    return ok({ ...profile, to: day });
  });
