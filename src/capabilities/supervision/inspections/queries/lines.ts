import { localDateOf } from '../../../../kernel/local-date.ts';
import type { OrganisationSnapshot } from '../../../petitions/index.ts';
import { isFindingOverdue, nextDue, type Inspection } from '../inspection.ts';
import type { Programme } from '../programme.ts';
import type { InspectionLine, ProgrammeLine } from '../view.ts';

/** A unit with its name. */
export const unitNamed = (organisation: Pick<OrganisationSnapshot, 'find'>, id: string) => ({
  id,
  name: organisation.find(id)?.name ?? id,
});

/** The person behind an actor of the record. */
export const personNamed = (
  organisation: Pick<OrganisationSnapshot, 'userName'>,
  by: string,
): string => (by.startsWith('staff:') ? organisation.userName(by.slice('staff:'.length)) : '');

/** A programme as lists show it. */
export const programmeLineOf = (
  organisation: Pick<OrganisationSnapshot, 'find'>,
  programme: Programme,
): ProgrammeLine => ({
  id: programme.id,
  theme: programme.theme,
  office: unitNamed(organisation, programme.office),
  status: programme.status,
  from: programme.from,
  to: programme.to,
  teams: programme.teams.length,
  rounds: programme.rounds.length,
});

/**
 * An inspection as lists show it.
 * @param programme null where the reader does not see it: the inspected unit knows team and theme alone
 */
export function inspectionLineOf(
  organisation: Pick<OrganisationSnapshot, 'find'>,
  inspection: Inspection,
  programme: Programme | null,
  now: number,
): InspectionLine {
  const today = localDateOf(now);
  const { findings } = inspection;
  return {
    id: inspection.id,
    programme: { id: inspection.programmeId, name: programme?.theme ?? '' },
    team: programme?.teams.find(({ id }) => id === inspection.teamId)?.name ?? '',
    round: programme?.rounds.find(({ id }) => id === inspection.roundId)?.name ?? null,
    unit: unitNamed(organisation, inspection.unit),
    way: inspection.way,
    focus: inspection.focus,
    status: inspection.status,
    on: inspection.on,
    findings: findings.length,
    open: findings.filter(({ status }) => status === 'open' || status === 'answered').length,
    dueOn: nextDue(inspection),
    overdue: findings.some((finding) => isFindingOverdue(finding, today)),
  };
}
