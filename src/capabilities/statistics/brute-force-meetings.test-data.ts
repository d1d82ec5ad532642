import { localDateOf } from '../../kernel/local-date.ts';
import type { RecordedMeetingEvent } from '../case-sponsorship/meetings/events.ts';
import type { RecordedWayEvent } from '../case-sponsorship/ways-out/events.ts';
import type { Part } from './brute-force.test-data.ts';

type Added = Pick<Part, 'measure' | 'part' | 'day' | 'unit' | 'amount'>;

/** What one three-party meeting gives, once more from the raw events by a plain loop. */
export function partsOfMeeting(
  all: readonly RecordedMeetingEvent[],
  asOf: string,
): readonly Added[] {
  let unit = '';
  const found: { measure: string; day: string; amount: number }[] = [];
  for (const { type, data, at } of all) {
    const day = localDateOf(at);
    if (day > asOf) continue;
    if (type === 'MeetingPlanned') ({ unit } = data);
    if (type === 'MeetingPostponed') found.push({ measure: 'meetings-postponed', day, amount: 1 });
    if (type === 'MeetingHeld') {
      found.push({ measure: 'meetings-held', day, amount: 1 });
      found.push({ measure: 'meeting-actions', day, amount: data.actions.length });
    }
    if (type === 'MeetingSucceeded' && unit === data.from) unit = data.to;
  }
  return found.map((each) => ({ ...each, part: 'numerator', unit }));
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** What one way out gives, by a plain loop. */
export function partsOfWay(all: readonly RecordedWayEvent[], asOf: string): readonly Added[] {
  let unit = '';
  let chosen = '';
  let yuan: number | null = null;
  const found: Omit<Added, 'unit'>[] = [];
  const add = (measure: string, part: Part['part'], day: string, amount = 1): void => {
    found.push({ measure, part, day, amount });
  };
  for (const { type, data, at } of all) {
    const day = localDateOf(at);
    if (day > asOf) continue;
    if (type === 'WayChosen') {
      ({ unit } = data);
      chosen = day;
      add(`ways-${data.way}`, 'numerator', day);
      if (data.aid !== null) {
        yuan = Math.round(data.aid.amount / 100);
        add('aid-granted-share', 'denominator', day);
      }
    }
    if (type === 'AidApproved' && data.last) add('aid-granted-share', 'numerator', day);
    if (type === 'AidPaid') {
      add('aid-paid', 'numerator', data.on);
      add('aid-paid-sum', 'numerator', data.on, yuan ?? 0);
      add('aid-days', 'denominator', data.on);
      add('aid-days', 'numerator', data.on, daysBetween(chosen, data.on));
    }
    if (type === 'WaySucceeded' && unit === data.from) unit = data.to;
  }
  return found.map((each) => ({ ...each, unit }));
}
