import type { Words } from '../words.ts';

/** The board of clock colours (U-3). */
export const board: Words['board'] = {
  title: 'Board of clocks',
  intro:
    'Matters in hand that your unit may read, by who holds them and by the colour of the clock. Each number opens its matters.',
  empty: 'No clock is running',
  emptyHelp: 'Once matters are in hand, their clocks are counted here by holder and colour.',
  unit: 'Holder',
  most: 'Most urgent clock',
  open: '{unit}: {count} {colour}, open the matters',
  legend: 'What the colours mean',
  meaning: {
    green: 'less than {blue} of the period has passed',
    blue: '{blue} or more has passed, less than {yellow}',
    yellow: '{yellow} or more has passed, not yet due',
    red: 'past due',
  },
  source: 'Thresholds from: {source}. A unit has the colour of its most urgent clock.',
  assumption: 'our default; no authoritative rule was found, an office sets its own',
  asOf: 'As of {time}, renewed each minute.',
};
