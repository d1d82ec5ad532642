import type { Words } from '../words.ts';

/** Three-party meetings and public promises (S-4). */
export const meetings: Words['meetings'] = {
  task: {
    meeting: 'Three-party meeting to hold',
    'meeting-minutes': 'Minutes to issue',
    'way-out': 'Way out to carry on',
    'aid-approval': 'Aid to approve',
    'aid-payment': 'Aid to pay',
    'festival-visit': 'Festival visit to make',
  },
};
