import { refuse, type Refusal } from '../../../../kernel/refusals.ts';
import { ok, type Result } from '../../../../kernel/result.ts';
import type { HallStep, HallStepOf } from '../command.ts';
import type { HallEvent } from '../events.ts';
import { nextSeries, type Hall } from '../hall.ts';

type Decision = Result<readonly HallEvent[], Refusal>;
type Rule<T extends HallStep['type']> = (hall: Hall, step: HallStepOf<T>) => Decision;

const one = (event: HallEvent): Decision => ok([event]);
const nothing: Decision = ok([]);

const rules: { readonly [T in HallStep['type']]: Rule<T> } = {
  changeSettings: (_, { settings }) => one({ type: 'HallSettingsChanged', data: { settings } }),

  sit: (hall, { on }) => (hall.sitsOn === on ? nothing : one({ type: 'HallSat', data: { on } })),

  openDesk: (hall, { deskId: id, label }) =>
    one({ type: 'DeskOpened', data: { id, label, series: nextSeries(hall.desks.length) } }),

  formGroup: (_, { group }) => one({ type: 'GroupFormed', data: group }),

  changeGroup: (hall, { group }) =>
    hall.groups.some(({ id }) => id === group.id)
      ? one({ type: 'GroupChanged', data: group })
      : refuse('group-unknown'),

  openGroup: (hall, { groupId }) => {
    const group = hall.groups.find(({ id }) => id === groupId);
    if (group === undefined) return refuse('group-unknown');
    return group.open ? nothing : one({ type: 'GroupOpened', data: { groupId } });
  },

  restGroup: (hall, { groupId }) => {
    const group = hall.groups.find(({ id }) => id === groupId);
    if (group === undefined) return refuse('group-unknown');
    return group.open ? one({ type: 'GroupRested', data: { groupId } }) : nothing;
  },

  addScreen: (_, { screenId: id, label }) => one({ type: 'ScreenAdded', data: { id, label } }),

  revokeScreen: (hall, { screenId }) =>
    hall.screens.some(({ id, revoked }) => id === screenId && !revoked)
      ? one({ type: 'ScreenRevoked', data: { screenId } })
      : nothing,
};

/** Decides on a step of a hall; no events when it was done before. */
export function decide(hall: Hall, step: HallStep): Decision {
  // Each rule takes exactly the step of its own key; TypeScript cannot follow that by index.
  const rule = rules[step.type] as Rule<HallStep['type']>;
  return rule(hall, step);
}
