import type { StaffActor } from '../../../kernel/actor.ts';
import { isGranted } from '../../../kernel/permissions.ts';
import type { UnitKind } from '../../../kernel/units.ts';
import type { Organisation } from '../../identity-organisation/index.ts';
import type { DimFilter } from '../read-store.ts';

/** Whose figures a reader sees: all of a region, or those of a unit. */
export type Jurisdiction =
  | { readonly kind: 'region'; readonly code: string }
  | { readonly kind: 'unit'; readonly unit: string };

/** Who answers for a place sees what happens in it; any other unit its own (O-3). */
const ofPlace: ReadonlySet<UnitKind> = new Set<UnitKind>([
  'petition-office',
  'leadership',
  'joint-meeting-office',
]);

/** What a person may see figures of; null where no post of theirs reads any. */
export function jurisdictionOf(organisation: Organisation, actor: StaffActor): Jurisdiction | null {
  if (!isGranted(actor.roles, 'statistics.read', new Set(['unit']))) return null;
  const unit = organisation.find(actor.unitId);
  if (unit === undefined) return null;
  return ofPlace.has(unit.kind)
    ? { kind: 'region', code: unit.regionCode }
    : { kind: 'unit', unit: unit.id };
}

/** What narrows every number to a jurisdiction; nothing where that is everything. */
export function scopeFilter(organisation: Organisation, jurisdiction: Jurisdiction): DimFilter {
  if (jurisdiction.kind === 'unit') return { unit: [jurisdiction.unit] };
  const within = organisation.regionsWithin(jurisdiction.code);
  return within.length === organisation.regions.length ? {} : { region: within };
}
