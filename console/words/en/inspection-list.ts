import type { Words } from '../words.ts';

/** The four-colour inspection list (U-3); no clock is coloured by it. */
export const inspectionList: Words['inspectionList'] = {
  title: 'Four-colour inspection list',
  intro:
    'Hard cases that the leadership inspects; entered, recoloured and removed by decision with a reason. These colours have nothing to do with the clocks.',
  empty: 'There is no such matter on the list',
  emptyHelp: 'A matter stands here once a decision on its page has entered it.',
  any: 'All',
  which: 'Which',
  listed: 'On the list',
  removed: 'Removed',
  column: {
    colour: 'Inspection colour',
    number: 'Number',
    title: 'Title',
    unit: 'Holder',
    reason: 'Reason of the last decision',
    at: 'Decided at',
  },
  colour: {
    red: 'Red: {meaning}',
    yellow: 'Yellow: {meaning}',
    blue: 'Blue: {meaning}',
    green: 'Green: {meaning}',
  },
  plain: { red: 'red', yellow: 'yellow', blue: 'blue', green: 'green' },
  source: 'What the colours mean is from: {source}.',
  assumption: 'our default; an office sets its own',
  panelTitle: 'Four-colour inspection',
  on: 'On the four-colour inspection list: {colour}.',
  deed: { entered: 'Entered ({colour})', recoloured: 'Now {colour}', removed: 'Removed' },
  step: {
    enter: 'Put on the inspection list',
    recolour: 'Change the colour',
    removeFromList: 'Remove from the list',
  },
  reason: 'Reason of the decision',
};
