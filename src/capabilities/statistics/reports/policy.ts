import type { Actor } from '../../../kernel/actor.ts';
import { isGranted, type Jurisdiction, type Verb } from '../../../kernel/permissions.ts';
import type { ReportCommandType } from './command.ts';
import type { Report } from './report.ts';

/** Which verb of the permission table a command needs. */
const verbs: Readonly<Record<ReportCommandType, Verb>> = {
  beginReport: 'report.draft',
  recountReport: 'report.draft',
  wordReport: 'report.draft',
  finaliseReport: 'report.finalise',
};

/** Whether an actor may try a command on a report that a unit makes. */
export function mayReport(actor: Actor, command: ReportCommandType, unit: string): boolean {
  if (actor.kind !== 'staff') return false;
  const relations = new Set<Jurisdiction>(actor.unitId === unit ? ['unit', 'office'] : ['unit']);
  return isGranted(actor.roles, verbs[command], relations);
}

/**
 * Whether a reader may see a report: the unit that makes it always; a final one also whoever sees
 * the figures of the place.
 * @param regions those whose figures the reader sees
 */
export const isReportVisible = (
  unitId: string,
  regions: readonly string[],
  { unit, status, place }: Pick<Report, 'unit' | 'status' | 'place'>,
): boolean => unit === unitId || (status === 'final' && regions.includes(place.region));
