import type { Calendar } from '../../kernel/calendar.ts';
import { countClock } from '../../kernel/case-clocks.ts';
import type { FactContext, FactSource, StatedFact } from '../../kernel/facts.ts';
import { daysBetween, localDateOf } from '../../kernel/local-date.ts';
import type { ClockState } from '../../kernel/case-clocks.ts';
import { isOpenDispute, type Dispute } from './case.ts';
import type { RecordedDisputeEvent } from './events.ts';
import { evolveDispute } from './evolve.ts';

/** A dispute with the clocks that ran before the present one. */
interface Told {
  readonly dispute: Dispute;
  readonly calendarVersion: string;
  readonly clocks: readonly ClockState[];
}

function tell(id: string, told: Told | null, event: RecordedDisputeEvent): Told {
  const dispute = evolveDispute(id, told?.dispute ?? null, event);
  const { calendarVersion } = event;
  if (told === null) return { dispute, calendarVersion, clocks: [] };
  const before = told.dispute.clock;
  const renewed =
    before.startedAt !== dispute.clock.startedAt || before.period !== dispute.clock.period;
  const ended = { ...before, stoppedAt: event.at };
  return { dispute, calendarVersion, clocks: renewed ? [...told.clocks, ended] : told.clocks };
}

/** Each limit on the day on which it is due, kept or not; the running one counts once it is over. */
const dueOf = (clocks: readonly ClockState[], calendar: Calendar): StatedFact[] =>
  clocks.map((clock, at) => {
    const { dueAt, dueDate } = countClock(clock, calendar);
    const kept = clock.stoppedAt !== null && clock.stoppedAt < dueAt;
    return {
      kind: 'dispute-due',
      key: `clock:${at + 1}`,
      day: dueDate,
      detail: clock.period,
      value: kept ? 1 : 0,
      dims: { unit: clock.holder },
    };
  });

function factsOf(
  { dispute, calendarVersion, clocks }: Told,
  context: FactContext,
): readonly StatedFact[] {
  const { recordedAt, kind, settlements, followUps, promotion } = dispute;
  const recorded = localDateOf(recordedAt);
  const last = settlements.at(-1);
  return [
    { kind: 'dispute-recorded', day: recorded, detail: kind },
    ...(isOpenDispute(dispute) ? [{ kind: 'dispute-open', day: recorded, detail: kind }] : []),
    ...(last === undefined
      ? []
      : [
          {
            kind: 'dispute-settled',
            day: localDateOf(last.at),
            detail: last.level,
            value: daysBetween(recorded, localDateOf(last.at)),
          },
        ]),
    ...followUps.map(({ at, kept }, place) => ({
      kind: 'dispute-followed-up',
      key: `follow-up:${place + 1}`,
      day: localDateOf(at),
      value: kept ? 1 : 0,
    })),
    ...(promotion === null ? [] : [{ kind: 'dispute-promoted', day: localDateOf(promotion.at) }]),
    ...dueOf([...clocks, dispute.clock], context.calendar(calendarVersion)),
  ];
}

/** What disputes give to statistics (T-1): by place, kind and level, never by person. */
export const disputeFacts: FactSource<Told, RecordedDisputeEvent> = {
  id: 'disputes',
  version: 1,
  streams: ['dispute'],
  kinds: {
    'dispute-recorded': { zh: '排查登记的矛盾纠纷', en: 'dispute recorded' },
    'dispute-open': { zh: '尚未办结的矛盾纠纷', en: 'dispute that is open' },
    'dispute-settled': {
      zh: '化解的矛盾纠纷（数值为所用天数）',
      en: 'dispute settled (value: days that it took)',
    },
    'dispute-followed-up': {
      zh: '回访过的化解结果（数值 1 为已兑现）',
      en: 'settlement followed up (value 1: kept)',
    },
    'dispute-promoted': {
      zh: '经本人提出转为信访的纠纷',
      en: 'dispute that the person concerned made a petition of',
    },
    'dispute-due': {
      zh: '到期的排查化解时限（数值 1 为按期）',
      en: 'limit of a dispute that came due (value 1: kept in time)',
    },
  },
  evolve: tell,
  dims: ({ dispute }) => ({ region: dispute.regionCode, unit: dispute.holder.unit }),
  facts: factsOf,
};
