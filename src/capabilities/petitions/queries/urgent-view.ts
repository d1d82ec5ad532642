import type { UnitDirectory } from '../../../kernel/units.ts';
import type { Petition, SealedText } from '../petition.ts';
import type { PetitionView } from '../view.ts';

/** Every urgent report with who was told, when it was confirmed and what was answered (P-17). */
export const viewUrgent = (
  petition: Petition,
  units: UnitDirectory,
  textOf: (text: SealedText | null) => string | null,
): PetitionView['urgentReports'] =>
  petition.urgentReports.map((report) => ({
    id: report.id,
    level: report.level,
    at: report.at,
    later: report.later,
    text: textOf(report.text) ?? '',
    addressees: report.addressees.map(({ unit, capacity, receivedAt, repliedAt, reply }) => ({
      unit: { id: unit, name: units.find(unit)?.name ?? '' },
      capacity,
      receivedAt,
      repliedAt,
      reply: textOf(reply),
    })),
  }));
