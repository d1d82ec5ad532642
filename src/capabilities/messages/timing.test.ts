import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseChannel } from './message.ts';
import { afterQuietHours, maximumAttempts, pauseAfter, usualQuietHours } from './timing.ts';

const at = (text: string): number => Date.parse(`${text}+08:00`);

describe('quiet hours', () => {
  test.each([
    ['2026-11-20T20:59:59.999', '2026-11-20T20:59:59.999'],
    ['2026-11-20T21:00:00', '2026-11-21T08:00:00'],
    ['2026-11-20T23:59:59', '2026-11-21T08:00:00'],
    ['2026-11-21T00:00:00', '2026-11-21T08:00:00'],
    ['2026-11-21T07:59:59.999', '2026-11-21T08:00:00'],
    ['2026-11-21T08:00:00', '2026-11-21T08:00:00'],
    ['2026-12-31T22:00:00', '2027-01-01T08:00:00'],
    ['2028-02-28T21:30:00', '2028-02-29T08:00:00'],
  ])('N-1 an SMS of %s leaves at %s (21:00 to 08:00 in Asia/Shanghai)', (now, leaves) => {
    expect(afterQuietHours(at(now), usualQuietHours)).toBe(at(leaves));
  });

  test.each([
    [{ from: 12, to: 14 }, '2026-11-20T13:00:00', '2026-11-20T14:00:00'],
    [{ from: 12, to: 14 }, '2026-11-20T11:59:00', '2026-11-20T11:59:00'],
    [{ from: 22, to: 0 }, '2026-11-20T22:30:00', '2026-11-21T00:00:00'],
    [{ from: 0, to: 0 }, '2026-11-20T03:00:00', '2026-11-20T03:00:00'],
  ])('N-1 quiet hours %o are configurable', (quiet, now, leaves) => {
    expect(afterQuietHours(at(now), quiet)).toBe(at(leaves));
  });

  test('N-1 the moment found is never in the past and never quiet', () => {
    const hour = fc.integer({ min: 0, max: 23 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), hour, hour, (now, from, to) => {
        const found = afterQuietHours(now, { from, to });
        expect(found).toBeGreaterThanOrEqual(now);
        expect(afterQuietHours(found, { from, to })).toBe(found);
      }),
    );
  });
});

describe('attempts', () => {
  test('N-1 pauses double up to two hours, with some chance', () => {
    expect(pauseAfter(1, 0)).toBe(60_000);
    expect(pauseAfter(2, 0)).toBe(120_000);
    expect(pauseAfter(maximumAttempts, 0)).toBe(7_200_000);
    expect(pauseAfter(1, 0.999)).toBeLessThanOrEqual(75_000);
  });
});

describe('the choice of a channel', () => {
  const both = {
    recipientKind: 'petitioner',
    smsAddressId: 'a',
    emailAddressId: 'b',
    wantedChannel: null,
  } as const;

  test.each([
    [both, [], 'outbox'],
    [both, ['sms', 'email'], 'sms'],
    [both, ['email', 'sms'], 'email'],
    [{ ...both, wantedChannel: 'email' as const }, ['sms', 'email'], 'email'],
    [{ ...both, wantedChannel: 'email' as const }, ['sms'], 'sms'],
    [{ ...both, smsAddressId: null }, ['sms', 'email'], 'email'],
    [{ ...both, smsAddressId: null, emailAddressId: null }, ['sms', 'email'], 'outbox'],
    [
      { ...both, recipientKind: 'system' as const, smsAddressId: null, emailAddressId: null },
      ['sms', 'webhook'],
      'webhook',
    ],
    [both, ['webhook'], 'outbox'],
  ] as const)('N-1 %o with %j goes by %s', (message, configured, channel) => {
    expect(chooseChannel(message, configured)).toBe(channel);
  });
});
