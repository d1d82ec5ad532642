import { startOfDay } from '../../../../kernel/local-date.ts';
import type { Hall } from '../../hall/hall.ts';
import type { TicketContext } from '../decide/index.ts';
import type { Sitting } from '../terms.ts';

/** Epoch ms of the evening of a day, by the hall's own hour. */
function eveningOf({ settings }: Hall, { on }: Sitting): number {
  const [hours = 17, minutes = 0] = settings.evening.split(':').map(Number);
  return startOfDay(on).getTime() + (hours * 60 + minutes) * 60_000;
}

export const contextOf = (hall: Hall, sitting: Sitting, now: number): TicketContext => ({
  now,
  callSpacing: hall.settings.callSpacing,
  eveningFrom: eveningOf(hall, sitting),
});
