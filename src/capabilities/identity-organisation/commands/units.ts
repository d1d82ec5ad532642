import type { Actor } from '../../../kernel/actor.ts';
import { refuse, type Refusal } from '../../../kernel/refusals.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { DatabaseScope, Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/vault/index.ts';
import { changeOrganisation, record, streamIdOf } from '../change.ts';
import type { IdentityContext } from '../context.ts';
import type { NewUnit, Unit, UnitChange } from '../contract.ts';
import { event } from '../events.ts';
import type { Organisation } from '../organisation.ts';
import { checkSuccessor, checkUnit, mayAdminister } from '../rules.ts';
import { elevatedScope, scopeOf } from '../scope.ts';
import { putUnit } from '../store/organisation.ts';
import { movePosts } from './posts.ts';

const streamOf = (unitId: string) => ({ kind: 'unit', id: streamIdOf('unit', unitId) }) as const;

const toUnit = (unit: NewUnit): Unit => ({
  id: unit.id ?? newId(),
  name: unit.name,
  kind: unit.kind,
  level: unit.level,
  regionCode: unit.regionCode,
  parentId: unit.parentId ?? null,
  system: unit.system ?? null,
  active: true,
  successorId: null,
  phone: unit.phone ?? null,
  address: unit.address ?? null,
  postCode: unit.postCode ?? null,
  email: unit.email ?? null,
  receptionHours: unit.receptionHours ?? null,
  receptionPlace: unit.receptionPlace ?? null,
});

/** Changes a unit that is there and that the actor administers; others are refused alike. */
const changeOneUnit = (
  context: IdentityContext,
  scope: DatabaseScope,
  actor: Actor,
  unitId: string,
  work: (tx: Tx, organisation: Organisation, unit: Unit) => Promise<Result<Unit, Refusal>>,
): Promise<Result<Unit, Refusal>> =>
  changeOrganisation(context, scope, async (tx, organisation) => {
    const unit = organisation.find(unitId);
    const allowed = mayAdminister(organisation, actor, unit?.regionCode);
    if (!allowed.ok) return allowed;
    return unit === undefined ? refuse('not-found') : work(tx, organisation, unit);
  });

/** Adds a unit; without an id of the caller's it gets one. */
export const addUnit = (
  context: IdentityContext,
  actor: Actor,
  newUnit: NewUnit,
): Promise<Result<Unit, Refusal>> =>
  changeOrganisation(context, scopeOf(actor), async (tx, organisation) => {
    const unit = toUnit(newUnit);
    if (organisation.findRegion(unit.regionCode) === undefined) {
      return refuse('region-unknown', { code: unit.regionCode }, 'regionCode');
    }
    const allowed = mayAdminister(organisation, actor, unit.regionCode);
    if (!allowed.ok) return allowed;
    if (organisation.find(unit.id) !== undefined) {
      return refuse('user-name-taken', { name: unit.id }, 'id');
    }
    const checked = checkUnit(organisation, unit);
    if (!checked.ok) return checked;
    await putUnit(tx, unit);
    await record(tx, actor, streamOf(unit.id), [event('UnitAdded', unit)]);
    return ok(unit);
  });

/** Corrects a unit's name, place in the line of government or public information. */
export const changeUnit = (
  context: IdentityContext,
  actor: Actor,
  unitId: string,
  change: UnitChange,
): Promise<Result<Unit, Refusal>> =>
  changeOneUnit(context, scopeOf(actor), actor, unitId, async (tx, organisation, unit) => {
    const given = Object.entries(change).filter(([, value]) => value !== undefined);
    const changed: Unit = { ...unit, ...Object.fromEntries(given) };
    const checked = checkUnit(organisation, changed);
    if (!checked.ok) return checked;
    await putUnit(tx, changed);
    await record(tx, actor, streamOf(unitId), [event('UnitChanged', change)]);
    return ok(changed);
  });

/**
 * Merges a unit into another, which takes over its people and whatever it holds (Reg. art. 24).
 * @returns refusal `successor-invalid` or `unit-inactive`
 */
export const mergeUnit = (
  context: IdentityContext,
  actor: Actor,
  unitId: string,
  successorId: string,
): Promise<Result<Unit, Refusal>> =>
  changeOneUnit(context, elevatedScope(actor), actor, unitId, async (tx, organisation, unit) => {
    const checked = checkSuccessor(organisation, unit, successorId);
    if (!checked.ok) return checked;
    const ended = await endUnit(tx, actor, organisation, unit, successorId);
    await record(tx, actor, streamOf(unitId), [event('UnitMerged', { successorId })]);
    return ok(ended);
  });

/**
 * Abolishes a unit.
 * @param successorId who takes over; may be missing only when nothing is left to take over
 * @returns refusal `unit-has-open-petitions`, `successor-invalid` or `unit-inactive`
 */
export const abolishUnit = (
  context: IdentityContext,
  actor: Actor,
  unitId: string,
  successorId: string | null,
): Promise<Result<Unit, Refusal>> =>
  changeOneUnit(context, elevatedScope(actor), actor, unitId, async (tx, organisation, unit) => {
    if (successorId === null) {
      const count = await context.countOpenPetitions?.(tx, unitId);
      if (count === undefined) return refuse('successor-invalid', {}, 'successorId');
      if (count > 0) return refuse('unit-has-open-petitions', { unit: unit.name, count });
    } else {
      const checked = checkSuccessor(organisation, unit, successorId);
      if (!checked.ok) return checked;
    }
    const ended = await endUnit(tx, actor, organisation, unit, successorId);
    await record(tx, actor, streamOf(unitId), [event('UnitAbolished', { successorId })]);
    return ok(ended);
  });

/** Units below it and people in it go to the successor. */
const endUnit = async (
  tx: Tx,
  actor: Actor,
  organisation: Organisation,
  unit: Unit,
  successorId: string | null,
): Promise<Unit> => {
  const ended: Unit = { ...unit, active: false, successorId };
  await putUnit(tx, ended);
  for (const child of organisation.units.filter((other) => other.parentId === unit.id)) {
    // The successor may itself have stood below the unit that ends.
    const above = child.id === successorId ? unit.parentId : (successorId ?? unit.parentId);
    await putUnit(tx, { ...child, parentId: above });
    await record(tx, actor, streamOf(child.id), [event('UnitChanged', { parentId: above })]);
  }
  await movePosts(tx, actor, organisation, unit.id, successorId);
  return ended;
};
