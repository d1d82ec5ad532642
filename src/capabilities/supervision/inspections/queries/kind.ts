import type { OwnKind } from '../../own-kind.ts';
import type { InspectionCommand, ProgrammeCommand } from '../command.ts';
import { decideInspection } from '../decide/inspection.ts';
import { decideProgramme } from '../decide/programme.ts';
import {
  inspectionEventVersion,
  inspectionStreamKind,
  programmeStreamKind,
  type InspectionEvent,
  type ProgrammeEvent,
} from '../events.ts';
import { evolveInspection, evolveProgramme } from '../evolve.ts';
import { isToldToUnit, nextDue, type Inspection } from '../inspection.ts';
import { isInspectionVisible, isProgrammeVisible, mayInspect, mayProgramme } from '../policy.ts';
import type { Programme } from '../programme.ts';
import { upcastInspection, upcastProgramme } from '../upcast.ts';

const units = (...all: readonly string[]): readonly string[] => [...new Set(all)].toSorted();

/** Programmes of inspections, as records of supervision. */
export const programmeKind: OwnKind<Programme, ProgrammeCommand, ProgrammeEvent> = {
  kind: programmeStreamKind,
  eventVersion: inspectionEventVersion,
  evolve: (id, before, event) => evolveProgramme(id, before, upcastProgramme(event)),
  decide: decideProgramme,
  isVisible: isProgrammeVisible,
  may: mayProgramme,
  place: ({ office, teams, to, plannedAt }) => ({
    unit: null,
    about: null,
    group: null,
    dueOn: to,
    madeAt: plannedAt,
    readers: units(office, ...teams.flatMap((team) => team.units)),
  }),
};

/** Inspections, as records of supervision. */
export const inspectionKind: OwnKind<Inspection, InspectionCommand, InspectionEvent> = {
  kind: inspectionStreamKind,
  eventVersion: inspectionEventVersion,
  evolve: (id, before, event) => evolveInspection(id, before, upcastInspection(event)),
  decide: decideInspection,
  isVisible: isInspectionVisible,
  may: mayInspect,
  place: (inspection) => ({
    unit: inspection.unit,
    about: inspection.programmeId,
    group: inspection.drawId,
    dueOn: nextDue(inspection),
    madeAt: inspection.plannedAt,
    // Row-level security is the second fence: no row, no list, no count at an unannounced unit.
    readers: units(
      inspection.office,
      ...inspection.memberUnits,
      ...(isToldToUnit(inspection) ? [inspection.unit] : []),
    ),
  }),
};
