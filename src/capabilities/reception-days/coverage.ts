import { isInOffice, type ReceivingLeader } from './leader.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { ReceptionSettings } from './settings.ts';

/** Who answers for a place or a field, and how many are wanted. */
export interface Covered {
  readonly code: string;
  readonly leaders: readonly string[];
  readonly needed: number;
}

/** The coverage sheet (包点): big places need two leaders, no place stays uncovered. */
export function coverageOf(
  leaders: readonly ReceivingLeader[],
  regions: readonly string[],
  settings: ReceptionSettings,
  on: LocalDate,
): { readonly regions: readonly Covered[]; readonly fields: readonly Covered[] } {
  const present = leaders.filter((leader) => isInOffice(leader, on));
  const fields = [...new Set([...settings.fields, ...present.flatMap((leader) => leader.fields)])];
  return {
    regions: regions.map((code) => ({
      code,
      leaders: present.filter((leader) => leader.regions.includes(code)).map(({ id }) => id),
      needed: settings.bigRegions.includes(code) ? 2 : 1,
    })),
    fields: fields.map((code) => ({
      code,
      leaders: present.filter((leader) => leader.fields.includes(code)).map(({ id }) => id),
      needed: 1,
    })),
  };
}
