import type { Calendar } from '../../kernel/calendar.ts';
import { countClock, type CountedClock } from '../../kernel/case-clocks.ts';
import { startOfDay } from '../../kernel/local-date.ts';
import type { Proceeding } from './proceeding.ts';

/** What waits at the unit that conducts a proceeding: a line on its desk. */
export interface Waiting {
  readonly task: 'proceeding' | 'confirmation';
  readonly clock: CountedClock | null;
}

const over: ReadonlySet<string> = new Set([
  'concluded',
  'cancelled',
  'failed',
  'refused',
  'explained',
  'held',
]);

/** M-3: the window to the court is a clock with a colour; the rest waits without one. */
export function waitingIn(state: Proceeding, calendar: Calendar): Waiting | null {
  if (state.kind === 'mediation' && state.stage === 'settled') {
    const { confirmation, agreement } = state;
    if (confirmation?.state === 'applied') return { task: 'confirmation', clock: null };
    if (confirmation?.state !== 'window' || agreement === null) return null;
    const clock = countClock(
      {
        key: 'judicial-confirmation',
        period: 'judicial-confirmation',
        holder: state.unit,
        startedAt: startOfDay(agreement.effectiveOn).getTime(),
        givenDue: null,
        extensionDays: 0,
        stoppedAt: null,
      },
      calendar,
    );
    return { task: 'confirmation', clock };
  }
  return over.has(state.stage) ? null : { task: 'proceeding', clock: null };
}

/** The line on the desk of the unit that conducts it, if anything waits. */
export function itemsOf(state: Proceeding, calendar: Calendar) {
  const waiting = waitingIn(state, calendar);
  return waiting === null
    ? []
    : [{ unit: state.unit, tasks: [waiting.task], officer: null, clock: waiting.clock }];
}
