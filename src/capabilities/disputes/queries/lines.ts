import { colourOf } from '../../../kernel/clock-colours.ts';
import type { OrganisationSnapshot } from '../../petitions/index.ts';
import type { DisputeRow } from '../projection.ts';
import { kindOf, type DisputeSettings } from '../settings.ts';
import type { DisputeLine, NamedUnit } from '../view.ts';
import type { OpenedDispute } from './open.ts';

export type Names = Pick<OrganisationSnapshot, 'find' | 'regionName'>;

export const unitNamed = (names: Names, id: string): NamedUnit => ({
  id,
  name: names.find(id)?.name ?? id,
});

/**
 * One line of a list.
 * @param now epoch ms
 */
export function lineOf(
  { dispute, text }: OpenedDispute,
  row: DisputeRow,
  names: Names,
  settings: DisputeSettings,
  now: number,
): DisputeLine {
  const { code, name } = kindOf(settings, dispute.kind);
  const { clock } = dispute;
  return {
    id: dispute.id,
    status: dispute.status,
    kind: { code, name },
    region: { code: dispute.regionCode, name: names.regionName(dispute.regionCode) },
    place: text(dispute.place),
    about: text(dispute.about),
    level: dispute.holder.level,
    holder: unitNamed(names, dispute.holder.unit),
    waitingAt: row.waitingAt === null ? null : unitNamed(names, row.waitingAt),
    dueAt: row.dueAt,
    colour: row.dueAt === null ? null : colourOf(clock.startedAt, row.dueAt, now),
    recordedAt: dispute.recordedAt,
    recordedBy: unitNamed(names, dispute.recordedBy),
  };
}
