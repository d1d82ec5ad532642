import type { Level } from '../../kernel/units.ts';
import type { ReceptionKind, ReceptionWay } from './reception-day.ts';

export const dutyPeriods = ['half-year', 'quarter', 'month', 'week'] as const;
export type DutyPeriod = (typeof dutyPeriods)[number];

/** How often a leader of a level must receive, and who says so. */
export interface DutyNorm {
  readonly level: Level;
  readonly days: number;
  readonly per: DutyPeriod;
  readonly source: string;
}

export const rotationMonths = ['every', 'odd', 'even'] as const;

/** A day that comes back: “odd months at the window, even months on line” is two of them. */
export interface Rotation {
  readonly name: string;
  readonly months: (typeof rotationMonths)[number];
  /** The first working day from this day of the month on. */
  readonly dayOfMonth: number;
  readonly kind: ReceptionKind;
  readonly way: ReceptionWay;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly regionCode: string;
  readonly slotMinutes: number | null;
  readonly theme: string;
  /** Ids of the leaders, who take turns in this order. */
  readonly leaders: readonly string[];
}

export interface ReceptionSettings {
  readonly norms: readonly DutyNorm[];
  /** Places that need two leaders. */
  readonly bigRegions: readonly string[];
  /** Special fields that somebody must answer for. */
  readonly fields: readonly string[];
  readonly rotations: readonly Rotation[];
}

const practice2013 = '关于创新群众工作方法解决信访突出问题的意见（2013年），惯例';

/**
 * What an office begins with: practice, so that each may set its own (rules of leaders' reception).
 * Nothing is known for villages.
 */
export const usualSettings: ReceptionSettings = {
  norms: [
    {
      level: 'province',
      days: 1,
      per: 'half-year',
      source: `${practice2013}；安徽，2022年报道`,
    },
    { level: 'city', days: 1, per: 'quarter', source: practice2013 },
    { level: 'county', days: 1, per: 'month', source: practice2013 },
    { level: 'township', days: 1, per: 'week', source: practice2013 },
  ],
  bigRegions: [],
  fields: [],
  rotations: [],
};
