import type { RecordedEvent } from '../../../platform/record/index.ts';
import { proceedingEventVersion, type RosterEvent } from '../events.ts';
import type { KeptShift, MemberRow } from '../roster-store.ts';

/** A member of the roster and all shifts, as the record has them. */
export interface KeptMember {
  readonly member: MemberRow;
  readonly shifts: readonly KeptShift[];
}

const listed = (id: string, data: Extract<RosterEvent, { type: 'MemberListed' }>['data']) => {
  const { person: _sealed, ...row } = data;
  return { ...row, id };
};

function evolveMember(
  id: string,
  before: KeptMember | null,
  event: RosterEvent,
  version: number,
): KeptMember {
  if (event.type === 'MemberListed') {
    return { member: { ...listed(id, event.data), version }, shifts: [] };
  }
  if (before === null) throw new Error(`Stream ${id} begins with ${event.type}`);
  const { member, shifts } = before;
  switch (event.type) {
    case 'MemberChanged':
      return { member: { ...member, ...event.data, version }, shifts };
    case 'ShiftPlanned': {
      const { shiftId, ...shift } = event.data;
      const planned = { id: shiftId, memberId: id, ...shift, cancelled: false };
      return { member, shifts: [...shifts, planned] };
    }
    case 'ShiftCancelled': {
      const { shiftId } = event.data;
      const after = shifts.map((each) =>
        each.id === shiftId ? { ...each, cancelled: true } : each,
      );
      return { member, shifts: after };
    }
  }
}

/**
 * Folds the record of one member.
 * @returns null of an empty one
 * @throws when an event is of a version that this release does not know
 */
export const foldMember = (id: string, events: readonly RecordedEvent[]): KeptMember | null =>
  events.reduce<KeptMember | null>((before, event) => {
    if (event.typeVersion > proceedingEventVersion) {
      throw new Error(
        `Event ${event.type} has version ${event.typeVersion}; this release is older`,
      );
    }
    return evolveMember(id, before, event as unknown as RosterEvent, event.seq);
  }, null);
