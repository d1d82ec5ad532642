import type { Calendar } from '../../../../kernel/calendar.ts';
import type { MasterKeys } from '../../../../platform/vault/index.ts';
import type { StatisticsDeps } from '../../commands/deps.ts';

/** What reports work with: figures, and the house's keys. */
export interface ReportDeps extends StatisticsDeps {
  readonly keys: MasterKeys;
  /** The calendar in force, or an older one by its name. */
  readonly calendar: (version?: string) => Calendar;
}
