import { describe, expect, test } from 'vitest';
import { atomOf } from './feed.ts';
import { calendarOf } from './icalendar.ts';

const entry = {
  uid: 'one@portal.example',
  sequence: 2,
  changedAt: Date.UTC(2026, 10, 1, 1, 2, 3),
  from: Date.UTC(2026, 10, 9, 1),
  to: Date.UTC(2026, 10, 9, 4),
  title: '公开接访 县长程怀民',
  place: '一楼，接待大厅; A',
  description: `分管${'住房城乡建设、'.repeat(20)}\n第二行`,
  url: 'https://portal.example/reception/1',
  cancelled: false,
};

describe('R-2 the calendar of reception days (RFC 5545)', () => {
  const text = calendarOf('接访日', [entry]);

  test('folds at 75 octets and cuts no character', () => {
    const lines = text.split('\r\n');
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text.replaceAll('\r\n ', '')).toContain(`${'住房城乡建设、'.repeat(20)}\\n第二行`);
    expect(text).not.toContain('\uFFFD');
  });

  test('escapes, and says moments in UTC', () => {
    expect(text.replaceAll('\r\n ', '')).toContain('LOCATION:一楼，接待大厅\\; A');
    expect(text).toContain('DTSTART:20261109T010000Z');
    expect(text).toContain('SEQUENCE:2');
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  test('a cancelled day tells calendars so', () => {
    expect(calendarOf('接访日', [{ ...entry, cancelled: true }])).toContain('STATUS:CANCELLED');
  });

  test('the feed escapes what it quotes', () => {
    const feed = atomOf({
      title: 'A & B',
      url: 'https://portal.example/reception.atom',
      home: 'https://portal.example/reception',
      language: 'zh-CN',
      items: [
        { id: '1', url: 'https://portal.example/1', title: '<b>', text: '"', publishedAt: 0 },
      ],
    });
    expect(feed).toContain('<title>A &amp; B</title>');
    expect(feed).toContain('<title>&lt;b&gt;</title>');
  });
});
