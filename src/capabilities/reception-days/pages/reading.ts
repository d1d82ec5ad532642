import { dayInWords } from '../../../portal/dates.ts';
import type { Reading } from '../../../portal/page.tsx';
import { sayer, type Say } from '../../../portal/words/index.ts';
import type { PublicDay } from '../queries/index.ts';
import { receptionPageWords, type ReceptionKey } from './words/index.ts';

/** A reader of these pages, and the sentences for them. */
export interface ReceptionReading {
  readonly reading: Reading;
  readonly tell: Say<ReceptionKey>;
}

export const tellerOf = (reading: Reading): ReceptionReading => ({
  reading,
  tell: sayer(receptionPageWords, reading.language),
});

/** 2026年11月30日（星期一）接访 */
export const titleOf = ({ reading, tell }: ReceptionReading, { on }: PublicDay): string =>
  tell('day.title', { on: dayInWords(on, reading.language) });

export const whoOf = ({ leaders }: PublicDay): string =>
  leaders.map(({ name, post }) => `${post}${name}`).join('、');

/** What calendars and feeds say of a day. */
export const summaryOf = (from: ReceptionReading, day: PublicDay): string =>
  [
    from.tell(`kind.${day.kind}`),
    whoOf(day),
    `${dayInWords(day.on, from.reading.language)} ${from.tell('day.hours', { from: day.from, to: day.to })}`,
    day.place,
    day.theme,
    day.change === null ? '' : from.tell('day.reason', { reason: day.change.reason }),
    ...day.leaders.map(({ name, portfolio }) =>
      portfolio === '' ? '' : `${name}：${from.tell('day.portfolio', { portfolio })}`,
    ),
  ]
    .filter((line) => line !== '')
    .join('\n');
