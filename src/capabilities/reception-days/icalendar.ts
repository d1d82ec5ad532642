/** A calendar entry (RFC 5545); moments in epoch ms. */
export interface CalendarEntry {
  readonly uid: string;
  /** Raised with every change, so that calendars follow (RFC 5545, 3.8.7.4). */
  readonly sequence: number;
  readonly changedAt: number;
  readonly from: number;
  readonly to: number;
  readonly title: string;
  readonly place: string;
  readonly description: string;
  readonly url: string;
  readonly cancelled: boolean;
}

/** Backslash, semicolon, comma and line break (3.3.11). */
const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r\n|\r|\n/g, String.raw`\n`);

const moment = (at: number): string =>
  new Date(at)
    .toISOString()
    .replaceAll(/[-:]/g, '')
    .replace(/\.\d{3}/, '');

const octets = 75;
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** Lines of at most 75 octets, a Chinese character never cut in two (3.1). */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  for (const sign of line) {
    if (bytesOf(current) + bytesOf(sign) > octets) {
      lines.push(current);
      // What goes on begins with a space, which counts.
      current = ' ';
    }
    current += sign;
  }
  return [...lines, current].join('\r\n');
}

const eventLines = (entry: CalendarEntry): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${entry.uid}`,
  `DTSTAMP:${moment(entry.changedAt)}`,
  `LAST-MODIFIED:${moment(entry.changedAt)}`,
  `SEQUENCE:${entry.sequence}`,
  `DTSTART:${moment(entry.from)}`,
  `DTEND:${moment(entry.to)}`,
  `SUMMARY:${escaped(entry.title)}`,
  `LOCATION:${escaped(entry.place)}`,
  `DESCRIPTION:${escaped(entry.description)}`,
  `URL:${entry.url}`,
  `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
  'END:VEVENT',
];

/** A calendar that people subscribe to or take one entry from. @param name as calendars show it */
export const calendarOf = (name: string, entries: readonly CalendarEntry[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Huiyin//Reception days//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap(eventLines),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
