import type { OrganisationSnapshot } from '../../petitions/index.ts';
import type { AnnouncedLeader } from '../reception-day.ts';
import type { DayRow } from '../store.ts';
import type { DayLine } from '../view.ts';

type Names = Pick<OrganisationSnapshot, 'find' | 'categoryName' | 'regionName'>;

const unitWith = (names: Names, id: string) => ({ id, name: names.find(id)?.name ?? id });

const topicsWith = (names: Names, codes: readonly string[]) =>
  codes.map((code) => ({ code, name: names.categoryName(code) }));

/** A leader with the names of unit and topics. */
export const leaderWith = (names: Names, leader: AnnouncedLeader) => ({
  id: leader.id,
  userId: leader.userId,
  name: leader.name,
  post: leader.post,
  unit: unitWith(names, leader.unitId),
  portfolio: leader.portfolio,
  topics: topicsWith(names, leader.topics),
});

export const regionWith = (names: Names, code: string) => ({ code, name: names.regionName(code) });

/** A day as lists show it. */
export const lineOf = (names: Names, { id, unit, state, plan, notice }: DayRow): DayLine => ({
  id,
  unit: unitWith(names, unit),
  state,
  kind: plan.kind,
  way: plan.way,
  on: plan.on,
  from: plan.from,
  to: plan.to,
  place: plan.place,
  region: regionWith(names, plan.regionCode),
  leaders: plan.leaders.map((leader) => leaderWith(names, leader)),
  theme: plan.theme,
  topics: topicsWith(names, plan.topics),
  slotMinutes: plan.slotMinutes ?? null,
  noticeVersion: notice?.version ?? null,
});
