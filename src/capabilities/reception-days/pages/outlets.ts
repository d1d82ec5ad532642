import { localDate, startOfDay } from '../../../kernel/local-date.ts';
import { atomOf, jsonFeedOf, type Feed } from '../feed.ts';
import { calendarOf, type CalendarEntry } from '../icalendar.ts';
import type { PublicDay } from '../queries/index.ts';
import { summaryOf, titleOf, whoOf, type ReceptionReading } from './reading.ts';

const momentOf = (on: string, time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return startOfDay(localDate(on)).getTime() + (hours * 60 + minutes) * 60_000;
};

const entryOf =
  (from: ReceptionReading, base: string) =>
  (day: PublicDay): CalendarEntry => ({
    uid: `${day.id}@${new URL(base).hostname}`,
    sequence: (day.noticeVersion ?? 1) + (day.state === 'cancelled' ? 1 : 0),
    changedAt: day.changedAt,
    from: momentOf(day.on, day.from),
    to: momentOf(day.on, day.to),
    title: `${from.tell(`kind.${day.kind}`)} ${whoOf(day)}`,
    place: day.place,
    description: summaryOf(from, day),
    url: `${base}/reception/${day.id}`,
    cancelled: day.state === 'cancelled',
  });

/** The days as a calendar that telephones subscribe to. @param base address of the portal */
export const icsOf = (from: ReceptionReading, days: readonly PublicDay[], base: string): string => {
  const name = `${from.reading.office.name} ${from.tell('list.title')}`.trim();
  return calendarOf(name, days.map(entryOf(from, base)));
};

const feedOf = (
  from: ReceptionReading,
  days: readonly PublicDay[],
  base: string,
  path: string,
): Feed => ({
  title: `${from.reading.office.name} ${from.tell('list.title')}`.trim(),
  url: `${base}${path}`,
  home: `${base}/reception`,
  language: from.reading.language,
  items: days
    .toSorted((one, other) => other.changedAt - one.changedAt)
    .slice(0, 50)
    .map((day) => ({
      id: day.id,
      url: `${base}/reception/${day.id}`,
      title:
        day.state === 'cancelled'
          ? `${titleOf(from, day)}：${from.tell('day.cancelled')}`
          : `${titleOf(from, day)}：${whoOf(day)}`,
      text: summaryOf(from, day),
      publishedAt: day.changedAt,
    })),
});

export const atomFeedOf = (
  from: ReceptionReading,
  days: readonly PublicDay[],
  base: string,
): string => atomOf(feedOf(from, days, base, '/reception.atom'));

export const jsonOf = (from: ReceptionReading, days: readonly PublicDay[], base: string): object =>
  jsonFeedOf(feedOf(from, days, base, '/reception.json'));
