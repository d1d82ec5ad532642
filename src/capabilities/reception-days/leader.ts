import type { LocalDate } from '../../kernel/local-date.ts';
import type { Level } from '../../kernel/units.ts';
import type { AnnouncedLeader } from './reception-day.ts';
import type { DutyNorm } from './settings.ts';

/** What an office enters of a leader who receives: public by office, no private fact among it. */
export interface LeaderFacts {
  /** The leader's own unit, whose level says how often the leader must receive. */
  readonly unitId: string;
  readonly userId: string | null;
  readonly name: string;
  readonly post: string;
  /** What the leader is in charge of, in the notice's words. */
  readonly portfolio: string;
  readonly topics: readonly string[];
  /** Coverage (包点): places and special fields that the leader answers for. */
  readonly regions: readonly string[];
  readonly fields: readonly string[];
  readonly from: LocalDate;
  /** The last day; null while it lasts. */
  readonly to: LocalDate | null;
}

/** How often the leader must receive by the sheet of the unit that keeps the entry. */
export type LeaderNorm = Pick<DutyNorm, 'days' | 'per'>;

/** The norm of a level, as the record of a leader keeps it. */
export function normOf(norms: readonly DutyNorm[], level: Level | undefined): LeaderNorm | null {
  const norm = norms.find((each) => each.level === level);
  return norm === undefined ? null : { days: norm.days, per: norm.per };
}

export interface ReceivingLeader extends LeaderFacts {
  readonly id: string;
  readonly keptBy: string;
  readonly version: number;
}

export const isInOffice = (
  { from, to }: Pick<LeaderFacts, 'from' | 'to'>,
  on: LocalDate,
): boolean => from <= on && (to === null || on <= to);

/** What a notice says of a leader. */
export const announcedOf = (leader: ReceivingLeader): AnnouncedLeader => {
  const { id, userId, name, post, unitId, topics, portfolio } = leader;
  return { id, userId, name, post, unitId, topics, portfolio };
};
