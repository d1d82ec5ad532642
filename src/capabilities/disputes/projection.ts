import type { Calendar } from '../../kernel/calendar.ts';
import { countClock, isRunning } from '../../kernel/case-clocks.ts';
import { isOpenDispute, type Dispute, type DisputeLevel } from './case.ts';

/** What lists, the scope of readers and the look for like matters need of a dispute. */
export interface DisputeRow {
  readonly id: string;
  readonly status: string;
  readonly kind: string;
  readonly regionCode: string;
  /** The township by its code: like matters are looked for there. */
  readonly area: string;
  readonly villageUnit: string | null;
  readonly townshipUnit: string | null;
  readonly countyUnit: string | null;
  readonly level: DisputeLevel;
  readonly holder: string;
  /** Who must act now; null once nothing is awaited. */
  readonly waitingAt: string | null;
  /** Epoch ms, as the others. */
  readonly dueAt: number | null;
  readonly recordedAt: number;
  readonly petitionId: string | null;
  readonly version: number;
}

/** A township's code has nine digits; what lies above it is taken whole. */
export const areaOf = (regionCode: string): string => regionCode.slice(0, 9);

/** The row of a dispute as it is now. */
export function rowOf(dispute: Dispute, calendar: Calendar): DisputeRow {
  const { id, status, kind, regionCode, line, holder, clock, recordedAt, version } = dispute;
  const at = (level: DisputeLevel): string | null =>
    line.find((post) => post.level === level)?.unit ?? null;
  const waits = isOpenDispute(dispute) && isRunning(clock);
  return {
    id,
    status,
    kind,
    regionCode,
    area: areaOf(regionCode),
    villageUnit: at('village'),
    townshipUnit: at('township'),
    countyUnit: at('county'),
    level: holder.level,
    holder: holder.unit,
    waitingAt: waits ? clock.holder : null,
    dueAt: waits ? countClock(clock, calendar).dueAt : null,
    recordedAt,
    petitionId: dispute.promotion?.petitionId ?? null,
    version,
  };
}
