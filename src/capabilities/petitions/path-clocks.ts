import { isRunning, type ClockState } from '../../kernel/case-clocks.ts';
import type { ClockEffect } from './clocks.ts';
import type { Petition } from './petition.ts';
import { shortPaths, type PathEvents } from './short-paths.ts';

/** Whoever has the petition has its short path's clock too. */
export const pathGoesTo = (holder: string): readonly ClockEffect[] =>
  shortPaths.map((period) => ({ do: 'hand', period, holder }));

/** In the simple procedure each level in between passes it on in one working day. */
export function simpleGoesOn(
  before: Petition,
  to: string,
  mode: 'office' | 'unit' | 'below',
): readonly ClockEffect[] {
  if (before.simple === null) return [];
  if (mode === 'below') return [{ do: 'hand', period: 'simple-acceptance', holder: to }];
  const period = mode === 'office' ? 'simple-forward' : 'simple-acceptance';
  return [...simpleStops, { do: 'start', period, holder: to }];
}

const simpleStops: readonly ClockEffect[] = [
  { do: 'stop', period: 'simple-forward' },
  { do: 'stop', period: 'simple-acceptance' },
];

/** The simple ten days run beside the sixty of Reg. 34, which they never lengthen. */
export const simpleAccepted = (before: Petition): readonly ClockEffect[] =>
  before.simple === null
    ? []
    : [
        ...simpleStops,
        { do: 'start', period: 'simple-opinion', holder: before.holder },
        // No paper unless asked: then the message is the notice of Reg. 23(3).
        ...(before.simple.onPaper ? [] : noticeGiven),
      ];

const noticeGiven: readonly ClockEffect[] = [
  { do: 'stop', period: 'acceptance' },
  { do: 'stop', period: 'direct-notice' },
];

const isNotice = ({ period }: ClockState): boolean =>
  period === 'acceptance' || period === 'direct-notice';

/**
 * Back to the ordinary procedure: its clocks were never stopped, but for the written notice that
 * the simple way does without. That one runs again, from where it began.
 */
function ordinaryAgain(before: Petition): readonly ClockEffect[] {
  const stops: readonly ClockEffect[] = [...simpleStops, { do: 'stop', period: 'simple-opinion' }];
  const notice = before.clocks.findLast(isNotice);
  const due = before.status === 'handling' && before.simple?.onPaper === false;
  if (!due || notice === undefined || isRunning(notice)) return stops;
  return [...stops, { do: 'resume', period: notice.period }];
}

type Effects = {
  readonly [T in keyof PathEvents]?: (
    data: PathEvents[T],
    before: Petition,
  ) => readonly ClockEffect[];
};

/** What the events of the short paths do to the clocks. */
export const pathClockEffects = {
  ShortPathOpened: (data, before) => [
    ...shortPaths.map((period) => ({ do: 'stop', period }) as const),
    ...(data.path === null
      ? []
      : [{ do: 'start', period: data.path, holder: before.holder, since: data.since } as const]),
  ],
  SimpleStarted: (data, before) => [
    {
      do: 'start',
      period:
        before.status === 'registered' && before.shortPath === null
          ? 'simple-forward'
          : 'simple-acceptance',
      holder: before.holder,
      since: data.since,
    },
  ],
  SimpleEnded: (_, before) => ordinaryAgain(before),
} as const satisfies Effects;
