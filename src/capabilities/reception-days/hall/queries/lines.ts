import type { StaffActor } from '../../../../kernel/actor.ts';
import type { OrganisationSnapshot } from '../../../petitions/index.ts';
import { groupFactsOf } from '../../tickets/group-facts.ts';
import type { TicketRow } from '../../tickets/store.ts';
import { labelOf } from '../../tickets/terms.ts';
import type { Hall } from '../hall.ts';
import { isInGroup } from '../policy.ts';
import type { GroupLine } from '../view.ts';

/** A number of another day is shown with that day. */
export const numberedElsewhere = (row: Pick<TicketRow, 'numberedOn'>, hall: Hall) =>
  row.numberedOn === hall.firstOn ? null : row.numberedOn;

const unitNamed = (organisation: OrganisationSnapshot, id: string) => ({
  id,
  name: organisation.find(id)?.name ?? id,
});

/** The groups of a hall with whom they have at this moment. */
export function groupLines(
  hall: Hall,
  actor: StaffActor,
  organisation: OrganisationSnapshot,
  held: readonly TicketRow[],
  waiting: readonly { readonly sentTo: string | null; readonly tickets?: number }[],
): GroupLine[] {
  const loads = new Map(groupFactsOf(hall, held, waiting).map(({ id, load }) => [id, load]));
  return hall.groups.map((group) => {
    const row = held.find(({ groupId }) => groupId === group.id);
    return {
      id: group.id,
      label: group.label,
      place: group.place,
      units: group.units.map((id) => unitNamed(organisation, id)),
      topics: group.topics.map((id) => ({ id, name: organisation.categoryName(id) })),
      open: group.open,
      mine: isInGroup(actor, hall, group.id),
      load: loads.get(group.id) ?? 0,
      current:
        row === undefined
          ? null
          : {
              ticketId: row.id,
              label: labelOf(row.number),
              stage: row.stage,
              since: row.talkBeganAt ?? row.calledAt ?? row.takenAt,
              calls: row.calls,
            },
    };
  });
}
