import type { HallEventOf, RecordedHallEvent } from './events.ts';
import type { Hall, HallGroup } from './hall.ts';

const prepared = (id: string, data: HallEventOf<'HallPrepared'>['data']): Hall => ({
  id,
  version: 0,
  dayId: data.dayId,
  unit: data.unit,
  firstOn: data.on,
  sitsOn: data.on,
  settings: data.settings,
  groups: [],
  desks: [],
  screens: [],
});

const withGroup = (hall: Hall, groupId: string, change: Partial<HallGroup>): Hall => ({
  ...hall,
  groups: hall.groups.map((group) => (group.id === groupId ? { ...group, ...change } : group)),
});

function changed(hall: Hall, event: RecordedHallEvent): Hall {
  switch (event.type) {
    case 'HallPrepared':
      return hall;
    case 'HallSettingsChanged':
      return { ...hall, settings: event.data.settings };
    case 'HallSat':
      return { ...hall, sitsOn: event.data.on };
    case 'DeskOpened':
      return { ...hall, desks: [...hall.desks, event.data] };
    case 'GroupFormed':
      return { ...hall, groups: [...hall.groups, { ...event.data, open: false }] };
    case 'GroupChanged':
      return withGroup(hall, event.data.id, event.data);
    case 'GroupOpened':
      return withGroup(hall, event.data.groupId, { open: true });
    case 'GroupRested':
      return withGroup(hall, event.data.groupId, { open: false });
    case 'ScreenAdded':
      return { ...hall, screens: [...hall.screens, { ...event.data, revoked: false }] };
    case 'ScreenRevoked':
      return {
        ...hall,
        screens: hall.screens.map((screen) =>
          screen.id === event.data.screenId ? { ...screen, revoked: true } : screen,
        ),
      };
  }
}

/** A hall after one more event; null before the first. */
export function evolve(id: string, hall: Hall | null, event: RecordedHallEvent): Hall | null {
  const begun = event.type === 'HallPrepared' ? prepared(id, event.data) : hall;
  return begun === null ? null : { ...changed(begun, event), version: event.seq };
}

/** A hall from its whole record. */
export const fold = (id: string, events: readonly RecordedHallEvent[]): Hall | null =>
  events.reduce<Hall | null>((hall, event) => evolve(id, hall, event), null);
