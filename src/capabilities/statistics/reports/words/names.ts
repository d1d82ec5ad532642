import type { ReportKind, ReportSection } from '../report.ts';
import { named, type Named } from './amounts.ts';

interface Span {
  readonly from: string;
  readonly to: string;
}

/** 2026年10月1日: month and day without leading zeros. */
export function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** Headings in the order of Reg. 41. */
export const headings: Readonly<Record<ReportSection, Named>> = {
  overview: named('信访总体情况', 'Overview'),
  channels: named('信访渠道', 'Channels'),
  topics: named('信访事项涉及的主要领域', 'Main fields'),
  places: named('涉及较多的单位和地区', 'Units and places most concerned'),
  'passing-on': named('转送、交办情况', 'Referred and assigned'),
  supervision: named('督办情况', 'Supervision'),
  'in-time': named('办理时效', 'Handling in time'),
  quality: named('办理质量和群众评价', 'Quality and ratings'),
  recommendations: named(
    '改进工作、完善政策、追究责任建议及采纳情况',
    'Recommendations and their adoption',
  ),
  other: named('其他情况和下一步工作', 'Other matters and what comes next'),
};

/** A period by its first day. */
interface Begun {
  readonly kind: ReportKind;
  readonly from: string;
}

/** What a period is called: 2026年10月, 2026年第三季度, 2026年. */
export function periodName({ kind, from }: Begun): Named {
  const [year, month] = from.split('-').map(Number) as [number, number];
  if (kind === 'year') return named(`${year}年`, String(year));
  if (kind === 'month') return named(`${year}年${month}月`, from.slice(0, 7));
  const quarter = Math.floor((month - 1) / 3) + 1;
  return named(`${year}年第${'一二三四'[quarter - 1] ?? ''}季度`, `${year} Q${quarter}`);
}

const kindNames: Readonly<Record<ReportKind, Named>> = {
  month: named('信访工作情况报告', 'monthly report'),
  quarter: named('信访工作情况报告', 'quarterly report'),
  year: named('信访工作年度报告', 'annual report'),
};

/**
 * The title on the paper: whose, of when.
 * @param place the name of the place where it is not the office's own
 */
export function titleOf(office: string, place: string | null, period: Begun): Named {
  const when = periodName(period);
  const where = place ?? '';
  return named(
    `${office}${when.zh}${where}${kindNames[period.kind].zh}`,
    `${office}: ${place === null ? '' : `${place}, `}${kindNames[period.kind].en} ${when.en}`,
  );
}

/** Which days were counted and compared, and as known when: it stands on every report. */
export function basisOf(frame: {
  readonly period: Span & { readonly until: string };
  readonly asOf: string;
  readonly previous: Span | null;
  readonly lastYear: Span;
}): string {
  const days = ({ from, to }: Span): string => `${chineseDay(from)}至${chineseDay(to)}`;
  const { period, previous } = frame;
  const counted = { from: period.from, to: period.until };
  return [
    `本报告统计${days(counted)}的情况，按${chineseDay(frame.asOf)}终了时掌握的数据计算。`,
    period.until < period.to
      ? `统计期尚未结束，${previous === null ? '同比' : '环比、同比均'}取相同起止日。`
      : '',
    previous === null ? '' : `环比对比期为${days(previous)}；`,
    `同比对比期为${days(frame.lastYear)}。`,
    '检举控告事项不列入统计。',
  ].join('');
}
